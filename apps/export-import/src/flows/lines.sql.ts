import { exportImportEvents, type FaultCode, type Params } from '@doit/contracts';
import { tellMany, type Transaction } from '@doit/events';
import { holdPeriodsOpen } from '@doit/observations';
import { keepWhole, makeChanged, makeCounted, toldCells, writeCells } from './cells.sql';
import { overlapsBeside } from './disjoint.sql';
import {
  addAll,
  addJudged,
  countJudged,
  holdTerritories,
  indexTouched,
  makeJudged,
  makeStanding,
  makeTouched,
  supersede,
  withdrawAbsent,
} from './vintages.sql';
import { writeYears } from './years.sql';

/** What is wrong with a row of `stated`. */
export interface RowFault {
  readonly row: number;
  readonly column: string;
  readonly code: FaultCode;
  readonly params: Params;
}

export interface Written {
  added: number;
  changed: number;
  unchanged: number;
  older: number;
  withdrawn: number;
  cells: number;
}

/** Who writes, and what by. */
export interface Writing {
  readonly import: string;
  readonly actor: string;
  readonly isWhole: boolean;
}

const mostFaults = 1000;

interface Beside {
  row: number;
  code: FaultCode;
  other: string;
}

/** A statement's rows, and how many it changed, through TypeORM's transaction. */
type Rows<T> = Promise<T[]>;
interface Changing extends Transaction {
  query(sql: string, values?: unknown[]): Promise<never>;
}

/**
 * Makes what `stated` holds the approved lines of its keys, rolls them up and tells the cells that changed, in the caller's
 * transaction. Rows in closed periods, or within what counts already, are faults; then nothing may be committed.
 */
export async function writeStated(
  tx: Transaction,
  { import: id, actor, isWhole }: Writing,
): Promise<Written | { readonly faults: readonly RowFault[] }> {
  const run = <T = never>(sql: string, values: unknown[] = []): Rows<T> =>
    (tx as Changing).query(sql, values);
  await run(holdTerritories);
  await run(makeTouched);
  const closed = await inClosedPeriods(tx, run);
  if (closed.length > 0) return { faults: closed };
  const [{ total, known }] = (await run<{ total: number; known: boolean }>(countTouched)) as [
    { total: number; known: boolean },
  ];
  await run('analyze stated; analyze touched');
  let judged = { changed: 0, unchanged: 0, older: 0 };
  let withdrawn = 0;
  if (known) {
    await run(makeStanding);
    await run('analyze standing');
    const beside = await run<Beside>(overlapsBeside, [mostFaults, isWhole]);
    if (beside.length > 0)
      return {
        faults: beside.map(({ row, code, other }) => ({ row, column: 'hs', code, params: { other } })),
      };
    await run(makeJudged);
    await run('analyze judged');
    [judged] = (await run<typeof judged>(countJudged)) as [typeof judged];
    if (judged.changed > 0) await run(supersede, [id, actor]);
    if (isWhole) withdrawn = changedBy(await run(withdrawAbsent, [id, actor]));
  }
  await run(known ? addJudged : addAll, [id, 'approved']);
  const added = total - judged.changed - judged.unchanged - judged.older;
  const isSame = added + judged.changed + withdrawn === 0 && !isWhole;
  const cells = isSame ? 0 : await rollUp(tx, { import: id, actor, isWhole });
  return { added, ...judged, withdrawn, cells };
}

/** Counts the slices of `touched` anew and tells the cells that came out otherwise. Answers how many. */
export async function rollUp(tx: Transaction, { import: id, actor, isWhole }: Writing): Promise<number> {
  const run = <T = never>(sql: string, values: unknown[] = []): Rows<T> =>
    (tx as Changing).query(sql, values);
  await run(indexTouched);
  await run(makeCounted);
  await run('analyze counted_cell');
  await run(makeChanged);
  await run(writeCells, [isWhole]);
  if (isWhole) await run(keepWhole);
  await run(writeYears);
  const [changed] = await run<{ territories: string[] | null }>(
    'select array_agg(distinct territory order by territory) as territories from changed_cell',
  );
  const territories = changed?.territories ?? [];
  let cells = 0;
  for (let from = 0; from < territories.length; from += toldAtOnce) {
    const some = territories.slice(from, from + toldAtOnce);
    const told = await run<{ territory: string; cells: number; payload: string }>(toldCells, [id, some]);
    await tellMany(
      tx,
      exportImportEvents.flowsRolledUp,
      told.map(({ territory, payload }) => ({ aggregate: `flows:${territory}`, actor, payload })),
    );
    cells += told.reduce((sum, one) => sum + one.cells, 0);
  }
  return cells;
}

/** Territories whose changed cells are held at once: of a year of all there are a hundred thousand. */
const toldAtOnce = 4;

const countTouched = `select (select count(*)::int from stated) as total, coalesce(bool_or(is_known), false) as known from touched`;

/** TypeORM answers an update with its rows and how many they are. */
const changedBy = (answer: unknown): number => (answer as [unknown, number])[1];

async function inClosedPeriods(
  tx: Transaction,
  run: <T>(sql: string, values?: unknown[]) => Rows<T>,
): Promise<RowFault[]> {
  const places = await run<{ territory: string; period: string; row: number }>(
    `select territory, to_char(month, 'YYYY-MM') as period, min(row) as row from stated group by 1, 2 order by 3`,
  );
  const territories = [...new Set(places.map(({ territory }) => territory))];
  const isClosed = await holdPeriodsOpen(tx as never, 'export-import', territories);
  return places
    .flatMap(({ territory, period, row }): RowFault[] => {
      const lock = isClosed(territory, period);
      return lock === null
        ? []
        : [{ row, column: 'month', code: 'period.closed', params: { period: lock, territory } }];
    })
    .slice(0, mostFaults);
}
