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
});
