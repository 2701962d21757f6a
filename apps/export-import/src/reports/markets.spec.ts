import { exportImport, type FlowMarkets } from '@doit/contracts';
import { people, TestInstallation, type Claims } from '@doit/testing';
import type { Client } from 'pg';
import { database } from '../database';
import { ExportImportModule } from '../export-import.module';
import { monthOf, seedCells } from './seed-cells.sql';

const { markets } = exportImport.flowReports;

describe('a flow by market and agreement', () => {
  let house: TestInstallation;
  let owner: Client;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database });
    owner = await house.as('export-import', true);
    const by = { by: 'partner' } as const;
    await seedCells(owner, [
      ...monthOf('nghe-an', '2024-01', { JP: '40', MY: '10', DE: '20', US: '25', IL: '5' }, by),
      ...monthOf('nghe-an', '2024-12', { IL: '7', US: '1' }, by),
      ...monthOf('ha-tinh', '2024-01', { JP: ['40', 1], MY: ['60', 9], DE: ['50', 3], US: ['30', null] }, by),
      ...monthOf('ha-tinh', '2018-12', { MX: '3', MY: '2' }, by),
      { by: 'total', territory: 'da-nang', month: '2024-01', value: '0' },
    ]);
  });
  afterAll(async () => {
    await owner.end();
    await house.stop();
  });

  const read = async (query: string, who: Claims | null = null): Promise<FlowMarkets> => {
    const { status, body } = await house.ask(markets, who, { query: `flow=export&${query}` });
    expect([status, body.code]).toEqual([200, undefined]);
    return body as unknown as FlowMarkets;
  };
  const of = ({ agreements }: FlowMarkets, id: string) =>
    agreements.find(({ agreement }) => agreement === id);
  const sum = (value: string | null, sharePct: string | null, count: number, unlisted = 0) => ({
    ...{ value, sharePct, markets: count, unlisted },
  });

  it('has each market once, with the agreements in force on the last day of the period', async () => {
    const found = await read('territory=nghe-an&period=2024-01');
    expect(found.total).toEqual({ value: '100', status: 'official', isWhole: true });
    expect(found.items.map(({ partner, value }) => [partner, value])).toEqual([
      ['JP', '40'],
      ['US', '25'],
      ['DE', '20'],
      ['MY', '10'],
      ['IL', '5'],
    ]);
    expect(found.items[0]).toEqual({
      ...{
        partner: 'JP',
        name: { vi: 'Nhật Bản', en: 'Japan' },
        value: '40',
        sharePct: '40.00',
        agreements: ['AJCEP', 'VJEPA', 'CPTPP', 'RCEP'],
      },
    });
    const israel = await read('territory=nghe-an&period=2024-12');
    expect(found.items.find(({ partner }) => partner === 'IL')?.agreements).toEqual([]);
    expect(israel.items.find(({ partner }) => partner === 'IL')?.agreements).toEqual(['VIFTA']);
    const before = await read('territory=ha-tinh&period=2018-12');
    expect(before.items.find(({ partner }) => partner === 'MX')?.agreements).toEqual([]);
  });

  it('adds the markets of each agreement, and never the agreements', async () => {
    const found = await read('territory=nghe-an&period=2024-01');
    expect(of(found, 'CPTPP')).toEqual({ agreement: 'CPTPP', ...sum('50', '50.00', 2) });
    expect(of(found, 'RCEP')).toEqual({ agreement: 'RCEP', ...sum('50', '50.00', 2) });
    expect(of(found, 'VJEPA')).toEqual({ agreement: 'VJEPA', ...sum('40', '40.00', 1) });
    expect(of(found, 'VCFTA')).toEqual({ agreement: 'VCFTA', ...sum('0', '0.00', 0) });
    expect(of(found, 'VIFTA')).toBeUndefined();
    expect(found.sumOfAgreements).toEqual({ ...sum(null, null, 3), refusal: 'overlapping-groups' });
    expect(found.union).toEqual(sum('70', '70.00', 3));
    expect(found.withoutAgreement).toEqual(sum('30', '30.00', 2));
    expect(found.rest).toEqual({ ...sum('0', '0.00', 0), hidden: 0 });
    expect(found.partners).toBeNull();
  });

  it('adds groups of partners that share none, and refuses those that do', async () => {
    const apart = await read('territory=nghe-an&period=2024-01&partners=ASEAN,EU,US');
    expect(apart.partners).toEqual({ ...sum('55', '55.00', 3), partners: ['ASEAN', 'EU', 'US'], common: [] });
    const shared = await read('territory=nghe-an&period=2024-01&partners=ASEAN,APEC');
    expect(shared.partners).toEqual({
      ...{ ...sum(null, null, 3), partners: ['ASEAN', 'APEC'], refusal: 'overlapping-groups' },
      common: ['BN', 'ID', 'MY', 'PH', 'SG', 'TH'],
    });
    const within = await read('territory=nghe-an&period=2024-01&partners=EU,DE');
    expect(within.partners).toMatchObject({ value: null, common: ['DE'] });
    const wrong = await house.ask(markets, null, { query: 'flow=export&period=2024&partners=EU,UK' });
    expect([wrong.status, wrong.body.code, wrong.body.errors?.[0]?.pointer]).toEqual([
      ...[422, 'partner.unknown', 'partners'],
    ]);
  });

  it('hides a market behind which few enterprises stand, with one more', async () => {
    const found = await read('territory=ha-tinh&period=2024-01&partners=JP,DE');
    // Japan is hidden; Germany, the smallest that is no smaller, is left out with it.
    expect(found.items.map(({ partner }) => partner)).toEqual(['MY', 'US']);
    expect(found.rest).toEqual({ ...sum('90', '50.00', 0, 2), hidden: 1 });
    expect(of(found, 'VJEPA')).toEqual({ agreement: 'VJEPA', ...sum('0', '0.00', 0, 1) });
    expect(found.union).toEqual(sum('60', '33.33', 1, 2));
    expect(found.withoutAgreement).toEqual(sum('30', '16.67', 1));
    expect(found.partners).toMatchObject(sum('0', '0.00', 0, 2));
    const whole = await read('territory=ha-tinh&period=2024-01', {
      ...people.officer,
      territories: ['ha-tinh'],
    });
    expect([whole.items.length, whole.rest.value]).toEqual([4, '0']);
  });

  it('refuses what lacks a month, and names it', async () => {
    const found = await read('territory=nghe-an&period=2024-01/P2M&partners=EU');
    expect(found.total).toEqual({ value: null, status: null, isWhole: null, refusal: 'incomplete-months' });
    expect([found.items, found.missing.map(({ month }) => month)]).toEqual([[], ['2024-02']]);
    for (const each of [found.union, found.withoutAgreement, found.rest, found.partners, of(found, 'RCEP')])
      expect(each).toMatchObject({ value: null, sharePct: null, refusal: 'incomplete-months' });
    expect((await read('territory=nghe-an,ha-tinh&period=2024-12')).total.refusal).toBe('incomplete-members');
  });

  it('a total of zero has no shares and is no gap', async () => {
    const found = await read('territory=da-nang&period=2024-01');
    expect([found.total.value, found.union]).toEqual(['0', sum('0', null, 0)]);
  });
});
