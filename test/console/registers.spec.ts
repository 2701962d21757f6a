import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { ConsoleHouse, widths } from './house';
import { asWhoIsSignedIn, freshCode } from './register-acts';

const clusters = '/registers/industry/clusters?territory=nghe-an';

describe('registers', () => {
  let house: ConsoleHouse;
  const code = freshCode('CCN');
  const name = `Cụm công nghiệp Đồng Hủa ${code}`;
  let address = '';
  beforeAll(async () => {
    house = await ConsoleHouse.open();
  });
  afterEach(() => house.leave());
  afterAll(() => house.close());

  const begin = (page: Page, step: string) => page.getByRole('button', { name: step, exact: true }).click();
  const take = async (page: Page, on: string) => {
    await page.getByLabel('Ngày quyết định hoặc ngày thực hiện').fill(on);
    await page.getByRole('button', { name: 'Ghi bước này' }).click();
  };
  const stands = (page: Page, state: string) =>
    page.locator('[aria-current=step]').filter({ hasText: state }).waitFor();

  it('take a cluster through three steps, one of which the law refuses first', async () => {
    const page = await house.open(`${clusters}&act=new`, { as: 'nghean.officer', refused: [422] });
    await page.getByLabel('Mã', { exact: true }).fill(code);
    await page.getByLabel('Tên', { exact: true }).fill(name);
    await page.getByLabel('Huyện (trước 01/7/2025)').fill(`Huyện của ${code}`);
    await page.getByLabel('Diện tích quy hoạch (ha)').fill('8,5');
    await page.getByRole('button', { name: 'Ghi vào sổ' }).click();
    await stands(page, 'Trong quy hoạch');

    await begin(page, 'Đề xuất thành lập');
    await take(page, '20/5/2024');
    await stands(page, 'Đã đề xuất');

    await begin(page, 'Thành lập');
    await page.getByLabel('Diện tích thành lập (ha)').fill('8,5');
    await page.getByLabel('Số văn bản (nếu có)').fill('12/QĐ-UBND');
    await take(page, '10/6/2024');
    const refusal = page.getByRole('alert');
    await refusal.getByText('Chưa ghi được bước này').waitFor();
    expect(await refusal.textContent()).toMatch(
      /8[.,]5 ha dưới mức tối thiểu 10 ha.*Nghị định.*32\/2024.*hiệu lực từ/,
    );
    expect(await refusal.textContent()).toContain('Chưa có gì được ghi.');
    expect(await house.violations(page)).toEqual([]);
    await house.keep(page, 'registers-step-refused');
    await page.getByLabel('Diện tích thành lập (ha)').fill('15');
    await page.getByRole('button', { name: 'Ghi bước này' }).click();
    await stands(page, 'Đã thành lập');

    await begin(page, 'Chọn chủ đầu tư');
    await page.getByLabel('Chủ đầu tư hạ tầng').fill('Công ty hạ tầng của một phép thử');
    await take(page, '1/7/2024');
    await stands(page, 'Đã chọn chủ đầu tư');

    const line = page.getByRole('list', { name: new RegExp(code) }).getByRole('listitem');
    const stations = await line.allTextContents();
    expect(stations.slice(0, 5)).toEqual([
      expect.stringContaining('Trong quy hoạch'),
      expect.stringMatching(/Đã đề xuất.*20\/5\/2024/),
      expect.stringMatching(/Đã thành lập.*10\/6\/2024/),
      expect.stringMatching(/Đã chọn chủ đầu tư.*01\/7\/2024/),
      expect.stringMatching(/Đã duyệt quy hoạch chi tiết.*có thể làm ngay/),
    ]);
    await page.getByText('Các bước chưa làm được và lý do').click();
    await page
      .getByText('Chỉ làm được từ: Đang xây dựng, Hoạt động một phần. Hiện đang ở: Đã chọn chủ đầu tư.')
      .waitFor();
    await page.getByText('Diện tích thành lập (ha): trống → 15').waitFor();
    address = new URL(page.url()).pathname;
  });

  it('find it without accents, and give the same list as CSV', async () => {
    const page = await house.open(clusters, { as: 'nghean.officer' });
    await page.getByLabel('Tìm theo tên, mã, xã').fill('cum cong nghiep dong hua');
    await page.waitForURL(/q=cum\+cong/);
    await page.getByRole('link', { name }).waitFor();
    await page.getByText(/^Tất cả \d+ mục$/).waitFor();
    const shown = await page.getByRole('rowheader').locator('span').allTextContents();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải CSV' }).click(),
    ]);
    const rows = parse<Record<string, string>>(await readFile(await download.path(), 'utf8'), {
      columns: true,
      bom: true,
    });
    expect(shown).toContain(code);
    expect(rows.map((row) => row['code'])).toEqual(shown);
    expect(rows.find((row) => row['code'] === code)?.['areaEstablishedHa']).toBe('15');
  });

  it('keep what was typed where somebody else was faster', async () => {
    const page = await house.open(address, { as: 'nghean.officer', refused: [412] });
    await page.getByRole('button', { name: 'Sửa thông tin' }).click();
    await page.getByLabel('Đất công nghiệp (ha)').fill('9,5');
    const path = `/v1/industry/clusters/${address.split('/').at(-1) ?? ''}`;
    const { version } = await asWhoIsSignedIn(page, 'GET', path);
    await asWhoIsSignedIn(page, 'PATCH', path, { body: { jobs: 120 }, version: Number(version) });
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('alert').getByText('điều bạn đã nhập vẫn còn nguyên ở đây').waitFor();
    expect(await page.getByLabel('Đất công nghiệp (ha)').inputValue()).toBe('9,5');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('button', { name: 'Sửa thông tin' }).waitFor();
    expect(await asWhoIsSignedIn(page, 'GET', path)).toMatchObject({ industrialHa: '9.5', jobs: 120 });
  });

  it('ask before what was typed is left behind', async () => {
    const page = await house.open(`${clusters}&act=new`, { as: 'nghean.officer' });
    await page.getByLabel('Tên', { exact: true }).fill('Cụm chưa ghi');
    await page.getByRole('link', { name: 'Tổng quan', exact: true }).click();
    const question = page.getByRole('dialog', { name: 'Bỏ điều đã nhập?' });
    await question.waitFor();
    expect(await house.violations(page)).toEqual([]);
    await question.getByRole('button', { name: 'Ở lại' }).click();
    expect(await page.getByLabel('Tên', { exact: true }).inputValue()).toBe('Cụm chưa ghi');
    await page.getByRole('link', { name: 'Tổng quan', exact: true }).click();
    await question.getByRole('button', { name: 'Rời trang' }).click();
    await page.waitForURL((url) => url.pathname === '/');
  });

  it('say beside the field what is wrong with it', async () => {
    const page = await house.open('/registers/trade/markets?territory=nghe-an&act=new', {
      as: 'nghean.officer',
      refused: [400, 422],
    });
    await page.getByLabel('Mã', { exact: true }).fill(freshCode('CHO'));
    await page.getByLabel('Tên', { exact: true }).fill('Chợ thử');
    await page.getByRole('button', { name: /Loại$/ }).click();
    await page.getByRole('option', { name: 'Chợ dân sinh' }).click();
    await page.getByLabel('Số điểm kinh doanh').fill('10');
    await page.getByLabel('Số điểm đang dùng').fill('11');
    await page.getByRole('button', { name: 'Ghi vào sổ' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('lớn hơn số điểm kinh doanh');
    await page.getByLabel('Số điểm đang dùng').fill('mười');
    await page.getByRole('button', { name: 'Ghi vào sổ' }).click();
    await page.getByText('Không đọc được số hoặc ngày này.').waitFor();
  });

  it('show everybody what is public, and say that there is more', async () => {
    const page = await house.open(address);
    await page.getByText('Một số thông tin chỉ cán bộ của địa bàn xem được.').waitFor();
    expect(await page.getByRole('heading', { name: 'Lịch sử' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Sửa thông tin' }).count()).toBe(0);
  });

  it('are a map, too: who was merged counts for the unit of today, and a tile leads to its list', async () => {
    const page = await house.open('/registers/trade/markets?territory=viet-nam', { as: 'admin' });
    await page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
    const word = freshCode('BĐ');
    const markets = [
      ['kien-giang', 'operating'],
      ['an-giang', 'operating'],
      ['an-giang-2025', 'planned'],
      ['nghe-an', 'operating'],
    ];
    for (const [n, [territory, state]] of markets.entries())
      await asWhoIsSignedIn(page, 'POST', '/v1/trade/markets', {
        body: { code: `${word}-${n}`, name: `Chợ ${word} ${n}`, territory, state, kind: 'daily' },
      });
    await page.getByLabel('Tìm theo tên, mã, xã').fill(word);
    await page.getByText('Tất cả 4 mục').waitFor();
    const tally = page.getByRole('list', { name: 'Tình trạng' });
    expect(await tally.getByRole('listitem').allTextContents()).toEqual([
      'Trong quy hoạch 1',
      'Đang hoạt động 3',
    ]);
    await tally.getByRole('link', { name: 'Đang hoạt động 3' }).click();
    await page.getByText('Tất cả 3 mục').waitFor();
    await tally.getByRole('link', { name: 'Đang hoạt động 3 (đang lọc, bấm để bỏ)' }).click();
    await page.getByText('Tất cả 4 mục').waitFor();

    await page.getByRole('tab', { name: 'Bản đồ' }).click();
    await page.getByText('Chợ: 4 mục ở 2 tỉnh, thành; nhiều nhất là An Giang (3).').waitFor();
    expect(await page.locator('[data-id]').count()).toBe(34);
    await page.getByRole('link', { name: 'Hà Nội: Không có mục nào như vậy' }).waitFor();
    const rows = page.getByRole('table', { name: 'Chợ' }).getByRole('row');
    expect(await rows.allTextContents()).toEqual([
      expect.stringContaining('Địa bàn'),
      'An GiangTrong quy hoạch 1 · Đang hoạt động 23',
      'Nghệ AnĐang hoạt động 11',
    ]);
    await page.getByRole('button', { name: 'Tải về' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV' }).click(),
    ]);
    expect(await readFile(await download.path(), 'utf8')).toContain('An Giang;Đang hoạt động;2');
    await page
      .getByRole('link', { name: /^An Giang: 3 mục \(Trong quy hoạch 1, Đang hoạt động 2\), nhóm 2/ })
      .press('Enter');
    await page.waitForURL(({ searchParams }) => searchParams.get('territory') === 'an-giang-2025');
    await page.getByText('Tất cả 3 mục').waitFor();
    const list = page.getByRole('table', { name: 'Chợ' }).getByRole('row');
    await list
      .filter({ hasText: `Chợ ${word} 0` })
      .getByText('Kiên Giang', { exact: true })
      .waitFor();
    await list
      .filter({ hasText: `Chợ ${word} 1` })
      .getByText('An Giang (đến 30/6/2025)')
      .waitFor();
    await list
      .filter({ hasText: `Chợ ${word} 2` })
      .getByText('An Giang', { exact: true })
      .waitFor();
  });

  it('of one province alone are no map for who reads one province', async () => {
    const page = await house.open('/registers/industry/energy-users?territory=nghe-an&view=map', {
      as: 'nghean.officer',
    });
    await page
      .getByRole('button', { name: 'Tải CSV' })
      .or(page.getByText('Không có mục nào như vậy.'))
      .waitFor();
    expect(await page.getByRole('tab').count()).toBe(0);
  });

  it('are all reached by keyboard', async () => {
    const page = await house.open(`${clusters}&q=${code}`, { as: 'nghean.officer' });
    await page.getByRole('link', { name }).press('Enter');
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    const step = page.getByRole('button', { name: 'Duyệt quy hoạch chi tiết', exact: true });
    await step.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('act')).toBeNull();
  });

  const looks = (['vi', 'en'] as const).flatMap((language) =>
    [false, true].flatMap((contrast) => widths.map((width) => ({ language, contrast, width }))),
  );
  it.each(looks)('are for everybody: $language, contrast $contrast, $width px', async (look) => {
    const kept = `${look.language}-${look.contrast ? 'high' : 'normal'}-${look.width}`;
    const visit = { ...look, as: 'nghean.officer' };
    const page = await house.open('/registers?territory=nghe-an', visit);
    for (const [shot, path] of [
      ['registers', '/registers?territory=nghe-an'],
      ['registers-list', clusters],
      ['registers-map', `${clusters}&view=map`],
      ['registers-entry', address],
      ['registers-edit', `${address}?act=edit`],
    ] as const) {
      await page.goto(house.address + path);
      await house.settled(page);
      await page.getByRole('button', { name: look.language === 'vi' ? 'Đăng xuất' : 'Sign out' }).waitFor();
      await house.settled(page);
      expect(await house.violations(page)).toEqual([]);
      expect(await house.sideways(page)).toBe(0);
      await house.keep(page, `${shot}-${kept}`);
    }
  });
});
