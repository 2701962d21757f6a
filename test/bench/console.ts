import { setTimeout as sleep } from 'node:timers/promises';
import { chromium as launcher, type Browser, type Page } from 'playwright-core';
import { memberIdsOn } from '@doit/reference';
import { chromium } from '../console/chromium';
import { median, show } from './print';

/** Milliseconds from the start of a first visit until the figures are seen, and from data to a drawn chart. */
const limits = { overview: 2000, chart: 300 };
const visits = 7;
const group = 'south-20-2024';
const years = { from: 2003, to: 2022 };

/** The console in headless Chromium on the platform as it starts: a first visit, and a chart of 20 series of 240 months. */
export async function inChromium({
  address,
  adminToken,
}: {
  address: string;
  adminToken: string;
}): Promise<void> {
  await fill(address, adminToken);
  const browser = await launcher.launch({ executablePath: chromium(), args: ['--no-sandbox'] });
  try {
    await measured(browser, 'overview, first visit to figures', limits.overview, (page) =>
      figuresShown(page, address),
    );
    await measured(browser, 'chart of 20 × 240, data to drawn', limits.chart, (page) => drawn(page, address));
  } finally {
    await browser.close();
  }
}

/** Each visit has a browser profile of its own, so that nothing is kept from the one before. */
async function measured(
  browser: Browser,
  what: string,
  limit: number,
  measure: (page: Page) => Promise<number>,
): Promise<void> {
  const taken: number[] = [];
  for (let n = 0; n < visits; n++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    taken.push(await measure(await context.newPage()));
    await context.close();
  }
  const note = `slowest ${Math.max(...taken).toFixed(0)} ms`;
  show(what, { ours: median(taken), limit, unit: 'ms', note }, 1, true);
}

/** Since the visit began, when the overview's figures and their links stand there. */
async function figuresShown(page: Page, address: string): Promise<number> {
  await page.goto(`${address}/?territory=nghe-an&period=2023-01/P5M`);
  await page.locator('main a[href^="/figures/"]').first().waitFor();
  return page.evaluate<number>('performance.now()');
}

/** Marks the first frame but one after all twenty lines are in the document: then they are on the screen. */
const watchLines = `
  const watch = new MutationObserver(() => {
    if (document.querySelectorAll('figure svg path:is([stroke-width="1.5"], [stroke-width="2.5"])').length < 20) return;
    watch.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('drawn')));
  });
  watch.observe(document, { childList: true, subtree: true });`;
const isSeries = "({ name }) => name.includes('/v1/reporting/series?')";

/** From the last byte of the series until its chart is painted: reading, reckoning, drawing. */
async function drawn(page: Page, address: string): Promise<number> {
  await page.addInitScript({ content: watchLines });
  const { from, to } = years;
  const asked = `indicator=RETAIL&among=${group}&view=line&frequency=month&from=${from}&to=${to}`;
  await page.goto(`${address}/explore?territory=viet-nam&period=${to}&${asked}`);
  await page.waitForFunction(() => performance.getEntriesByName('drawn').length > 0);
  return page.evaluate<number>(
    `performance.getEntriesByName('drawn')[0].startTime -
      Math.max(...performance.getEntriesByType('resource').filter(${isSeries}).map(({ responseEnd }) => responseEnd))`,
  );
}

/** Twenty years of months of twenty provinces, recorded as the administration records national sources. */
async function fill(address: string, token: string): Promise<void> {
  const territories = memberIdsOn(group, `${years.to}-12-31`);
  const months = Array.from({ length: (years.to - years.from + 1) * 12 }, (_, n) => ({
    ...{ n, period: `${years.from + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}` },
  }));
  const items = territories.flatMap((territory, at) =>
    months
      .filter(({ period }) => territory !== 'hau-giang' || period >= '2004')
      .map(({ n, period }) => ({
        ...{ indicator: 'RETAIL', territory, period, unit: 'VND_BN', measure: 'actual', status: 'official' },
        ...{ source: 'gso', value: (500 + at * 90 + n * 7 + 60 * Math.sin(n + at)).toFixed(1) },
      })),
  );
  for (let from = 0; from < items.length; from += 1000) {
    const answer = await fetch(`${address}/v1/trade/observations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ items: items.slice(from, from + 1000) }),
    });
    if (answer.status !== 201) throw new Error(await answer.text());
  }
  await told(address, territories);
}

/** Reporting is told of them a moment later. */
async function told(address: string, territories: readonly string[]): Promise<void> {
  const { from, to } = years;
  for (;;) {
    const asked = `indicator=RETAIL&territory=${territories.join()}&from=${from}&to=${to}`;
    const answer = await fetch(`${address}/v1/reporting/series?${asked}`);
    const { series } = (await answer.json()) as { series: { points: unknown[] }[] };
    const known = series.reduce((sum, { points }) => sum + points.length, 0);
    if (known >= territories.length * 240 - 12) return;
    await sleep(500);
  }
}
