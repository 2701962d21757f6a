import { ConsoleHouse, widths } from './house';
import { asWhoIsSignedIn, freshCode } from './register-acts';

// A year of this run's own: on a platform that runs on, fairs of runs before would overlap, too.
const year = 2032 + (Math.floor(Date.now() / 60_000) % 60);
const month = `${year}-03`;
const monday = Array.from({ length: 7 }, (_, n) => new Date(Date.UTC(year, 2, 8 + n))).find(
  (each) => each.getUTCDay() === 1,
);
const day = (after: number): string =>
  new Date((monday?.getTime() ?? 0) + after * 86_400_000).toISOString().slice(0, 10);
const typed = (iso: string): string => iso.split('-').reverse().join('/');
/** As the calendar writes it: `07/3/2032`. */
const written = (iso: string): string => typed(iso).replace('/03/', '/3/');
const calendar = `/calendar?territory=viet-nam&month=${month}`;

describe('the calendar', () => {
  let house: ConsoleHouse;
  const [ours, theirs] = [freshCode('HC'), freshCode('HCKG')];
  const our = `Hội chợ hàng thủ công ${ours}`;
  const their = `Hội chợ làng nghề ${theirs}`;
  beforeAll(async () => {
    house = await ConsoleHouse.open();
  });
  afterEach(() => house.leave());
  afterAll(() => house.close());

  it('says that two fairs overlap while the second is being registered, and afterwards', async () => {
    const neighbour = await house.open('/', { as: 'kiengiang.officer' });
    await asWhoIsSignedIn(neighbour, 'POST', '/v1/trade/promotion-events', {
      body: {
        ...{ code: theirs, name: their, territory: 'an-giang-2025', kind: 'fair', level: 'regional' },
        ...{ startsOn: day(2), endsOn: day(8), place: 'Rạch Giá', sectors: ['handicrafts'] },
        host: 'Trung tâm Xúc tiến thương mại',
      },
    });
    const page = await house.open(`/calendar?territory=nghe-an&month=${month}`, { as: 'nghean.officer' });
    await page.getByRole('link', { name: 'Đăng ký sự kiện' }).click();
    await page.getByLabel('Mã', { exact: true }).fill(ours);
    await page.getByLabel('Tên', { exact: true }).fill(our);
    await page.getByRole('button', { name: /Loại$/ }).click();
    await page.getByRole('option', { name: 'Hội chợ' }).click();
    await page.getByRole('button', { name: /Cấp$/ }).click();
    await page.getByRole('option', { name: 'Cấp tỉnh' }).click();
    await page.getByLabel('Địa điểm').fill('Vinh');
    await page.getByLabel('Đơn vị chủ trì').fill('Sở Công Thương');
    await page.getByLabel('Từ ngày', { exact: true }).fill(typed(day(10)));
    await page.getByLabel('Đến ngày').fill(typed(day(16)));
    await page.getByRole('combobox', { name: /^Ngành hàng/ }).fill('thu cong');
    await page.getByRole('option', { name: 'Thủ công mỹ nghệ' }).click();
    const found = page.getByRole('region', { name: 'Với ngày và ngành hàng này' });
    await found.getByRole('link', { name: their }).first().waitFor();
    expect(await house.violations(page)).toEqual([]);
    await house.keep(page, 'calendar-registering');
    await page.getByRole('button', { name: 'Ghi vào sổ' }).click();
    await page.getByRole('heading', { name: 'Trùng lặp với sự kiện khác' }).waitFor();
    await page.getByRole('link', { name: their }).first().waitFor();
  });

  it('shows both with the reason, and whom to join', async () => {
    const page = await house.open(`${calendar}&view=agenda`);
    const one = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: our }) });
    await one.getByText(/Nên cùng tổ chức/).waitFor();
    const said = (await one.textContent()) ?? '';
    expect(said).toContain(`${written(day(10))} – ${written(day(16))}`);
    expect(said).toContain(their);
    expect(said).toContain('cách nhau 2 ngày');
    expect(said).toMatch(/ngành/i);
    const [join = ''] = /Nên cùng tổ chức:.*/.exec(said) ?? [];
    expect(join).toContain(their);
  });

  it('draws an event over all its days, and goes from month to month by keyboard', async () => {
    const page = await house.open(calendar);
    const bars = page.getByRole('link', { name: new RegExp(their) });
    await bars.first().waitFor();
    // Wednesday to Sunday, and Monday and Tuesday of the next week.
    expect(await bars.count()).toBe(2);
    await page
      .getByText(/trùng 1 sự kiện/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Tháng sau' }).press('Enter');
    await page.waitForURL(new RegExp(`month=${year}-04`));
    await page.getByRole('heading', { name: `Tháng 4/${year}` }).waitFor();
    expect(await bars.count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`month=${year}-05`));
    await page.getByRole('link', { name: 'Tháng trước' }).press('Enter');
    await page.waitForURL(new RegExp(`month=${year}-04`));
  });

  it('narrows by sector, and gives the same to follow elsewhere', async () => {
    const page = await house.open(`${calendar}&sector=seafood&view=agenda`);
    await page
      .getByText(/Không có sự kiện nào|·/)
      .first()
      .waitFor();
    expect(await page.getByRole('link', { name: our }).count()).toBe(0);
    const feed = await page.getByRole('link', { name: /^Theo dõi lịch/ }).getAttribute('href');
    expect(feed).toBe('/v1/trade/promotion-events/calendar.ics?lang=vi&sector=seafood');
    const answer = await page.request.get(house.address + (feed ?? ''));
    expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR/);
  });

  const looks = (['vi', 'en'] as const).flatMap((language) =>
    [false, true].flatMap((contrast) => widths.map((width) => ({ language, contrast, width }))),
  );
  it.each(looks)('is for everybody: $language, contrast $contrast, $width px', async (look) => {
    for (const view of ['', '&view=agenda']) {
      const page = await house.open(calendar + view, look);
      await page
        .getByRole('link', { name: new RegExp(our) })
        .first()
        .waitFor();
      await house.settled(page);
      expect(await house.violations(page)).toEqual([]);
      expect(await house.sideways(page)).toBe(0);
      const kept = `${look.language}-${look.contrast ? 'high' : 'normal'}-${look.width}`;
      await house.keep(page, `calendar${view && '-agenda'}-${kept}`);
    }
  });
});
