import {
  mobileSales,
  stabilisationCommitments,
  stabilisationPoints,
  stabilisationProgrammes,
  trade,
  type Operation,
  type StabilisationProgress,
} from '@doit/contracts';
import { leastEntry, people, TestInstallation, type Answer, type Claims } from '@doit/testing';
import { database as options } from '../database';
import { TradeModule } from '../trade.module';

const { officer, neighbour, admin } = people;
const reader: Claims = { ...people.reader, permissions: ['trade:read'] };
const tet = { startsOn: '2023-12-20', endsOn: '2024-02-20', state: 'under-way', decisionNumber: '1/KH-UBND' };

/** Over a real broker and database: numbers known by how they were entered. */
describe('a programme of price stabilisation', () => {
  let house: TestInstallation;
  let id: string;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database: options });
    const goods = ['rice', 'sugar', 'petrol-and-oil'];
    const made = await enter(
      trade.stabilisationProgrammes.create,
      programme('TET', { goods, loanSupportMn: '5000' }),
    );
    id = String(made.body['id']);
    // Of another territory, with the same code: what names it is its own.
    await enter(trade.stabilisationProgrammes.create, programme('TET', { territory: 'kien-giang' }));
  });
  afterAll(() => house.stop());

  const programme = (code: string, more: object = {}) =>
    leastEntry(stabilisationProgrammes, { code, ...tet, ...more });
  const enter = async (operation: Operation, body: object): Promise<Answer> => {
    const answer = await house.ask(operation, admin, { body });
    expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
    return answer;
  };
  const commitment = (taxCode: string, goods: string, committedQuantity: string, more: object = {}) =>
    leastEntry(stabilisationCommitments, {
      ...{ programmeCode: 'TET', state: 'approved', enterprise: taxCode, taxCode, goods, committedQuantity },
      ...more,
    });
  const days = { startsOn: '2024-01-01', endsOn: '2024-02-09' };
  const point = (kind: string, commune: string | null, more: object = {}) =>
    leastEntry(stabilisationPoints, {
      ...{ programmeCode: 'TET', state: 'operating', kind, commune, ...days, ...more },
    });
  const trip = (heldOn: string, destination: string, more: object = {}) =>
    leastEntry(mobileSales, { heldOn, destination, state: 'held', programmeCode: 'TET', ...more });
  const said = ({ status, body }: Answer): unknown[] =>
    status === 200 ? [200] : [status, body.code, body.errors?.[0]?.pointer];
  const one = async (operation: Operation, body: object): Promise<unknown[]> =>
    said(await house.ask(operation, officer, { body }));
  const progress = async (who: Claims | null): Promise<StabilisationProgress> => {
    const { status, body } = await house.ask(trade.stabilisationProgrammes.progress, who, {
      query: `id=${id}`,
    });
    expect(status).toBe(200);
    return body as unknown as StabilisationProgress;
  };

  it('has nothing yet, and says so', async () => {
    expect(await progress(null)).toMatchObject({
      ...{
        code: 'TET',
        territory: 'nghe-an',
        state: 'under-way',
        startsOn: '2023-12-20',
        endsOn: '2024-02-20',
      },
      goods: ['rice', 'sugar', 'petrol-and-oil'].map((goods) => ({
        ...{ goods, commitments: 0, committed: '0', sold: '0', percent: null, isWithheld: false },
      })),
      ...{ communes: 0, items: [], tripsPlanned: 0, revenueMn: null, loansMn: '0', loanLeftMn: '5000' },
    });
    const unknown = await house.ask(trade.stabilisationProgrammes.progress, null, {
      query: 'id=01980000-0000-7000-8000-000000000000',
    });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'register.not-found']);
  });

  it('adds up what was committed and sold, by goods, and loans, and shows others no sum of fewer than three', async () => {
    const [a, b, c] = ['2900000001', '2900000002', '2900000003'] as const;
    await enter(trade.stabilisationCommitments.createMany, {
      items: [
        commitment(a, 'rice', '100', { soldQuantity: '50.5', loanMn: '1000' }),
        commitment(b, 'rice', '200', { soldQuantity: '100', state: 'failed', loanMn: '0.5' }),
        commitment(c, 'rice', '30', { soldQuantity: '40.5', state: 'delivered', loanMn: '499.75' }),
        commitment('2900000004', 'rice', '900', { state: 'registered' }),
        commitment('2900000005', 'rice', '900', { state: 'withdrawn', soldQuantity: '900' }),
        commitment(a, 'sugar', '10', { soldQuantity: '4' }),
        commitment(b, 'sugar', '90'),
        // Not among the goods of the programme.
        commitment(a, 'eggs', '70'),
        commitment(a, 'rice', '70000', { territory: 'kien-giang', soldQuantity: '1', loanMn: '9' }),
        commitment(a, 'rice', '80000', { programmeCode: 'TET-2', soldQuantity: '1', loanMn: '9' }),
      ],
    });
    const { goods, ...mine } = await progress(reader);
    expect(goods).toEqual([
      {
        ...{ goods: 'rice', unit: 'TONNE', commitments: 3, registered: 1, enterprises: 3, isWithheld: false },
        ...{ committed: '330', sold: '191.0', withoutSold: 0, committedWithSold: '330', percent: '57.88' },
      },
      {
        ...{
          goods: 'sugar',
          unit: 'TONNE',
          commitments: 2,
          registered: 0,
          enterprises: 2,
          isWithheld: false,
        },
        ...{ committed: '100', sold: '4', withoutSold: 1, committedWithSold: '10', percent: '40' },
      },
      {
        ...{
          goods: 'eggs',
          unit: 'K_EGGS',
          commitments: 1,
          registered: 0,
          enterprises: 1,
          isWithheld: false,
        },
        ...{ committed: '70', sold: null, withoutSold: 1, committedWithSold: null, percent: null },
      },
      expect.objectContaining({ goods: 'petrol-and-oil', unit: 'K_L', commitments: 0, committed: '0' }),
    ]);
    expect(mine).toMatchObject({
      ...{ loanSupportMn: '5000', loansMn: '1500.25', withoutLoan: 3, loanLeftMn: '3499.75' },
    });
    for (const who of [null, neighbour, { ...officer, permissions: ['trade:write'] }]) {
      const theirs = await progress(who);
      const [rice, ...others] = theirs.goods;
      expect(rice).toMatchObject({ committed: '330', sold: '191.0', percent: '57.88', isWithheld: false });
      const nothing = { committed: null, sold: null, committedWithSold: null, percent: null };
      expect(others.slice(0, 2)).toMatchObject([
        { goods: 'sugar', enterprises: 2, ...nothing, isWithheld: true },
        { goods: 'eggs', enterprises: 1, ...nothing, isWithheld: true },
      ]);
      expect(theirs.loansMn).toBe('1500.25');
    }
    expect(await progress(admin)).toEqual({ goods, ...mine });
  });

  it('counts its points by kind and commune, and its trips by where they went', async () => {
    await enter(trade.stabilisationPoints.createMany, {
      items: [
        point('market', 'Hưng Lộc'),
        point('own', 'HƯNG  LỘC', { state: 'closed' }),
        point('own', 'Nghi Phú'),
        point('mobile', null),
        point('mobile', 'Nam Đàn', { state: 'planned' }),
        point('mobile', 'Nam Đàn', { state: 'withdrawn' }),
        point('supermarket', 'Nam Đàn', { territory: 'kien-giang' }),
      ],
    });
    await enter(trade.mobileSales.createMany, {
      items: [
        trip('2024-01-10', 'rural-commune', { vehicles: 2, revenueMn: '30.5', enterprises: ['Công ty A'] }),
        trip('2024-01-11', 'rural-commune', {
          state: 'reported',
          revenueMn: '20',
          enterprises: ['công ty  a'],
        }),
        trip('2024-01-12', 'industrial-park', { vehicles: 1, enterprises: ['Công ty B'] }),
        trip('2024-02-01', 'industrial-park', { state: 'planned', vehicles: 9 }),
        trip('2024-02-02', 'industrial-park', { state: 'cancelled', vehicles: 9 }),
      ],
    });
    const mine = await progress(officer);
    expect(mine.points.map(({ kind, points, operating }) => `${kind} ${points} ${operating}`)).toEqual([
      // Their last day has passed, whatever their state.
      ...['market 1 0', 'supermarket 0 0', 'convenience-store 0 0', 'mobile 1 0', 'own 2 0'],
    ]);
    expect(mine).toMatchObject({
      ...{ communes: 2, withoutCommune: 1, tripsPlanned: 1, revenueMn: '50.5', outside: 0 },
      items: [{ points: 2 }, { commune: 'Nghi Phú', points: 1 }],
    });
    const went = ({ trips }: StabilisationProgress) =>
      trips
        .filter((each) => each.trips > 0)
        .map((each) => [each.destination, each.trips, each.vehicles, each.withoutVehicles, each.revenueMn]);
    expect(went(mine)).toEqual([
      ['rural-commune', 2, 2, 1, '50.5'],
      ['industrial-park', 1, 1, 0, null],
    ]);
    expect(mine.trips[5]).toEqual({
      ...{ destination: 'workers-housing', trips: 0, vehicles: null, withoutVehicles: 0 },
      ...{ revenueMn: null, withoutRevenue: 0 },
    });
    // One enterprise alone, however it is written, sold what is known.
    const theirs = await progress(null);
    expect([theirs.revenueMn, ...went(theirs).map((each) => each[4])]).toEqual([null, null, null]);
    for (const name of ['Công ty C', 'Công ty D'])
      await enter(
        trade.mobileSales.create,
        trip('2024-01-20', 'island', { revenueMn: '1', enterprises: [name, 'Công ty A'] }),
      );
    expect((await progress(null)).revenueMn).toBe('52.5');
  });

  it('takes only what lies within its days, and in the states in which it is open', async () => {
    const { stabilisationPoints: points, stabilisationCommitments: commitments } = trade;
    const outside = 'stabilisation.outside-programme';
    const tooLong = point('own', null, { endsOn: '2024-02-21' });
    expect(await one(points.create, tooLong)).toEqual([422, outside, '/endsOn']);
    expect(
      await one(points.create, point('own', null, { programmeCode: 'NOT-YET', endsOn: '2030-01-01' })),
    ).toEqual([200]);
    const late = trip('2024-02-21', 'island');
    expect(await one(trade.mobileSales.create, late)).toEqual([422, outside, '/heldOn']);
    const batch = { items: [trip('2024-02-20', 'island', { revenueMn: '1' }), late] };
    expect(await one(trade.mobileSales.createMany, batch)).toEqual([422, outside, '/items/1/heldOn']);
    const batchOfOne = { items: [late] };
    expect(await one(trade.mobileSales.createMany, batchOfOne)).toEqual([422, outside, '/items/0/heldOn']);
    // A step that holds it on another day, and a change of the day.
    const planned = await enter(trade.mobileSales.create, trip('2024-02-10', 'island', { state: 'planned' }));
    const query = `id=${String(planned.body['id'])}`;
    const hold = { step: 'hold', on: '2024-02-22' };
    const step = await house.ask(trade.mobileSales.step, officer, { query, ifMatch: '1', body: hold });
    expect(said(step)).toEqual([422, outside, '/heldOn']);
    const change = (body: object) =>
      house.ask(trade.mobileSales.change, officer, { query, ifMatch: '1', body });
    expect(said(await change({ heldOn: '2023-12-19' }))).toEqual([422, outside, '/heldOn']);
    expect(said(await change({ programmeCode: null, heldOn: '2023-12-19' }))[0]).toBe(200);

    await enter(trade.stabilisationProgrammes.create, programme('OVER', { state: 'ended' }));
    const over = { programmeCode: 'OVER', soldQuantity: '1' };
    const closed = 'stabilisation.programme-not-open';
    expect(await one(commitments.create, commitment('2900000001', 'rice', '1', over))).toEqual([
      ...[422, closed, '/programmeCode'],
    ]);
    const delivered = commitment('2900000001', 'rice', '1', { ...over, state: 'delivered' });
    expect((await one(commitments.create, delivered))[0]).toBe(200);
    const again = commitment('2900000001', 'rice', '2', {
      ...over,
      programmeCode: 'over',
      state: 'delivered',
    });
    expect(await one(commitments.create, again)).toEqual([
      ...[409, 'stabilisation-commitment.entered-already', '/goods'],
    ]);
  });

  it('that is given other days says what lies outside them now', async () => {
    const { body } = await house.ask(trade.stabilisationProgrammes.get, null, { query: `id=${id}` });
    const changed = await house.ask(trade.stabilisationProgrammes.step, officer, {
      ...{ query: `id=${id}`, ifMatch: String(body['version']) },
      body: { step: 'adjust', on: '2024-01-05', reason: 'rút ngắn', known: { startsOn: '2024-01-11' } },
    });
    expect(changed.status).toBe(200);
    // Three of the points that count begin on 1 January, one that closed, too; one trip was on the 10th.
    expect((await progress(null)).outside).toBe(5);
  });
});
