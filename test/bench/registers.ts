import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Filled } from './filled';
import { median, show } from './print';
import type { Place } from './reads';
import { ofIndustry } from './registers-industry';
import { ofTrade } from './registers-trade';

const rounds = 25;
/** Before these: the first ones show how fast a process is compiled, and not how fast it is. */
const warming = 20;

/** Lists of full registers through the whole house, against the bare statement through `pg`, in turns; and downloads. */
export async function registers(place: Place & { tradeUrl: string }): Promise<void> {
  await ofService(place, ofIndustry, place.databaseUrl);
  await ofService(place, ofTrade, place.tradeUrl);
}

async function ofService({ home, address, token }: Place, filled: Filled, url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await filled.fill(client);
  // The bare statement's rows are not compressed either.
  const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'identity' };
  const get = async (path: string): Promise<string> => {
    const answer = await fetch(`${address}/v1/${filled.service}${path}`, { headers });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.text();
  };
  for (const [what, path, sql] of filled.questions) {
    const ours: number[] = [];
    const bare: number[] = [];
    for (let round = -warming; round < rounds; round++) {
      const begun = performance.now();
      await client.query(sql);
      const between = performance.now();
      await get(path);
      if (round < 0) continue;
      bare.push(between - begun);
      ours.push(performance.now() - between);
    }
    show(what, { ours: median(ours), limit: median(bare), unit: 'ms' }, 2, true);
  }
  await download(get, client, filled.download, memoryOf(home, filled.service));
  await client.end();
}

async function download(
  get: (path: string) => Promise<string>,
  client: Client,
  { path, sql }: Filled['download'],
  memory: () => number,
): Promise<void> {
  const begun = performance.now();
  await client.query(sql);
  const between = performance.now();
  let highest = memory();
  const watching = setInterval(() => (highest = Math.max(highest, memory())), 50);
  const rows = (await get(path)).split('\r\n').length - 2;
  clearInterval(watching);
  const [bare, ours] = [(between - begun) / 1000, (performance.now() - between) / 1000];
  show('a download of 100,000 rows', { ours, limit: bare, unit: 's', note: `${rows} rows` });
  show('memory of the service meanwhile', { ours: highest, limit: 200, unit: 'MB' }, 1, true);
}

/** Resident megabytes of a service. */
export function memoryOf(home: string, service: string): () => number {
  const processes = JSON.parse(readFileSync(join(home, 'processes.json'), 'utf8')) as Record<
    string,
    { pid: number }
  >;
  const pid = processes[service]?.pid ?? 0;
  return () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}
