import { Refused } from '../../api/problems';
import type { Entries } from '../../kit/grid/history';
import type { Entry } from './entry';
import { unitToSend, type Line } from './lines';
import { sourceOf, type Month } from './use-month';
import type { Service } from '../../api/services';
import type { Observation } from '../../api/observations';
import { record, submit, type ToRecord } from './services';

export interface Batch {
  readonly service: Service;
  readonly territory: string;
  readonly period: string;
  readonly status: Observation['status'];
  readonly today: string;
  readonly month: Month;
  readonly entries: Entries<Entry>;
  readonly reason: string;
}

/** The lines that have a number to be sent, in the order in which they are. */
export const changedLines = ({ month, entries }: Pick<Batch, 'month' | 'entries'>): Line[] =>
  month.lines.filter(({ key }) => valueOf(entries[key]) !== undefined);

const valueOf = (entry: Entry | undefined): string | undefined =>
  entry && 'value' in entry ? entry.value : undefined;

/**
 * What is sent: of what is not approved yet the same statement once more, which takes its place; of what is approved, and
 * of what is new, a statement of today.
 */
export function bodyOf(batch: Batch): ToRecord {
  const { month, entries, territory, period, today, reason } = batch;
  const items = changedLines(batch).map((line) => {
    const { key, indicator, dimensions } = line;
    const stands = month.own.get(key);
    const corrects = stands && stands.state !== 'approved' ? stands : undefined;
    return {
      indicator: indicator.code,
      territory,
      period,
      dimensions: { ...dimensions },
      measure: 'actual' as const,
      status: corrects?.status ?? batch.status,
      value: valueOf(entries[key]) ?? '',
      unit: unitToSend(line, stands),
      source: sourceOf(territory),
      asOf: corrects ? corrects.asOf : today,
      state: 'draft' as const,
    };
  });
  return { items, ...(reason.trim() && { reason: reason.trim() }) };
}

/** What was recorded, and could then not be submitted. */
export class NotSubmitted extends Error {
  constructor(
    readonly why: unknown,
    readonly lines: readonly string[],
  ) {
    super('not submitted', { cause: why });
  }
}

/** Records what was entered, and answers how many figures that are. @param key names the request: sent twice it is carried out once */
export async function save(batch: Batch, key: string): Promise<number> {
  const body = bodyOf(batch);
  if (body.items.length > 0) await record(batch.service, body, key);
  return body.items.length;
}

/** Records what was entered and submits it, with the drafts and what was returned. */
export async function handIn(batch: Batch, key: string): Promise<number> {
  const body = bodyOf(batch);
  const lines = changedLines(batch).map((line) => line.key);
  const ids = body.items.length > 0 ? await record(batch.service, body, key) : [];
  const waiting = batch.month.lines.flatMap((line) => {
    const stands = batch.month.own.get(line.key);
    const isOpen = stands?.state === 'draft' || stands?.state === 'returned';
    return stands && isOpen && !lines.includes(line.key) ? [[line.key, stands.id] as const] : [];
  });
  const all = [...ids, ...waiting.map(([, id]) => id)];
  try {
    await submit(batch.service, all);
  } catch (error) {
    throw new NotSubmitted(error, [...lines, ...waiting.map(([line]) => line)]);
  }
  return all.length;
}

/** The services' sentences by line: `/items/2/value` is the third line that was sent. */
export function refusalsByLine(error: unknown, batch: Batch): ReadonlyMap<string, string> {
  const [why, lines] =
    error instanceof NotSubmitted
      ? [error.why, error.lines]
      : [error, changedLines(batch).map(({ key }) => key)];
  if (!(why instanceof Refused)) return new Map();
  return new Map(
    [...why.places].flatMap(([pointer, sentence]) => {
      const line = lines[Number(/^\/(?:items|ids)\/(\d+)/.exec(pointer)?.[1])];
      return line === undefined ? [] : [[line, sentence] as const];
    }),
  );
}
