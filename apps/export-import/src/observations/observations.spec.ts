import { exportImport, type ObservationPage } from '@doit/contracts';
import { people, TestInstallation } from '@doit/testing';
import { database } from '../database';
import { ExportImportModule } from '../export-import.module';

/** The one service whose name has a hyphen: in subjects, permissions and event types, but not in its schema. */
describe('figures of export and import', () => {
  let house: TestInstallation;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database });
  });
  afterAll(() => house.stop());

  const figure = {
    indicator: 'EXPORT',
    territory: 'nghe-an',
    period: '2023-01/P5M',
    measure: 'actual',
    status: 'estimate',
    value: '892.3',
    unit: 'USD_MN',
    source: 'doit-nghe-an',
    stated: { planPct: '35.7' },
  };
  const record = (more: object = {}, who = people.admin) =>
    house.ask(exportImport.observations.record, who, { body: { items: [{ ...figure, ...more }] } });

  it('are recorded, told under the service’s own name, and listed', async () => {
    expect((await record()).status).toBe(200);
    const database = await house.as('export-import');
    const { rows } = await database.query('select type, aggregate from event');
    await database.end();
    expect(rows).toEqual([
      { type: 'export-import.observations.recorded.v1', aggregate: 'observations:nghe-an' },
    ]);
    const { body } = await house.ask(exportImport.observations.list, null, { query: 'indicator=EXPORT' });
    const [found] = (body as unknown as ObservationPage).items;
    expect(found).toMatchObject({
      value: '892.3',
      decimals: 1,
      stated: { planPct: { value: '35.7', decimals: 1 } },
    });
  });

  it.each([
    ['of trade', { indicator: 'RETAIL', unit: 'VND_BN' }, 422, 'observation.wrong-service'],
    ['as a plan', { measure: 'plan' }, 422, 'observation.measure-elsewhere'],
    ['in another unit', { unit: 'VND_BN' }, 422, 'observation.wrong-unit'],
  ])('are not recorded %s', async (_what, change, status, code) => {
    const answer = await record(change);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('are recorded by who may write here, not by who may elsewhere', async () => {
    const elsewhere = { subject: 'x', permissions: ['trade:write', 'trade:approve'], territories: ['*'] };
    expect(await record({}, elsewhere)).toMatchObject({ status: 403, body: { code: 'permission.missing' } });
  });
});
