import { createReadStream, openAsBlob, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { writeExtract } from './extract-file';
import { show } from './print';
import type { Place } from './reads';
import { memoryOf } from './registers';

const lines = 1_000_000;

/** Seconds at which an import was seen in each status. */
type Seen = Partial<Record<'queued' | 'reading' | 'checking' | 'writing' | 'done' | 'failed', number>>;

/** Where an extract is sent to, and looked at. */
export interface Port {
  readonly address: string;
  readonly token: string;
  readonly client: Client;
}

/** A million lines as one file through the whole house, against a bare COPY of the same rows into the same table. */
export async function imports({
  home,
  address,
  adminToken,
  flowsUrl,
}: Place & { flowsUrl: string; adminToken: string }): Promise<void> {
  const client = new Client({ connectionString: flowsUrl });
  await client.connect();
  const file = join(home, 'extract.csv');
  const port = { address, token: adminToken, client };
  await writeExtract(file, { lines, seed: 7, year: 2024, months: 12 });
  const memory = memoryOf(home, 'export-import');
  let highest = memory();
  const watching = setInterval(() => (highest = Math.max(highest, memory())), 100);
  const first = await sendFile(port, file);
  clearInterval(watching);
  const again = await sendFile(port, file);
  const corrected = readFileSync(file, 'utf8').replace(/^((?:[^,\n]*,){7})(\d+)0(\.\d+)/gm, '$1$21$3');
  writeFileSync(file, corrected);
  const next = await sendFile(port, file, { asOf: '2025-02-15' });
  const bare = await bareCopy(client, join(home, 'bare.csv'), first.id);
  rmSync(file);
  const rate = (seconds: number) => ({ ours: lines / seconds, limit: lines / bare, unit: 'lines/s' });
  const { reading = 0, checking = 0, done = 0 } = first.seen;
  show(
    'from staging on',
    { ...rate(done - checking), note: `${(done - checking).toFixed(1)} s; goal 0.60` },
    0.45,
  );
  show(
    'end to end',
    { ...rate(done - reading), note: `${(done - reading).toFixed(1)} s; bare ${bare.toFixed(1)} s` },
    0.3,
  );
  show('the same with the upload', {
    ...rate(done + first.sending),
    note: `sent in ${first.sending.toFixed(1)} s`,
  });
  show('the same file again', { ...rate(again.seen.done ?? 0), note: JSON.stringify(again.outcome) });
  show('the file corrected', { ...rate(next.seen.done ?? 0), note: JSON.stringify(next.outcome) });
  show('memory of the service, most', { ours: highest, limit: 200, unit: 'MB' }, 1, true);
  await client.end();
}

/** Sends a file as a form, and waits until it is written. */
export async function sendFile(
  { address, token, client }: Port,
  path: string,
  more: Record<string, string> = {},
): Promise<{ id: string; sending: number; seen: Seen; outcome: unknown }> {
  const form = new FormData();
  for (const [name, value] of Object.entries({
    locale: 'en',
    asOf: '2025-01-31',
    status: 'official',
    ...more,
  }))
    form.set(name, value);
  form.set('file', await openAsBlob(path), 'extract.csv');
  const begun = performance.now();
  const answer = await fetch(`${address}/v1/export-import/imports`, {
    ...{ method: 'POST', body: form, headers: { authorization: `Bearer ${token}` } },
  });
  const sent = (await answer.json()) as { id: string };
  if (answer.status !== 202) throw new Error(JSON.stringify(sent));
  const sending = (performance.now() - begun) / 1000;
  const from = performance.now();
  const seen: Seen = {};
  for (;;) {
    const { rows } = await client.query<{ status: keyof Seen; errors: object[]; outcome: unknown }>(
      'select status, errors, outcome from flow_import where id = $1',
      [sent.id],
    );
    const [row] = rows;
    if (!row) throw new Error('no such import');
    seen[row.status] ??= (performance.now() - from) / 1000;
    if (row.status === 'failed') throw new Error(JSON.stringify(row.errors.slice(0, 3)));
    if (row.status === 'done') return { id: sent.id, sending, seen, outcome: row.outcome };
    await sleep(10);
  }
}

const columns = `territory, month, flow, source, partner, regime, enterprise, hs, hs_edition, commodity, value_usd, quantity, unit,
  status, as_of, import, row, state`;

/** The same rows, in the order of the file, by COPY into a table with the same columns, checks and indexes. Seconds. */
async function bareCopy(client: Client, path: string, id: string): Promise<number> {
  const { rows } = await client.query<{ line: string }>(
    `select concat_ws(E'\\t', territory, month, flow, source, partner, regime, enterprise, hs, hs_edition, commodity, value_usd, quantity,
       unit, status, as_of, import, row, 'approved') as line from flow_line where import = $1 order by row`,
    [id],
  );
  writeFileSync(path, rows.map(({ line }) => `${line}\n`).join(''));
  await client.query('create table bare (like flow_line including all)');
  const begun = performance.now();
  await pipeline(createReadStream(path), client.query(copyFrom(`copy bare (${columns}) from stdin`)));
  const seconds = (performance.now() - begun) / 1000;
  const { rows: counted } = await client.query<{ count: string }>('select count(*) from bare');
  if (Number(counted[0]?.count) !== lines) throw new Error(`the bare copy has ${counted[0]?.count} lines`);
  await client.query('drop table bare');
  rmSync(path);
  return seconds;
}
