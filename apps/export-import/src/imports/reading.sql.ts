import { once } from 'node:events';
import type { DataSource, EntityManager } from 'typeorm';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { sentence, type FaultCode, type Params } from '@doit/contracts';
import { todayInVietNam } from '@doit/registers';
import type { RowFault } from '../flows/lines.sql';
import { readHeading, type Column } from './columns';
import { piecesOf } from './document.sql';
import { headingMeant, placeMeant, wordMeant, type Allowed, type Meant, type Place } from './meant';
import {
  analyzeSaid,
  copyRaw,
  countRaw,
  dropEmpty,
  longColumns,
  longestField,
  makeRaw,
  makeSaid,
  mostPlaces,
  placesSaid,
  wordsSaid,
} from './staged.sql';
import { EndMark, tidied } from './tidy';

/** Faults that a file may have as a whole, or in its first row. */
export type Read =
  { readonly faults: readonly RowFault[] } | { readonly columns: readonly Column[]; readonly rows: number };

const fault = (row: number, column: string, code: FaultCode, params: Params = {}): RowFault => ({
  row,
  column,
  code,
  params,
});

/**
 * Copies a document into `raw`, as it is written. PostgreSQL reads the CSV; what it cannot read is a fault with its row.
 * @param seen hears of the lines that went by
 */
export async function readRaw(
  source: DataSource,
  tx: EntityManager,
  document: string,
  seen: (lines: number) => void,
): Promise<Read> {
  const pieces = piecesOf(source, document);
  const first = await beginning(pieces);
  const heading = readHeading(first.toString('utf8'));
  if ('faults' in heading)
    return { faults: heading.faults.map(({ column, code, params }) => fault(1, column, code, params)) };
  await tx.query(makeRaw);
  const client = (await tx.queryRunner?.connect()) as PoolClient;
  const stream = client.query(copyFrom(copyRaw(heading.columns, heading.delimiter)));
  let lines = 0;
  try {
    const failed = once(stream, 'error').then(([error]) => Promise.reject(error as Error));
    failed.catch(() => undefined);
    const send = async (piece: Buffer): Promise<void> => {
      if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), failed]);
      lines += linesIn(piece);
      seen(lines);
    };
    for await (const piece of tidied(from(first, pieces))) await send(piece);
    stream.end();
    await Promise.race([once(stream, 'finish'), failed]);
  } catch (error) {
    // Else PostgreSQL would wait for more of the file, and whatever is asked next for PostgreSQL.
    stream.on('error', () => undefined).destroy();
    const unreadable = unreadableRow(error);
    if (!unreadable) throw error;
    return { faults: [unreadable] };
  }
  await tx.query(dropEmpty);
  const [counted]: { rows: number; long: number | null }[] = await tx.query(countRaw);
  const { rows = 0, long = null } = counted ?? {};
  if (long !== null) {
    const found: { column: string }[] = await tx.query(longColumns, [long]);
    return {
      faults: found.map(({ column }) => fault(long, column, 'field.too-long', { max: longestField })),
    };
  }
  return rows === 0 ? { faults: [fault(0, '', 'import.empty')] } : { columns: heading.columns, rows };
}

async function* from(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

/** Its first pieces, as far as the first line feed; a file without one is no table. */
async function beginning(pieces: AsyncGenerator<Buffer>): Promise<Buffer> {
  const read: Buffer[] = [];
  for (let size = 0; size < longestHeading;) {
    const piece = await pieces.next();
    if (piece.done) break;
    read.push(piece.value);
    size += piece.value.length;
    if (piece.value.includes(lineFeed)) break;
  }
  return Buffer.concat(read);
}

const lineFeed = 10;
const longestHeading = 20_000;

function linesIn(piece: Buffer): number {
  let lines = 0;
  for (let at = piece.indexOf(lineFeed); at >= 0; at = piece.indexOf(lineFeed, at + 1)) lines++;
  return lines;
}

/** The row at which PostgreSQL could not read on: other columns, an open quotation mark, bytes that are no UTF-8. */
function unreadableRow(error: unknown): RowFault | null {
  if (error instanceof EndMark) return fault(error.line, '', 'import.unreadable-row');
  const { code = '', where = '' } = error as { code?: string; where?: string };
  const row = Number(/line (\d+)/.exec(where)?.[1] ?? 0);
  if (code === '22021') return fault(row, '', 'import.not-utf8');
  return code === '22P04' ? fault(row, '', 'import.unreadable-row') : null;
}

const worded = ['flow', 'partner', 'regime', 'unit', 'status', 'basis'] as const;

/** Finds out what the different words of `raw` mean, each once, and leaves it in the `said_…` tables. */
export async function readWords(tx: EntityManager, allowed: Allowed): Promise<void> {
  const today = todayInVietNam();
  const said: { name: string; month: string }[] = await tx.query(`${placesSaid} limit ${mostPlaces}`);
  const places = said.map(({ name, month }) => ({
    name,
    written: month,
    ...shown(placeMeant(name, month, allowed, today)),
  }));
  const eras = [...new Set(places.map((place) => (place as Partial<Place>).since ?? ''))];
  const codes: { said: string }[] = await tx.query(wordsSaid('hs'));
  const headings = codes.flatMap((code) =>
    eras.map((since) => ({ said: code.said, since, ...shown(headingMeant(code.said, since)) })),
  );
  const words: object[] = [];
  for (const column of worded) {
    const found: { said: string }[] = await tx.query(wordsSaid(column));
    words.push(...found.map((one) => ({ column, said: one.said, ...shown(wordMeant(column, one.said)) })));
  }
  const [ofPlaces, ofHeadings, ofWords] = makeSaid;
  await tx.query(ofPlaces, [JSON.stringify(places)]);
  await tx.query(ofHeadings, [JSON.stringify(headings)]);
  await tx.query(ofWords, [JSON.stringify(words)]);
  await tx.query(analyzeSaid);
}

/** Without what a sentence is filled with: that is asked again of the few rows that are shown. */
function shown<T>(meant: Meant<T>): object {
  return meant.fault === undefined ? meant : { fault: meant.fault };
}

/** A fault of a row as the import shows it. */
export const shownFault = ({ row, column, code, params }: RowFault) => ({
  row,
  column,
  code,
  message: sentence(code, params),
});
