import { enterpriseReports, industry, type ProductMade, type Production } from '@doit/contracts';
import { leastEntry, people, TestInstallation, type Claims } from '@doit/testing';
import { database as options } from '../database';
import { IndustryModule } from '../industry.module';

const { officer, neighbour, admin } = people;

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
  const entered = async (items: object[], who: Claims = admin) => {
    const { status, body } = await house.ask(industry.enterpriseReports.createMany, who, { body: { items } });
    expect([status, body.code]).toEqual([200, undefined]);
  };
  const products = async (who: Claims, query: string): Promise<ProductMade[]> =>
    ((await house.ask(industry.enterpriseReports.production, who, { query })).body as unknown as Production)
      .items;

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

  it('is one product however it is written, by capitals of Vietnamese, spaces and accents put together', async () => {
    const unit = { unit: 'TẤN', vsic: '1072' };
    await entered([
      report('2900000001', '2023-06', '1', { ...unit, product: 'Đường ướt' }),
      report('2900000002', '2023-06', '2', { ...unit, product: 'ĐƯỜNG ƯỚT' }),
      report('2900000003', '2023-06', '4', { ...unit, product: ' đường   Ướt ', unit: 'tấn' }),
      report('2900000004', '2023-06', '8', { ...unit, product: 'Đường ướt'.normalize('NFD') }),
      report('2900000005', '2023-06', '16', { ...unit, product: 'Dương uot' }),
    ]);
    const found = await products(officer, 'territory=nghe-an&month=2023-06');
    expect(found.map(({ quantity, reports }) => [quantity, reports])).toEqual([
      ['16', 1],
      ['15', 4],
    ]);
  });

  it('is given of one division alone where that is asked', async () => {
    await entered([
      report('2900000001', '2022-06', '1', { product: 'Gạo', vsic: '10612' }),
      report('2900000001', '2022-06', '2', { product: 'Bia', vsic: '11' }),
    ]);
    const of = async (division: string) =>
      (await products(officer, `territory=nghe-an&month=2022-06&division=${division}`)).map(
        ({ product }) => product,
      );
    expect([await of('10'), await of('11'), await of('12')]).toEqual([['Gạo'], ['Bia'], []]);
    const query = 'territory=nghe-an&month=2022-06&division=1';
    expect((await house.ask(industry.enterpriseReports.production, officer, { query })).status).toBe(400);
  });

  it('of a merged unit is that of the units whose land it holds, this month and the year before', async () => {
    const [a, b, c] = ['1700000001', '1600000001', '1700000002'] as const;
    await entered([
      report(a, '2025-07', '100', { territory: 'an-giang-2025' }),
      report(b, '2025-07', '50', { territory: 'an-giang-2025' }),
      report(a, '2024-07', '70', { territory: 'kien-giang' }),
      report(b, '2024-07', '20', { territory: 'an-giang' }),
      report(a, '2025-05', '10', { territory: 'kien-giang' }),
      report(c, '2025-05', '3', { territory: 'an-giang' }),
      report(c, '2025-07', '1000', { territory: 'ca-mau' }),
    ]);
    // The right over what is asked for suffices: this one holds none over the An Giang of before.
    const heir = {
      subject: 'heir',
      permissions: ['industry:read'],
      territories: ['kien-giang'],
    };
    expect(await products(heir, 'territory=an-giang-2025&month=2025-07')).toMatchObject([
      { quantity: '150', yearBefore: '90', reports: 2, missing: [c], reportedTwice: [] },
    ]);
    expect(await products(heir, 'territory=an-giang-2025&month=2025-05')).toMatchObject([
      { quantity: '13', reports: 2 },
    ]);
    expect(await products(heir, 'territory=kien-giang&month=2025-05')).toMatchObject([
      { quantity: '10', reports: 1 },
    ]);
    const refused = await house.ask(industry.enterpriseReports.production, heir, {
      query: 'territory=an-giang&month=2025-05',
    });
    expect(refused.status).toBe(403);
    const unknown = await house.ask(industry.enterpriseReports.production, admin, {
      query: 'territory=atlantis&month=2025-05',
    });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'territory.unknown']);
  });

  it('counts what was reported to two of these units once, as it was recorded last, and says whose it is', async () => {
    const again = '1700000009';
    await entered([report(again, '2025-06', '7', { territory: 'kien-giang', product: 'Cá hộp' })]);
    await entered([report(again, '2025-06', '8', { territory: 'an-giang-2025', product: 'cá hộp' })]);
    const found = await products(neighbour, 'territory=an-giang-2025&month=2025-06');
    expect(found.filter(({ reports }) => reports > 0)).toMatchObject([
      { quantity: '8', reports: 1, reportedTwice: [again] },
    ]);
  });

  it('of a key product is one product, whatever it is called', async () => {
    const coded = { productCode: 'cement', unit: 'nghìn tấn' };
    await entered([
      report('2900000011', '2019-06', '1.5', { ...coded, product: 'Xi măng Hoàng Mai' }),
      report('2900000012', '2019-06', '2', { ...coded, product: 'Xi măng PCB40', unit: 'KT' }),
      report('2900000012', '2018-06', '1', { ...coded, product: 'Xi măng' }),
      report('2900000013', '2019-06', '9', { product: 'Xi măng' }),
      // Another brand of the same enterprise is another report; the same one in another word for its unit is not.
      report('2900000012', '2019-06', '4', { ...coded, product: 'Xi măng PCB30' }),
      report('2900000012', '2019-06', '4', { ...coded, product: 'xi măng PCB30', unit: 'KT' }),
    ]);
    const found = await products(officer, 'territory=nghe-an&month=2019-06');
    expect(found).toMatchObject([
      { productCode: 'cement', quantity: '7.5', yearBefore: '1', reports: 3, reportedTwice: ['2900000012'] },
      { productCode: null, unit: 'tấn', quantity: '9' },
    ]);
  });

  it('is told to its own department alone', async () => {
    const query = 'territory=nghe-an&month=2025-06';
    expect((await house.ask(industry.enterpriseReports.production, neighbour, { query })).status).toBe(403);
    expect((await house.ask(industry.enterpriseReports.production, null, { query })).status).toBe(401);
  });
});
