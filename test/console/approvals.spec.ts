import type { Page } from 'playwright-core';
import { asSignedIn, cellOf, monthsOfThisRun, trips, workOf } from './acting';
import { ConsoleHouse } from './house';

describe('what waits to be approved', () => {
  let house: ConsoleHouse;
  beforeAll(async () => {
    house = await ConsoleHouse.open();
  });
  afterEach(() => house.leave());
  afterAll(() => house.close());

  it('is not approved by whoever recorded it, who approves what others record, unless the territory rules so', async () => {
    const { month = '', vietnamese = '' } = (await monthsOfThisRun(house.address))[0] ?? {};
    const officer = await house.open('/', { as: 'nghean.officer' });
    const ofAnother = {
      ...{ indicator: 'RETAIL_GOODS', territory: 'nghe-an', period: month, measure: 'actual' },
      ...{ status: 'estimate', value: '5100', unit: 'VND_BN', source: 'doit-nghe-an', state: 'submitted' },
    };
    expect(await asSignedIn(officer, '/v1/trade/observations', { items: [ofAnother] })).toBe(201);
    const page = await house.open(workOf(month), { as: 'nghean.deputy' });
    await cellOf(page, trips).click();
    await page.keyboard.type('31');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Nộp 1 số' }).click();
    await page.getByText('Đã nộp 1 số, chờ lãnh đạo duyệt.').waitFor();

    const approvals = '/work/approvals?territory=nghe-an';
    const queue = await house.open(approvals, { as: 'nghean.deputy' });
    const choice = (page: Page, name: string) =>
      page.getByRole('checkbox', { name: `Chọn ${name}, ${vietnamese}` });
    const ownOne = choice(queue, 'Số chuyến bán hàng lưu động');
    await ownOne.check();
    await queue.getByRole('button', { name: 'Duyệt 1 số' }).click();
    await queue.getByText('Thương mại: không duyệt được; không số nào của lĩnh vực này thay đổi.').waitFor();
    await queue.getByText('Nhờ người khác có quyền duyệt số này.').waitFor();
    const row = queue.getByRole('row').filter({ has: ownOne });
    await row.getByText('Người ghi nhận không được tự duyệt số liệu của mình.').waitFor();
    await queue.getByRole('button', { name: 'Chọn tất cả số bạn được duyệt' }).click();
    expect(await choice(queue, 'Doanh thu bán lẻ hàng hóa').isChecked()).toBe(true);
    expect(await ownOne.isChecked()).toBe(false);
    expect(await house.violations(queue)).toEqual([]);
    await house.keep(queue, 'approvals-own');
    house.forgive(/status of 403/);

    await queue.getByRole('button', { name: 'Bỏ chọn' }).click();
    await choice(queue, 'Doanh thu bán lẻ hàng hóa').check();
    await queue.getByRole('button', { name: 'Duyệt 1 số' }).click();
    await queue.getByText('Đã duyệt 1 số.').waitFor();
    await row.getByText('Bạn ghi số này: người khác duyệt.').waitFor();
    const rule = async (ownApproval: boolean) => {
      const headers = {
        'content-type': 'application/json',
        authorization: `Bearer ${await house.token('admin')}`,
      };
      const body = JSON.stringify({ ownApproval, reason: 'Quyết định của Sở' });
      const path = `${house.address}/v1/trade/approval-settings/nghe-an`;
      expect((await fetch(path, { method: 'PUT', headers, body })).status).toBe(200);
    };
    await rule(true);
    try {
      await queue.reload();
      await ownOne.waitFor();
      expect(await queue.getByText('Bạn ghi số này: người khác duyệt.').count()).toBe(0);
      await ownOne.check();
      await queue.getByRole('button', { name: 'Duyệt 1 số' }).click();
      await queue.getByText('Đã duyệt 1 số.').waitFor();
    } finally {
      await rule(false);
    }
  });

  it('is held against nothing that lies before a declared break, and says so', async () => {
    const admin = await house.open('/', { as: 'admin' });
    const common = { indicator: 'IIP', territory: 'viet-nam', measure: 'actual', status: 'official' };
    // The same again is the same figure: a run before may have recorded it.
    const level = (period: string, value: string, state: string) => ({
      ...common,
      ...{ period, value, state, unit: 'INDEX', source: 'gso', asOf: '2024-01-05' },
    });
    const items = [level('2022-12', '166.03', 'approved'), level('2023-01', '128.34', 'submitted')];
    expect(await asSignedIn(admin, '/v1/industry/observations', { items })).toBe(201);
    const queue = await house.open('/work/approvals?territory=viet-nam', { as: 'admin' });
    const row = queue.getByRole('row').filter({ hasText: 'Tháng 1/2023' });
    await row.getByText(/^Gãy chuỗi: Cấp quốc gia rơi/).waitFor();
    expect(await row.textContent()).toMatch(/128,34.*số trước: 166,03gãy chuỗi, không so được/);
    await house.keep(queue, 'approvals-broken');
    expect(await row.textContent()).not.toMatch(/22,7%/);
    // Who may approve everywhere approves his own, too.
    await queue.getByRole('button', { name: 'Chọn tất cả', exact: true }).waitFor();
  });
});
