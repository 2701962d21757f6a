import type { QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import { query, type Statement } from './database';

/** Keys of one statement: few enough that no reader waits for a long list of others. */
const together = 64;

interface Asked<R> {
  key: string;
  resolve: (row: R | undefined) => void;
  reject: (error: unknown) => void;
}

/**
 * Reads of single rows by key: what is asked in one turn of the event loop goes to PostgreSQL as one statement, for
 * waking it costs more than finding the row (docs/decisions/0004). Only for keys and callers that have been checked
 * before: one faulty key would fail its neighbours, and the statement does not know who asks.
 *
 * The statement takes the keys as `$1::…[]` and answers a row for each key that is there, with `at`, the key's place
 * counted from 1: `from unnest($1::uuid[]) with ordinality as asked(id, at) join … using (id)`.
 */
export class PointReads<R extends QueryResultRow & { at: string }> {
  private asked: Asked<R>[] = [];

  constructor(
    private readonly source: DataSource,
    private readonly statement: Statement,
  ) {}

  /** The row of this key, if there is one. */
  read(key: string): Promise<R | undefined> {
    return new Promise((resolve, reject) => {
      const waiting = this.asked.push({ key, resolve, reject });
      if (waiting === together) this.leave();
      else if (waiting === 1) setImmediate(() => this.leave());
    });
  }

  private leave(): void {
    const asked = this.asked;
    this.asked = [];
    if (asked.length > 0) void this.readTogether(asked);
  }

  private async readTogether(asked: readonly Asked<R>[]): Promise<void> {
    try {
      const rows = await query<R>(this.source, this.statement, [asked.map(({ key }) => key)]);
      const found = new Map(rows.map((row) => [Number(row.at) - 1, row]));
      asked.forEach(({ resolve }, place) => resolve(found.get(place)));
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }
}
