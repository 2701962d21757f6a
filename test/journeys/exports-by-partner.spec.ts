import {
  exportImport,
  reporting,
  type IndicatorBreakdown,
  type Lineage,
  type Operation,
  type RecordedIds,
  type SeriesList,
} from '@doit/contracts';
import { decimal, Exact, partnerGroupMembers, partnersShared } from '@doit/reference';
import { people, TestInstallation } from '@doit/testing';
import { database as exportImportDatabase } from '../../apps/export-import/src/database';
import { ExportImportModule } from '../../apps/export-import/src/export-import.module';
import { database as reportingDatabase } from '../../apps/reporting/src/database';
import { ReportingModule } from '../../apps/reporting/src/reporting.module';
import { partnerItems, partnerLines, partnersFile } from './published-series';

const years = Array.from({ length: 22 }, (_, n) => String(1995 + n));
const groups = ['ASEAN', 'APEC', 'EU', 'OPEC'];

/** What the file states of a year, read by its own names. */
function linesOf(year: string) {
  const lines = partnerLines().filter((line) => line['year'] === year);
  const valueOf = (name: string) => decimal(lines.find(({ partner }) => partner === name)?.['value'] ?? '');
  const partners = lines.filter(({ partner = '' }) => partner !== 'TOTAL' && !groups.includes(partner));
  const sum = partners.reduce((all, { value = '' }) => all.plus(decimal(value)), new Exact(0));
  return { total: valueOf('TOTAL'), partners, sum, valueOf };
}

/** Two decades of exports as the statistics office published them: total, partners and groups kept apart. */
describe('the whole file of exports by partner', () => {
  let house: TestInstallation;
  const items = partnerItems();
  let ids: string[];

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database: exportImportDatabase });
    await house.start('reporting', { module: ReportingModule, database: reportingDatabase });
    ids = await send();
  }, 120_000);
  afterAll(() => house.stop());

  async function send(): Promise<string[]> {
    const recorded: string[] = [];
    for (let at = 0; at < items.length; at += 1000) {
      const body = { items: items.slice(at, at + 1000) };
      await house.record(exportImport.observations.record, body.items);
      const answer = await house.ask(exportImport.observations.record, people.admin, { body });
      recorded.push(...(answer.body as unknown as RecordedIds).items.map(({ id }) => id));
    }
    return recorded;
  }
  const read = async <T>(operation: Operation, asked: Record<string, string>): Promise<T> => {
    const query = new URLSearchParams(asked).toString();
    const { status, body } = await house.ask(operation, null, { query });
    expect([query, status]).toEqual([query, 200]);
    return body as T;
  };
  const breakdown = (asked: Record<string, string>) =>
    read<IndicatorBreakdown>(reporting.breakdowns.read, {
      ...{ territory: 'viet-nam', period: '2016', indicator: 'EXPORT', by: 'partner' },
      ...asked,
    });
  const refused = async (operation: Operation, asked: Record<string, string>) => {
    const query = new URLSearchParams(asked).toString();
    const { status, body } = await house.ask(operation, null, { query });
    return [status, ...(body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`)];
  };

  it('makes one observation of each line, which names the file and the line, and none when it is sent again', async () => {
    expect([items.length, ids.length, new Set(ids).size]).toEqual([1542, 1542, 1542]);
    expect(await send()).toEqual(ids);
    const at = items.findIndex(
      ({ dimensions, period }) => dimensions['partner'] === 'TZ' && period === '2010',
    );
    const { observation } = (
      await house.ask(reporting.lineage.read, null, { query: `observationId=${ids[at] ?? ''}` })
    ).body as unknown as Lineage;
    expect(observation).toMatchObject({ document: partnersFile, row: at + 2, dimensions: { partner: 'TZ' } });
    expect(partnerLines()[at]?.['partner']).toBe('Tanzania, Rep,');
  });

  it.each(years)('of %s total and partners stand apart, and the rest between them is shown', async (year) => {
    const { total, partners, sum } = linesOf(year);
    const found = await breakdown({ period: year });
    expect(found.parts).toHaveLength(partners.length);
    expect(found.parts.every(({ dimensions }) => Object.keys(dimensions).join() === 'partner')).toBe(true);
    expect(
      [found.total.actual?.value, found.sum.value, found.rest?.value].map((each) => Number(each)),
    ).toEqual([total, sum, total.minus(sum)].map((each) => each.toNumber()));
    const half = new Exact('0.05').mul(partners.length + 1);
    const rest = total.minus(sum);
    expect(found.rest?.interval).toEqual({
      low: rest.minus(half).toFixed(2),
      high: rest.plus(half).toFixed(2),
    });
    expect(found.rest?.lineage).toHaveLength(partners.length + 1);
    expect(found.check).toMatchObject({
      code: 'parts.sum',
      verdict: 'cannot-tell',
      missing: ['EXPORT partner=…'],
    });
    const values = found.parts.map(({ actual }) => Number(actual?.value));
    expect(values).toEqual([...values].sort((a, b) => b - a));
  });

  it('of 2016 leaves 4,202.2 of 176,580.8, with each partner’s share and change', async () => {
    const found = await breakdown({});
    expect(found).toMatchObject({
      ...{ by: 'partner', unit: 'USD_MN', sum: { value: '172378.6' }, rest: { value: '4202.2' } },
      ...{ difference: { value: '-4202.2' }, total: { yoyPct: { value: '8.99' } } },
    });
    expect(found.rest?.formula).toBe('total − sum of the parts that have a figure');
    expect(found.parts[0]).toMatchObject({
      name: { vi: 'Hoa Kỳ', en: 'United States' },
      ...{ actual: { value: '38449.7' }, sharePct: { value: '21.77' }, yoyPct: { basis: 'computed' } },
    });
    expect(found.check.message.en).toContain('4,202.2');
  });

  it('shows groups side by side and refuses their sum, with the partners that they share', async () => {
    const found = await breakdown({ by: 'partnerGroup' });
    const { valueOf } = linesOf('2016');
    expect(found.parts.map(({ dimensions, actual }) => [dimensions['partnerGroup'], actual?.value])).toEqual(
      ['APEC', 'EU', 'ASEAN', 'OPEC'].map((code) => [code, valueOf(code).toFixed(1)]),
    );
    const refusal = { code: 'overlapping-groups', missing: ['BN', 'ID', 'MY', 'PH', 'SG', 'TH'] };
    for (const cell of [found.sum, found.rest, found.difference])
      expect(cell).toMatchObject({ value: null, refusal });
    expect(found.check).toMatchObject({ verdict: 'cannot-tell', missing: refusal.missing });
  });

  it('refuses ASEAN + APEC in every year by the members of that year', async () => {
    for (const year of years) {
      const { sum } = await breakdown({ period: year, parts: 'ASEAN,APEC' });
      const members = (code: string) => partnerGroupMembers(code, `${year}-12-31`);
      const common = members('ASEAN').filter((each) => each !== 'VN' && members('APEC').includes(each));
      expect([year, sum.value, sum.refusal?.code, sum.refusal?.missing]).toEqual([
        ...[year, null, 'overlapping-groups', common],
      ]);
    }
  });

  it('adds what is disjoint: groups of other countries, partners beside a group that they are not in', async () => {
    const { valueOf, total } = linesOf('2016');
    const both = valueOf('ASEAN').plus(valueOf('EU'));
    expect(await breakdown({ parts: 'ASEAN,EU' })).toMatchObject({
      ...{ sum: { value: both.toFixed(1) }, rest: { value: total.minus(both).toFixed(1) } },
      parts: [{ dimensions: { partnerGroup: 'ASEAN' } }, { dimensions: { partnerGroup: 'EU' } }],
    });
    const { sum } = await breakdown({ parts: 'EU,US,CN' });
    expect(sum.value).toBe(valueOf('EU').plus(valueOf('United States')).plus(valueOf('China')).toFixed(1));
    const held = await breakdown({ parts: 'EU,DE,US' });
    expect(held.sum.refusal).toMatchObject({ code: 'overlapping-groups', missing: ['DE'] });
    expect((await breakdown({ parts: 'US,US' })).sum.value).toBe(valueOf('United States').toFixed(1));
    expect((await breakdown({ parts: 'US,AQ' })).sum.value).toBe(valueOf('United States').toFixed(1));
  });

  it('refuses a group that left another in the course of the year: Indonesia was in OPEC until November 2016', async () => {
    expect((await breakdown({ parts: 'ASEAN,OPEC' })).sum.refusal?.missing).toEqual(['ID']);
    expect((await breakdown({ period: '2015', parts: 'ASEAN,OPEC' })).sum.value).not.toBeNull();
    // The office counted it: OPEC of 2016 is more than its other members in the file by no less than Indonesia.
    const { valueOf, partners } = linesOf('2016');
    const codes = new Map(
      items.map((item, at) => [partnerLines()[at]?.['partner'] ?? '', item.dimensions['partner']]),
    );
    const members = partnerGroupMembers('OPEC', '2016-12-31');
    const others = partners.filter(({ partner = '' }) => members.includes(codes.get(partner) ?? ''));
    const sum = others.reduce((all, { value = '' }) => all.plus(decimal(value)), new Exact(0));
    expect(valueOf('OPEC').minus(sum).gte(valueOf('Indonesia'))).toBe(true);
    expect(partnersShared(['ASEAN', 'OPEC'], '2016-12-31', '2016-12-31').common).toEqual([]);
  });

  it('takes no sum as a series, nor a part that there is not', async () => {
    const at = { territory: 'viet-nam', indicator: 'EXPORT', from: '1995', to: '2016', frequency: 'year' };
    const { series } = await read<SeriesList>(reporting.series.read, { ...at, partnerGroup: 'ASEAN' });
    expect(series).toMatchObject([{ dimensions: { partnerGroup: 'ASEAN' } }]);
    expect(series[0]?.points).toHaveLength(22);
    for (const several of ['ASEAN,APEC', 'ASEAN+APEC'])
      expect(await refused(reporting.series.read, { ...at, partnerGroup: several })).toEqual([
        ...[422, 'partnerGroup series.several-values'],
      ]);
    const asked = { territory: 'viet-nam', period: '2016', indicator: 'EXPORT', by: 'partner' };
    for (const part of ['COMECON', 'us', 'UK'])
      expect(await refused(reporting.breakdowns.read, { ...asked, parts: `US,${part}` })).toEqual([
        ...[422, 'parts breakdown.part-unknown'],
      ]);
  });
});
