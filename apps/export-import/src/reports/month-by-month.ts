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
import { decimal, decimalText, monthPlus, type Decimal } from '@doit/reference';
import type { LandOfMonths } from './land';

/** What a piece of land exported, or imported, in some months: texts of as many places, for there are thousands in an answer. */
export interface TotalsOfPiece {
  /** Its place in the land of the unit. */
  readonly piece: number;
  readonly isExport: boolean;
  /** The first day of each month, counted from the first January, with blanks between. */
  readonly days: string;
  /** Dollars, likewise. */
  readonly values: string;
  /** A digit for each. 0: estimate, 1: preliminary, 2: official. */
  readonly levels: string;
  /** A letter for each. `w`: whole, `p`: a part. */
  readonly wholes: string;
}

/** A flow of the months from January on; all arrays have one place for each month. */
interface Series {
  /** Millionths of a dollar: as many decimals as a line may have. Null: not told, or not of all pieces of the land. */
  readonly values: (bigint | null)[];
  readonly refusals: (FlowRefusal | undefined)[];
}
interface Told extends Series {
  readonly levels: number[];
  readonly wholes: boolean[];
}

/** The same without its class, for plain objects are made of it. */
type Measure = Pick<MeasureOfMonth, keyof MeasureOfMonth>;

const levels: readonly Status[] = ['estimate', 'preliminary', 'official'];

/** Months in a row (`2024-01`) that begin with a January, the place of each by its first day's number, and of the first that is shown. */
export interface Months {
  readonly months: readonly string[];
  readonly placeOf: ReadonlyMap<number, number>;
  readonly first: number;
}

/** The months from `first` to `last` with those since the January of the year before. */
export function monthsSince(first: string, last: string): Months {
  const january = `${Number(first.slice(0, 4)) - 1}-01`;
  const many = Math.max(monthsFrom(january, last) + 1, 0);
  const months = Array.from({ length: many }, (_, at) => monthPlus(january, at));
  const day = (month: string): number => Date.parse(`${month}-01`) / 86_400_000;
  const placeOf = new Map(months.map((month, at) => [day(month) - day(january), at]));
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
  totals: readonly TotalsOfPiece[],
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
  const [exports, imports] = [told(true, totals, placeOf, needed), told(false, totals, placeOf, needed)];
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
  const missing = isWhole ? [] : lacking(spans, totals, { exports, imports }, { months, placeOf, first });
  return { territory: unit, refusal: null, months: shown, missing };
}

function told(
  isExport: boolean,
  totals: readonly TotalsOfPiece[],
  placeOf: Months['placeOf'],
  needed: readonly number[],
): Told {
  const found = needed.map(() => 0);
  const sums = needed.map(() => 0n);
  const least = needed.map(() => 2);
  const wholes = needed.map(() => true);
  for (const total of totals) {
    if (total.isExport !== isExport) continue;
    const values = total.values.split(' ');
    for (const [place, day] of total.days.split(' ').entries()) {
      const at = placeOf.get(Number(day));
      if (at === undefined) continue;
      found[at] = (found[at] ?? 0) + 1;
      sums[at] = (sums[at] ?? 0n) + millionths(values[place] ?? '');
      least[at] = Math.min(least[at] ?? 2, Number(total.levels[place]));
      if (total.wholes[place] !== 'w') wholes[at] = false;
    }
  }
  const isTold = needed.map((pieces, at) => pieces > 0 && found[at] === pieces);
  return {
    values: sums.map((sum, at) => (isTold[at] ? sum : null)),
    refusals: found.map((count, at) =>
      isTold[at] ? undefined : count > 0 ? 'incomplete-members' : 'no-figure',
    ),
    levels: least,
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

function standing(
  { values, levels: least, wholes }: Told,
  at: number,
): Pick<FlowOfMonth, 'status' | 'isWhole'> {
  if ((values[at] ?? null) === null) return { status: null, isWhole: null };
  return { status: levels[least[at] ?? 0] ?? null, isWhole: wholes[at] ?? null };
}

/** The months without a value, each with the units that told nothing of it. */
function lacking(
  land: readonly LandOfMonths[],
  totals: readonly TotalsOfPiece[],
  { exports, imports }: { exports: Series; imports: Series },
  { months, placeOf }: Months,
): MissingMonth[] {
  const key = (isExport: boolean, at: number | undefined, piece: number): string =>
    `${isExport} ${at} ${piece}`;
  const there = new Set(
    totals.flatMap(({ isExport, days, piece }) =>
      days.split(' ').map((day) => key(isExport, placeOf.get(Number(day)), piece)),
    ),
  );
  return months.flatMap((month, at) =>
    (
      [
        ['export', exports],
        ['import', imports],
      ] as const
    )
      .filter(([, { values }]) => values[at] === null)
      .map(([flow]) => ({
        month,
        flow,
        territories: land
          .filter(
            ({ first, last }, piece) =>
              first <= month && month <= last && !there.has(key(flow === 'export', at, piece)),
          )
          .map(({ territory }) => territory),
      }))
      .filter(({ territories }) => territories.length > 0),
  );
}

/** Dollars as decimal text, in millionths; what lies below is not told. */
function millionths(dollars: string): bigint {
  const point = dollars.indexOf('.');
  if (point < 0) return BigInt(dollars + '000000');
  return BigInt(dollars.slice(0, point) + dollars.slice(point + 1, point + 7).padEnd(6, '0'));
}

const million = decimal('1000000');
/** Below this, a number of cents has at most 15 digits: binary numbers write them as they are. */
const manyCents = 10n ** 15n;

/** As decimal text without zeros at its end. */
function usd(value: bigint): string {
  const cents = value / 10_000n;
  if (cents * 10_000n === value && cents < manyCents && cents > -manyCents)
    return String(Number(cents) / 100);
  return decimalText(decimal(String(value)).div(million));
}

/**
 * In per cent of a base above zero, rounded once: two decimals, halves away from zero. Binary numbers tell all but what is
 * near a half, at a fifth of the time.
 */
function growthPct(now: bigint | null, before: bigint | null): string | null {
  if (now === null || before === null || before <= 0n) return null;
  const about = Math.abs((Number(now - before) / Number(before)) * 10_000);
  const isPlain = about < 1e9 && Math.abs((about % 1) - 0.5) > 1e-3;
  const size = isPlain
    ? (Math.round(about) / 100).toFixed(2)
    : decimalText(hundredths(now - before, before).div(100), 2);
  return now < before && size !== '0.00' ? `-${size}` : size;
}

/** The size of a change in hundredths of a per cent. */
function hundredths(change: bigint, base: bigint): Decimal {
  const twice = (change < 0n ? -change : change) * 20_000n;
  return decimal(String((twice + base) / (2n * base)));
}
