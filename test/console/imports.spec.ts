import { ConsoleHouse, widths } from './house';
import { monthOfThisRun } from './acting';

const month = monthOfThisRun();
const columns = 'flow;territory;month;hs;partner;value_usd\n';
/** Numbers as Vietnamese write them. */
const lines = (count: number, value = '1.234,5'): string =>
  Array.from(
    { length: count },
    (_, n) => `export;nghe-an;${month};${String(3010000 + n * 10).padStart(8, '0')};JP;${value}\n`,
  ).join('');
const fileOf = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(columns + text),
});

describe('customs extracts', () => {
  let house: ConsoleHouse;
  beforeAll(async () => {
    house = await ConsoleHouse.open();
  });
  afterEach(() => house.leave());
  afterAll(() => house.close());

  it('are sent by an officer, watched as they are checked, and written once the director approves', async () => {
    const name = `hai-quan-${Date.now()}.csv`;
    const page = await house.open('/work/imports?territory=nghe-an', { as: 'nghean.officer' });
    await page.getByRole('button', { name: 'Gửi tệp' }).click();
    await page.getByText('Hãy chọn tệp.').waitFor();
    await page.getByLabel('Tệp CSV').setInputFiles(fileOf(name, lines(9000)));
    await page.getByRole('button', { name: 'Gửi tệp' }).click();
    await page.getByRole('heading', { name: `Tệp ${name}` }).waitFor();
    const bar = page.getByRole('progressbar', { name: 'Tiến độ' });
    await bar.waitFor();
    await page.getByText('Đã kiểm tra xong, chờ lãnh đạo duyệt. Chưa có gì được ghi.').waitFor();
    expect(await bar.getAttribute('aria-valuetext')).toBe('đã xong: 9.000 trên 9.000 dòng');
    expect(await page.getByRole('button', { name: 'Duyệt và ghi' }).count()).toBe(0);

    const director = await house.open('/work/approvals?territory=nghe-an', { as: 'nghean.director' });
    await director.getByRole('link', { name: new RegExp(`^${name}: 9\\.000 dòng`) }).click();
    await director.getByRole('button', { name: 'Duyệt và ghi' }).click();
    await director.getByText('Đã ghi toàn bộ tệp.').waitFor();
    expect(await director.locator('dl').textContent()).toContain('Dòng mới9.000');
    expect(await house.violations(director)).toEqual([]);
    await house.keep(director, 'imports-written');
  });

  it('are not sent with half a day', async () => {
    const page = await house.open('/work/imports?territory=nghe-an', { as: 'nghean.officer' });
    const sent: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
    await page.getByLabel('Tệp CSV').setInputFiles(fileOf('nua-ngay.csv', lines(2)));
    const day = page.getByRole('group', { name: 'Ngày hải quan công bố' }).getByRole('spinbutton');
    await day.first().pressSequentially('3101');
    await page.getByRole('button', { name: 'Gửi tệp' }).click();
    await page.getByText('Ngày chưa đủ: cần cả ngày, tháng và năm.').waitFor();
    expect((await day.allTextContents()).slice(0, 2)).toEqual(['31', '1']);
    expect(sent).toEqual([]);
    expect(await house.violations(page)).toEqual([]);
    await house.keep(page, 'imports-half-day');
    await day.last().pressSequentially('2024');
    await page.getByText('Ngày chưa đủ', { exact: false }).waitFor({ state: 'detached' });
  });

  it('say how much of them has gone while a slow line takes them', async () => {
    const page = await house.open('/work/imports?territory=nghe-an', { as: 'nghean.officer' });
    const line = await page.context().newCDPSession(page);
    await line.send('Network.enable');
    const slow = { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: 150_000 };
    await line.send('Network.emulateNetworkConditions', slow);
    await page.getByLabel('Tệp CSV').setInputFiles(fileOf('cham.csv', lines(9000, '55,5')));
    await page.getByText('Chỉ kiểm tra, không ghi gì').click();
    await page.getByRole('button', { name: 'Gửi tệp' }).click();
    const bar = page.getByRole('progressbar', { name: 'Tiến độ gửi tệp' });
    await expect(bar.getAttribute('aria-valuetext')).resolves.toMatch(/^Đã gửi \d+%$/);
    await page.getByText('Chỉ kiểm tra: không có gì được ghi.').waitFor();
    expect(await bar.count()).toBe(0);
  });

  it('with faults are not written, and say which row and column', async () => {
    const page = await house.open('/work/imports?territory=nghe-an', { as: 'nghean.officer' });
    const faulty = `${lines(2)}export;nghe-an;${month};0302;JP;một tỷ\nexport;nghe-an;${month};0303;??;5\n`;
    await page.getByLabel('Tệp CSV').setInputFiles(fileOf('sai.csv', faulty));
    await page.getByRole('button', { name: 'Gửi tệp' }).click();
    await page.getByText('Không có gì được ghi. Sửa các dòng dưới đây rồi gửi lại tệp.').waitFor();
    const faults = page.getByRole('table', { name: 'Lỗi theo dòng và cột' });
    await faults.getByRole('row', { name: /^4 value_usd/ }).waitFor();
    await faults.getByRole('row', { name: /^5 partner/ }).waitFor();
    await house.keep(page, 'imports-faults');
  });

  it('are followed again after the connection broke', async () => {
    const page = await house.open('/work/imports?territory=nghe-an', { as: 'nghean.officer' });
    await page.getByLabel('Tệp CSV').setInputFiles(fileOf('dai.csv', lines(9000, '77,5')));
    let broken = 0;
    await page.route('**/imports/*/events', async (route) => {
      broken++;
      await (broken === 1 ? route.abort('connectionreset') : route.continue());
    });
    await page.getByRole('button', { name: 'Gửi tệp' }).click();
    await page.getByText('Đã kiểm tra xong, chờ lãnh đạo duyệt.').waitFor();
    expect(broken).toBeGreaterThan(0);
    house.forgive(/ERR_CONNECTION_RESET/);
  });

  const looks = (['vi', 'en'] as const).flatMap((language) =>
    [false, true].map((contrast) => ({ language, contrast })),
  );
  it.each(looks)('are open to everybody who works: $language, contrast $contrast', async (look) => {
    const page = await house.open('/work/imports?territory=nghe-an', { as: 'nghean.officer', ...look });
    await page.getByRole('link', { name: 'sai.csv' }).first().click();
    await page.getByRole('cell', { name: 'value_usd' }).waitFor();
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await house.settled(page);
      expect(await house.violations(page)).toEqual([]);
      expect(await house.sideways(page)).toBe(0);
      await house.keep(page, `imports-${look.language}-${look.contrast ? 'high' : 'normal'}-${width}`);
    }
  });
});
