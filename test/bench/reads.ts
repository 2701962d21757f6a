import { fork } from 'node:child_process';
import { once } from 'node:events';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from '../../deploy/local/ports';
import { quantile, volley, type Shot } from './client';
import { median, show } from './print';

export interface Place {
  /** The folder that the platform keeps its things in. */
  home: string;
  /** The gateway. */
  address: string;
  token: string;
  /** The industry service's own role. */
  databaseUrl: string;
}

const rounds = 5;
const seconds = 2;

/** One row and a list of 50 through the whole house, with a verified token, against bare Fastify + pg. */
export async function reads({ address, token, databaseUrl }: Place): Promise<void> {
  const id = await fill(databaseUrl);
  const port = await freePort();
  const limit = fork(join(__dirname, 'baseline.js'), [databaseUrl, String(port)]);
  await once(limit, 'message');
  const headers = { authorization: `Bearer ${token}` };
  const ours = (path: string): Shot => ({
    port: Number(new URL(address).port),
    path: `/v1/industry${path}`,
    headers,
  });
  const one = { ours: ours(`/clusters/${id}`), limit: { port, path: `/one/${id}` } };
  const list = { ours: ours('/clusters?territory=nghe-an&limit=50'), limit: { port, path: '/list' } };
  try {
    await sameBodies(one);
    await sameBodies(list);
    for (const pair of [one, list]) await interleaved(pair, 32, 1); // warm
    show('one row, 32 connections', await interleaved(one, 32, rounds), 0.7);
    show('list of 50, 32 connections', await interleaved(list, 32, rounds), 0.9);
    show('one row, 1 connection', await interleaved(one, 1, 3));
  } finally {
    limit.kill();
  }
}

interface Pair {
  ours: Shot;
  limit: Shot;
}

/** The rates of both, taken in turns, so that whatever else the machine does meets both; the median of the rounds. */
async function interleaved({ ours, limit }: Pair, connections: number, times: number) {
  const rates: { ours: number[]; limit: number[] } = { ours: [], limit: [] };
  const slowest: number[] = [];
  for (let round = 0; round < times; round++) {
    rates.limit.push((await volley(limit, connections, seconds)).rate);
    const { rate, times: took } = await volley(ours, connections, seconds);
    rates.ours.push(rate);
    slowest.push(quantile(took, 0.99));
  }
  return {
    ours: median(rates.ours),
    limit: median(rates.limit),
    unit: '/s',
    note: `p99 ${median(slowest).toFixed(1)} ms`,
  };
}

/** A ratio of different answers would say nothing. Instants may be written in two ways. */
async function sameBodies({ ours, limit }: Pair): Promise<void> {
  const [a, b] = await Promise.all(
    [ours, limit].map(async ({ port, path, headers = {} }) => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
      return JSON.parse(await answer.text(), (key, value: unknown) =>
        key.endsWith('At') ? new Date(value as string).getTime() : value,
      ) as object;
    }),
  );
  if (!isDeepStrictEqual(a, b))
    throw new Error(`different answers: ${JSON.stringify(a)} and ${JSON.stringify(b)}`);
}

/** 2,000 clusters; answers the id of one of them. */
async function fill(databaseUrl: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`set doit.territories = '*'`);
  await client.query(`insert into cluster
    select gen_random_uuid(), 'B' || lpad(i::text, 4, '0'), 'Cụm công nghiệp ' || i, 'nghe-an', 'Xã ' || i, 'established',
           '2020-01-01', 50, 45.5, 40, 30, 20.25, 'Công ty ' || i, 'cum cong nghiep', 1, now(), now()
      from generate_series(1, 2000) i on conflict do nothing`);
  const found = await client.query<{ id: string }>(`select id from cluster where code = 'B0777'`);
  await client.end();
  return found.rows[0]?.id ?? '';
}
