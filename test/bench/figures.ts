import { isDeepStrictEqual } from 'node:util';
import type { Comparisons, Report } from '@doit/contracts';
import { decimal, indicators, territoriesOn, unitsOn } from '@doit/reference';
import { migrate, poolOf } from '@doit/runtime';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { ComparisonsController } from '../../apps/reporting/src/comparisons/comparisons.controller';
import { placeAsked } from '../../apps/reporting/src/comparisons/asked';
import { database } from '../../apps/reporting/src/database';
import { linesOf } from '../../apps/reporting/src/places/answers';
import { answerNow } from '../../apps/reporting/src/places/found.sql';
import { rules } from '../../apps/reporting/src/places/rules';
import { RankingsController } from '../../apps/reporting/src/rankings/rankings.controller';
import { ReportsController } from '../../apps/reporting/src/reports/reports.controller';
import { SeriesController } from '../../apps/reporting/src/series/series.controller';
import type { ServiceDatabase } from '../../deploy/local/provision';
import { fill } from './figures-fill';
import {
  comparisonsOfMonth,
  monthOfMembers,
  monthsOfOne,
  rankingOfMonth,
  reportOfMonth,
  yearsOfMembers,
  type From,
} from './figures-sql';
import { writesOfFigures } from './figures-writes';
import { median, show } from './print';

const runs = 21;
const warming = 6; // a statement has its plan for good after five

/** What is asked of the service in this process, and of PostgreSQL by hand. */
interface Operation {
  readonly what: string;
  readonly ours: () => Promise<object>;
  readonly sql: (from: From) => string;
  readonly values: unknown[];
  /** What both answers are compared by, where the hand-written one says less. */
  readonly numbersOf?: (answer: object) => object;
  /** A part of ours, to see where its time goes. */
  readonly part?: { readonly what: string; readonly work: () => Promise<unknown> };
}

interface Times {
  readonly ours: number;
  readonly limit: number;
  readonly plain: number;
}

/** The reading operations over so many figures. Answers the time of each, by its name. */
export async function figures(
  { url, ownerUrl }: ServiceDatabase,
  adminUrl: string,
  count: number,
): Promise<ReadonlyMap<string, Times>> {
  const config = { service: 'reporting', schema: 'reporting', poolSize: 4 } as const;
  await migrate(database({ ...config, databaseUrl: ownerUrl }));
  const admin = new Client({ connectionString: adminUrl, options: '-c search_path=reporting,public' });
  await admin.connect();
  const source = new DataSource(database({ ...config, databaseUrl: url }));
  try {
    const begun = performance.now();
    const filled = await fill(admin, count);
    console.log(`${filled} figures, filled in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
    await source.initialize();
    await keepPlace(admin, source);
    const found = new Map<string, Times>();
    for (const operation of operationsOf(source))
      found.set(operation.what, await compared(source, operation));
    await writesOfFigures(admin);
    return found;
  } finally {
    if (source.isInitialized) await source.destroy();
    await admin.end();
  }
}

/** What more figures cost: the times of a large installation against those of a small one. */
export function growth(small: ReadonlyMap<string, Times>, large: ReadonlyMap<string, Times>): void {
  for (const [what, { ours }] of large)
    show(`${what}, growth`, { ours, limit: small.get(what)?.ours ?? Number.NaN, unit: 'ms' }, 1.3, true);
}

const month = '2025-05';
const territory = 'nghe-an';
const mapDay = '2025-07-01';
const country = 'viet-nam';

/** What the checker would have kept of the place that is reported on. */
async function keepPlace(admin: Client, source: DataSource): Promise<void> {
  const { answers } = await answerNow(source, placeAsked({ territory, period: month }));
  await admin.query(
    `update place set checked = marked, results = $3, items = $4, known_at = $5, rules = $6
      where territory = $1 and period = $2`,
    [territory, month, answers.results, linesOf(answers), answers.knownAt, rules],
  );
}

function operationsOf(source: DataSource): Operation[] {
  const today = territoriesOn(mapDay)
    .filter(({ type }) => type === 'province' || type === 'city')
    .map(({ id }) => id);
  const pieces = today.flatMap((target) =>
    unitsOn(target, mapDay, '2024-12-31').map((unit) => [target, unit]),
  );
  const piecesOf34 = [pieces.map(([target]) => target), pieces.map(([, unit]) => unit)];
  // Levels that add, with a total, and that are stated.
  const added = indicators
    .filter(({ kind, dimensions, derivedFrom }) => {
      const isTotal = dimensions.every(({ required }) => !required);
      return (kind === 'flow' || kind === 'stock') && isTotal && !derivedFrom;
    })
    .map(({ code }) => code);
  const series = new SeriesController(source);
  const comparisons = new ComparisonsController(source);
  const reports = new ReportsController(source);
  const place = placeAsked({ territory, period: month });
  const anew = { what: 'made anew', work: () => answerNow(source, place) };
  const indicator = ['RETAIL_GOODS'];
  const months = { indicator, territory: [territory], from: '2020-01', to: '2024-12' };
  const years = {
    ...{ indicator, territory: today, from: '2010', to: '2024', on: mapDay },
    frequency: 'year' as const,
  };
  const ranking = { indicator: 'RETAIL_GOODS', period: '2025-10' };
  return [
    {
      what: 'series, 60 months of one',
      ours: async () => series.read(months),
      sql: monthsOfOne,
      values: [territory, 'RETAIL_GOODS', '2020-01-01', '2024-12-01'],
    },
    {
      what: 'series, 15 years of 34 recast',
      ours: async () => series.read(years),
      sql: yearsOfMembers,
      values: [...piecesOf34, 'RETAIL_GOODS', '2010-01-01', '2024-12-01'],
    },
    {
      what: `month of 34 recast, ${added.length} indicators`,
      ours: async () =>
        series.read({ indicator: added, territory: today, from: month, to: month, on: mapDay }),
      sql: monthOfMembers,
      values: [...piecesOf34, added, `${month}-01`],
    },
    {
      what: 'ranking of 34',
      ours: async () => new RankingsController(source).read(ranking),
      sql: rankingOfMonth,
      values: [[...today, country], 'RETAIL_GOODS', '2025-10-01'],
    },
    {
      what: 'comparisons of a month',
      ours: async () => comparisons.read({ territory, period: month }),
      sql: comparisonsOfMonth,
      values: standingValues,
      numbersOf: (answer) =>
        numbersOf(Array.isArray(answer) ? (answer as object[]) : (answer as Comparisons).items),
      part: anew,
    },
    {
      what: 'report of a month',
      ours: async () => reports.read({ territory, period: month }),
      sql: reportOfMonth,
      values: standingValues,
      numbersOf: reportNumbers,
      part: anew,
    },
  ];
}

const codesOf = (...kinds: string[]): string[] =>
  indicators.filter(({ kind }) => kinds.includes(kind)).map(({ code }) => code);

const standingValues = [
  territory,
  indicators.map(({ code }) => code),
  `${month}-01`,
  '2025-01-01',
  ['2025', month, '2025-04', '2024-05'],
  codesOf('flow', 'stock', 'index', 'peak'),
  codesOf('stock'),
];

/** The numbers of items as ours writes them, or as the hand-written SQL does. */
function numbersOf(items: readonly object[]): object {
  const exact = (cell: unknown): string | null => {
    const value = typeof cell === 'object' ? (cell as { value: string | null } | null)?.value : cell;
    return typeof value === 'string' || typeof value === 'number' ? decimal(String(value)).toFixed() : null;
  };
  const shown = items.map((item) => {
    const { indicator, dimensions, observationId, actual, ...cells } = item as Record<string, unknown>;
    const figure = actual as { observationId?: string } | null;
    const names = ['plan', 'previous', 'yoyPct', 'momPct', 'planPct'];
    const rest = Object.fromEntries(names.map((name) => [name, exact(cells[name])]));
    const key = `${String(indicator)} ${JSON.stringify(dimensions)}`;
    return { key, id: observationId ?? figure?.observationId ?? null, actual: exact(actual), ...rest };
  });
  return shown.sort((a, b) => (a.key < b.key ? -1 : 1));
}

function reportNumbers(answer: object): object {
  const byHand = answer as {
    items?: object[];
    clusters?: { count: number; areaEstablishedHa: string | null };
  };
  const sections = (answer as Partial<Report>).sections ?? [];
  const items = byHand.items ?? sections.flatMap((section) => section.items);
  const clusters = byHand.clusters ?? sections.find(({ key }) => key === 'clusters')?.clusters;
  return { items: numbersOf(items), count: clusters?.count, area: clusters?.areaEstablishedHa };
}

/** The three answers, equal and in turns, so that whatever else the machine does meets all of them. */
async function compared(source: DataSource, operation: Operation): Promise<Times> {
  const { what, ours, sql, values, numbersOf: of = (answer: object) => answer, part } = operation;
  const byHand = (from: From) => async (): Promise<string> => {
    const statement = { name: `${what} ${from}`.slice(0, 63), text: sql(from), values };
    const { rows } = await poolOf(source).query<{ body: string }>(statement);
    return rows[0]?.body ?? '';
  };
  const ways = { ours: async () => textOf(await ours()), limit: byHand('facts'), plain: byHand('plain') };
  const [answer, ...others] = [await ways.ours(), await ways.limit(), await ways.plain()].map((text) =>
    of(JSON.parse(text) as object),
  );
  for (const other of others)
    if (!isDeepStrictEqual(answer, other))
      throw new Error(`${what}: different answers\n${JSON.stringify(answer)}\n${JSON.stringify(other)}`);
  const times: Record<keyof Times | 'part', number[]> = { ours: [], limit: [], plain: [], part: [] };
  for (let run = 0; run < runs + warming; run++) {
    for (const [name, work] of Object.entries({ ...ways, ...(part && { part: part.work }) })) {
      const begun = performance.now();
      await work();
      if (run >= warming) times[name as keyof typeof times].push(performance.now() - begun);
    }
  }
  const [mine, facts, plain] = [median(times.ours), median(times.limit), median(times.plain)];
  // The best of the two by hand: where a month has few vintages, plain figures are found as fast.
  const limit = Math.min(facts, plain);
  const note = part && `${part.what} ${median(times.part).toFixed(2)} ms`;
  show(what, { ours: mine, limit, unit: 'ms', note }, 1.5, true);
  show('  by hand, facts : plain figures', { ours: facts, limit: plain, unit: 'ms' });
  return { ours: mine, limit, plain };
}

/** The text that is sent. */
function textOf(answer: object): string {
  return 'json' in answer && typeof answer.json === 'string' ? answer.json : JSON.stringify(answer);
}
