import { randomInt } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';

/** Asks the API as whoever is signed in on a page: for what a journey finds there already. */
export function asSignedIn(page: Page, path: string, body: object): Promise<number> {
  return page.evaluate(
    async ([to, content]) => {
      const kept = Object.keys(sessionStorage).find((key) => key.startsWith('oidc.user:')) ?? '';
      const user = JSON.parse(sessionStorage.getItem(kept) ?? '{}') as { access_token?: string };
      const answer = await fetch(to, {
        method: 'POST',
        headers: { authorization: `Bearer ${user.access_token ?? ''}`, 'content-type': 'application/json' },
        body: content,
      });
      return answer.status;
    },
    [path, JSON.stringify(body)] as const,
  );
}

/** The grid of a month, by default the one that is due. */
export const workOf = (period = '', service = 'trade'): string =>
  `/work?territory=nghe-an&period=${period}&service=${service}`;
export const trips = /^Số chuyến bán hàng lưu động/;
export const lineOf = (page: Page, name: RegExp): Locator =>
  page.getByRole('grid').getByRole('row', { name });
/** The cell that one types into is the first after the name. */
export const cellOf = (page: Page, name: RegExp): Locator => lineOf(page, name).getByRole('gridcell').first();

/**
 * A platform that runs for days is written to again and again: each run has months of its own, of a year that no sample
 * speaks of and no run before has published in. Only every other year, so that none is a year after another's.
 */
export async function monthsOfThisRun(
  address: string,
): Promise<{ month: string; monthBefore: string; vietnamese: string }[]> {
  const asked = '/v1/trade/observations?territory=nghe-an&indicator=RETAIL,MOBILE_SALES_TRIPS&limit=500';
  const taken = new Set<string>();
  let after = '';
  do {
    const answer = await fetch(address + asked + after);
    const { items, next } = (await answer.json()) as { items: { period: string }[]; next: string | null };
    for (const { period } of items) taken.add(period.slice(0, 4));
    after = next ? `&after=${encodeURIComponent(next)}` : '';
  } while (after);
  const free = Array.from({ length: 50 }, (_, n) => String(1900 + 2 * n)).filter((year) => !taken.has(year));
  const year = free[randomInt(Math.max(free.length, 1))];
  if (year === undefined) throw new Error('every year was written in: start the platform with an empty home');
  return [3, 5, 7, 9, 11].map((month) => {
    const text = (n: number) => `${year}-${String(n).padStart(2, '0')}`;
    return { month: text(month), monthBefore: text(month - 1), vietnamese: `Tháng ${month}/${year}` };
  });
}

/** One of the 1,200 months of the last century, another each minute: for what needs one alone. */
export function monthOfThisRun(): string {
  const run = Math.floor(Date.now() / 60_000) % 1200;
  return `${1900 + Math.floor(run / 12)}-${String((run % 12) + 1).padStart(2, '0')}`;
}

/** Puts a text on the clipboard, as a spreadsheet does, and pastes it. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+V');
}
