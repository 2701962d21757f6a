import { promotionEvents, trade } from '@doit/contracts';
import { dayPlus } from '@doit/reference';
import { todayInVietNam } from '@doit/registers';
import { leastEntry, people, TestInstallation } from '@doit/testing';
import { database as options } from '../database';
import { TradeModule } from '../trade.module';

const { officer, admin } = people;
/** A reader of calendars that shares nothing with what writes them. */
const reader = () => import('ical.js').then((loaded) => loaded.default);
const { create, step, change, calendar } = trade.promotionEvents;

describe('the calendar of promotion events', () => {
  let house: TestInstallation;
  let ICAL: Awaited<ReturnType<typeof reader>>;

  beforeAll(async () => {
    ICAL = await reader();
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database: options });
  });
  afterAll(() => house.stop());

  const soon = dayPlus(todayInVietNam(), 10);
  const later = dayPlus(soon, 2);
  const enter = async (more: object): Promise<string> => {
    const days = { startsOn: soon, endsOn: later };
    const { status, body } = await house.ask(create, admin, {
      body: leastEntry(promotionEvents, { ...days, level: 'province', ...more }),
    });
    expect(status).toBe(200);
    return String(body['id']);
  };
  const take = async (id: string, version: number, body: object) => {
    const on = todayInVietNam();
    const sent = { query: `id=${id}`, ifMatch: String(version), body: { on, reason: 'bão', ...body } };
    expect((await house.ask(step, officer, sent)).status).toBe(200);
  };
  const read = async (query = ''): Promise<string> => {
    const { status, body } = await house.ask(calendar, null, { query });
    expect(status).toBe(200);
    return body['body'] as string;
  };
  const parsed = (text: string) => new ICAL.Component(ICAL.parse(text) as unknown[]);
  const eventsOf = (text: string) =>
    parsed(text)
      .getAllSubcomponents('vevent')
      .map((component) => ({ component, event: new ICAL.Event(component) }));
  const only = async (query: string) => {
    const [found, ...others] = eventsOf(await read(query));
    expect(others).toEqual([]);
    if (!found) throw new Error('no event is on the calendar');
    return found;
  };
  const valueOf = (component: InstanceType<typeof ICAL.Component>, name: string): string =>
    String(component.getFirstPropertyValue(name));

  it('has whole days, words as they were entered, and what tells versions apart', async () => {
    const name =
      'Hội chợ “Xuân”; gạo, chè \\ muối\nvà các mặt hàng khác của mười chín địa phương phía Bắc 🌾🌾🌾🌾';
    const id = await enter({
      ...{
        name,
        territory: 'ha-giang',
        place: 'Quảng trường, Hà Giang; cổng 2',
        sectors: ['rice', 'coffee-tea'],
      },
      ...{ host: 'Sở Công Thương', targetMarkets: ['JP'], enterprisesMn: '987654.321' },
    });
    const { component, event } = await only('territory=ha-giang');
    expect(event).toMatchObject({ uid: `${id}@doit`, summary: name, sequence: 1 });
    expect([event.startDate.isDate, event.startDate.toString()]).toEqual([true, soon]);
    // The end is the first day that is not part of it.
    expect([event.endDate.isDate, event.endDate.toString()]).toEqual([true, dayPlus(later, 1)]);
    expect(event.location).toBe('Quảng trường, Hà Giang; cổng 2, Hà Giang');
    expect(event.description).toBe(
      'Hội chợ, cấp tỉnh\nĐơn vị chủ trì: Sở Công Thương (Hà Giang)\nNgành hàng: gạo, cà phê, chè\nThị trường: Nhật Bản',
    );
    expect(component.getFirstProperty('categories')?.getValues()).toEqual(['gạo', 'cà phê, chè']);
    expect([valueOf(component, 'status'), valueOf(component, 'transp')]).toEqual([
      'TENTATIVE',
      'TRANSPARENT',
    ]);
    expect(valueOf(component, 'last-modified')).toBe(valueOf(component, 'dtstamp'));
    expect(Math.abs(Date.parse(valueOf(component, 'last-modified')) - Date.now())).toBeLessThan(3_600_000);
  });

  it('is written as RFC 5545 has it, and says how often to ask again', async () => {
    await enter({ territory: 'lao-cai', name: 'Tuần lễ nông sản '.repeat(11).trim(), place: 'x\u0007\ty' });
    const text = await read('territory=lao-cai');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n\u0000-\u001f]/);
    const longest = Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)));
    expect(longest).toBeLessThanOrEqual(75);
    // A folded line is cut between characters.
    expect(text).not.toContain('\ufffd');
    const whole = parsed(text);
    expect(whole.name).toBe('vcalendar');
    expect(valueOf(whole, 'version')).toBe('2.0');
    expect(valueOf(whole, 'method')).toBe('PUBLISH');
    expect(valueOf(whole, 'refresh-interval')).toBe('PT6H');
    expect(valueOf(whole, 'x-published-ttl')).toBe('PT6H');
    expect(valueOf(whole, 'x-wr-calname')).toBe('Xúc tiến thương mại – Lào Cai');
    expect(eventsOf(text)[0]?.event.location).toBe('x  y, Lào Cai');
    expect(await read('territory=lao-cai')).toBe(text);
  });

  it('keeps the UID of an event that moves, and takes off what is cancelled or postponed', async () => {
    const id = await enter({
      territory: 'nghe-an',
      name: 'Kết nối cung cầu',
      kind: 'supply-demand-conference',
    });
    const query = 'territory=nghe-an&lang=en';
    const shown = async () => {
      const { component, event } = await only(query);
      expect(event.uid).toBe(`${id}@doit`);
      return [event.sequence, event.startDate.toString(), valueOf(component, 'status'), event.summary];
    };
    expect(await shown()).toEqual([1, soon, 'TENTATIVE', 'Kết nối cung cầu']);
    await take(id, 1, { step: 'approve' });
    expect(await shown()).toEqual([2, soon, 'CONFIRMED', 'Kết nối cung cầu']);
    await take(id, 2, { step: 'postpone' });
    expect(await shown()).toEqual([3, soon, 'CANCELLED', '[Postponed] Kết nối cung cầu']);
    const moved = dayPlus(soon, 30);
    await take(id, 3, { step: 'reschedule', known: { startsOn: moved, endsOn: moved } });
    expect(await shown()).toEqual([4, moved, 'TENTATIVE', 'Kết nối cung cầu']);
    const body = { endsOn: dayPlus(moved, 1) };
    await house.ask(change, officer, { query: `id=${id}`, ifMatch: '4', body });
    expect((await only(query)).event.endDate.toString()).toBe(dayPlus(moved, 2));
    await take(id, 5, { step: 'cancel' });
    expect(await shown()).toEqual([6, moved, 'CANCELLED', '[Cancelled] Kết nối cung cầu']);
    expect((await only(query)).event.description).toContain('Supply and demand conference, provincial');
  });

  it('is of a territory, a group or a sector', async () => {
    const of = async (query: string): Promise<string[]> =>
      eventsOf(await read(query)).map(({ event }) => event.summary.replace(/^.*:/, ''));
    const at = (name: string, more: object) => enter({ name: `s:${name}`, sectors: ['energy'], ...more });
    await at('own', { territory: 'kien-giang' });
    await at('since', { territory: 'an-giang-2025', startsOn: dayPlus(soon, 1) });
    await at('co', { territory: 'ha-noi', coHosts: ['kien-giang'], startsOn: dayPlus(soon, 2) });
    await at('there', {
      territory: 'hai-phong',
      placeTerritory: 'kien-giang',
      startsOn: later,
      sectors: ['seafood'],
    });
    await at('programme', {
      territory: 'hue',
      unitGroup: 'south-20-2024',
      startsOn: later,
      endsOn: dayPlus(later, 1),
    });
    await at('no-member', { territory: 'lam-dong-2025' });
    expect(await of('territory=kien-giang&sector=energy')).toEqual(['own', 'co']);
    expect(await of('territory=an-giang-2025')).toEqual(['own', 'since', 'co', 'there']);
    expect(await of('group=south-20-2024')).toEqual(['own', 'since', 'programme']);
    // What An Giang's predecessor entered is of the delta of today.
    expect(await of('group=mrd-2025')).toEqual(['own', 'since']);
    expect(await of('sector=seafood')).toEqual(['there']);
    expect(await of('territory=kien-giang&group=south-20-2024&sector=rice')).toEqual([]);
  });

  it('has what ended in the last half year, and nothing older', async () => {
    const ended = (days: number) => {
      const day = dayPlus(todayInVietNam(), -days);
      return { territory: 'son-la', startsOn: dayPlus(day, -3), endsOn: day, name: String(days) };
    };
    for (const days of [1, 180, 190]) await enter(ended(days));
    expect(eventsOf(await read('territory=son-la')).map(({ event }) => event.summary)).toEqual(['180', '1']);
  });

  it('has nothing of what is not public, and refuses what is no territory and no group', async () => {
    expect(await read()).not.toContain('987654');
    for (const query of ['territory=atlantis', 'group=nghe-an']) {
      const { status, body } = await house.ask(calendar, null, { query });
      expect([status, body.code]).toEqual([422, 'territory.unknown']);
    }
  });

  const enterAll = async (items: object[]) => {
    for (const part of [items.slice(0, 500), items.slice(500)])
      expect(
        (await house.ask(trade.promotionEvents.createMany, admin, { body: { items: part } })).status,
      ).toBe(200);
  };
  const dayOf = (n: number) => dayPlus(todayInVietNam(), n);

  it('of all has 1,000 events of a year, and what comes next month', async () => {
    const items = Array.from({ length: 1000 }, (_, n) => {
      const day = dayOf((n % 365) - 180);
      const words = {
        name: `Hội chợ hàng nông sản, đặc sản và sản phẩm OCOP lần thứ ${n}`,
        place: `Khu ${n}`,
      };
      const held = { startsOn: day, endsOn: dayPlus(day, 4), host: 'Sở Công Thương tỉnh Quảng Ninh' };
      return leastEntry(promotionEvents, {
        ...{ ...words, ...held, territory: 'quang-ninh', level: 'province' },
        ...{ sectors: n % 2 === 0 ? ['agriculture', 'ocop'] : ['seafood', 'food-beverages'] },
      });
    });
    await enterAll(items);
    const text = await read();
    const shown = new Set(eventsOf(text).map(({ event }) => event.summary));
    expect(items.filter(({ name }) => !shown.has(name as string))).toEqual([]);
    expect(parsed(text).getFirstPropertyValue('x-wr-caldesc')).toBeNull();
  });

  it('that is too long for one answer is without what ended longest ago, and says so', async () => {
    const name = 'ế'.repeat(200);
    const days = Array.from({ length: 1000 }, (_, n) => dayOf((n % 360) - 175));
    await enterAll(
      days.map((day) =>
        leastEntry(promotionEvents, { territory: 'son-la', startsOn: day, endsOn: day, name }),
      ),
    );
    const text = await read('territory=son-la');
    expect(Buffer.byteLength(text)).toBeGreaterThan(950_000);
    const starts = eventsOf(text)
      .filter(({ event }) => event.summary === name)
      .map(({ event }) => event.startDate.toString());
    expect(starts).toEqual([...days].sort().slice(-starts.length));
    expect(starts.length).toBeLessThan(1000);
    expect(valueOf(parsed(text), 'x-wr-caldesc')).toContain(`${eventsOf(text).length} sự kiện`);
  });
});
