import { exportImport, type FlowBreakdown, type FlowMarkets, type Utilisation } from '@doit/contracts';
import { people, randomNumbers, TestInstallation, type Claims } from '@doit/testing';
import type { Client } from 'pg';
import { database } from '../database';
import { ExportImportModule } from '../export-import.module';
import { monthOf, seedCells, type SeedCell } from '../reports/seed-cells.sql';

const partners = ['US', 'JP', 'CN', 'DE', 'KR', 'TH', 'AU', 'GB', 'CA', 'BR'];
const months = ['2023-01', '2023-02', '2024-01', '2024-02'];

describe('what breakdown, markets and utilisation leave out', () => {
  let house: TestInstallation;
  let owner: Client;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database });
    owner = await house.as('export-import', true);
    const random = randomNumbers(21);
    const by = { by: 'partner' } as const;
    const someOf = (territory: string, month: string): SeedCell[] => {
      const parts = partners.flatMap((key) =>
        random() < 0.7
          ? [[key, [String(1 + Math.floor(random() * 1000)), 1 + Math.floor(random() * 12)]] as const]
          : [],
      );
      return monthOf(territory, month, Object.fromEntries(parts), by);
    };
    await seedCells(owner, [
      // Japan is few a year before alone; what covers it then differs from what would cover it now.
      ...monthOf('nghe-an', '2023-01', { JP: ['20', 1], US: ['9', 5], CN: ['30', 5], KR: ['8', 5] }, by),
      ...monthOf('nghe-an', '2024-01', { JP: ['10', 2], US: ['12', 5], CN: ['15', 5], KR: ['11', 5] }, by),
      ...['ha-tinh', 'thanh-hoa', 'quang-nam'].flatMap((territory) =>
        months.flatMap((month) => someOf(territory, month)),
      ),
    ]);
  });
  afterAll(async () => {
    await owner.end();
    await house.stop();
  });

  const ask = async (asked: string, who: Claims | null = null) => {
    const { breakdown, markets } = exportImport.flowReports;
    const query = `flow=export&by=partner&limit=500&${asked}`;
    const ofMarkets = await house.ask(markets, who, { query: `flow=export&${asked}` });
    const answers = [
      (await house.ask(breakdown, who, { query })).body,
      ofMarkets.body,
      (await house.ask(exportImport.utilisation.read, who, { query: asked })).body,
    ];
    return answers as unknown as [FlowBreakdown, FlowMarkets, Utilisation];
  };

  it.each([
    ...['nghe-an', 'ha-tinh', 'thanh-hoa', 'quang-nam'].map((id) => `territory=${id}&period=2024-01`),
    ...['ha-tinh', 'thanh-hoa', 'quang-nam'].map((id) => `territory=${id}&period=2024-01/P2M`),
    // The year before is not known.
    ...['ha-tinh', 'thanh-hoa', 'quang-nam'].map((id) => `territory=${id}&period=2023-02`),
  ])('is the same of %s', async (asked) => {
    const [breakdown, markets, utilisation] = await ask(asked);
    const listed = breakdown.items.filter(({ value }) => value !== '0').map(({ key }) => key);
    expect(markets.items.map(({ partner }) => partner).sort()).toEqual(listed.sort());
    expect(markets.rest.value).toBe(breakdown.rest?.value);
    const shown = utilisation.markets.filter(({ exportsUsd }) => exportsUsd !== null && exportsUsd !== '0');
    const own = new Set(utilisation.markets.map(({ market }) => market));
    expect(shown.map(({ market }) => market).sort()).toEqual(listed.filter((key) => own.has(key)));
    // A sum has all of the rest in it, or nothing of it.
    const value = new Map(shown.map(({ market, exportsUsd }) => [market, Number(exportsUsd)]));
    const sums = utilisation.agreements.map((each) => [each.markets, each.exportsUsd] as const);
    for (const [parts, sum] of [...sums, [[...own], utilisation.total.exportsUsd] as const])
      if (sum !== null) {
        const told = parts.reduce((all, market) => all + (value.get(market) ?? 0), 0);
        expect([0, Number(breakdown.rest?.value)]).toContain(Number(sum) - told);
      }
    const [, all, every] = await ask(asked, people.admin);
    expect([all.rest.value, every.total.exportsUsd === null]).toEqual(['0', false]);
  });

  it('is one cover, chosen with the year before in mind', async () => {
    const [breakdown, markets, utilisation] = await ask('territory=nghe-an&period=2024-01');
    // Of those no smaller than Japan, Korea is the smallest.
    expect(breakdown.items.map(({ key }) => key)).toEqual(['CN', 'US']);
    expect(markets.items.map(({ partner }) => partner)).toEqual(['CN', 'US']);
    const exported = Object.fromEntries(utilisation.markets.map((each) => [each.market, each.exportsUsd]));
    expect([exported['JP'], exported['KR'], exported['CN']]).toEqual([null, null, '15']);
    expect(utilisation.total.exportsUsd).toBe('36');
  });

  it('is nothing to who reads the territory', async () => {
    const [breakdown, markets, utilisation] = await ask('territory=nghe-an&period=2024-01', people.officer);
    expect([breakdown.items.length, markets.items.length, utilisation.hiddenMarkets]).toEqual([4, 4, 0]);
  });
});
