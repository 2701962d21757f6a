import { createHash } from 'node:crypto';

/**
 * The chain of a teller's events: `hash = sha256(hash of the event before ‖ sealed text)`, the text in UTF-8. Before the
 * first event stand 32 zero bytes. PostgreSQL computes it where positions are given, Node where it is verified; the two are
 * kept equal by a test.
 */
export const chainBegins = Buffer.alloc(32);

/** A row of `event` as the chain sees it: every column, as text. */
export interface Sealed {
  readonly position: string;
  readonly seq: string;
  readonly id: string;
  readonly type: string;
  readonly aggregate: string;
  readonly actor: string;
  /** UTC, to the microsecond: `2026-01-31T23:59:59.000001Z`. */
  readonly occurredAt: string;
  readonly bytes: string;
  /** SHA-256 of the payload's text, hex. Not the payload itself: an export need not carry it to be verified. */
  readonly payload: string;
}

const order = [
  'position',
  'seq',
  'id',
  'type',
  'aggregate',
  'actor',
  'occurredAt',
  'bytes',
  'payload',
] as const satisfies (keyof Sealed)[];

/** Each column after its length in bytes and a colon, so that no two rows can have the same text. */
export function sealedText(row: Sealed): string {
  return order.map((column) => `${Buffer.byteLength(row[column])}:${row[column]}`).join('');
}

/** The hash of an event, from that of the event before it. */
export function link(before: Buffer, row: Sealed): Buffer {
  return createHash('sha256').update(before).update(sealedText(row)).digest();
}

/** The columns of `Sealed` from a row of `event`, in SQL. @param position where the row has none yet */
export const sealedColumns = (
  event: string,
  position = `${event}.position`,
): Record<keyof Sealed, string> => ({
  position: `(${position})::text`,
  seq: `${event}.seq::text`,
  id: `${event}.id::text`,
  type: `${event}.type`,
  aggregate: `${event}.aggregate`,
  actor: `${event}.actor`,
  occurredAt: `to_char(${event}.occurred_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  bytes: `${event}.bytes::text`,
  payload: `encode(sha256(convert_to(${event}.payload::text, 'UTF8')), 'hex')`,
});

/** `sealedText` in SQL, of a row whose columns have the names of `Sealed`. */
export const sealedSql = order
  .map((column) => `octet_length("${column}") || ':' || "${column}"`)
  .join(' || ');

/** The columns, named as `sealedSql` expects them. */
export const selectSealed = (columns: Record<keyof Sealed, string>): string =>
  order.map((column) => `${columns[column]} as "${column}"`).join(', ');
