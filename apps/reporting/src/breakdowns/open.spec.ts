import {
  exportImport,
  reporting,
  type IndicatorBreakdown,
  type LineageInput,
  type Observation,
} from '@doit/contracts';
import { TestInstallation } from '@doit/testing';
import { database as exportImportDatabase } from '../../../export-import/src/database';
import { ExportImportModule } from '../../../export-import/src/export-import.module';
import { database } from '../database';
import { ReportingModule } from '../reporting.module';

type Row = { [F in keyof Observation]: Observation[F] };

describe('an indicator by parts that nobody lists', () => {
  let house: TestInstallation;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database: exportImportDatabase });
    await house.start('reporting', { module: ReportingModule, database });
  });
  afterAll(() => house.stop());

  const row = (value: string, more: Partial<Row> = {}): Row => ({
    ...{ indicator: 'EXPORT', value, dimensions: {}, territory: 'nghe-an', period: '2022' },
    ...{ measure: 'actual', status: 'official', unit: 'USD_MN', source: 'customs', asOf: '2024-01' },
    ...more,
  });
  const by = (name: string, values: Record<string, string>, more: Partial<Row> = {}): Row[] =>
    Object.entries(values).map(([part, value]) => row(value, { ...more, dimensions: { [name]: part } }));
  const record = (...items: Row[]): Promise<void> => house.record(exportImport.observations.record, items);
  const ask = (query: string) => house.ask(reporting.breakdowns.read, null, { query });
  const breakdown = async (query: string): Promise<IndicatorBreakdown> => {
    const { status, body } = await ask(`indicator=EXPORT&${query}`);
    expect([query, status]).toEqual([query, 200]);
    return body as unknown as IndicatorBreakdown;
  };

  it('is by commodity those that are stated, the largest first, and a rest that nobody states', async () => {
    await record(
      ...[row('2400.5'), row('2000', { period: '2021' })],
      ...by('commodity', { rice: '100.1', 'textiles-garments': '800.3', wood: '250.0' }),
      ...by('commodity', { wood: '200.0' }, { period: '2021' }),
      row('99', { dimensions: { commodity: 'wood', partner: 'CN' } }),
    );
    const found = await breakdown('territory=nghe-an&period=2022&by=commodity');
    expect(found).toMatchObject({
      ...{
        sum: { value: '1150.4' },
        rest: { value: '1250.1', interval: { low: '1249.90', high: '1250.30' } },
      },
      check: { verdict: 'cannot-tell', lineage: [{}, {}, {}, {}] },
    });
    const shown = found.parts.map(({ dimensions, sharePct, yoyPct }) => [
      ...[dimensions['commodity'], sharePct.value, yoyPct.value ?? yoyPct.refusal?.code],
    ]);
    expect(shown).toEqual([
      ['textiles-garments', '33.34', 'base-unknown'],
      ['wood', '10.41', '25.00'],
      ['rice', '4.17', 'base-unknown'],
    ]);
    expect(found.check.message.vi).toContain('3 phần đã có số liệu còn để lại 1.250,1 triệu USD');
  });

  it('proves nothing by groups of goods that a source draws itself, which may contain each other', async () => {
    const at = { territory: 'quang-nam' };
    const goods = { agriculture: '80.0', rice: '40.0' };
    await record(row('100.0', at), ...by('commodity', goods, at));
    const found = await breakdown('territory=quang-nam&period=2022&by=commodity');
    expect(found).toMatchObject({ rest: { value: '-20.0' }, check: { verdict: 'cannot-tell' } });
    expect(found.check.message.en).toContain('may contain each other');
    const listed = await breakdown('territory=quang-nam&period=2022&by=commodity&parts=rice,coffee');
    expect(listed.rest?.value).toBe('60.0');
  });

  it('shows a rest below zero, and that the parts contradict the total', async () => {
    const at = { territory: 'ha-tinh' };
    await record(row('100.0', at), ...by('partner', { CN: '70.0', JP: '40.0' }, at));
    const found = await breakdown('territory=ha-tinh&period=2022&by=partner');
    expect(found).toMatchObject({
      ...{ rest: { value: '-10.0', interval: { low: '-10.15', high: '-9.85' } } },
      check: { code: 'parts.exceed-total', verdict: 'contradicts', difference: '9.85' },
    });
  });

  it('agrees where the parts that are stated come to all of it', async () => {
    const at = { territory: 'thanh-hoa' };
    await record(row('110.1', at), ...by('partner', { CN: '70.0', JP: '40.0' }, at));
    const found = await breakdown('territory=thanh-hoa&period=2022&by=partner');
    expect(found).toMatchObject({ rest: { value: '0.1' }, check: { code: 'parts.sum', verdict: 'agrees' } });
  });

  it('has no rest without a total, and no sum without a part', async () => {
    await record(...by('partner', { CN: '70.0' }, { territory: 'quang-binh' }));
    expect(await breakdown('territory=quang-binh&period=2022&by=partner')).toMatchObject({
      ...{
        sum: { value: '70.0' },
        rest: { value: null, refusal: { code: 'no-figure', missing: ['EXPORT'] } },
      },
      check: { verdict: 'cannot-tell', missing: ['EXPORT'] },
    });
    expect(await breakdown('territory=quang-tri&period=2022&by=partner')).toMatchObject({
      ...{ parts: [], sum: { refusal: { code: 'no-figure' } }, rest: { refusal: { code: 'no-figure' } } },
    });
  });

  it('is by regime the two that are listed, and has no rest', async () => {
    const at = { territory: 'nghe-an' };
    await record(...by('regime', { domestic: '1400.5', fdi: '1000.0' }, at));
    const found = await breakdown('territory=nghe-an&period=2022');
    expect(found).toMatchObject({ by: 'regime', difference: { value: '0.0' }, check: { verdict: 'agrees' } });
    expect(found).not.toHaveProperty('rest');
    expect(found.parts.map(({ name }) => name.vi)).toEqual([
      'khu vực kinh tế trong nước',
      'khu vực có vốn đầu tư nước ngoài',
    ]);
  });

  it('takes the breakdown that has all the parts asked for, where none is named', async () => {
    const found = await breakdown('territory=nghe-an&period=2022&parts=rice,wood,coffee');
    expect(found).toMatchObject({ by: 'commodity', sum: { value: '350.1' }, rest: { value: '2050.4' } });
    expect(found.parts[2]).toMatchObject({ actual: null, refusal: { code: 'no-figure' } });
    expect(await breakdown('territory=nghe-an&period=2022&parts=fdi')).toMatchObject({
      ...{ by: 'regime', sum: { value: '1000.0' }, rest: { value: '1400.5' } },
    });
  });

  it('holds each group of partners against the total by itself in the checks, and never several', async () => {
    const at = { territory: 'da-nang' };
    await record(row('100.0', at), ...by('partnerGroup', { ASEAN: '60.0', APEC: '70.0', EU: '101.0' }, at));
    const { body } = await house.ask(reporting.checks.list, null, { query: 'territory=da-nang&period=2022' });
    const { items } = body as unknown as {
      items: { code: string; verdict: string; message: { en: string } }[];
    };
    expect(items.map(({ code, verdict }) => `${code} ${verdict}`)).toEqual([
      'parts.exceed-total contradicts',
    ]);
    expect(items[0]?.message.en).toContain('European Union');
  });

  it('keeps an answer that can be carried, of partners whose years are made of months', async () => {
    const months = Array.from({ length: 12 }, (_, n) => `2019-${String(n + 1).padStart(2, '0')}`);
    const partners =
      'CN JP KR US DE FR GB IT ES NL BE PL SE DK FI AT CZ HU RO BG GR PT IE AU NZ CA MX CL PE BR'
        .split(' ')
        .concat(
          'AR IN TH MY SG ID PH BN KH LA MM RU UA KZ TR IL AE SA EG ZA NG DZ MA PK BD LK NP CO CU PA'.split(
            ' ',
          ),
        );
    for (const period of months)
      await record(
        row('1000', { territory: 'hue', period }),
        ...by('partner', Object.fromEntries(partners.map((code, n) => [code, String(n + 1)])), {
          ...{ territory: 'hue', period },
        }),
      );
    const found = await breakdown('territory=hue&period=2019&by=partner');
    expect(found.parts).toHaveLength(60);
    expect(found).toMatchObject({
      sum: { value: '21960' },
      rest: { value: '-9960' },
      check: { verdict: 'contradicts' },
    });
    const inputs = (of: { lineage: LineageInput[] }[]) => of.map(({ lineage }) => lineage.length);
    expect(inputs([found.sum, found.check])).toEqual([100, 100]);
    expect(
      found.parts.every(({ made, sharePct }) => made?.lineage.length === 12 && sharePct.value !== null),
    ).toBe(true);
  }, 60_000);
});
