import {
  type Caller,
  type Fault,
  type Observation,
  type Params,
  type ProblemCode,
  type Service,
} from '@doit/contracts';
import {
  checkDimensions,
  decimal,
  decimalsOf,
  indicator,
  inForce,
  isTerritory,
  lastDay,
  parsePeriod,
  roundHalfAway,
  territory,
  unitsOf,
  type Indicator,
  type Period,
} from '@doit/reference';
import type { StatedObservation } from './vintage';

/** What was sent, complete and canonical; or what is wrong with it, by pointer. */
export type Read = { observation: StatedObservation; faults: [] } | { observation: null; faults: Fault[] };

/**
 * Reads one observation sent to a service by a caller: every rule of figures.md that needs no other figure.
 * @param approvesOwn where the caller may approve what he records himself (settings.ts)
 */
export function readObservation(
  service: Service,
  caller: Caller,
  sent: Observation,
  pointer: string,
  approvesOwn: (territory: string) => boolean,
): Read {
  const faults: Fault[] = [];
  const fault = (field: keyof Observation, code: ProblemCode, params?: Params) =>
    faults.push({ pointer: `${pointer}/${field}`, code, ...(params && { params }) });
  const known = indicator(sent.indicator);
  const period = parsePeriod(sent.period);
  if (!known) fault('indicator', 'indicator.unknown', { indicator: sent.indicator });
  if (!period) fault('period', 'period.unreadable', { period: sent.period });
  if (known) checkIndicator(service, known, sent, fault);
  if (!isTerritory(sent.territory)) fault('territory', 'territory.unknown', { territory: sent.territory });
  else {
    if (!caller.covers(sent.territory))
      fault('territory', 'territory.not-yours', { territory: sent.territory });
    const day = period && dayItMustExist(sent, period);
    if (day && !inForce(sent.territory, day)) {
      fault('territory', 'territory.not-in-force', { territory: sent.territory, day });
    }
  }
  const decimals = sent.decimals ?? decimalsOf(sent.value);
  // Negative decimals: 2000 printed as “2 billion” of millions is exact at −3.
  const value = decimal(sent.value);
  if (!roundHalfAway(value, decimals).eq(value))
    fault('value', 'observation.decimals', { value: sent.value, decimals });
  const mayApprove = approvesOwn(sent.territory);
  const state = sent.state ?? (mayApprove ? 'approved' : 'draft');
  // Of another's territory nothing more need be said.
  if (state === 'approved' && !mayApprove && caller.covers(sent.territory))
    fault('state', 'observation.state-not-allowed', { state });
  if (faults.length > 0 || !period) return { observation: null, faults };
  return { observation: complete(sent, period, decimals, state), faults: [] };
}

type AddFault = (field: keyof Observation, code: ProblemCode, params?: Params) => void;

function checkIndicator(service: Service, known: Indicator, sent: Observation, fault: AddFault): void {
  const isPlan = sent.measure === 'plan' || sent.measure === 'scenario';
  if (isPlan && service !== 'reporting') fault('measure', 'observation.measure-elsewhere');
  else if (!isPlan && known.service !== service) {
    if (service === 'reporting')
      fault('indicator', 'observation.actual-elsewhere', { indicator: known.code, owner: known.service });
    else fault('indicator', 'observation.wrong-service', { indicator: known.code, owner: known.service });
  }
  if (known.onlyAs && service === 'reporting' && sent.measure !== known.onlyAs)
    fault('measure', 'observation.only-as', { indicator: known.code, measure: known.onlyAs });
  const dimensions = sent.dimensions ?? {};
  const units = unitsOf(known, dimensions);
  if (!units.some((unit) => unit === sent.unit)) {
    // Where a product fixes its unit, it is that product that is counted so.
    const breakdown = units === known.units ? [] : Object.values(dimensions);
    const named = [known.code, ...breakdown].join(' ');
    fault('unit', 'observation.wrong-unit', {
      indicator: named,
      expected: units.join(', '),
      unit: sent.unit,
    });
  }
  for (const { dimension, message } of checkDimensions(known.code, dimensions))
    fault('dimensions', 'observation.dimension', { dimension, what: message });
}

/**
 * The day on which the unit must exist. A figure: its period's last day, unless the source recast history onto the
 * new unit. A plan may reach beyond its unit's end, but was made while it existed.
 */
function dayItMustExist(sent: Observation, period: Period): string | null {
  if (sent.measure !== 'actual') return sent.asOf ? asDay(sent.asOf) : null;
  const from = territory(sent.territory)?.validFrom ?? '';
  return sent.basis === 'recast-by-source' && lastDay(period) < from ? null : lastDay(period);
}

/** A vintage given as a month is its last day. */
function asDay(asOf: string): string {
  const month = asOf.length === 7 ? parsePeriod(asOf) : null;
  return month ? lastDay(month) : asOf;
}

function complete(
  sent: Observation,
  period: Period,
  decimals: number,
  state: StatedObservation['state'],
): StatedObservation {
  return {
    indicator: sent.indicator,
    territory: sent.territory,
    period: period.key,
    dimensions: sent.dimensions ?? {},
    measure: sent.measure,
    status: sent.status,
    value: sent.value,
    decimals,
    unit: sent.unit,
    unitPrinted: sent.unitPrinted ?? null,
    comparator: sent.comparator ?? 'eq',
    source: sent.source,
    asOf: sent.asOf ? asDay(sent.asOf) : null,
    periodBasis: sent.periodBasis ?? 'stated',
    basis: sent.basis ?? null,
    document: sent.document ?? null,
    row: sent.row ?? null,
    stated: sent.stated ?? {},
    window: sent.window ?? null,
    state,
  };
}
