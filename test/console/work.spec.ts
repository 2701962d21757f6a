import { asSignedIn, cellOf, lineOf, monthsOfThisRun, paste, trips, workOf } from './acting';
import { ConsoleHouse, widths } from './house';

const retail = /^Tổng mức bán lẻ hàng hóa/;
const published = async (house: ConsoleHouse, period: string) => {
  const answer = await fetch(
    `${house.address}/v1/trade/observations?territory=nghe-an&period=${period}&indicator=RETAIL`,
  );
  const { items } = (await answer.json()) as { items: { value: string; state: string }[] };
  return items.map(({ value, state }) => ({ value, state }));
};

type Months = Awaited<ReturnType<typeof monthsOfThisRun>>;

describe('work', () => {
  let house: ConsoleHouse;
  let [journey, refused, offline, typed, asked]: Months = [];
  beforeAll(async () => {
    house = await ConsoleHouse.open();
    [journey, refused, offline, typed, asked] = await monthsOfThisRun(house.address);
  });
  afterEach(() => house.leave());
  afterAll(() => house.close());

  it('is handed in by an officer who pastes a month, returned and approved by the director, and published', async () => {
    const { month = '', monthBefore = '', vietnamese = '' } = journey ?? {};
    const admin = await house.open('/', { as: 'admin' });
    const known = {
      ...{ indicator: 'RETAIL', territory: 'nghe-an', period: monthBefore, measure: 'actual' },
      ...{ status: 'estimate', value: '7000', unit: 'VND_BN', source: 'doit-nghe-an' },
    };
    expect(await asSignedIn(admin, '/v1/trade/observations', { items: [known] })).toBe(201);

    const page = await house.open(workOf(month), { as: 'nghean.officer' });
    await cellOf(page, retail).click();
    await paste(page, '9.245,5\r\n6.100,25\r\n12\r\n');
    await page.getByText('Đã dán 3 ô.').waitFor();
    expect(await cellOf(page, retail).textContent()).toContain('9.245,5');
    // 2 245,5 of 7 000: beyond what is usual, and said so, but not forbidden.
    expect(await cellOf(page, retail).textContent()).toContain('+32,1% so với kỳ trước');
    await page.keyboard.press('Control+Z');
    expect(await cellOf(page, retail).textContent()).toBe('');
    expect(await cellOf(page, trips).textContent()).toBe('');
    await page.keyboard.press('Control+Y');
    expect(await cellOf(page, trips).textContent()).toBe('12');
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('7.245,5');
    await page.keyboard.press('Enter');
    expect(await lineOf(page, retail).textContent()).toContain('+3,5%');
    expect(await published(house, month)).toEqual([]);
    await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
    await page.getByText('Đã lưu 3 số làm bản nháp. Chưa nộp.').waitFor();
    expect(await lineOf(page, retail).textContent()).toContain('bản nháp đã lưu');
    await page.getByRole('button', { name: 'Nộp 3 số' }).click();
    await page.getByText('Đã nộp 3 số, chờ lãnh đạo duyệt.').waitFor();
    await lineOf(page, retail).getByText('chờ duyệt').waitFor();
    await house.keep(page, 'work-journey');

    const queue = await house.open('/work/approvals?territory=nghe-an', { as: 'nghean.director' });
    const waiting = (name: string) => queue.getByRole('checkbox', { name: `Chọn ${name}, ${vietnamese}` });
    const whole = 'Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng';
    await waiting(whole).check();
    const row = queue.getByRole('row').filter({ has: waiting(whole) });
    expect(await row.textContent()).toMatch(/7\.245,5 tỷ đồng.*\+3,5%.*7\.000/);
    await waiting('Doanh thu bán lẻ hàng hóa').check();
    await house.keep(queue, 'approvals-journey');
    expect(await house.violations(queue)).toEqual([]);
    await queue.getByRole('button', { name: 'Duyệt 2 số' }).click();
    await queue.getByText('Đã duyệt 2 số.').waitFor();
    await waiting('Số chuyến bán hàng lưu động').check();
    await queue.getByRole('button', { name: 'Trả lại 1 số' }).click();
    const dialog = queue.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Trả lại 1 số' }).click();
    await dialog.getByText('Hãy viết lý do.').waitFor();
    await dialog.getByRole('textbox', { name: 'Lý do' }).fill('Thiếu huyện miền núi');
    await dialog.getByRole('button', { name: 'Trả lại 1 số' }).click();
    await queue.getByText('Đã trả lại 1 số.').waitFor();
    expect(await published(house, month)).toEqual([{ value: '7245.5', state: 'approved' }]);

    await page.reload();
    await cellOf(page, trips).getByText('Bị trả lại: Thiếu huyện miền núi').waitFor();
    expect(await lineOf(page, retail).textContent()).toContain('đã duyệt');
  });

  it('says under the cell what is wrong: at once what is no number, and what the service refused', async () => {
    const page = await house.open(workOf(refused?.month), { as: 'nghean.officer' });
    await cellOf(page, retail).click();
    await page.keyboard.type('1.2,3.4');
    await cellOf(page, retail).getByText('“1.2,3.4” không đọc được thành số theo kiểu Việt Nam.').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('1 ô có lỗi').waitFor();
    expect(await page.getByRole('button', { name: 'Nộp 0 số' }).isDisabled()).toBe(true);
    await page.keyboard.press('Control+Z');
    await cellOf(page, trips).click();
    await page.keyboard.type('-3');
    await cellOf(page, trips).getByText('Số âm').waitFor();
    await page.keyboard.press('Escape');
    expect(await cellOf(page, trips).textContent()).toBe('');
    await cellOf(page, retail).click();
    await page.keyboard.type('5,12345678');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
    await page.getByText('Chưa có gì được ghi.').waitFor();
    expect(await cellOf(page, retail).getAttribute('aria-invalid')).toBe('true');
    expect((await cellOf(page, retail).textContent())?.length).toBeGreaterThan('5,12345678'.length + 10);
    await house.keep(page, 'work-refused');
    house.forgive(/status of 4\d\d/);
  });

  it('keeps what was entered when the network goes, and offers it again', async () => {
    const page = await house.open(workOf(offline?.month), { as: 'nghean.officer' });
    await cellOf(page, retail).click();
    await page.context().setOffline(true);
    await page.keyboard.type('8.100');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
    await page.getByText('Không kết nối được với máy chủ.').waitFor();
    await page.context().setOffline(false);
    house.forgive(/ERR_INTERNET_DISCONNECTED/);
    await page.reload();
    await page.getByText('Máy này còn giữ 1 số chưa gửi').waitFor();
    expect(await cellOf(page, retail).textContent()).toBe('');
    await page.getByRole('button', { name: 'Dùng lại' }).click();
    expect(await cellOf(page, retail).textContent()).toContain('8.100');
    await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
    await page.getByText('Đã lưu 1 số làm bản nháp. Chưa nộp.').waitFor();
    await page.reload();
    await cellOf(page, retail).getByText('8.100').waitFor();
    expect(await page.getByText('Máy này còn giữ').count()).toBe(0);
  });

  it('is done by keyboard alone', async () => {
    const page = await house.open(workOf(typed?.month), { as: 'nghean.officer' });
    await page.getByRole('button', { name: /Cách viết số/ }).focus();
    await page.keyboard.press('Tab');
    const focused = () => page.evaluate(() => document.activeElement?.closest('tr')?.textContent ?? '');
    expect(await focused()).toMatch(retail);
    await page.keyboard.type('1500');
    await page.keyboard.press('Enter');
    expect(await focused()).toMatch(/^Doanh thu bán lẻ hàng hóa/);
    await page.keyboard.press('Control+D');
    expect(await focused()).toContain('1.500');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+D');
    const filled = page.getByRole('gridcell', { name: /^1\.500/ });
    expect(await filled.count()).toBe(4);
    await page.keyboard.press('Delete');
    expect(await filled.count()).toBe(1);
    await page.keyboard.press('Control+Z');
    expect(await filled.count()).toBe(4);
    await page.keyboard.press('Control+C');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toMatch(/^Giá trị đơn hàng/);
    await page.keyboard.press('F2');
    await page.keyboard.type('77');
    await page.keyboard.press('Escape');
    expect(await focused()).not.toContain('77');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Nộp 4 số/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Đã lưu 4 số làm bản nháp.').waitFor();
  });

  it('asks in which style a pasted block is, where that cannot be told', async () => {
    const page = await house.open(workOf(asked?.month), { as: 'nghean.officer' });
    await cellOf(page, retail).click();
    await paste(page, '75.641\n892.3\n');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('“892.3” không đọc được').waitFor();
    expect(await house.violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: /^Anh/ }).click();
    await cellOf(page, retail).getByText('Đọc là 75,641; theo kiểu kia sẽ là 75.641.').waitFor();
    await cellOf(page, retail).click();
    await paste(page, '1\t2\n');
    await page.getByText('Khối có 2 cột').waitFor();
  });

  const looks = (['vi', 'en'] as const).flatMap((language) =>
    [false, true].map((contrast) => ({ language, contrast })),
  );
  it.each(looks)('is open to everybody who works: $language, contrast $contrast', async (look) => {
    const page = await house.open(workOf('2023-01/P5M'), { as: 'nghean.officer', ...look });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await page
        .getByRole('link', { name: '36.539' })
        .or(page.getByText(/36[.,]539/))
        .first()
        .waitFor();
      expect(await house.violations(page)).toEqual([]);
      expect(await house.sideways(page)).toBe(0);
      await house.keep(page, `work-${look.language}-${look.contrast ? 'high' : 'normal'}-${width}`);
    }
    const queue = await house.open('/work/approvals?territory=nghe-an', { as: 'nghean.director', ...look });
    for (const width of widths) {
      await queue.setViewportSize({ width, height: 900 });
      await house.settled(queue);
      expect(await house.violations(queue)).toEqual([]);
      expect(await house.sideways(queue)).toBe(0);
      await house.keep(queue, `approvals-${look.language}-${look.contrast ? 'high' : 'normal'}-${width}`);
    }
  });
});
