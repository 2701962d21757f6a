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

const { officer, admin } = people;

/** A programme is named by its code, an enterprise by its tax code, however they are written. */
describe('what names a programme of price stabilisation', () => {
  let house: TestInstallation;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database: options });
    const days = { startsOn: '2024-01-01', endsOn: '2999-12-31', decisionNumber: '1/KH-UBND' };
    for (const [code, state] of [
      ['LONG', 'under-way'],
      ['OVER', 'ended'],
    ]) {
      const body = leastEntry(stabilisationProgrammes, { ...days, code, state });
      ids.set(String(code), String((await enter(trade.stabilisationProgrammes.create, body)).body['id']));
    }
  });
  afterAll(() => house.stop());

  const enter = async (operation: Operation, body: object): Promise<Answer> => {
    const answer = await house.ask(operation, admin, { body });
    expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
    return answer;
  };
  const commitment = (taxCode: string, more: object = {}) =>
    leastEntry(stabilisationCommitments, {
      ...{ programmeCode: 'long', state: 'approved', enterprise: 'x', taxCode, goods: 'rice' },
      ...{ committedQuantity: '10', soldQuantity: '1', ...more },
    });
  const point = (programmeCode: string, more: object = {}) =>
    leastEntry(stabilisationPoints, {
      ...{ programmeCode, state: 'operating', kind: 'own', startsOn: '2024-01-01', endsOn: '2999-12-31' },
      ...more,
    });
  const progress = async (code: string, who: Claims | null = admin): Promise<StabilisationProgress> => {
    const query = `id=${ids.get(code)}`;
    const { status, body } = await house.ask(trade.stabilisationProgrammes.progress, who, { query });
    expect(status).toBe(200);
    return body as unknown as StabilisationProgress;
  };
  const own = async (code: string) => (await progress(code)).points.find(({ kind }) => kind === 'own');

  it('names it whatever its case and spaces, as it cannot take a state that it does not fit', async () => {
    const refused = await house.ask(trade.stabilisationCommitments.create, officer, {
      body: commitment('2900000009', { programmeCode: ' over' }),
    });
    expect([refused.status, refused.body.code]).toEqual([422, 'stabilisation.programme-not-open']);
    const days = { programmeCode: 'Long', heldOn: '2023-12-31', destination: 'island', state: 'held' };
    const late = await house.ask(trade.mobileSales.create, officer, { body: leastEntry(mobileSales, days) });
    expect([late.status, late.body.code]).toEqual([422, 'stabilisation.outside-programme']);
    await enter(trade.mobileSales.create, leastEntry(mobileSales, { ...days, heldOn: '2024-01-01' }));
    const query = 'territory=nghe-an&period=2024-01';
    const { body } = await house.ask(trade.mobileSales.summary, null, { query });
    expect(body).toMatchObject({ trips: 1, ofUnknownProgramme: 0 });
  });

  it('is one enterprise with its branches, and was lent nothing by a loan of nothing', async () => {
    const tax = ['2900000001', '2900000001-001', '2900000002'];
    for (const each of tax)
      await enter(trade.stabilisationCommitments.create, commitment(each, { loanMn: '100' }));
    expect((await progress('LONG')).goods).toContainEqual(
      expect.objectContaining({ goods: 'rice', enterprises: 2 }),
    );
    expect((await progress('LONG', null)).goods[0]).toMatchObject({ committed: null, isWithheld: true });
    await enter(trade.stabilisationCommitments.create, commitment('2900000003', { loanMn: '0' }));
    const theirs = await progress('LONG', null);
    expect([theirs.goods[0]?.committed, theirs.loansMn]).toEqual(['40', null]);
    expect((await progress('LONG')).loansMn).toBe('300');
  });

  it('operates until its last day, and no longer than the programme', async () => {
    await enter(trade.stabilisationPoints.createMany, {
      items: [point('long'), point('LONG', { endsOn: '2024-06-30' }), point('LONG', { state: 'closed' })],
    });
    expect(await own('LONG')).toMatchObject({ points: 3, operating: 1 });
    const { body } = await house.ask(trade.stabilisationProgrammes.get, null, {
      query: `id=${ids.get('LONG')}`,
    });
    const ended = await house.ask(trade.stabilisationProgrammes.step, officer, {
      ...{ query: `id=${ids.get('LONG')}`, ifMatch: String(body['version']) },
      body: { step: 'end', on: '2024-12-31' },
    });
    expect(ended.status).toBe(200);
    expect(await own('LONG')).toMatchObject({ points: 3, operating: 0 });
  });
});
