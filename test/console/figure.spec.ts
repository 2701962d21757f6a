import { answered, askAs, inVietnamese, recordAs, until } from './asking';
import { ConsoleHouse, widths } from './house';

interface Lineage {
  observation: { value: string; source: string; document: string; row: number };
  record: { message: { vi: string } };
  stated: { field: string; value: string }[];
}
interface Cell {
  value: string | null;
  interval?: { low: string; high: string };
  refusal?: { message: { vi: string; en: string } };
  lineage: { observationId: string; value: string }[];
}
interface Item {
  actual: { observationId: string };
  [number: string]: Cell | { observationId: string };
}

const exports = '/figures/EXPORT~nghe-an~2023-01--P5M?territory=nghe-an&period=2023-01/P5M';

describe('a figure’s page', () => {
  let house: ConsoleHouse;
  let item: Item;
  const cellOf = (number: string): Cell => {
    const cell = item[number];
    if (!cell || 'observationId' in cell) throw new Error(`The API answers no ${number}.`);
    return cell;
  };

  beforeAll(async () => {
    house = await ConsoleHouse.open();
    const path = '/reporting/comparisons?territory=nghe-an&period=2023-01/P5M&indicator=EXPORT';
    const { items } = (await answered(house.address, path)) as { items: Item[] };
    const [first] = items;
    if (!first) throw new Error('The sample has no exports of Nghệ An.');
    item = first;
  });
  afterEach(() => house.leave());
  afterAll(() => house.close());

  it('shows the value, who says so, in which line of which document, and what is printed beside it', async () => {
    const told = (await answered(
      house.address,
      `/reporting/lineage/${item.actual.observationId}`,
    )) as Lineage;
    const page = await house.open(exports);
    expect(await page.locator('h1').textContent()).toBe('Kim ngạch xuất khẩu hàng hóa');
    expect(await page.title()).toBe('Kim ngạch xuất khẩu hàng hóa: Nghệ An, 5 tháng đầu năm 2023 · DOIT');
    const { value, document, row } = told.observation;
    await page
      .getByText(`${inVietnamese(value)} triệu USD`, { exact: true })
      .first()
      .waitFor();
    const facts = page.getByRole('region', { name: 'Số này là gì' });
    await facts.getByText(`${document}, dòng ${row}`).waitFor();
    await facts.getByText('Sở Công Thương Nghệ An').waitFor();
    await facts.getByText(told.record.message.vi).waitFor();
    const statements = page.getByRole('region', { name: 'Mọi nguồn và phiên bản' });
    await statements.getByText('Nguồn in kèm').waitFor();
    const beside = await statements.locator('dd').allTextContents();
    expect(told.stated.length).toBeGreaterThan(0);
    expect(beside.map((text) => text.split('%')[0])).toEqual(
      told.stated.map(({ value: printed }) => inVietnamese(printed)),
    );
    expect(await page.getByRole('region', { name: 'Ai, khi nào' }).textContent()).not.toContain('admin');
    await page.getByRole('link', { name: /^Xem trong báo cáo Nghệ An/ }).press('Enter');
    await page.waitForURL(/\/reports\/nghe-an\/2023-01--P5M/);
  });

  it('shows a computed number with its interval, its formula in words, and its inputs down to the source', async () => {
    const { value, interval, lineage } = cellOf('gapPp');
    const page = await house.open(`${exports}&of=gapPp`);
    await page
      .getByText(`${inVietnamese(value ?? '')} điểm %`)
      .first()
      .waitFor();
    await page
      .getByText(`từ ${inVietnamese(interval?.low ?? '')} đến ${inVietnamese(interval?.high ?? '')}`)
      .first()
      .waitFor();
    const derivation = page.getByRole('region', { name: 'Cách tính' });
    await derivation.getByText('tỷ lệ đạt kế hoạch − tỷ lệ phải đạt đến kỳ này').waitFor();
    const inputs = derivation.getByRole('listitem');
    expect(await inputs.count()).toBe(lineage.length);
    const [first] = lineage;
    const link = inputs.first().getByRole('link');
    expect(await link.textContent()).toBe(`${inVietnamese(first?.value ?? '')}%`);
    await link.press('Enter');
    await page.waitForURL(`**/figures/${first?.observationId ?? ''}**`);
    await page.getByRole('region', { name: 'Số này là gì' }).waitFor();
  });

  it('says of a number that nobody recorded between which two it lies', async () => {
    const { value, interval } = cellOf('plan');
    expect(value).toBeNull();
    const page = await house.open(`${exports}&of=plan`);
    const range = `từ ${inVietnamese(interval?.low ?? '')} đến ${inVietnamese(interval?.high ?? '')}`;
    await page.getByText(range).first().waitFor();
    await page.getByText('Không ai ghi số này; nó suy ra từ những số mà nguồn in.').waitFor();
  });

  it('says in a sentence why there is no number, in the language chosen', async () => {
    const { refusal } = cellOf('plannedGrowthPct');
    const page = await house.open(`${exports}&of=plannedGrowthPct`, { language: 'en' });
    await page
      .getByText(refusal?.message.en ?? 'none')
      .first()
      .waitFor();
    expect(await page.getByRole('region', { name: 'How it is computed' }).count()).toBe(0);
  });

  it('names the checks that rest on it, with what came out', async () => {
    const { items } = (await answered(
      house.address,
      '/reporting/checks?territory=kien-giang&period=2023',
    )) as { items: { verdict: string; indicators: string[]; message: { vi: string } }[] };
    const about = items.filter(({ indicators }) => indicators.includes('IPV'));
    const page = await house.open('/figures/IPV~kien-giang~2023');
    const checks = page.getByRole('region', { name: 'Đối chiếu' });
    for (const { message } of about) await checks.getByText(message.vi).waitFor();
    const words: Record<string, string> = { contradicts: 'mâu thuẫn', agrees: 'khớp' };
    for (const verdict of ['contradicts', 'agrees']) {
      const marks = checks.locator('strong').filter({ hasText: words[verdict] ?? '' });
      expect(await marks.count()).toBe(about.filter((one) => one.verdict === verdict).length);
    }
    await checks.getByText('Tính từ (4)').click();
    await checks.getByRole('link', { name: '+3,11 điểm %' }).first().waitFor();
  });

  it('shows what is not published to its territory alone, with its state and who brought it there', async () => {
    const value = String(500 + (Date.now() % 1000) / 10);
    const path = '/figures/IMPORT~nghe-an~2017?territory=nghe-an&period=2017';
    const officer = await house.open(path, { as: 'nghean.officer' });
    const id = await recordAs(officer, 'export-import', {
      ...{ indicator: 'IMPORT', territory: 'nghe-an', period: '2017', measure: 'actual', status: 'estimate' },
      ...{ value, unit: 'USD_MN', source: `doit-nghe-an`, asOf: '2018-01-05' },
    });
    await officer.goto(`${house.address}/figures/${id}?territory=nghe-an`);
    await officer.getByText('bản nháp, chưa trình').first().waitFor();
    await officer
      .getByText(`${inVietnamese(value)} triệu USD`)
      .first()
      .waitFor();
    const visitor = await house.open(path);
    await visitor.getByText('Chưa có số liệu').first().waitFor();
    expect(await visitor.locator('main').textContent()).not.toContain(inVietnamese(value));

    await askAs(officer, '/export-import/observations/submit', { ids: [id] });
    const director = await house.open(path, { as: 'nghean.director' });
    await director.getByText('đã trình, chờ duyệt').first().waitFor();
    const who = director.getByRole('region', { name: 'Ai, khi nào' });
    await who.getByText('Ghi nhận bởi tài khoản nghean.officer').waitFor();
    await who.getByText('Trình duyệt bởi tài khoản nghean.officer').waitFor();
    await who.getByText(/^Nhật ký/).click();
    await who.getByText(new RegExp(`nghean.officer: ghi nhận ${inVietnamese(value)}`)).waitFor();
    expect(await house.violations(director)).toEqual([]);
    await house.keep(director, 'figure-submitted-1440');
    const reason = 'Số liệu thử, không dùng.';
    await askAs(director, '/export-import/observations/return', { ids: [id], reason });
  });

  it('looks back at what was known on a day, and draws the months beside it', async () => {
    const admin = await house.open('/', { as: 'admin' });
    const month = (period: string, value: string, asOf: string) =>
      recordAs(admin, 'trade', {
        ...{
          indicator: 'RETAIL_GOODS',
          territory: 'quang-tri',
          period,
          measure: 'actual',
          status: 'estimate',
        },
        ...{ value, unit: 'VND_BN', source: 'gso', asOf },
      });
    await month('2016-02', '2000', '2016-03-01');
    await month('2016-02', '2050.5', '2016-04-01');
    await month('2016-01', '1900', '2016-02-01');
    await month('2016-04', '2100', '2016-05-01');
    const cell = '/reporting/comparisons?territory=quang-tri&period=2016-02&indicator=RETAIL_GOODS';
    const isThere = (found: unknown) => JSON.stringify(found).includes('"2050.5"');
    await until(() => answered(house.address, cell), isThere);
    const page = await house.open('/figures/RETAIL_GOODS~quang-tri~2016-02');
    await page.getByText('2.050,5 tỷ đồng', { exact: true }).first().waitFor();
    await page.getByRole('region', { name: 'Các kỳ bên cạnh' }).locator('svg').waitFor();
    expect(await house.violations(page)).toEqual([]);
    await house.keep(page, 'figure-months-1440');
    const statements = page.getByRole('region', { name: 'Mọi nguồn và phiên bản' });
    expect(await statements.getByRole('link', { name: /tỷ đồng/ }).allTextContents()).toEqual([
      '2.050,5 tỷ đồng',
      '2.000 tỷ đồng',
    ]);
    await statements.getByRole('link', { name: 'Xem như biết đến ngày này: 01/3/2016' }).press('Enter');
    await page.waitForURL(/asOf=2016-03-01/);
    await page.getByText('Như đã biết đến hết ngày 01/3/2016.').waitFor();
    await page
      .locator('p')
      .filter({ hasText: /^2\.000 tỷ đồng$/ })
      .waitFor();
  });

  const looks = (['vi', 'en'] as const).flatMap((language) =>
    [false, true].flatMap((contrast) => widths.map((width) => ({ language, contrast, width }))),
  );
  it.each(looks)('is open to everybody: $language, contrast $contrast, $width px', async (look) => {
    const page = await house.open('/figures/IPV~kien-giang~2023?territory=kien-giang&period=2023', look);
    await page
      .getByText(look.language === 'vi' ? '49.496,26' : '49,496.26')
      .first()
      .waitFor();
    expect(await house.violations(page)).toEqual([]);
    expect(await house.sideways(page)).toBe(0);
    await house.keep(page, `figure-${look.language}-${look.contrast ? 'high' : 'normal'}-${look.width}`);
  });
});
