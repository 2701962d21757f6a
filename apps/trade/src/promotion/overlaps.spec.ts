import { promotionEvents, trade, type EventOverlaps } from '@doit/contracts';
import { leastEntry, people, TestInstallation } from '@doit/testing';
import { database as options } from '../database';
import { TradeModule } from '../trade.module';

const { officer, neighbour, admin } = people;
const { create, createMany, change, step, history, overlaps } = trade.promotionEvents;

/** Rice at Vinh, 10 to 12 June; each case has a year of its own. */
const held = { level: 'province', place: 'Trung tâm Vinh', sectors: ['rice'], targetMarkets: [] };

describe('promotion events that overlap', () => {
  let house: TestInstallation;
  let year = 2019;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database: options });
  });
  afterAll(() => house.stop());

  const event = (more: object) =>
    leastEntry(promotionEvents, {
      ...{ startsOn: `${year}-06-10`, endsOn: `${year}-06-12`, ...held },
      ...more,
    });
  const enter = async (more: object, who: typeof admin = admin): Promise<string> => {
    const { status, body } = await house.ask(create, who, { body: event(more) });
    expect(status).toBe(200);
    return String(body['id']);
  };
  const found = async (id: string, query = ''): Promise<EventOverlaps> => {
    const { status, body } = await house.ask(overlaps, null, { query: `id=${id}${query}` });
    expect(status).toBe(200);
    return body as unknown as EventOverlaps;
  };
  const told = async (id: string) => {
    const { body } = await house.ask(history, admin, { query: `id=${id}` });
    return (body['items'] as { type: string; payload: { overlaps?: EventOverlaps } }[]).map(
      ({ payload }) => payload.overlaps,
    );
  };

  it.each<[string, object, object, string[], number | null]>([
    ['one that was held', { state: 'held' }, {}, ['same-place', 'same-sector'], 0],
    ['the same days and sector', {}, { place: 'Huế' }, ['same-sector'], 0],
    ['14 days after', {}, { place: 'Huế', startsOn: '06-26', endsOn: '06-27' }, ['same-sector'], 14],
    ['15 days after', {}, { place: 'Huế', startsOn: '06-27', endsOn: '06-27' }, [], null],
    ['14 days before', {}, { place: 'Huế', startsOn: '05-20', endsOn: '05-27' }, ['same-sector'], 14],
    ['15 days before', {}, { place: 'Huế', startsOn: '05-20', endsOn: '05-26' }, [], null],
    ['one within the other', {}, { place: 'Huế', startsOn: '05-01', endsOn: '07-31' }, ['same-sector'], 0],
    ['another sector and place', {}, { place: 'Huế', sectors: ['seafood'] }, [], null],
    ['no sector known', {}, { place: 'Huế', sectors: [] }, [], null],
    [
      'one sector of several',
      { sectors: ['rice', 'ocop'] },
      { place: 'Huế', sectors: ['ocop', 'energy'] },
      ['same-sector'],
      0,
    ],
    ['the place alone, whatever its case', {}, { place: 'trung  tâm VINH', sectors: [] }, ['same-place'], 0],
    ['a place of this name elsewhere', {}, { territory: 'ha-tinh', sectors: [] }, [], null],
    [
      'the place, held there by another',
      {},
      { territory: 'ha-tinh', placeTerritory: 'nghe-an', sectors: [] },
      ['same-place'],
      0,
    ],
    ['the place and the sector', {}, { territory: 'nghe-an' }, ['same-place', 'same-sector'], 0],
    [
      'a city abroad',
      { country: 'JP' },
      { country: 'JP', territory: 'ha-tinh', sectors: [] },
      ['same-place', 'same-market'],
      0,
    ],
    [
      'missions to one country in one month',
      { country: 'JP', place: 'Osaka', targetMarkets: null },
      { country: 'JP', territory: 'ha-tinh', sectors: [], startsOn: '06-29', endsOn: '06-30' },
      ['same-market'],
      17,
    ],
    [
      'a mission to the market of another',
      { targetMarkets: ['JP', 'KR'] },
      { country: 'KR', territory: 'ha-tinh', sectors: [], targetMarkets: null },
      ['same-market'],
      0,
    ],
    ['a city of this name in another country', { country: 'JP' }, { country: 'KR', sectors: [] }, [], null],
    [
      'a market in one month',
      { targetMarkets: ['JP', 'KR'] },
      { territory: 'ha-tinh', sectors: [], targetMarkets: ['JP'], startsOn: '06-30', endsOn: '07-02' },
      ['same-market'],
      18,
    ],
    [
      'a market in the next month',
      { targetMarkets: ['JP'] },
      { territory: 'ha-tinh', sectors: [], targetMarkets: ['JP'], startsOn: '07-01', endsOn: '07-02' },
      [],
      null,
    ],
    [
      'a market of one territory',
      { targetMarkets: ['JP'] },
      { place: 'Huế', sectors: [], targetMarkets: ['JP'] },
      [],
      null,
    ],
    [
      'the market at home',
      { targetMarkets: ['VN'] },
      { territory: 'ha-tinh', sectors: [], targetMarkets: ['VN'] },
      [],
      null,
    ],
    [
      'a market of the unit it went into',
      { targetMarkets: ['JP'], territory: 'kien-giang' },
      { territory: 'an-giang-2025', place: 'x', sectors: [], targetMarkets: ['JP'] },
      [],
      null,
    ],
    [
      'the place of the unit it went into',
      { territory: 'kien-giang' },
      { territory: 'an-giang-2025', sectors: [] },
      ['same-place'],
      0,
    ],
    [
      'the place of a unit that went into the same one',
      { territory: 'kien-giang' },
      { territory: 'an-giang', sectors: [] },
      [],
      null,
    ],
    ['one that was cancelled', { state: 'cancelled' }, {}, [], null],
    ['one that was postponed', { state: 'postponed' }, {}, [], null],
  ])('%s', async (_what, first, second, reasons, days) => {
    year++;
    const dated = (more: object) =>
      Object.fromEntries(
        Object.entries(more).map(([name, value]) => [
          name,
          /On$/.test(name) ? `${year}-${String(value)}` : (value as unknown),
        ]),
      );
    const one = await enter(dated(first));
    const other = await enter(dated(second));
    const { items, found: count } = await found(other);
    expect(items.flatMap((item) => item.reasons.map(({ why }) => why))).toEqual(reasons);
    expect(items[0]?.daysBetween ?? null).toBe(days);
    expect([count, items[0]?.id]).toEqual(reasons.length > 0 ? [1, one] : [0, undefined]);
    // Told with the registration, where there is any; and what is found is found from both sides.
    const [atRegistration] = await told(other);
    expect(atRegistration?.items.map(({ id }) => id)).toEqual(reasons.length > 0 ? [one] : undefined);
    const isOff = /cancelled|postponed/.test(JSON.stringify(first));
    expect((await found(one)).items.map(({ id }) => id)).toEqual(reasons.length > 0 && !isOff ? [other] : []);
  });

  it('from one year into the next, with whom to join and why', async () => {
    const sale = { startsOn: '2023-12-04', endsOn: '2024-01-10', level: 'national', sectors: ['general'] };
    const first = await enter({ ...sale, territory: 'kien-giang', code: 'VGS', name: 'Vietnam Grand Sale' });
    const id = await enter({ startsOn: '2024-01-20', endsOn: '2024-01-22', sectors: ['general'] });
    expect(await found(id)).toMatchObject({
      ...{ withinDays: 14, found: 1 },
      source: { en: 'Convention of the shared calendar of trade promotion (no text of law)' },
      items: [
        {
          id: first,
          daysBetween: 10,
          reasons: [{ which: ['general'], reason: { vi: 'Cùng ngành hàng: tổng hợp' } }],
        },
      ],
      proposal: {
        id: first,
        code: 'VGS',
        isThis: false,
        reason: { vi: expect.stringContaining('Cấp rộng nhất') as string },
      },
    });
    expect(await found(first)).toMatchObject({
      proposal: { id: null, isThis: true, territory: 'kien-giang' },
    });
    expect(await found(id, '&withinDays=9')).toMatchObject({ withinDays: 9, found: 0, proposal: null });
    expect(await found(id, '&withinDays=10')).toMatchObject({ found: 1, source: { en: 'As asked for' } });
  });

  it('are shown without what is not public', async () => {
    year++;
    await enter({ enterprisesMn: '987654.321', code: 'TIEN' });
    const id = await enter({}, officer);
    expect(JSON.stringify(await found(id))).not.toContain('987654');
  });

  it('are told when one is moved, and not when something else of it changes', async () => {
    year++;
    const other = await enter({ territory: 'kien-giang' }, neighbour);
    const id = await enter({ startsOn: `${year}-09-01`, endsOn: `${year}-09-02` }, officer);
    const asking = { query: `id=${id}` };
    await house.ask(change, officer, { ...asking, ifMatch: '1', body: { booths: 30 } });
    const moved = { step: 'reschedule', on: '2026-01-01', reason: 'trùng lịch' };
    const days = { startsOn: `${year}-06-01`, endsOn: `${year}-06-02` };
    const unmoved = await house.ask(step, officer, { ...asking, ifMatch: '2', body: moved });
    expect([unmoved.status, unmoved.body.code]).toEqual([422, 'promotion-event.needs-other-days']);
    const taken = await house.ask(step, officer, {
      ...asking,
      ifMatch: '2',
      body: { ...moved, known: days },
    });
    expect(taken.body).toMatchObject({ entry: { state: 'registered', ...days } });
    await house.ask(step, officer, {
      ...asking,
      ...{ ifMatch: '3', body: { step: 'postpone', on: '2026-01-02', reason: 'bão' } },
    });
    expect((await found(id)).found).toBe(0);
    await house.ask(step, officer, {
      ...asking,
      ...{
        ifMatch: '4',
        body: { ...moved, on: '2026-01-03', known: { startsOn: `${year}-06-20`, endsOn: `${year}-06-21` } },
      },
    });
    const all = await told(id);
    expect(all.map((each) => each?.items.map((item) => item.id))).toEqual([
      ...[undefined, undefined, [other], undefined],
      [other],
    ]);
  });

  it('see each other when they are entered at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      year++;
      const ids = await Promise.all([
        enter({}, officer),
        enter({ territory: 'kien-giang' }, neighbour),
        enter({ territory: 'ha-tinh' }),
      ]);
      const seen = (await Promise.all(ids.map(told))).map(([first]) => first?.found ?? 0);
      expect(seen.sort()).toEqual([0, 1, 2]);
    }
  });

  it('in one batch are told of each other', async () => {
    year++;
    const { body } = await house.ask(createMany, admin, {
      body: { items: [event({}), event({ place: 'Huế' }), event({ state: 'cancelled' })] },
    });
    const ids = (body['items'] as { id: string }[]).map(({ id }) => id);
    expect((await Promise.all(ids.map(told))).map(([first]) => first?.found)).toEqual([1, 1, undefined]);
  });
});
