import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { recordExplored, south, without, type Ranking } from './explore-figures';
import { ConsoleHouse, widths } from './house';

const ranking =
  '/explore?territory=viet-nam&period=2019&indicator=IIP_GROWTH&view=ranking&among=south-20-2024';
const kienGiang =
  '/explore?territory=kien-giang&period=2017&indicator=RETAIL&view=line&frequency=month&from=2016&to=2017';

const indicatorName = 'Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng';

describe('explore', () => {
  let house: ConsoleHouse;
  let answer: Ranking;
  beforeAll(async () => {
    house = await ConsoleHouse.open();
    answer = await recordExplored(house.address);
  });
  afterEach(() => house.leave());
  afterAll(() => house.close());

  /** What the menu of files gives. */
  async function download(page: Page, kind: 'CSV' | 'SVG' | 'PNG'): Promise<Buffer> {
    await page.getByRole('button', { name: 'Tải về' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: kind }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${kind.toLowerCase()}$`));
    return readFileSync(await file.path());
  }

  it('an analyst ranks the southern twenty by IIP growth, sees the country, and takes it away', async () => {
    const page = await house.open('/explore?territory=viet-nam&period=2019', { as: 'arit.analyst' });
    const indicator = page.getByRole('combobox', { name: 'Chỉ tiêu' });
    await indicator.fill('toc do tang chi so san xuat');
    await page.getByRole('option', { name: 'Tốc độ tăng chỉ số sản xuất công nghiệp' }).click();
    await page.getByText('Xếp hạng', { exact: true }).click();
    await page.getByRole('button', { name: /Địa bàn được xem/ }).click();
    await page.getByRole('option', { name: /Khu vực phía Nam/ }).click();
    await page.waitForURL(/among=south-20-2024/);
    const best = answer.items[0];
    if (!best) throw new Error('nobody is ranked');
    const sentence = page.locator('figcaption');
    await sentence.getByText(`đứng đầu trong ${south.length} địa bàn`).waitFor();
    expect(await sentence.textContent()).toContain(
      `${best.value.replace('.', ',')}%; cả nước 9,1%, ${answer.aboveNational} địa bàn cao hơn cả nước`,
    );
    await page.getByText('Cả nước 9,1').first().waitFor();
    const rows = page.getByRole('row');
    expect(await rows.count()).toBe(south.length + 2);
    await page.getByText('Không có số (1): Chưa có số liệu của kỳ này. Cà Mau').waitFor();

    const csv = (await download(page, 'CSV')).toString('utf8');
    const lines = csv
      .replace('\ufeff', '')
      .trim()
      .split('\r\n')
      .map((line) => line.split(';'));
    expect(lines[0]?.slice(0, 2)).toEqual(['Hạng', 'Địa bàn']);
    const numbers = lines
      .slice(1, 1 + south.length)
      .map(([rank, , , , value = '']) => [rank, value.replace(',', '.')]);
    expect(numbers).toEqual(answer.items.map(({ rank, value }) => [String(rank), value]));
    expect(answer.missing).toEqual([without]);
    expect(lines.at(-2)).toEqual([
      '',
      'Cà Mau',
      expect.any(String),
      'Năm 2019',
      '',
      '%',
      'Chưa có số liệu của kỳ này.',
    ]);
    expect(lines.at(-1)?.slice(1, 5)).toEqual(['Việt Nam', expect.any(String), 'Năm 2019', '9,1']);

    const svg = (await download(page, 'SVG')).toString('utf8');
    expect(svg).toMatch(/^<svg[^>]+xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg).toContain('@font-face{font-family:"Be Vietnam Pro"');
    expect(svg).not.toContain('var(--');
    const png = await download(page, 'PNG');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    // Twice as fine as what is seen, whose width stands in the file from its 17th byte on.
    const seen = await page
      .locator('figure svg')
      .first()
      .evaluate((drawn) => drawn.getBoundingClientRect().width);
    expect(png.readUInt32BE(16)).toBe(Math.floor(seen * 2));
  });

  it('Kiên Giang on the map of 2025 is An Giang, with the sum of both and a word about it', async () => {
    const page = await house.open(kienGiang);
    await page.locator('figcaption').getByText('Kiên Giang').waitFor();
    await page.getByText('34 tỉnh, thành (từ 01/7/2025)', { exact: true }).click();
    await page.waitForURL(/map=after/);
    await page.getByText('số trước đó cộng từ các tỉnh hợp nhất').waitFor();
    await page
      .getByText(
        'Kiên Giang nay thuộc An Giang (từ 01/7/2025). Số của An Giang trước đó cộng từ: An Giang, Kiên Giang.',
      )
      .waitFor();
    // 4,230 and 5,230 in December 2017; a year before 4,110 and 5,110.
    await page
      .locator('figcaption')
      .getByText('9.460 tỷ đồng, tăng 2,60% so với cùng kỳ năm trước')
      .waitFor();
    await page.getByText('Vì sao không có số').click();
    await page.getByText('Chưa đủ số của các địa bàn hợp thành nên không cộng được.').waitFor();
    await page.getByText('63 tỉnh, thành (đến 30/6/2025)', { exact: true }).click();
    await page.locator('figcaption').getByText('4.230 tỷ đồng').waitFor();
  });

  it('a month that nobody stated is a gap, and its reason stands in table and file', async () => {
    const page = await house.open(`${kienGiang}&view=table`.replace('view=line&', ''));
    const row = page.getByRole('row', { name: /Tháng 5\/2017/ });
    expect(await row.getByRole('cell').textContent()).toBe('Chưa có số thực hiện của kỳ này.');
    const csv = (await download(page, 'CSV')).toString('utf8');
    const lines = csv
      .replace('\ufeff', '')
      .trim()
      .split('\r\n')
      .map((line) => line.split(';'));
    expect(lines).toHaveLength(25);
    expect(lines.find((line) => line.includes('Tháng 5/2017'))).toEqual([
      'Kiên Giang',
      indicatorName,
      'Tháng 5/2017',
      '',
      'tỷ đồng',
      '',
      '',
      'Chưa có số thực hiện của kỳ này.',
    ]);
    expect(lines.find((line) => line.includes('Tháng 6/2017'))).toEqual([
      'Kiên Giang',
      indicatorName,
      'Tháng 6/2017',
      '4170',
      'tỷ đồng',
      'chính thức',
      'gso',
      '',
    ]);
    const chart = await house.open(kienGiang);
    await chart.locator('figure svg path[stroke-width="2.5"]').first().waitFor();
    const path = await chart.locator('figure svg path[stroke-width="2.5"]').first().getAttribute('d');
    expect(path?.match(/M/g)).toHaveLength(2);
  });

  it('a declared break is a marked cut, and nothing is compared across it', async () => {
    const levels =
      '/explore?territory=viet-nam&period=2023-02&indicator=IIP&frequency=month&from=2022&to=2023';
    const page = await house.open(`${levels}&view=line`);
    const lines = page.locator('figure svg path[stroke-width="2.5"]');
    await page.locator('figure svg').getByText('Gãy chuỗi').waitFor();
    expect((await lines.first().getAttribute('d'))?.match(/M/g)).toHaveLength(2);
    await page.getByText(/^Gãy chuỗi, tháng 1\/2023: Cấp quốc gia rơi từ/).waitFor();
    const table = await house.open(`${levels}&view=table&number=yoyPct`);
    const row = table.getByRole('row', { name: /Tháng 1\/2023/ });
    expect(await row.getByRole('cell').textContent()).toBe(
      'Gãy chuỗi số liệu: không so được với cùng kỳ năm trước.',
    );
    await table
      .getByRole('row', { name: /Tháng 12\/2022/ })
      .getByText('12,00')
      .waitFor();
  });

  it('the plan stands beside what was reached, as a line of its own', async () => {
    const page = await house.open(
      '/explore?territory=an-giang&period=2017&indicator=RETAIL&frequency=year&from=2015&to=2017&view=line&beside=plan',
    );
    await page.locator('figure svg').getByText('Kế hoạch năm').waitFor();
    // Told apart without colour.
    expect(await page.locator('figure svg path[stroke-dasharray]').count()).toBeGreaterThan(0);
  });

  it('what is shown stands in the address: reloaded, it is the same', async () => {
    const page = await house.open(kienGiang);
    await page.getByText('Nhiều biểu đồ nhỏ', { exact: true }).click();
    await page.getByText('So với cùng kỳ năm trước (%)', { exact: true }).click();
    await page.getByRole('button', { name: /Địa bàn được xem/ }).click();
    await page.getByRole('option', { name: /Khu vực phía Nam/ }).click();
    await page.waitForURL(/number=yoyPct.*among=south-20-2024|among=south-20-2024.*number=yoyPct/);
    const sentence = page.locator('figcaption');
    await sentence.getByText('cao nhất là').waitFor();
    const before = [await sentence.textContent(), await page.locator('figure svg text').allTextContents()];
    await page.reload();
    await sentence.getByText('cao nhất là').waitFor();
    await page.locator('figure svg text').first().waitFor();
    expect([await sentence.textContent(), await page.locator('figure svg text').allTextContents()]).toEqual(
      before,
    );
  });

  it('as known on a day before anything was stated there is nothing', async () => {
    const page = await house.open('/explore?territory=kien-giang&period=2023&indicator=RETAIL&from=2020');
    await page.locator('figcaption').getByText('126.074 tỷ đồng').waitFor();
    await page.getByText('Khoảng thời gian, so sánh', { exact: false }).click();
    const slider = page.getByRole('slider', { name: 'Theo số liệu biết đến ngày' });
    await slider.focus();
    await slider.press('Home');
    await page.waitForURL(/asOf=2020-01-31/);
    await page.getByText('Kiên Giang chưa có số liệu được duyệt').waitFor();
    await page.getByRole('button', { name: 'Về hiện nay' }).click();
    await page.locator('figcaption').getByText('126.074 tỷ đồng').waitFor();
    // Typed from nothing, part by part.
    await page.getByRole('spinbutton').first().pressSequentially('05022021');
    await page.waitForURL(/asOf=2021-02-05/);
    await page.getByText('Kiên Giang chưa có số liệu được duyệt').waitFor();
    await page.getByRole('button', { name: 'Về hiện nay' }).click();
    await page.locator('figcaption').getByText('126.074 tỷ đồng').waitFor();
  });

  it('names of nineteen lines stand beside each other, none on another', async () => {
    const page = await house.open(
      `${ranking}&frequency=year&from=2018&to=2019`.replace('view=ranking', 'view=line'),
    );
    const names = page.locator('figure svg text').filter({ hasText: /\p{L}{2}/u });
    await names.first().waitFor();
    const boxes = await names.evaluateAll((drawn) =>
      drawn.map((one) => one.getBoundingClientRect().toJSON() as DOMRect),
    );
    expect(boxes.length).toBe(south.length);
    boxes.sort((a, b) => a.y - b.y);
    // A box of letters has room above and below them: by a sixth two may meet.
    boxes.forEach((box, n) =>
      expect(n === 0 ? Infinity : box.y - (boxes[n - 1]?.y ?? 0)).toBeGreaterThan(box.height * 0.8),
    );
  });

  const looks = (['vi', 'en'] as const).flatMap((language) =>
    [false, true].map((contrast) => ({ language, contrast })),
  );
  const seen = {
    line: kienGiang,
    ranking,
    multiples: `${kienGiang}&among=south-20-2024`.replace('line', 'multiples'),
    table: kienGiang.replace('line', 'table'),
  };
  it.each(looks)('is open to everybody: $language, contrast $contrast', async ({ language, contrast }) => {
    for (const [name, path] of Object.entries(seen))
      for (const width of widths) {
        const page = await house.open(path, { language, contrast, width });
        await page.locator('figcaption').waitFor();
        await page
          .locator(name === 'table' ? 'figure table' : 'figure svg text')
          .first()
          .waitFor();
        expect(await house.violations(page)).toEqual([]);
        expect(await house.sideways(page)).toBe(0);
        await house.keep(page, `explore-${name}-${language}-${contrast ? 'high' : 'normal'}-${width}`);
        await page.close();
      }
  });
});
