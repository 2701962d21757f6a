import type {
  FlowOfMonth,
  FlowRefusal,
  MeasureOfMonth,
  MeasureRefusals,
  MissingMonth,
  Status,
  TradeOfMonth,
  TradeOfTerritory,
} from '@doit/contracts';
import { decimal, decimalText, monthPlus } from '@doit/reference';
import type { LandOfMonths } from './land';

/** What a unit exported or imported in a month. */
export interface TotalOfMonth {
  readonly territory: string;
  /** Its first day. */
  readonly month: string;
  readonly flow: 'export' | 'import';
  /** Millionths of a dollar. */
  readonly value: string;
  readonly status: Status;
  readonly isWhole: boolean;
}

/** A flow of the months from January on; all arrays have one place for each month. */
interface Series {
  /** Millionths of a dollar: as many decimals as a line may have. Null: not told, or not of all pieces of the land. */
  readonly values: (bigint | null)[];
  readonly refusals: (FlowRefusal | undefined)[];
}
interface Told extends Series {
  readonly statuses: Status[];
  readonly wholes: boolean[];
}

/** The same without its class, for plain objects are made of it. */
type Measure = Pick<MeasureOfMonth, keyof MeasureOfMonth>;

const surest: readonly Status[] = ['estimate', 'preliminary', 'official'];
const flows = ['export', 'import'] as const;

/** Months in a row (`2024-01`) that begin with a January, the place of each by its first day, and of the first that is shown. */
export interface Months {
  readonly months: readonly string[];
  readonly placeOf: ReadonlyMap<string, number>;
  readonly first: number;
}

/** The months from `first` to `last` with those since the January of the year before. */
export function monthsSince(first: string, last: string): Months {
  const january = `${Number(first.slice(0, 4)) - 1}-01`;
  const many = Math.max(monthsFrom(january, last) + 1, 0);
  const months = Array.from({ length: many }, (_, at) => monthPlus(january, at));
  const placeOf = new Map(months.map((month, at) => [`${month}-01`, at]));
  return { months, placeOf, first: monthsFrom(january, first) };
}

/** How many months lie between two; below zero where the second comes first. */
export function monthsFrom(first: string, second: string): number {
  const index = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return index(second) - index(first);
}

/**
 * The trade of a territory month by month, with what is lacking since the first January.
 * @param land the units of which it is made, each in its months; a month in which one of them has no total has no value
 * @param totals of these units in their months
 */
export function monthByMonth(
  unit: string,
  land: readonly LandOfMonths[],
  totals: readonly TotalOfMonth[],
  { months, placeOf, first }: Months,
): TradeOfTerritory {
  if (totals.length === 0) return { territory: unit, refusal: 'no-figure', months: [], missing: [] };
  const needed = months.map(() => 0);
  const spans = land.map((piece) => ({
    ...piece,
    first: piece.first.slice(0, 7),
    last: piece.last.slice(0, 7),
  }));
  for (const span of spans)
    months.forEach((month, at) => {
      if (span.first <= month && month <= span.last) needed[at] = (needed[at] ?? 0) + 1;
    });
  const [exports, imports] = [
    told('export', totals, placeOf, needed),
    told('import', totals, placeOf, needed),
  ];
  const measures = {
    ...{ exports: measured(exports), imports: measured(imports) },
    turnover: measured(both(exports, imports, 1n)),
    balance: measured(both(exports, imports, -1n)),
  };
  const shown: TradeOfMonth[] = [];
  for (let at = first; at < months.length; at++) {
    if (needed[at] === 0) continue;
    shown.push({
      month: months[at] ?? '',
      exports: Object.assign(measures.exports(at), standing(exports, at)),
      imports: Object.assign(measures.imports(at), standing(imports, at)),
      turnover: measures.turnover(at),
      balance: measures.balance(at),
    });
  }
  const isWhole = needed.every(
    (pieces, at) => pieces === 0 || (exports.values[at] !== null && imports.values[at] !== null),
  );
  const missing = isWhole ? [] : lacking(spans, totals, { export: exports, import: imports }, months);
  return { territory: unit, refusal: null, months: shown, missing };
}

function told(
  flow: string,
  totals: readonly TotalOfMonth[],
  placeOf: Months['placeOf'],
  needed: readonly number[],
): Told {
  const found = needed.map(() => 0);
  const sums = needed.map(() => 0n);
  const statuses = needed.map((): Status => 'official');
  const wholes = needed.map(() => true);
  for (const total of totals) {
    if (total.flow !== flow) continue;
    const at = placeOf.get(total.month);
    if (at === undefined) continue;
    found[at] = (found[at] ?? 0) + 1;
    sums[at] = (sums[at] ?? 0n) + BigInt(total.value);
    if (surest.indexOf(total.status) < surest.indexOf(statuses[at] ?? 'official'))
      statuses[at] = total.status;
    if (!total.isWhole) wholes[at] = false;
  }
  const isTold = needed.map((pieces, at) => pieces > 0 && found[at] === pieces);
  return {
    values: sums.map((sum, at) => (isTold[at] ? sum : null)),
    refusals: found.map((count, at) =>
      isTold[at] ? undefined : count > 0 ? 'incomplete-members' : 'no-figure',
    ),
    statuses,
    wholes,
  };
}

function both(one: Series, other: Series, sign: bigint): Series {
  return {
    values: one.values.map((value, at) => {
      const second = other.values[at] ?? null;
      return value === null || second === null ? null : value + sign * second;
    }),
    refusals: one.refusals.map((refusal, at) => refusal ?? other.refusals[at]),
  };
}

/** What is shown of a series in a month, and what of it is refused. */
function measured({ values, refusals }: Series): (at: number) => Measure {
  const since = sinceJanuary(values);
  return (at) => {
    const [value, before] = [values[at] ?? null, values[at - 12] ?? null];
    const [sum, sumBefore] = [since[at] ?? null, since[at - 12] ?? null];
    const measure: Measure = {
      value: value === null ? null : usd(value),
      yearToDate: sum === null ? null : usd(sum),
      yoyPct: growthPct(value, before),
      yearToDateYoyPct: growthPct(sum, sumBefore),
    };
    if (measure.yoyPct !== null && measure.yearToDateYoyPct !== null) return measure;
    const why: MeasureRefusals = {};
    const refusal = refusals[at];
    if (refusal) why.value = refusal;
    if (sum === null) why.yearToDate = 'incomplete-months';
    if (measure.yoyPct === null)
      why.yoyPct = refusal ?? (before === null ? 'no-figure' : 'non-positive-base');
    if (measure.yearToDateYoyPct === null)
      why.yearToDateYoyPct = sum === null || sumBefore === null ? 'incomplete-months' : 'non-positive-base';
    return { ...measure, refusals: why };
  };
}

/** Sums from January to each month; from a month without a value on there is none that year. */
function sinceJanuary(values: readonly (bigint | null)[]): (bigint | null)[] {
  let sum: bigint | null = 0n;
  return values.map((value, at) => {
    if (at % 12 === 0) sum = 0n;
    sum = sum === null || value === null ? null : sum + value;
    return sum;
  });
}

function standing({ values, statuses, wholes }: Told, at: number): Pick<FlowOfMonth, 'status' | 'isWhole'> {
  const isTold = (values[at] ?? null) !== null;
  return { status: isTold ? (statuses[at] ?? null) : null, isWhole: isTold ? (wholes[at] ?? null) : null };
}

/** The months without a value, each with the units that told nothing of it. */
function lacking(
  land: readonly LandOfMonths[],
  totals: readonly TotalOfMonth[],
  series: Record<(typeof flows)[number], Series>,
  months: readonly string[],
): MissingMonth[] {
  const there = new Set(totals.map(({ flow, month, territory }) => `${flow} ${month} ${territory}`));
  return months.flatMap((month, at) =>
    flows
      .filter((flow) => series[flow].values[at] === null)
      .map((flow) => ({
        month,
        flow,
        territories: land
          .filter(({ first, last }) => first <= month && month <= last)
          .filter(({ territory }) => !there.has(`${flow} ${month}-01 ${territory}`))
          .map(({ territory }) => territory),
      }))
      .filter(({ territories }) => territories.length > 0),
  );
}

const million = decimal('1000000');

/** As decimal text without zeros at its end. */
function usd(value: bigint): string {
  const digits = String(value);
  if (!digits.endsWith('0000') || digits.length < 8) return decimalText(decimal(digits).div(million));
  const cents = digits.slice(0, -4);
  const fraction = cents.endsWith('00')
    ? ''
    : `.${cents.endsWith('0') ? cents.slice(-2, -1) : cents.slice(-2)}`;
  return cents.slice(0, -2) + fraction;
}

/**
 * In per cent of a base above zero, rounded once: two decimals, halves away from zero. Binary numbers tell all but what is
 * near a half, at a fifth of the time.
 */
function growthPct(now: bigint | null, before: bigint | null): string | null {
  if (now === null || before === null || before <= 0n) return null;
  const about = Math.abs((Number(now - before) / Number(before)) * 10_000);
  const isPlain = about < 1e9 && Math.abs((about % 1) - 0.5) > 1e-3;
  const size = isPlain ? String(Math.round(about)) : hundredths(now - before, before);
  const digits = size.padStart(3, '0');
  return `${now < before && size !== '0' ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The size of a change in hundredths of a per cent. */
function hundredths(change: bigint, base: bigint): string {
  const twice = (change < 0n ? -change : change) * 20_000n;
  return String((twice + base) / (2n * base));
}
