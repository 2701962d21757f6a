import { createReadStream, openAsBlob, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FlowImport } from '@doit/contracts';
import { TestPlatform } from '@doit/testing';
import { Client } from 'pg';
import { startPostgres } from '../../deploy/local/postgres';
import { writeExtract } from '../bench/extract-file';

const lines = 1_000_000;
const source = 'chaos';
const columns = 'flow,territory,month,hs,partner,regime,enterprise,value_usd,quantity,unit';

/*
 * A million lines are sent as a form; the process that reads them is killed, again while it writes, and then its database's
 * backend is. What is there in the end is the file: whole, once, and told once.
 */
describe('a file that is being written', () => {
  const platform = new TestPlatform();
  let database: Client;
  let path: string;
  let token: string;
  /** What the file comes to, by flow, territory and month: cents, and lines. */
  const sums = new Map<string, { cents: number; lines: number }>();

  beforeAll(async () => {
    await platform.start();
    const { url } = await startPostgres({ home: platform.home, say: () => undefined });
    database = new Client({ connectionString: url.replace(/\/postgres$/, '/doit') });
    await database.connect();
    await database.query('set search_path to export_import');
    token = await platform.token('admin');
    path = join(platform.home, 'extract.csv');
    await writeExtract(path, { lines, seed: 11, year: 2024, months: 12 });
    for await (const line of createInterface(createReadStream(path))) {
      const [flow = '', territory = '', month = '', , , , , value = ''] = line.split(',');
      if (flow === 'flow') continue;
      const sum = sums.get(`${flow} ${territory} ${month}`) ?? { cents: 0, lines: 0 };
      sum.cents += Number(value.replace('.', ''));
      sum.lines += 1;
      sums.set(`${flow} ${territory} ${month}`, sum);
    }
  }, 180_000);
  afterAll(async () => {
    await database.end();
    await platform.stop();
  }, 60_000);

  const rows = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
    (await database.query<T>(sql, values)).rows;
  const first = async <T extends object>(sql: string, values: unknown[] = []): Promise<T> => {
    const [row] = await rows<T>(sql, values);
    if (!row) throw new Error(`nothing: ${sql}`);
    return row;
  };

  const post = async (
    to: string,
    body: FormData | string,
  ): Promise<{ status: number; body: FlowImport & { code?: string } }> => {
    const isForm = typeof body !== 'string';
    const answer = await fetch(`${platform.address}/v1/export-import/${to}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        ...(!isForm && { 'content-type': 'application/json' }),
      },
      body,
      signal: AbortSignal.timeout(60_000),
    });
    return { status: answer.status, body: (await answer.json()) as FlowImport };
  };
  const send = async (file: Blob, fields: Record<string, string> = {}): Promise<string> => {
    const form = new FormData();
    form.set('file', file, 'extract.csv');
    for (const [name, value] of Object.entries({ locale: 'en', source, asOf: '2025-01-31', ...fields }))
      form.set(name, value);
    const sent = await post('imports', form);
    expect(sent).toMatchObject({ status: 202 });
    return sent.body.id;
  };

  interface Job {
    status: string;
    attempts: number;
    rowsRead: number;
    outcome: FlowImport['outcome'];
    errors: object[];
    endedAt: Date | null;
  }
  const job = (id: string): Promise<Job> =>
    first(
      'select status, attempts, rows_read as "rowsRead", outcome, errors, ended_at as "endedAt" from flow_import where id = $1',
      [id],
    );
  /** As soon as it is so. */
  const until = async (id: string, isSo: (job: Job) => boolean): Promise<Job> => {
    for (const end = Date.now() + 120_000; Date.now() < end;) {
      const found = await job(id);
      if (isSo(found)) return found;
      if (found.status === 'failed') throw new Error(JSON.stringify(found.errors.slice(0, 3)));
      await sleep(10);
    }
    throw new Error(`still ${JSON.stringify(await job(id))}`);
  };
  const kill = (): boolean => process.kill(platform.processes()['export-import']?.pid ?? 0, 'SIGKILL');
  const standing = (): Promise<{ lines: string; cents: string }> =>
    first(
      `select count(*) as lines, sum(value_usd) * 100 as cents from flow_line where state = 'approved' and source = $1`,
      [source],
    );

  it('and whose writers die is written whole and once, and others wait or are told that it is busy', async () => {
    const id = await send(await openAsBlob(path));
    await until(id, ({ status, rowsRead }) => status === 'reading' && rowsRead > 1000);
    kill();
    await until(id, ({ status, attempts }) => attempts === 2 && status === 'writing');
    // Lines are on their way into the table.
    await sleep(1500);
    kill();
    expect((await standing()).lines).toBe('0');
    await until(id, ({ status, attempts }) => attempts === 3 && status === 'writing');
    await sleep(500);
    const ended = await rows(
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted
        and (classid::bigint << 32) | objid::bigint = hashtextextended('flow-import ' || $1, 0)`,
      [id],
    );
    expect(ended).toHaveLength(1);
    await until(id, ({ status, attempts }) => attempts === 4 && status === 'writing');
    const row = 'export,nghe-an,2024-03,03061721,JP,fdi,2900000001,5,,';
    const second = await send(new Blob([`${columns}\n${row}\n`]), { source: 'chaos-second' });
    const begun = Date.now();
    const entry = { flow: 'export', territory: 'nghe-an', month: '2024-03', hs: '03061721', partner: 'JP' };
    const byHand = await post(
      'flows',
      JSON.stringify({ ...entry, valueUsd: '5', status: 'official', source: 'chaos-by-hand' }),
    );
    expect(Date.now() - begun).toBeLessThan(5000);
    expect(['503 flows.busy', '201 ']).toContain(`${byHand.status} ${byHand.body.code ?? ''}`);
    expect(await job(second)).toMatchObject({ status: 'queued' });
    const done = await until(id, ({ status }) => status === 'done');
    expect(done).toMatchObject({ attempts: 4, outcome: { added: lines, changed: 0, older: 0 } });
    const after = await until(second, ({ status }) => status === 'done');
    expect(after).toMatchObject({ attempts: 1, outcome: { added: 1 } });
    expect(Number(after.endedAt)).toBeGreaterThan(Number(done.endedAt));
    await isTheFile(id);
  }, 400_000);

  /** Lines, cells and what was told of them. */
  async function isTheFile(id: string): Promise<void> {
    const cents = [...sums.values()].reduce((sum, each) => sum + each.cents, 0);
    const stands = await standing();
    expect([stands.lines, Number(stands.cents)]).toEqual([String(lines), cents]);
    const totals = await rows<{ place: string; cents: string; lines: number }>(
      `select concat_ws(' ', flow, territory, to_char(month, 'YYYY-MM')) as place, value_usd * 100 as cents, lines
         from flow_cell where by = 'total' and source = $1`,
      [source],
    );
    const found = totals.map((one) => [one.place, { cents: Number(one.cents), lines: one.lines }]);
    expect(found.sort()).toEqual([...sums].sort());
    // A payload of a thousand cells is taken apart once, and not for each of them.
    const payloads = `select payload ->> 'territory' as territory, payload -> 'cells' as cells from event
      where type = 'export-import.flows.rolled-up.v1' and payload ->> 'import' = $1 offset 0`;
    const told = `select e.territory, c.by, c.flow, c.month, c.key, c."valueUsd", c.lines, c.enterprises, c.status, c."isWhole"
      from (${payloads}) e cross join lateral json_to_recordset(e.cells) as c (by text, flow text, month text, key text,
        "valueUsd" numeric, lines int, enterprises int, status text, "isWhole" boolean)`;
    const kept = `select territory, by, flow, to_char(month, 'YYYY-MM'), key, value_usd, lines, enterprises, status, is_whole
      from flow_cell where source = $2`;
    const differing = await rows(`(${told} except all ${kept}) union all (${kept} except all ${told})`, [
      id,
      source,
    ]);
    expect(differing).toEqual([]);
    expect((await first<{ cells: string }>(`select count(*) as cells from (${told}) as t`, [id])).cells).toBe(
      String((await job(id)).outcome?.cells),
    );
  }

  it('and was written adds nothing when it is sent again', async () => {
    const before = await standing();
    const events = `select count(*)::int as count from event where type = 'export-import.flows.rolled-up.v1'`;
    const told = await first(events);
    const done = await until(await send(await openAsBlob(path)), ({ status }) => status === 'done');
    expect(done.outcome).toMatchObject({ added: 0, changed: 0, unchanged: lines, withdrawn: 0, cells: 0 });
    // The same lines, and one more row: another file.
    const other = await until(
      await send(new Blob([await openAsBlob(path), ',,,,,,,,,\n'])),
      ({ status }) => status === 'done',
    );
    expect(other.outcome).toMatchObject({ added: 0, changed: 0, unchanged: lines, withdrawn: 0, cells: 0 });
    expect(await standing()).toEqual(before);
    expect(await first(events)).toEqual(told);
  }, 200_000);

  it('goes through the gateway in pieces: a hundred megabytes cost it less than sixty', async () => {
    const status = `/proc/${platform.processes()['gateway']?.pid}/status`;
    const megabytes = (): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]) / 1024;
    const before = megabytes();
    let most = before;
    const watching = setInterval(() => (most = Math.max(most, megabytes())), 20);
    const id = await send(new Blob(Array<Buffer>(100).fill(Buffer.alloc(1024 * 1024, 'x'))));
    clearInterval(watching);
    expect(most - before).toBeLessThan(60);
    expect(
      await first(
        'select bytes::int from document join flow_import i on document = document.id where i.id = $1',
        [id],
      ),
    ).toEqual({
      bytes: 100 * 1024 * 1024,
    });
  }, 60_000);
});
