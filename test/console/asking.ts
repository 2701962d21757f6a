import type { Page } from 'playwright-core';

/** What the API answers to everybody: what a page shows is held against it. */
export async function answered(address: string, path: string): Promise<unknown> {
  const answer = await fetch(`${address}/v1${path}`);
  if (!answer.ok) throw new Error(`${path}: HTTP ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** Asks the API as whoever is signed in on the page, with the token of his tab. */
export async function askAs(page: Page, path: string, body?: unknown): Promise<unknown> {
  const { status, text } = await page.evaluate(
    async ({ path: to, sent }) => {
      const key = Object.keys(sessionStorage).find((name) => name.startsWith('oidc.user:')) ?? '';
      const kept = sessionStorage.getItem(key) ?? '';
      const token = /"access_token":"([^"]+)"/.exec(kept)?.[1] ?? '';
      const answer = await fetch(`/v1${to}`, {
        method: sent === null ? 'GET' : 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(sent !== null && { body: sent }),
      });
      return { status: answer.status, text: await answer.text() };
    },
    { path, sent: body === undefined ? null : JSON.stringify(body) },
  );
  if (status >= 300) throw new Error(`${path}: HTTP ${status} ${text}`);
  return JSON.parse(text);
}

/** Records one figure and answers its id. */
export async function recordAs(
  page: Page,
  service: string,
  figure: Record<string, unknown>,
): Promise<string> {
  const { items } = (await askAs(page, `/${service}/observations`, { items: [figure] })) as {
    items: { id: string }[];
  };
  return items[0]?.id ?? '';
}

/** As Vietnamese print writes a decimal of the API. */
export function inVietnamese(value: string): string {
  const [whole = '', part] = value.replace('-', '−').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return part === undefined ? grouped : `${grouped},${part}`;
}

/** Waits for what reporting learns from events a moment later. */
export async function until<T>(ask: () => Promise<T>, isThere: (found: T) => boolean): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    const found = await ask();
    if (isThere(found)) return found;
    if (Date.now() > end) throw new Error(`Waited in vain; the last answer: ${JSON.stringify(found)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
