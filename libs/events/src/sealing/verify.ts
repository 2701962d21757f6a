import type { KeyObject } from 'node:crypto';
import { schemaOf, type Service } from '@doit/contracts';
import type { ClientBase } from 'pg';
import { sealedColumns, selectSealed } from '../telling/chain';
import { readHeads, type SignedHead } from './heads';
import { Walk, type AuditFault, type ChainRow, type RelayStanding } from './walk';

export interface Verdict {
  readonly service: Service;
  readonly faults: AuditFault[];
  /** Rows read. */
  readonly events: number;
  /** The position of the last row. */
  readonly end: number;
  /** Told, but not numbered yet. */
  readonly waiting: number;
  /** Signed heads found in the chain as they were signed. */
  readonly matched: number;
  /** The last of these: whoever changes what stands before it is found. */
  readonly sealedTo: SignedHead | null;
}

export interface Asked {
  service: Service;
  /** Any role that may read `event` and `relay` of the service's schema. */
  database: ClientBase;
  /** The lines of the service's file of heads. */
  lines: readonly string[];
  keys: readonly KeyObject[];
  now?: Date;
}

const most = { rows: 500, bytes: 4 * 2 ** 20 };

/** Reads the whole chain of a service, page by page, and holds it against itself and the heads that were signed. */
export async function verifyChain(asked: Asked): Promise<Verdict> {
  const { heads, wrong } = readHeads(asked.lines, asked.service, asked.keys);
  const walk = new Walk(heads);
  for (const { line, words } of wrong)
    walk.fault('head-file', null, `line ${line} of the file of heads ${words}`);
  const before = await relayOf(asked);
  for await (const row of rowsOf(asked)) walk.step(row);
  const { waiting, counted } = await countsOf(asked, walk.position);
  walk.end({ before, behind: await relayOf(asked) }, counted);
  walk.unsealed((asked.now ?? new Date()).getTime());
  const { faults, events, position, matched, sealedTo } = walk;
  faults.sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
  return { service: asked.service, faults, events, end: position, waiting, matched, sealedTo };
}

/** The rows in the order of their positions, the payload as it stands: PostgreSQL is not asked to hash for us. */
async function* rowsOf({ service, database }: Asked): AsyncGenerator<ChainRow> {
  const schema = schemaOf(service);
  const columns = { ...sealedColumns('event'), payload: 'event.payload::text' };
  let after: string | undefined = '-9223372036854775808';
  while (after !== undefined) {
    const page: { rows: ChainRow[] } = await database.query<ChainRow>(
      `select ${selectSealed(columns)}, encode(event.hash, 'hex') as hash
       from (select seq, row_number() over reach as nth, sum(bytes) over reach as weight
             from (select seq, position, bytes from ${schema}.event where position > $1
                   order by position limit ${most.rows}) next
             window reach as (order by position)) page
       join ${schema}.event using (seq)
       where nth = 1 or weight <= ${most.bytes} order by event.position`,
      [after],
    );
    yield* page.rows;
    after = page.rows.at(-1)?.position;
  }
}

async function relayOf({ service, database }: Asked): Promise<RelayStanding | undefined> {
  const { rows } = await database.query<RelayStanding>(
    `select chained as position, encode(hash, 'hex') as hash from ${schemaOf(service)}.relay`,
  );
  return rows[0];
}

async function countsOf(
  { service, database }: Asked,
  end: number,
): Promise<{ waiting: number; counted: number }> {
  const { rows } = await database.query<{ waiting: number; counted: number }>(
    `select count(*) filter (where position is null)::int as waiting,
       count(*) filter (where position <= $1)::int as counted from ${schemaOf(service)}.event`,
    [end],
  );
  return rows[0] ?? { waiting: 0, counted: 0 };
}
