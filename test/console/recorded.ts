import { setTimeout as sleep } from 'node:timers/promises';

/** A token of a sample account from whoever vouches for people at that address. */
export async function tokenAt(address: string, account: string): Promise<string> {
  const { issuer } = (await (await fetch(`${address}/console.json`)).json()) as { issuer: string };
  const body = new URLSearchParams({ grant_type: 'urn:doit:dev-account', client_id: 'dev-cli', account });
  const answer = await fetch(`${issuer}/token`, { method: 'POST', body });
  return ((await answer.json()) as { access_token: string }).access_token;
}

/** Records figures by the API as the administration does, so many at a time as one request takes. */
export async function record(address: string, service: string, items: readonly object[]): Promise<void> {
  const token = await tokenAt(address, 'admin');
  for (let from = 0; from < items.length; from += 500) {
    const answer = await fetch(`${address}/v1/${service}/observations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ items: items.slice(from, from + 500) }),
    });
    if (answer.status !== 201) throw new Error(await answer.text());
  }
}

/** What the API answers once it is like that: what is recorded is told to reporting a moment later. */
export async function answered<T>(url: string, isThere: (answer: T) => boolean): Promise<T> {
  for (let left = 100; ; left--) {
    const answer = (await (await fetch(url)).json()) as T;
    if (isThere(answer)) return answer;
    if (left === 0) throw new Error(`${url} never came to what was recorded: ${JSON.stringify(answer)}`);
    await sleep(200);
  }
}

/** A figure as the statistics office states it, approved. */
export const stated = (
  indicator: string,
  territory: string,
  period: string,
  value: string,
  unit: string,
) => ({
  ...{ indicator, territory, period, value, unit, measure: 'actual', status: 'official', source: 'gso' },
});
