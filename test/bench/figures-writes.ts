import type { ToldEvent } from '@doit/events';
import type { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { makeTwins } from '../../libs/events/src/listening/shadow';
import { applyFiguresOf } from '../../apps/reporting/src/figures/apply';
import { figureTables } from '../../apps/reporting/src/figures/projection';
import { median, show } from './print';

const apply = applyFiguresOf('industry');
/** Territory-months written in each way. */
const writes = 16;
const rebuilt = 100_000;
const perBatch = 1000;
const perEvent = 200;

interface LineTold {
  readonly indicator: string;
  readonly territory: string;
  readonly dimensions: object;
  readonly unit: string;
  readonly cell: string;
  readonly precedence: number;
}

/** Recording 400 figures of a territory-month with their facts, against the rows of `figure` alone; and a rebuild. */
export async function writesOfFigures(client: Client): Promise<void> {
  const territories = await territoriesToday(client);
  let position = 10_000_000;
  const recording = async (what: string, months: [string, string], asOf: string): Promise<void> => {
    const times: { ours: number[]; limit: number[] } = { ours: [], limit: [] };
    for (const [nth, territory] of territories.slice(0, writes + 2).entries()) {
      const lines = await linesOf(client, territory);
      // Either month is written with facts for one half of the territories, without for the other.
      const [one, other] = nth % 2 === 0 ? months : [months[1], months[0]];
      const event = eventOf(position++, lines, one, asOf);
      const rows = JSON.stringify(rowsOf(position++, lines, other, asOf));
      const took = { limit: await timed(client, () => client.query(bareInsert, [rows])), ours: 0 };
      took.ours = await timed(client, () => apply(client, [event]));
      if (nth < 2) continue; // warm
      times.limit.push(took.limit);
      times.ours.push(took.ours);
    }
    const found = { ours: median(times.ours), limit: median(times.limit), unit: 'ms' };
    show(what, found, 3, true);
  };
  await recording('record 400 of a new month', ['2025-11', '2025-12'], '2025-12-31');
  await recording('record 400, back-dated', ['2024-08', '2024-09'], '2025-12-31');
  await rebuildSpeed(client, territories);
}

async function timed(client: Client, work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await client.query('begin');
  await work();
  await client.query('commit');
  return performance.now() - begun;
}

async function rebuildSpeed(client: Client, territories: readonly string[]): Promise<void> {
  await client.query(`drop schema if exists bench_shadow cascade; create schema bench_shadow;
    set synchronous_commit = off`);
  const makeIndexes = await makeTwins(client, 'reporting', 'bench_shadow', figureTables);
  const batches: ToldEvent[][] = [];
  let [told, position] = [0, 0];
  for (let month = 0; told < rebuilt; month++) {
    const period = new Date(Date.UTC(2010, month)).toISOString().slice(0, 7);
    for (const territory of territories) {
      const lines = await linesOf(client, territory);
      for (let from = 0; from < lines.length && told < rebuilt; from += perEvent) {
        const event = eventOf(++position, lines.slice(from, from + perEvent), period, `${period}-28`);
        if (told % perBatch === 0) batches.push([]);
        batches.at(-1)?.push(event);
        told += perEvent;
      }
    }
  }
  const begun = performance.now();
  for (const batch of batches) await timed(client, () => apply(client, batch));
  await makeIndexes();
  const rate = (told / (performance.now() - begun)) * 1000;
  show(`rebuild, ${told} in batches of ${perBatch}`, { ours: rate, limit: 10_000, unit: '/s' }, 1);
  await client.query(`set synchronous_commit = on; set search_path = reporting, public;
    drop schema bench_shadow cascade`);
}

async function territoriesToday(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ territory: string }>(
    `select distinct territory from bench.line where valid_to = 'infinity' order by territory`,
  );
  return rows.map(({ territory }) => territory);
}

async function linesOf(client: Client, territory: string): Promise<LineTold[]> {
  const { rows } = await client.query<LineTold>({
    name: 'lines',
    text: `select indicator, territory, dimensions, unit, cell, precedence from bench.vintage
            where territory = $1 and vintage = 3 order by listed`,
    values: [territory],
  });
  return rows;
}

function eventOf(position: number, lines: readonly LineTold[], period: string, asOf: string): ToldEvent {
  const items = lines.map(({ indicator, territory, dimensions, unit }) => ({
    ...{ id: uuid(), indicator, territory, period, dimensions, measure: 'actual', status: 'official' },
    ...{
      value: '1234.5',
      decimals: 1,
      unit,
      unitPrinted: null,
      comparator: 'eq',
      source: `statistics-${territory}`,
    },
    ...{ asOf, periodBasis: 'stated', basis: null, document: null, row: null, stated: {}, window: null },
    ...{ state: 'approved', recordedAt: `${asOf}T08:00:00.000000Z`, recordedBy: 'bench' },
  }));
  const aggregate = `observations:${lines[0]?.territory ?? ''}`;
  return {
    ...{ id: uuid(), position, type: 'industry.observations.recorded.v1', aggregate, actor: 'bench' },
    ...{ occurredAt: `${asOf}T08:00:00.000000Z`, payload: JSON.stringify({ items }) },
  };
}

function rowsOf(position: number, lines: readonly LineTold[], period: string, asOf: string) {
  return lines.map(({ indicator, territory, dimensions, unit, cell, precedence }, at) => ({
    ...{
      id: uuid(),
      teller: 'industry',
      position,
      ordinal: at + 1,
      indicator,
      territory,
      period,
      dimensions,
    },
    ...{ from_month: `${period}-01`, to_month: `${period}-01`, measure: 'actual', status: 'official' },
    ...{
      value: '1234.5',
      decimals: 1,
      unit,
      comparator: 'eq',
      source: `statistics-${territory}`,
      as_of: asOf,
    },
    ...{ period_basis: 'stated', stated: {}, state: 'approved', recorded_at: `${asOf}T08:00:00Z` },
    ...{ recorded_by: 'bench', cell, months: 1, precedence },
  }));
}

const bareInsert = 'insert into figure select * from json_populate_recordset(null::figure, $1)';
