import { ConsoleHouse, widths } from './house';

const overview = '/?territory=nghe-an&period=2023-01/P5M';
const budget = 250_000;

describe('the console', () => {
  let house: ConsoleHouse;
  beforeAll(async () => {
    house = await ConsoleHouse.open();
  });
  afterEach(() => house.leave());
  afterAll(() => house.close());

  const looks = (['vi', 'en'] as const).flatMap((language) =>
    [false, true].flatMap((contrast) => widths.map((width) => ({ language, contrast, width }))),
  );
  it.each(looks)('is open to everybody: $language, contrast $contrast, $width px', async (look) => {
    const page = await house.open(overview, look);
    await page.getByText(look.language === 'vi' ? '36.539' : '36,539').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(look.language);
    expect(await page.title()).toMatch(look.language === 'vi' ? /^Tổng quan: Nghệ An/ : /^Overview: Nghe An/);
    expect(await house.violations(page)).toEqual([]);
    expect(await house.sideways(page)).toBe(0);
    await house.keep(page, `overview-${look.language}-${look.contrast ? 'high' : 'normal'}-${look.width}`);
  });

  it('is dark where one wants it', async () => {
    const page = await house.open(overview, { theme: 'dark' });
    expect(await house.violations(page)).toEqual([]);
    await house.keep(page, 'overview-vi-dark-1440');
  });

  it('loads no more script than a weak laptop bears', async () => {
    const page = await house.open(overview);
    // Whatever it asks for once it stands; a page that listens is never idle.
    await page.waitForTimeout(1000);
    const bytes = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter((entry) => entry instanceof PerformanceResourceTiming && entry.name.endsWith('.js'))
        .reduce(
          (sum, entry) => sum + (entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0),
          0,
        ),
    );
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(budget);
  });

  it.each([
    '/figures/RETAIL~nghe-an~1900-01',
    '/figures/RETAIL~nghe-an~1900',
    '/explore?territory=nghe-an&period=1900-01&indicator=RETAIL',
    '/explore?territory=nghe-an&period=1900-01&indicator=RETAIL&number=yoyPct',
    '/explore?territory=nghe-an&period=1900-01&indicator=RETAIL&view=ranking',
  ])('asks for nothing before the first year that is known: %s', async (path) => {
    const page = await house.open('/nowhere');
    const series = page.waitForResponse((one) => one.url().includes('/v1/reporting/series?'));
    await page.goto(house.address + path);
    expect((await series).status()).toBe(200);
    await house.settled(page);
  });

  it('knows who signed in, and forgets it', async () => {
    const page = await house.open(overview, { as: 'nghean.officer' });
    await page.getByText('Chuyên viên Sở Công Thương Nghệ An').waitFor();
    await page.reload();
    await page.getByText('Chuyên viên Sở Công Thương Nghệ An').waitFor();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
    expect(await page.getByText('Chuyên viên Sở Công Thương Nghệ An').count()).toBe(0);
  });

  it('moves the focus to the heading of the page that one went to, by keyboard alone', async () => {
    const page = await house.open(overview);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Đến nội dung chính');
    await page.getByRole('link', { name: 'Khám phá' }).press('Enter');
    await page.waitForURL(/\/explore\?territory=nghe-an&period=2023-01\/P5M$/);
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    expect(await page.locator(':focus').textContent()).toBe('Khám phá');
    expect(await page.title()).toMatch(/^Khám phá.* · DOIT$/);
  });

  it('speaks of the territory and period that one chooses', async () => {
    const page = await house.open(overview);
    await page.getByRole('button', { name: 'Chọn địa bàn và kỳ' }).click();
    await page.getByRole('combobox', { name: 'Địa bàn' }).fill('kien gi');
    await page.getByRole('option', { name: 'Kiên Giang' }).click();
    await page.getByRole('button', { name: /Khoảng thời gian/ }).click();
    await page.getByRole('option', { name: 'Cả năm' }).click();
    expect(await house.violations(page)).toEqual([]);
    await house.keep(page, 'place-picker');
    await page.getByRole('button', { name: 'Xem' }).click();
    await page.waitForURL(/territory=kien-giang&period=2023$/);
    await page.getByText('Kiên Giang').first().waitFor();
  });
});
