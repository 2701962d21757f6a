import type { Page } from 'playwright-core';
import { ConsoleHouse } from './house';

/** What a browser says of a part that is gone. */
const missed = /status of 404|A part of the console did not come/;

/** What is built is put in place under open pages: the parts that these would load are gone then. */
describe('when a new version is put in place', () => {
  let house: ConsoleHouse;
  beforeAll(async () => {
    house = await ConsoleHouse.open();
  }, 300_000);
  afterEach(() => house.leave());
  afterAll(() => house.close());

  const place = '?territory=nghe-an&period=2023-01/P5M';

  /**
   * Takes parts away under a page that stands, until it is loaded anew, and has the gateway name another script, as it would.
   * @returns how often the page was loaded since
   */
  async function replaced(page: Page, parts: RegExp, isNewer = true): Promise<() => number> {
    let pages = 0;
    await page.route(parts, (route) =>
      pages === 0 ? route.fulfill({ status: 404, body: '' }) : route.continue(),
    );
    await page.route(`${house.address}/**`, async (route) => {
      const request = route.request();
      if (request.isNavigationRequest()) pages++;
      const asksWhich = isNewer && pages === 0 && new URL(request.url()).pathname === '/';
      if (!asksWhich) return route.fallback();
      const body = '<script type="module" src="/assets/index-newer.js"></script>';
      return route.fulfill({ contentType: 'text/html', body });
    });
    return () => pages;
  }

  it('a page that one goes to comes with it, the page being loaded once', async () => {
    const page = await house.open(`/explore${place}`);
    const pages = await replaced(page, /\/assets\/page-[^/]*\.js$/);
    await page.getByRole('link', { name: 'Tổng quan', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Tổng quan' }).waitFor({ timeout: 60_000 });
    expect(pages()).toBe(1);
    house.forgive(missed);
  });

  it('so does a part of a page', async () => {
    const page = await house.open(`/nowhere${place}`);
    const pages = await replaced(page, /\/assets\/drawing-[^/]*\.js$/);
    await page.getByRole('link', { name: 'Khám phá', exact: true }).click();
    await page.locator('main svg').first().waitFor({ timeout: 60_000 });
    expect(pages()).toBe(1);
    house.forgive(missed);
  });

  it('nothing happens to who only looks at a link', async () => {
    const page = await house.open(`/explore${place}`);
    const pages = await replaced(page, /\/assets\/page-[^/]*\.js$/);
    const asked = () => page.waitForResponse((one) => one.status() === 404);
    const thrice = asked().then(asked).then(asked);
    await page.getByRole('link', { name: 'Tổng quan', exact: true }).hover();
    await thrice;
    await page.waitForTimeout(1000);
    expect(pages()).toBe(0);
    house.forgive(/status of 404/);
  });

  it('what is missing though there is no new version is said to be broken', async () => {
    const page = await house.open(`/nowhere${place}`);
    const pages = await replaced(page, /\/assets\/page-[^/]*\.js$/, false);
    await page.getByRole('link', { name: 'Khám phá', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Trang gặp lỗi' }).waitFor({ timeout: 60_000 });
    expect(pages()).toBe(0);
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await page.getByRole('heading', { level: 1, name: 'Khám phá' }).waitFor({ timeout: 60_000 });
    house.forgive(missed);
  });
});
