import { mobileSales, trade, type MobileSalesSummary, type Operation } from '@doit/contracts';
import { leastEntry, people, TestInstallation, type Answer, type Claims } from '@doit/testing';
import { database as options } from '../database';
import { TradeModule } from '../trade.module';

const { officer, neighbour, admin } = people;

describe('mobile sales in a period', () => {
  let house: TestInstallation;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database: options });
  });
  afterAll(() => house.stop());

  const enter = async (operation: Operation, body: object): Promise<void> => {
    const answer = await house.ask(operation, admin, { body });
    expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
  };
  const trip = (heldOn: string, destination: string, more: object = {}) =>
    leastEntry(mobileSales, { heldOn, destination, state: 'held', ...more });
  const said = ({ status, body }: Answer): unknown[] => [status, body.code, body.errors?.[0]?.pointer];
  const summary = async (who: Claims | null, query: string): Promise<MobileSalesSummary> => {
    const { status, body } = await house.ask(trade.mobileSales.summary, who, { query });
    expect(status).toBe(200);
    return body as unknown as MobileSalesSummary;
  };

  it('are added up over the units whose land it holds, on the days of the period', async () => {
    const mountain = { programmeCode: null, destination: 'mountain', vehicles: 1 };
    await enter(trade.mobileSales.createMany, {
      items: [
        ['kien-giang', '2024-03-31', '10'],
        ['kien-giang', '2024-04-01', '20.25'],
        ['an-giang', '2024-06-30', null],
        ['an-giang', '2024-07-01', '1000'],
        ['an-giang-2025', '2024-05-05', '0'],
        ['nghe-an', '2024-05-05', '7'],
      ].map(([territory, heldOn, revenueMn]) =>
        trip(String(heldOn), '', { ...mountain, territory, revenueMn }),
      ),
    });
    await enter(
      trade.mobileSales.create,
      trip('2024-05-06', 'island', { territory: 'kien-giang', programmeCode: 'NOWHERE', revenueMn: '3' }),
    );
    const of = 'territory=an-giang-2025&period=2024-Q2';
    const whole = await summary(admin, of);
    expect(whole).toMatchObject({
      ...{
        territory: 'an-giang-2025',
        from: '2024-04-01',
        to: '2024-06-30',
        trips: 4,
        planned: 0,
        cancelled: 0,
      },
      ...{ withoutProgramme: 3, ofUnknownProgramme: 1, revenueMn: '23.25', withoutRevenue: 1 },
    });
    expect(whole.destinations.filter(({ trips }) => trips > 0)).toMatchObject([
      { destination: 'mountain', trips: 3, vehicles: 3, revenueMn: '20.25', withoutRevenue: 1 },
      { destination: 'island', trips: 1, vehicles: null, withoutVehicles: 1, revenueMn: '3' },
    ]);
    expect(await summary(neighbour, 'territory=kien-giang&period=2024-04')).toMatchObject({
      revenueMn: '20.25',
    });
    // Nobody else is told any revenue: periods could be chosen so that they differ by one trip.
    const theirs = await summary(null, of);
    const destinations = whole.destinations.map((each) => Object.assign({}, each, { revenueMn: null }));
    expect(theirs).toEqual(Object.assign({}, whole, { revenueMn: null, destinations }));
    expect(await summary(officer, of)).toEqual(theirs);
  });

  it('with revenue for who reads all whose trips are counted', async () => {
    const of = 'territory=an-giang-2025&period=2024-Q2';
    const only = (territories: string[]): Claims => ({ ...admin, territories, permissions: ['trade:read'] });
    expect((await summary(only(['an-giang-2025']), of)).revenueMn).toBe('23.25');
    expect((await summary(only(['kien-giang']), of)).revenueMn).toBeNull();
  });

  it('have vehicles that can be added up', async () => {
    const many = { territory: 'hue', programmeCode: null, vehicles: 2147483647 };
    for (const heldOn of ['2023-05-05', '2023-05-06'])
      await enter(trade.mobileSales.create, trip(heldOn, 'island', many));
    const { destinations } = await summary(null, 'territory=hue&period=2023');
    expect(destinations.find(({ destination }) => destination === 'island')?.vehicles).toBe(4294967294);
  });

  it('of nothing are none, and of nonsense are refused', async () => {
    expect(await summary(admin, 'territory=ha-tinh&period=2024')).toMatchObject({
      ...{ trips: 0, revenueMn: null, withoutRevenue: 0, from: '2024-01-01', to: '2024-12-31' },
    });
    const ask = (query: string) => house.ask(trade.mobileSales.summary, null, { query });
    expect(said(await ask('territory=nowhere&period=2024'))).toEqual([422, 'territory.unknown', 'territory']);
    expect(said(await ask('territory=ha-tinh&period=x'))).toEqual([422, 'period.unreadable', 'period']);
  });
});
