import { enterpriseReports, industry, type Production } from '@doit/contracts';
import { leastEntry, people, TestInstallation } from '@doit/testing';
import { database as options } from '../database';
import { IndustryModule } from '../industry.module';

const { officer, neighbour } = people;

describe('what key enterprises report', () => {
  let house: TestInstallation;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('industry', { module: IndustryModule, database: options });
  });
  afterAll(() => house.stop());

  const report = (taxCode: string, month: string, quantity: string | null, more: object = {}) =>
    leastEntry(enterpriseReports, {
      ...{ taxCode, month, quantity, product: 'Xi măng', unit: 'tấn', vsic: '2394', state: 'accepted' },
      ...more,
    });
  const made = async (month: string) =>
    house.ask(industry.enterpriseReports.production, officer, { query: `territory=nghe-an&month=${month}` });

  it('adds up by product and unit, of accepted reports alone, and says who is missing', async () => {
    const [a, b, c] = ['2900000001', '2900000002', '2900000003'] as const;
    const { status } = await house.ask(industry.enterpriseReports.createMany, officer, {
      body: {
        items: [
          report(a, '2025-06', '1000.5'),
          report(b, '2025-06', '200', { product: ' xi măng' }),
          report(b, '2025-06', '7', { unit: 'bao' }),
          report(c, '2025-06', '99', { state: 'returned' }),
          report(a, '2024-06', '900'),
          report(c, '2024-06', '300'),
          report(c, '2025-04', '310'),
          report('2900000004', '2025-02', '5'),
          report(a, '2025-06', null, { product: 'Gạch không nung', unit: 'viên', vsic: '2395' }),
        ],
      },
    });
    expect(status).toBe(200);
    const { items } = (await made('2025-06')).body as unknown as Production;
    expect(items).toMatchObject([
      { unit: 'bao', quantity: '7', yearBefore: null, reports: 1, missing: [] },
      // The year before of those alone that report now; the one whose report was returned is missing.
      { unit: 'tấn', quantity: '1200.5', yearBefore: '900', reports: 2, withoutQuantity: 0, missing: [c] },
      { product: 'Gạch không nung', quantity: null, reports: 1, withoutQuantity: 1 },
    ]);
    const july = (await made('2025-07')).body as unknown as Production;
    expect(july.items.find(({ unit }) => unit === 'tấn')).toMatchObject({
      quantity: null,
      reports: 0,
      missing: [a, b, c],
    });
  });

  it('is told to its own department alone', async () => {
    const query = 'territory=nghe-an&month=2025-06';
    expect((await house.ask(industry.enterpriseReports.production, neighbour, { query })).status).toBe(403);
    expect((await house.ask(industry.enterpriseReports.production, null, { query })).status).toBe(401);
  });
});
