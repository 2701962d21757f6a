import type { Page } from 'playwright-core';
import type { ComparisonItem, Report } from '@doit/contracts';
import { ConsoleHouse, widths } from './house';

const kienGiang = '/reports/kien-giang/2023';
const ngheAn = '/reports/nghe-an/2023-01--P5M';
const looks = (['vi', 'en'] as const).flatMap((language) =>
  [false, true].flatMap((contrast) => widths.map((width) => ({ language, contrast, width }))),
);

describe('a report', () => {
  let house: ConsoleHouse;
  beforeAll(async () => {
    house = await ConsoleHouse.open();
  }, 300_000);
  afterEach(() => house.leave());
  afterAll(() => house.close());

  const read = async (path: string): Promise<Report> =>
    (await (await fetch(`${house.address}/v1/reporting${path}`)).json()) as Report;
  const section = (page: Page, name: RegExp) => page.getByRole('region', { name });
  /** A number as it is written in English. */
  const english = (value: string, decimals = 0): string => {
    const [whole = '', part = ''] = value.split('.');
    const fraction = part.padEnd(decimals, '0');
    return whole.replaceAll(/\B(?=(\d{3})+$)/g, ',') + (fraction && `.${fraction}`);
  };

  it.each(looks)('is open to everybody: $language, contrast $contrast, $width px', async (look) => {
    const page = await house.open(kienGiang, look);
    await page
      .getByText(look.language === 'vi' ? '49.496,26' : '49,496.26')
      .first()
      .waitFor();
    expect(await page.title()).toMatch(
      look.language === 'vi'
        ? 'Báo cáo tình hình công thương: Kiên Giang, năm 2023'
        : 'Report on industry and trade: Kien Giang, 2023',
    );
    expect(await house.violations(page)).toEqual([]);
    expect(await house.sideways(page)).toBe(0);
    await house.keep(page, `report-${look.language}-${look.contrast ? 'high' : 'normal'}-${look.width}`);
  });

  it.each(looks)('is chosen by its period: $language, contrast $contrast, $width px', async (look) => {
    const page = await house.open('/reports?territory=nghe-an&period=2023-01/P5M', look);
    await page
      .getByRole('link', { name: /^(Báo cáo Nghệ An, 5 tháng|Report of Nghe An, January–May 2023)/ })
      .waitFor();
    expect(await house.violations(page)).toEqual([]);
    expect(await house.sideways(page)).toBe(0);
    await house.keep(page, `reports-${look.language}-${look.contrast ? 'high' : 'normal'}-${look.width}`);
  });

  it('is reached by keyboard, and says so in its address', async () => {
    const page = await house.open('/reports?territory=nghe-an&period=2023-01/P5M');
    await page.getByRole('link', { name: '6 tháng đầu năm 2023', exact: true }).press('Enter');
    await page.waitForURL(/\/reports\/nghe-an\/2023-S1\?territory=nghe-an&period=2023-S1$/);
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await page.getByRole('button', { name: 'Chọn địa bàn và kỳ' }).click();
    await page.getByRole('combobox', { name: 'Địa bàn' }).fill('kien gi');
    await page.getByRole('option', { name: 'Kiên Giang' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Xem' }).click();
    await page.waitForURL(/\/reports\/kien-giang\/2023-S1\?/);
    await page.getByRole('heading', { name: 'Kiên Giang, 6 tháng đầu năm 2023' }).waitFor();
  });

  it.each([ngheAn, kienGiang, '/reports/thai-binh/2021'])('is what the API answers: %s', async (path) => {
    const report = await read(path);
    const page = await house.open(path, { language: 'en' });
    const period = report.period.replace('/', '--');
    for (const { key, title, items } of report.sections) {
      const shown = section(page, new RegExp(`${title.en}$`));
      const rows = shown.locator('tbody tr');
      expect([key, await rows.count()]).toEqual([key, items.length]);
      for (const [n, item] of items.entries()) await isShown(rows.nth(n), item, report.territory, period);
    }
    const checks = report.sections.flatMap((each) => each.checks ?? []);
    const text = (await page.locator('main').textContent()) ?? '';
    for (const check of checks) expect(text).toContain(check.message.en);
  });

  /** The figure or why there is none, the plan and the growth, and that numbers lead to their page. */
  async function isShown(
    row: ReturnType<Page['locator']>,
    item: ComparisonItem,
    territory: string,
    period: string,
  ): Promise<void> {
    const { actual, plan, yoyPct, planPct, indicator, name } = item;
    const text = (await row.textContent()) ?? '';
    expect(text).toContain(name.en);
    const hrefs = await row
      .locator('a[href^="/figures/"]')
      .evaluateAll((links) => links.map((link) => decodeURIComponent(link.getAttribute('href') ?? '')));
    for (const href of hrefs) expect(href).toContain(`/figures/${indicator}~${territory}~${period}`);
    if (actual) expect(text).toContain(english(actual.value, actual.decimals));
    if (plan.value !== null) expect(text).toContain(english(plan.value));
    if (planPct.value !== null) expect(text).toContain(`${english(planPct.value)}%`);
    if (yoyPct.value !== null) expect(text).toContain(`${english(yoyPct.value.replace('-', ''))}%`);
    const numbers = [actual?.value, plan.value ?? plan.interval, planPct.value, yoyPct.value];
    expect(hrefs.length).toBeGreaterThanOrEqual(numbers.filter(Boolean).length);
  }

  it('says what does not add up beside the paragraph, both numbers linked to what states them', async () => {
    const page = await house.open(kienGiang);
    const beside = section(page, /^1\. Công nghiệp/).getByRole('complementary', {
      name: 'Đối chiếu: Công nghiệp',
    });
    await beside.getByText('Chưa khớp: 1').waitFor();
    const sections = (await read(kienGiang)).sections;
    const check = sections.at(-1)?.checks?.find(({ verdict }) => verdict === 'contradicts');
    expect(check?.recomputed).toMatchObject({ low: '2.952' });
    for (const number of ['3,11', '2,95']) {
      const href = await beside.getByRole('link', { name: number, exact: true }).first().getAttribute('href');
      expect(href).toContain(`/figures/${check?.lineage[0]?.observationId}`);
    }
    await section(page, /Những chỗ chưa khớp/)
      .getByRole('link', { name: 'nêu tại mục Công nghiệp' })
      .first()
      .click();
    expect(page.url()).toMatch(/#industry$/);
  });

  it('is followed from one of its figures down to file and row', async () => {
    const page = await house.open(kienGiang);
    await page.getByRole('cell').getByRole('link', { name: '49.496,26' }).click();
    await page.waitForURL(/\/figures\/IPV~kien-giang~2023\?/);
    const items = (await read(kienGiang)).sections.flatMap((each) => each.items);
    const actual = items.find(({ indicator }) => indicator === 'IPV')?.actual;
    const answer = await fetch(`${house.address}/v1/reporting/lineage/${actual?.observationId}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toMatch(/"document" ?: ?"001_[^"]+".*"row" ?: ?14|"row" ?: ?14.*"document"/s);
  });

  it('is printed on A4 without what is for the screen alone', async () => {
    const page = await house.open(kienGiang);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    // A section begins a page of its own.
    expect(pages).toBeGreaterThanOrEqual(6);
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12]/);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['Báo cáo', 'In báo cáo', 'Chọn địa bàn và kỳ', 'Tài liệu API'])
      expect([hidden, await page.getByText(hidden, { exact: true }).first().isVisible()]).toEqual([
        hidden,
        false,
      ]);
    await page.getByText(/In lúc \d/).waitFor({ state: 'visible' });
    await page
      .getByRole('heading', { name: 'Báo cáo tình hình công thương: Kiên Giang, năm 2023' })
      .waitFor();
    await page
      .getByText(/001_[^ ]+\.txt, dòng 14/)
      .first()
      .waitFor();
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('main details:not([open])').count()).toBe(0);
    await house.keep(page, 'report-printed');
  });

  it('prints itself', async () => {
    const page = await house.open(kienGiang);
    await page.evaluate(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
    });
    await page.getByRole('button', { name: 'In báo cáo' }).press('Enter');
    expect(await page.locator('html').getAttribute('data-printed')).toBe('yes');
  });

  it('is seen on the map of a day, and as it was known on one', async () => {
    const page = await house.open(ngheAn);
    await page.getByRole('button', { name: /Địa giới/ }).click();
    await page.getByRole('option', { name: 'Từ 01/7/2025' }).click();
    await page.waitForURL(/on=2025-07-01/);
    await page.getByText(/Theo địa giới ngày 01\/7\/2025/).waitFor();
    await page
      .getByRole('group', { name: 'Như đã biết đến ngày' })
      .getByRole('spinbutton')
      .first()
      .pressSequentially('31012023');
    await page.keyboard.press('Enter');
    await page.waitForURL(/asOf=2023-01-31/);
    await page.getByText('Chưa có số liệu được duyệt của Nghệ An cho kỳ này.').waitFor();
    await page.getByText(/Theo những gì đã biết đến ngày 31\/01\/2023/).waitFor();
  });

  it('that there cannot be is refused with the reason', async () => {
    const page = await house.open(`${kienGiang}?on=2025-07-01`);
    const refused = await fetch(`${house.address}/v1/reporting${kienGiang}?on=2025-07-01`);
    const { title } = (await refused.json()) as { title: string };
    await page.getByRole('alert').getByText(title).waitFor();
    house.forgive(/status of 4\d\d/);
  });
});
