import { exportImport, type FlowBreakdown, type FlowMarkets, type FlowMonths } from '@doit/contracts';
import { people, TestInstallation } from '@doit/testing';
import { database } from '../database';
import { ExportImportModule } from '../export-import.module';

const { months, breakdown, markets } = exportImport.flowReports;

describe('reports of lines that were entered', () => {
  let house: TestInstallation;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database });
  });
  afterAll(() => house.stop());

  const line = (month: string, hs: string, partner: string, valueUsd: string, enterprise?: string) => ({
    ...{
      flow: 'export',
      territory: 'nghe-an',
      month,
      hs,
      partner,
      valueUsd,
      status: 'official',
      source: 'customs',
    },
    ...(enterprise && { enterprise }),
  });
  const read = async <T>(
    operation: (typeof exportImport.flowReports)[keyof typeof exportImport.flowReports],
    query: string,
  ) => {
    const { status, body } = await house.ask(operation, null, { query: `territory=nghe-an&${query}` });
    expect([status, body.code]).toEqual([200, undefined]);
    return body as unknown as T;
  };

  it('come to what was entered, by month, commodity and market', async () => {
    const items = [
      line('2023-03', '090111', 'JP', '100'),
      line('2024-03', '09011110', 'JP', '80.5'),
      line('2024-03', '0902', 'US', '40'),
      line('2024-03', '85', 'US', '9.5'),
      line('2024-03', '3004', 'DE', '20', '0101234567'),
    ];
    const { status, body } = await house.ask(exportImport.flows.createMany, people.admin, {
      body: { items },
    });
    expect([status, body.errors]).toEqual([200, undefined]);

    const trade = await read<FlowMonths>(months, 'from=2024-03&to=2024-03');
    expect(trade.items[0]?.months[0]?.exports).toMatchObject({
      value: '150',
      yoyPct: '50.00',
      yearToDate: null,
    });
    const goods = await read<FlowBreakdown>(breakdown, 'flow=export&by=commodity&period=2024-03');
    expect(goods.items.map(({ key, value }) => [key, value])).toEqual([['coffee', '80.5']]);
    // One enterprise stands behind the medicine, which is no group of its own; tea is left out with it.
    expect(goods.rest?.parts.map(({ kind, value, hidden }) => [kind, value, hidden])).toEqual([
      ['unlisted', '60', 1],
      ['too-coarse', '9.5', 0],
    ]);
    const partners = await read<FlowMarkets>(markets, 'flow=export&period=2024-03');
    expect(partners.items.map(({ partner }) => partner)).toEqual(['JP']);
    expect([partners.rest.value, partners.rest.hidden]).toEqual(['69.5', 1]);
  });
});
