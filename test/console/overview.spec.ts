import type { Page } from 'playwright-core';
import { answered, askAs, inVietnamese, recordAs, until } from './asking';
import { ConsoleHouse } from './house';

interface Item {
  indicator: string;
  unit: string;
  actual: { value: string } | null;
  planPct: { value: string };
  gapPp: { value: string };
  expectedPct: { value: string };
  yoyPct: { value: string };
  plan: { interval: { low: string; high: string } };
}
interface Check {
  verdict: string;
  statement: { vi: string; en: string };
  message: { vi: string; en: string };
  lineage: { observationId: string }[];
}

const ngheAn = '/?territory=nghe-an&period=2023-01/P5M';
const kienGiang = '/?territory=kien-giang&period=2023';
const group = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });

describe('the overview', () => {
  let house: ConsoleHouse;
  beforeAll(async () => {
    house = await ConsoleHouse.open();
  });
  afterEach(() => house.leave());
  afterAll(() => house.close());

  it('says in a sentence how far the plan is, with the numbers of the API, each a link', async () => {
    const { items } = (await answered(
      house.address,
      '/reporting/comparisons?territory=nghe-an&period=2023-01/P5M',
    )) as { items: Item[] };
    const exports = items.find(({ indicator }) => indicator === 'EXPORT');
    if (!exports) throw new Error('The sample has no exports of Nghệ An.');
    const page = await house.open(ngheAn);
    const headline = page.getByRole('listitem').filter({ hasText: 'Kim ngạch xuất khẩu' });
    expect(await headline.getByRole('heading').textContent()).toBe(
      'Kim ngạch xuất khẩu hàng hóa 5 tháng đạt 35,7% kế hoạch năm, chậm 6,0 điểm so với tiến độ',
    );
    const { actual, plan, expectedPct, gapPp, yoyPct } = exports;
    const numbers = await headline.getByRole('link').allTextContents();
    expect(numbers).toEqual([
      '35,7%',
      '6,0',
      `${inVietnamese(actual?.value ?? '')} triệu USD`,
      `từ ${inVietnamese(plan.interval.low)} đến ${inVietnamese(plan.interval.high)} triệu USD`,
      `${inVietnamese(expectedPct.value)}%`,
      `${inVietnamese(gapPp.value)} điểm %`,
      `${inVietnamese(yoyPct.value)}%`,
    ]);
    await headline.getByRole('link', { name: '6,0', exact: true }).press('Enter');
    await page.waitForURL(/\/figures\/EXPORT~nghe-an~2023-01--P5M\?.*of=gapPp/);
    await page
      .getByText(`${inVietnamese(gapPp.value)} điểm %`)
      .first()
      .waitFor();
  });

  it('gives the reason in the place of a number', async () => {
    const { items } = (await answered(
      house.address,
      '/reporting/comparisons?territory=nghe-an&period=2023-01/P5M&indicator=POWER_PLANTS',
    )) as { items: { yoyPct: { value: null; refusal: { message: { en: string } } } }[] };
    const page = await house.open(ngheAn, { language: 'en' });
    const plants = page.getByRole('listitem').filter({ hasText: /^Power plants in operation/ });
    await plants.getByText(items[0]?.yoyPct.refusal.message.en ?? 'none').waitFor();
  });

  it('brings a director from the warning to the figure in one step, by keyboard', async () => {
    const { items } = (await answered(
      house.address,
      '/reporting/checks?territory=kien-giang&period=2023',
    )) as { items: Check[] };
    const wrong = items.filter(({ verdict }) => verdict === 'contradicts');
    expect(wrong.length).toBeGreaterThan(0);
    const page = await house.open(kienGiang, { as: 'kiengiang.director' });
    const warnings = group(page, 'Số liệu mâu thuẫn');
    const told = await warnings.getByRole('link').allTextContents();
    expect(told.filter((text) => text !== 'Xem trong báo cáo')).toEqual(
      wrong.map(({ statement }) => statement.vi),
    );
    await warnings.getByText(wrong[0]?.message.vi ?? 'none').waitFor();
    await warnings.getByRole('link').first().press('Enter');
    await page.waitForURL(`**/figures/${wrong[0]?.lineage[0]?.observationId ?? ''}**`);
    await page.getByText('mâu thuẫn', { exact: false }).first().waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    expect(await page.locator('h1').textContent()).toBe('Giá trị sản xuất công nghiệp (giá so sánh 2010)');
  });

  it('tells visitors what is public, and departments what they owe', async () => {
    const visitor = await house.open(ngheAn);
    await visitor.getByText('Đăng nhập để thấy thêm việc của đơn vị mình.').waitFor();
    expect(await group(visitor, 'Báo cáo thiếu hoặc chậm').count()).toBe(0);
    const officer = await house.open(ngheAn, { as: 'nghean.officer' });
    const { items } = (await askAs(
      officer,
      '/export-import/submissions?territory=nghe-an&period=2023-05&verdict=missing',
    )) as { items: { indicator: string }[] };
    expect(items.length).toBeGreaterThan(0);
    const owed = group(officer, 'Báo cáo thiếu hoặc chậm');
    await owed.getByText('Tháng 5/2023, hạn nộp 25/5/2023').waitFor();
    await owed.getByText(/^Thiếu: .+/).waitFor();
    await owed.getByRole('link', { name: 'Nhập số liệu' }).click();
    await officer.waitForURL(/\/work\?/);
  });

  it('warns a director of what is submitted, and the officer of what came back', async () => {
    const officer = await house.open('/?territory=nghe-an&period=2018', { as: 'nghean.officer' });
    const value = String(1100 + (Date.now() % 800) / 10);
    const id = await recordAs(officer, 'export-import', {
      ...{ indicator: 'EXPORT', territory: 'nghe-an', period: '2018', measure: 'actual', status: 'estimate' },
      ...{ value, unit: 'USD_MN', source: 'doit-nghe-an', asOf: '2019-01-05' },
      // 100 above a plan of 1,000 to 1,080 is no fifth of it.
      stated: { excess: '100', overPlanPct: '20.0' },
    });
    await askAs(officer, '/export-import/observations/submit', { ids: [id] });

    const director = await house.open('/?territory=nghe-an&period=2018', { as: 'nghean.director' });
    await until(
      () => askAs(director, '/reporting/checks?territory=nghe-an&period=2018&state=submitted'),
      (found) => JSON.stringify(found).includes('contradicts'),
    );
    await director.reload();
    const warning = group(director, 'Mâu thuẫn nếu duyệt số đang trình');
    await group(director, 'Số liệu chờ duyệt').getByRole('link').waitFor();
    expect(await house.violations(director)).toEqual([]);
    await house.keep(director, 'overview-director-1440');
    await warning.getByRole('link').first().click();
    await director.getByText('đã trình, chờ duyệt').first().waitFor();
    await director.getByText(inVietnamese(value)).first().waitFor();
    const statements = director.getByRole('region', { name: 'Mọi nguồn và phiên bản' });
    await statements.getByText('20,0%').waitFor();
    await director.getByRole('link', { name: 'Mở danh sách chờ duyệt' }).waitFor();

    const reason = 'Tỷ lệ vượt kế hoạch không khớp với phần vượt.';
    await askAs(director, '/export-import/observations/return', { ids: [id], reason });
    await officer.reload();
    const back = group(officer, 'Số liệu bị trả lại');
    await back.getByText(reason).first().waitFor();
    expect((await back.getByRole('link').allTextContents()).join()).toContain(inVietnamese(value));
  });

  it('leads a director from a warning to the figure, and on to its approval', async () => {
    const place = '/?territory=nghe-an&period=2016';
    const officer = await house.open(place, { as: 'nghean.officer' });
    const director = await house.open(place, { as: 'nghean.director' });
    const value = String(1100 + (Date.now() % 800) / 10);
    const id = await recordAs(officer, 'export-import', {
      ...{ indicator: 'EXPORT', territory: 'nghe-an', period: '2016', measure: 'actual', status: 'estimate' },
      ...{ value, unit: 'USD_MN', source: 'doit-nghe-an', asOf: '2017-01-05' },
      stated: { excess: '100', overPlanPct: '20.0' },
    });
    await askAs(officer, '/export-import/observations/submit', { ids: [id] });

    await group(director, 'Mâu thuẫn nếu duyệt số đang trình').getByRole('link').first().click();
    await director.getByText('đã trình, chờ duyệt').first().waitFor();
    await director.getByText(inVietnamese(value)).first().waitFor();
    await director.getByRole('link', { name: 'Mở danh sách chờ duyệt' }).click();
    await director.getByRole('checkbox', { name: /^Chọn Kim ngạch xuất khẩu hàng hóa.*2016$/ }).check();
    await director.getByRole('button', { name: 'Duyệt 1 số' }).click();
    await director.getByText('Đã duyệt 1 số.').waitFor();
    const list = '/export-import/observations?indicator=EXPORT&territory=nghe-an&period=2016&state=approved';
    const { items } = (await answered(house.address, list)) as { items: { id: string; value: string }[] };
    expect(items.find((item) => item.id === id)?.value).toBe(value);
  });

  it.each([
    { language: 'vi', contrast: false, width: 1440 },
    { language: 'en', contrast: true, width: 360 },
    { language: 'vi', contrast: false, width: 360 },
  ] as const)('is open to everybody with its warnings: $language, $contrast, $width px', async (look) => {
    const page = await house.open(kienGiang, look);
    await page.getByText(look.language === 'vi' ? 'Số liệu mâu thuẫn' : 'Figures that contradict').waitFor();
    expect(await house.violations(page)).toEqual([]);
    expect(await house.sideways(page)).toBe(0);
    await house.keep(
      page,
      `overview-warnings-${look.language}-${look.contrast ? 'high' : 'normal'}-${look.width}`,
    );
  });

  it('draws no chart, and loads none', async () => {
    const page = await house.open(ngheAn);
    // Whatever it asks for once it stands; a page that listens is never idle.
    await page.waitForTimeout(1000);
    const scripts = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop() ?? ''),
    );
    expect(scripts.some((name) => name.endsWith('.js'))).toBe(true);
    expect(scripts.filter((name) => /drawing|chart/i.test(name))).toEqual([]);
  });
});
