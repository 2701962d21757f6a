import { territoriesOn } from '@doit/reference';
import { Client } from 'pg';
import { quantile } from './client';
import { show } from './print';
import type { Place } from './reads';

const events = 1000;
const registrations = 400;
/** Milliseconds that a registration with its check may take, on a machine that does nothing else. */
const goal = 50;

/** Registrations of promotion events, each held against a year of 1,000 in 34 territories, through the whole house. */
export async function promotion({ address, token, tradeUrl }: Place & { tradeUrl: string }): Promise<void> {
  const client = new Client({ connectionString: tradeUrl });
  await client.connect();
  await fill(client);
  await client.end();
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const post = async (path: string, sent: object): Promise<number> => {
    const begun = performance.now();
    const answer = await fetch(`${address}/v1/trade/promotion-events${path}`, {
      ...{ method: 'POST', headers, body: JSON.stringify(sent) },
    });
    await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return performance.now() - begun;
  };
  const run = Date.now().toString(36);
  const draft = (n: number) => ({
    ...{ territory: 'nghe-an', startsOn: day(n % 360), endsOn: day((n % 360) + 3), place: 'Town square' },
    ...{ sectors: ['rice', 'ocop'], targetMarkets: n % 3 === 0 ? ['JP'] : [], level: 'province' },
  });
  const entry = (n: number) => ({
    ...draft(n),
    ...{ code: `${run}-${n}`, name: 'Fair', kind: 'fair', host: 'Sở Công Thương' },
  });
  for (let n = 0; n < 20; n++) await post('', entry(1000 + n)); // warm
  for (const [what, path, sent] of [
    ['a draft checked, p99', '/overlaps', draft],
    ['a registration with its check, p99', '', entry],
  ] as const) {
    const taken: number[] = [];
    for (let n = 0; n < registrations; n++) taken.push(await post(path, sent(n)));
    taken.sort((a, b) => a - b);
    const note = `median ${quantile(taken, 0.5).toFixed(1)} ms`;
    show(what, { ours: quantile(taken, 0.99), limit: goal, unit: 'ms', note }, 1, true);
  }
}

const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);

async function fill(client: Client): Promise<void> {
  await client.query(`set doit.territories = '*'`);
  const units = territoriesOn('2026-01-01').map(({ id }) => id);
  await client.query(
    `insert into promotion_event (id, code, name, territory, kind, level, starts_on, ends_on, place, sectors, target_markets,
        host, state, words, version, recorded_at, changed_at)
     select gen_random_uuid(), 'B' || i, 'Event ' || i, ($1::text[])[i % 34 + 1], 'fair', 'province',
        date '2026-01-01' + (i * 7) % 365, date '2026-01-01' + (i * 7) % 365 + i % 6, 'Place ' || i % 50,
        jsonb_build_array((array['rice', 'seafood', 'ocop', 'textiles', 'general', 'energy', 'logistics'])[i % 7 + 1]),
        case when i % 3 = 0 then '["JP"]'::jsonb end, 'x', 'registered', 'x', 1, now(), now()
       from generate_series(1, $2) i on conflict do nothing`,
    [units, events],
  );
}
