import { promotionEvents, trade } from '@doit/contracts';
import { leastEntry, people, TestInstallation } from '@doit/testing';
import { database as options } from '../database';
import { TradeModule } from '../trade.module';

const { admin, officer: approver } = people;
/** Who writes for the province, and may not approve. */
const officer = {
  ...approver,
  permissions: approver.permissions.filter((each) => !each.endsWith(':approve')),
};
const { create, change, step } = trade.promotionEvents;
const days = { startsOn: '2024-03-01', endsOn: '2024-03-03' };
const others = { startsOn: '2024-03-02', endsOn: '2024-03-04' };

describe('the days of a promotion event that was approved', () => {
  let house: TestInstallation;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database: options });
  });
  afterAll(() => house.stop());

  const approved = async (): Promise<string> => {
    const body = leastEntry(promotionEvents, { ...days, state: 'approved', stateOn: '2024-02-01' });
    return String((await house.ask(create, admin, { body })).body['id']);
  };
  const said = ({ status, body }: { status: number; body: Record<string, unknown> }) =>
    `${status} ${String(status === 200 ? body['startsOn'] : body['code'])}`;

  it('are set right by who may approve, with the reason', async () => {
    const query = `id=${await approved()}`;
    const changed = async (body: object, who = approver) =>
      said(await house.ask(change, who, { query, ifMatch: '1', body }));
    expect(await changed(others, officer)).toMatch(/register\.correction-needs-approver/);
    expect(await changed(others)).toMatch(/register\.needs-reason/);
    expect(await changed({ ...others, reason: 'ghi nhầm' })).toBe('200 2024-03-02');
  });

  it('are not changed by the way when it is held, and it is not held before them', async () => {
    const query = `id=${await approved()}`;
    const held = (more: object) =>
      house.ask(step, officer, { query, ifMatch: '1', body: { step: 'hold', on: '2024-03-04', ...more } });
    expect(said(await held({ known: others }))).toMatch(/register\.correction-needs-approver/);
    const early = await held({ on: '2024-02-29' });
    expect([early.status, early.body.code, early.body.errors?.[0]?.pointer]).toEqual([
      ...[422, 'promotion-event.not-begun', '/on'],
    ]);
    expect((await held({})).body).toMatchObject({ entry: { state: 'held', ...days } });
  });
});
