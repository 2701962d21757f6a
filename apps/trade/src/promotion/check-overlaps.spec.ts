import { promotionEvents, trade } from '@doit/contracts';
import { leastEntry, people, TestInstallation } from '@doit/testing';
import { database as options } from '../database';
import { TradeModule } from '../trade.module';

const { officer, admin } = people;
const { create, overlaps, checkOverlaps } = trade.promotionEvents;

describe('promotion events before they are entered or moved', () => {
  let house: TestInstallation;
  let year = 2019;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database: options });
  });
  afterAll(() => house.stop());

  /** Rice at Vinh, 10 to 12 June; each case has a year of its own. */
  const enter = async (more: object): Promise<string> => {
    const held = { level: 'province', place: 'Trung tâm Vinh', sectors: ['rice'], targetMarkets: [] };
    const days = { startsOn: `${year}-06-10`, endsOn: `${year}-06-12` };
    const { status, body } = await house.ask(create, admin, {
      body: leastEntry(promotionEvents, { ...days, ...held, ...more }),
    });
    expect(status).toBe(200);
    return String(body['id']);
  };

  it('are answered, and nothing is kept', async () => {
    year++;
    const id = await enter({ territory: 'kien-giang' });
    const draft = {
      territory: 'nghe-an',
      startsOn: `${year}-06-01`,
      endsOn: `${year}-06-02`,
      sectors: ['rice'],
    };
    const asked = async (body: object) => (await house.ask(checkOverlaps, officer, { body })).body;
    expect(await asked(draft)).toMatchObject({ found: 1, items: [{ id, daysBetween: 8 }], proposal: { id } });
    expect(await asked({ ...draft, level: 'regional' })).toMatchObject({ proposal: { isThis: true } });
    expect(await asked({ ...draft, id })).toMatchObject({ found: 0 });
    expect(await asked({ ...draft, withinDays: 7 })).toMatchObject({ found: 0 });
    expect((await asked({ ...draft, endsOn: `${year}-05-01` })).code).toBe(
      'promotion-event.ends-before-start',
    );
    expect((await asked({ ...draft, territory: 'viet-nam' })).code).toBe('territory.unknown');
    const other = { ...draft, country: 'UK', targetMarkets: ['JP', 'XX'] };
    expect((await asked(other)).errors?.map(({ pointer }) => pointer)).toEqual([
      ...['/country', '/targetMarkets/1'],
    ]);
    expect((await asked({ ...draft, country: 'VN' })).code).toBe('promotion-event.at-home');
    const { body } = await house.ask(overlaps, null, { query: `id=${id}` });
    expect(body).toMatchObject({ found: 0 });
  });

  it('that would be moved are answered whom to join by its level, its state and when it was registered', async () => {
    year++;
    const days = { startsOn: `${year}-06-01`, endsOn: `${year}-06-02` };
    const draft = { territory: 'nghe-an', ...days, sectors: ['rice'] };
    const autumn = { startsOn: `${year}-09-01`, endsOn: `${year}-09-02` };
    const first = await enter(autumn);
    const wider = await enter({ ...autumn, level: 'regional' });
    const over = await enter({ ...autumn, state: 'cancelled' });
    const id = await enter({ territory: 'kien-giang' });
    const asked = async (body: object) =>
      (await house.ask(checkOverlaps, officer, { body: { ...draft, ...body } })).body;
    expect(await asked({})).toMatchObject({ found: 1, proposal: { id } });
    expect(await asked({ id: first })).toMatchObject({ found: 1, proposal: { isThis: true } });
    expect(await asked({ id: wider })).toMatchObject({
      proposal: { isThis: true, reason: { en: expect.stringContaining('widest') as string } },
    });
    expect(await asked({ id: wider, level: 'province' })).toMatchObject({ proposal: { isThis: true } });
    expect(await asked({ id: over })).toMatchObject({ proposal: { id } });
    expect((await asked({ id: '01980000-0000-7000-8000-000000000001' })).code).toBe('register.not-found');
  });
});
