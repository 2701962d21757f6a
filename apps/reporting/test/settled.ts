import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';

/** Asked again until it is so. @throws Error that it never was */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; !(await isSo());) {
    if (Date.now() > end) throw new Error(`never: ${what}`);
    await sleep(30);
  }
}

/** The one number that a statement selects. */
export const number = async (client: Client, sql: string): Promise<number> =>
  Number((await client.query<{ n: string }>(`select (${sql}) as n`)).rows[0]?.n);

/**
 * All that a service has told is applied by reporting, none of it parked.
 * @param there its database; `here`: that of reporting
 */
export async function arrived(teller: string, there: Client, here: Client): Promise<void> {
  const told = await number(there, 'select count(*) from event');
  const position = `select max(position) from cursor where teller = '${teller}'`;
  await until('all is applied', async () => (await number(here, position)) === told);
  expect(await number(here, 'select count(*) from parked_event')).toBe(0);
}

/** Likewise, and all that it concerns is checked. */
export async function settled(teller: string, there: Client, here: Client): Promise<void> {
  await arrived(teller, there, here);
  const waiting = 'select count(*) from place where marked > checked or results is null';
  await until('all is checked', async () => (await number(here, waiting)) === 0);
}
