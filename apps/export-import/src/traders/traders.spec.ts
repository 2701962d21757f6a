import { exportImport, traders, type Entry, type EntryPage } from '@doit/contracts';
import { leastEntry, people, TestInstallation, type Claims } from '@doit/testing';
import { database } from '../database';
import { ExportImportModule } from '../export-import.module';

const { officer, neighbour } = people;

describe('the register of traders', () => {
  let house: TestInstallation;
  const create = (more: object, who: Claims = officer) =>
    house.ask(exportImport.traders.create, who, { body: leastEntry(traders, more) });
  const codes = async (query: string, who: Claims | null = null) =>
    (
      (await house.ask(exportImport.traders.list, who, { query })).body as unknown as EntryPage<Entry>
    ).items.map(({ code }) => code);

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database });
    for (const more of [
      { code: 'A', products: ['03'], markets: ['US'], size: 'large' },
      { code: 'B', products: ['0306', '09011120'], markets: ['JP', 'US'], tradesAs: 'both' },
      { code: 'C', products: ['030617'], portalRegisteredOn: '2023-05-01' },
      { code: 'D', products: ['1605'], portalRegisteredOn: '2022-01-01', portalEndedOn: '2023-12-31' },
      { code: 'E' },
    ])
      expect((await create(more)).status).toBe(200);
  });
  afterAll(() => house.stop());

  it.each([
    ['products=03', ['A', 'B', 'C']],
    ['products=0306', ['B', 'C']],
    ['products=030617', ['C']],
    ['products=0901,1605', ['B', 'D']],
    ['products=16052110', []],
    ['products=03&markets=US', ['A', 'B']],
    ['markets=JP,DE', ['B']],
    ['tradesAs=both', ['B']],
    ['size=large,small', ['A']],
    ['portal=on', ['C']],
    ['portal=left', ['D']],
    ['portal=on,left', ['C', 'D']],
  ])('is narrowed by %s to %j', async (query, expected) => {
    expect(await codes(query)).toEqual(expected);
  });

  it.each(['products=3', 'products=030', 'products=0%25', 'markets=us', 'portal=never'])(
    'cannot be asked for %s',
    async (query) => {
      const { status, body } = await house.ask(exportImport.traders.list, null, { query });
      expect([status, body.code]).toEqual([400, 'request.invalid']);
    },
  );

  it('has a tax code once in a territory, and shows it to readers there alone', async () => {
    const taxCode = '2900000001';
    const first = await create({ code: 'T-1', taxCode });
    const again = await create({ code: 'T-2', taxCode });
    expect([again.status, again.body.code, again.body.errors?.[0]?.pointer]).toEqual([
      ...[409, 'trader.entered-already', '/taxCode'],
    ]);
    expect(again.body.message?.en).toContain('“T-1”');
    expect((await create({ code: 'T-2', taxCode, territory: 'kien-giang' }, neighbour)).status).toBe(200);
    expect((await create({ code: 'T-3', taxCode: '2900000001-001' })).status).toBe(200);
    const query = `id=${String(first.body['id'])}`;
    for (const who of [null, neighbour])
      expect((await house.ask(exportImport.traders.get, who, { query })).body['taxCode']).toBeNull();
    expect((await house.ask(exportImport.traders.get, officer, { query })).body['taxCode']).toBe(taxCode);
    const { body } = await house.ask(exportImport.traders.export, null, {});
    expect(String(body['body'])).not.toContain(taxCode);
    const gone = { step: 'withdraw', on: '2024-06-01', reason: 'nhập nhầm' };
    expect(
      (await house.ask(exportImport.traders.step, officer, { query, ifMatch: '1', body: gone })).status,
    ).toBe(200);
    expect((await create({ code: 'T-4', taxCode })).status).toBe(200);
  });

  it('is on the portal by its steps, on the days that they say', async () => {
    const { body } = await create({ code: 'P' });
    const step = async (version: number, of: object) => {
      const asked = { query: `id=${String(body['id'])}`, ifMatch: String(version), body: of };
      const answer = await house.ask(exportImport.traders.step, officer, asked);
      return answer.status === 200 ? (answer.body['entry'] as Record<string, unknown>) : answer.body.code;
    };
    expect(await step(1, { step: 'leave-portal', on: '2023-06-01' })).toBe('trader.not-on-portal');
    const known = { portalProducts: ['0306'] };
    const listed = { step: 'list-on-portal', on: '2023-05-01', document: 'VNEX-12', known };
    expect(await step(1, listed)).toMatchObject({
      ...{ state: 'registered', portal: 'on', portalRegisteredOn: '2023-05-01', ...known },
      portalReference: 'VNEX-12',
    });
    expect(await step(2, listed)).toBe('trader.on-portal-already');
    expect(await step(2, { step: 'leave-portal', on: '2023-04-30' })).toBe('trader.portal-days');
    expect(await step(2, { step: 'leave-portal', on: '2023-12-31' })).toMatchObject({
      ...{ portal: 'left', portalEndedOn: '2023-12-31' },
    });
    expect(await step(3, { step: 'list-on-portal', on: '2024-05-01' })).toMatchObject({
      ...{ portal: 'on', portalRegisteredOn: '2023-05-01', portalEndedOn: null },
    });
  });
});
