import type { Page } from 'playwright-core';

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

/** A platform that runs for days is written to again and again: each run has months of its own, of years that no sample speaks of. */
export function monthsOfThisRun(): { month: string; monthBefore: string; vietnamese: string }[] {
  const run = Math.floor(Date.now() / 60_000) % 1200;
  return [3, 5, 7, 9, 11].map((month) => {
    const year = 1900 + (run % 100);
    const text = (n: number) => `${year}-${String(n).padStart(2, '0')}`;
    return { month: text(month), monthBefore: text(month - 1), vietnamese: `Tháng ${month}/${year}` };
  });
}

/** Puts a text on the clipboard, as a spreadsheet does, and pastes it. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+V');
}
