import type { Page } from 'playwright-core';
import { until } from './asking';
import { ConsoleHouse, lostConnection } from './house';

/** The gateway dies and the launcher starts it again: whoever has a page open goes on, without a reload. */
describe('while the gateway restarts', () => {
  let house: ConsoleHouse;
  beforeAll(async () => {
    house = await ConsoleHouse.open();
  }, 300_000);
  afterEach(() => house.leave());
  afterAll(() => house.close());

  const places = '?territory=nghe-an&period=2023-01/P5M';

  it.each([
    ['a page that was not loaded yet', '/explore', 'Tổng quan', '36.539'],
    ['a report whose page was not loaded yet', '/', 'Báo cáo', 'Báo cáo Nghệ An'],
  ])('%s is shown when the gateway is back', async (_what, path, link, shown) => {
    // What the test before killed may not be back yet.
    await until(
      () => fetch(`${house.address}/health/live`).catch(() => undefined),
      (answer) => answer?.ok === true,
    );
    const page = await house.open(path + places);
    await page.evaluate(() => (document.documentElement.dataset['stays'] = 'yes'));
    process.kill(house.pidOf('gateway'), 'SIGKILL');
    await page.getByRole('link', { name: link, exact: true }).first().click();
    await page.getByText(shown).first().waitFor({ timeout: 60_000 });
    expect(await page.evaluate(() => document.documentElement.dataset['stays'])).toBe('yes');
    // Nor is it without its style.
    expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(1);
    house.forgive(lostConnection);
  });

  /** As if a new version were put in place under an open page: its scripts are gone until the page comes anew, or for good. */
  async function replaced(page: Page, isForGood: boolean): Promise<() => number> {
    let pages = 0;
    await page.route('**/*', (route) => {
      const request = route.request();
      if (request.isNavigationRequest()) pages++;
      const isGone = /\/assets\/page-[^/]*\.js$/.test(request.url()) && (isForGood || pages === 0);
      return isGone ? route.fulfill({ status: 404, body: '' }) : route.continue();
    });
    return () => pages;
  }

  it('a page that is gone with the version before comes with the new one', async () => {
    const page = await house.open(`/explore${places}`);
    const pages = await replaced(page, false);
    await page.getByRole('link', { name: 'Tổng quan', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Tổng quan' }).waitFor({ timeout: 60_000 });
    expect(pages()).toBe(1);
    house.forgive(/status of 404/);
  });

  it('a page that does not come with the new one either is said to be broken, once it was tried', async () => {
    const page = await house.open(`/nowhere${places}`);
    const pages = await replaced(page, true);
    await page.getByRole('link', { name: 'Khám phá', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Trang gặp lỗi' }).waitFor({ timeout: 60_000 });
    expect(pages()).toBeGreaterThan(0);
    expect(pages()).toBeLessThanOrEqual(2);
    house.forgive(/status of 404|dynamically imported module/);
  });
});
