import { exportImport, type Utilisation } from '@doit/contracts';
import { agreementOfForm } from '@doit/reference';
import { people, TestInstallation } from '@doit/testing';
import { database } from '../database';
import { ExportImportModule } from '../export-import.module';
import {
  monthsOf2023,
  seededYear,
  usdOf,
  uses,
  type SeededCertificate,
  type SeededLine,
} from '../../test/seeded-year';

/** Two decimals, halves away from zero, in whole numbers alone: nothing is shared with what is tested. */
const pctOf = (part: bigint, whole: bigint): string => {
  const hundredths = (part * 20_000n + whole) / (whole * 2n);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
};
const sumOf = (rows: readonly { cents: bigint }[]): bigint =>
  rows.reduce((all, { cents }) => all + cents, 0n);

describe('utilisation of 12,000 certificates and 8,000 lines of exports', () => {
  const year = seededYear('nghe-an', 7, 8000, 12_000);
  const other = seededYear('kien-giang', 8, 300, 300);
  const issued = year.certificates.filter(
    ({ state, form }) => state === 'issued' && !['A', 'B'].includes(form),
  );
  let house: TestInstallation;
  let read: Utilisation;

  const ask = async (query: string, who: typeof people.officer | null = people.officer) => {
    const { status, body } = await house.ask(exportImport.utilisation.read, who, { query });
    expect([status, body.errors]).toEqual([200, undefined]);
    return body as unknown as Utilisation;
  };
  const enter = async (lines: readonly SeededLine[]): Promise<void> => {
    for (let n = 0; n < lines.length; n += 500) {
      const items = lines.slice(n, n + 500).map(({ cents, ...line }) => ({
        ...line,
        ...{
          flow: 'export',
          valueUsd: usdOf(cents),
          status: 'official',
          source: 'customs',
          asOf: '2024-02-01',
        },
      }));
      const answer = await house.ask(exportImport.flows.createMany, people.admin, { body: { items } });
      expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
    }
  };
  const put = async (certificates: readonly SeededCertificate[], from = 0): Promise<void> => {
    for (let n = 0; n < certificates.length; n += 500) {
      const items = certificates.slice(n, n + 500).map(({ cents, ...rest }, m) => ({
        ...rest,
        ...{ code: `CO-${from + n + m}`, number: `VN-${from + n + m}`, name: 'Hàng', exporter: 'Công ty' },
        ...{ valueUsd: usdOf(cents), authority: 'vcci' },
      }));
      const answer = await house.ask(exportImport.originCertificates.createMany, people.admin, {
        body: { items },
      });
      expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
    }
  };

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database });
    await enter([...year.lines, ...other.lines]);
    await put(year.certificates);
    await put(other.certificates);
    read = await ask('territory=nghe-an&period=2023');
  }, 120_000);
  afterAll(async () => {
    await house.stop();
  });

  it.each(uses.filter(([market]) => market !== 'US').map(([market, forms]) => [market, forms] as const))(
    'is exact in the market %s',
    (market, forms) => {
      const found = read.markets.find((each) => each.market === market);
      const exported = sumOf(year.lines.filter(({ partner }) => partner === market));
      const own = issued.filter((each) => each.market === market);
      expect(own.length).toBeGreaterThan(100);
      expect(found).toMatchObject({
        ...{ isMfnZero: market === 'SG', exportsUsd: usdOf(exported), preferentialUsd: usdOf(sumOf(own)) },
        ...{ certificates: own.length, rate: { pct: pctOf(sumOf(own), exported), refusal: null } },
      });
      for (const form of forms) {
        const ofForm = own.filter((each) => each.form === form);
        expect(found?.agreements.find((each) => each.form === form)).toEqual({
          ...{ agreement: agreementOfForm(form)?.id, form },
          ...{ preferentialUsd: usdOf(sumOf(ofForm)), certificates: ofForm.length },
        });
      }
      // A certificate is of one agreement: the parts are the whole.
      const parts = found?.agreements.reduce(
        (all, { preferentialUsd }) => all + centsOf(preferentialUsd),
        0n,
      );
      expect(parts).toBe(sumOf(own));
    },
  );

  it.each([
    ['AJCEP', 'AJ', ['JP']],
    ['VJEPA', 'VJ', ['JP']],
    ['CPTPP', 'CPTPP', ['AU', 'BN', 'CA', 'CL', 'JP', 'MX', 'MY', 'NZ', 'PE', 'SG']],
    ['RCEP', 'RCEP', ['AU', 'BN', 'CN', 'ID', 'JP', 'KH', 'KR', 'LA', 'MY', 'NZ', 'PH', 'SG', 'TH']],
    ['AKFTA', 'AK', ['KR']],
    ['VKFTA', 'VK', ['KR']],
    ['UKVFTA', 'EUR.1 UK', ['GB']],
    ['AIFTA', 'AI', ['IN']],
    ['ACFTA', 'E', ['CN']],
    ['AANZFTA', 'AANZ', ['AU', 'NZ']],
    ['VCFTA', 'VC', ['CL']],
    ['ATIGA', 'D', ['BN', 'ID', 'KH', 'LA', 'MM', 'MY', 'PH', 'SG', 'TH']],
  ])('is exact under %s', (agreement, form, markets) => {
    const found = read.agreements.find((each) => each.agreement === agreement);
    // Chile, and Brunei, traded under CPTPP from February and July on alone.
    const since: Record<string, string> =
      agreement === 'CPTPP'
        ? { CL: '2023-02', BN: '2023-07' }
        : agreement === 'RCEP'
          ? { PH: '2023-06' }
          : {};
    const exported = year.lines.filter(
      ({ partner, month }) => markets.includes(partner) && month >= (since[partner] ?? ''),
    );
    const ofForm = issued.filter((each) => each.form === form);
    const here = ofForm.filter(({ market }) => markets.includes(market));
    const elsewhere = ofForm.filter(({ market }) => !markets.includes(market));
    expect(elsewhere.length > 0).toBe(agreement === 'AJCEP');
    expect(found).toMatchObject({
      ...{ form, markets, exportsUsd: usdOf(sumOf(exported)), preferentialUsd: usdOf(sumOf(here)) },
      ...{ elsewhereUsd: usdOf(sumOf(elsewhere)), certificates: ofForm.length },
      rate: { pct: pctOf(sumOf(here), sumOf(exported)) },
    });
  });

  it('says which agreements share markets, and never adds them', () => {
    const overlaps = read.agreements.find(({ agreement }) => agreement === 'VJEPA')?.overlaps;
    expect(overlaps).toEqual(['AJCEP', 'CPTPP', 'RCEP'].map((agreement) => ({ agreement, markets: ['JP'] })));
    expect(read.sum).toMatchObject({ value: null, refusal: { code: 'overlapping-groups' } });
    expect(read.agreements.find(({ agreement }) => agreement === 'VIFTA')).toBeUndefined();
  });

  it('in all counts each market once, and each certificate', () => {
    const ofMarkets = year.lines.filter(({ partner }) => partner !== 'US');
    const [whole, part] = [sumOf(ofMarkets), sumOf(issued)];
    expect(read.total).toMatchObject({
      ...{ exportsUsd: usdOf(whole), preferentialUsd: usdOf(part), markets: read.markets.length },
      rate: { pct: pctOf(part, whole) },
    });
    const [free, freePart] = [
      sumOf(ofMarkets.filter(({ partner }) => partner === 'SG')),
      sumOf(issued.filter(({ market }) => market === 'SG')),
    ];
    expect(read.withoutMfnZero).toMatchObject({
      ...{ exportsUsd: usdOf(whole - free), preferentialUsd: usdOf(part - freePart) },
      rate: { pct: pctOf(part - freePart, whole - free) },
      markets: read.markets.length - 2,
    });
    expect(read.markets.map(({ market }) => market)).not.toContain('US');
    // Lines that were entered by hand are no whole extract.
    expect([read.missingMonths, read.partialMonths]).toEqual([[], monthsOf2023]);
  });

  it('of a part of the year is of its months', async () => {
    const quarter = await ask('territory=nghe-an&period=2023-Q1');
    const months = monthsOf2023.slice(0, 3);
    const whole = sumOf(
      year.lines.filter(({ partner, month }) => partner === 'JP' && months.includes(month)),
    );
    const part = sumOf(
      issued.filter(
        ({ market, issuedOn }) => market === 'JP' && months.includes((issuedOn ?? '').slice(0, 7)),
      ),
    );
    expect(quarter.markets.find(({ market }) => market === 'JP')).toMatchObject({
      ...{ exportsUsd: usdOf(whole), preferentialUsd: usdOf(part), rate: { pct: pctOf(part, whole) } },
    });
  });

  it('of several territories is of all their exports and certificates', async () => {
    const merged = await ask('territory=viet-nam&period=2023-01', people.admin);
    expect(merged.total).toMatchObject({
      exportsUsd: null,
      rate: { refusal: { code: 'incomplete-months' } },
    });
    const both = await ask('territory=an-giang-2025&period=2023', people.admin);
    expect(both.missingMonths).toEqual(monthsOf2023);
    const kienGiang = await ask('territory=kien-giang&period=2023', people.neighbour);
    expect(kienGiang.total.exportsUsd).toBe(
      usdOf(sumOf(other.lines.filter(({ partner }) => partner !== 'US'))),
    );
  });

  it('is the same for everybody where three enterprises or more stand behind each value', async () => {
    expect(await ask('territory=nghe-an&period=2023', null)).toEqual(read);
  });

  it('is refused where months are missing, which it names, and of a market without exports', async () => {
    const long = await ask('territory=nghe-an&period=2022-12/P3M');
    expect(long.missingMonths).toEqual(['2022-12']);
    const japan = long.markets.find(({ market }) => market === 'JP');
    expect(japan).toMatchObject({
      exportsUsd: null,
      rate: { pct: null, refusal: { code: 'incomplete-months', missing: ['2022-12'] } },
    });
    const nothing = read.markets.find(({ market }) => market === 'MX');
    expect(nothing).toMatchObject({ exportsUsd: '0', rate: { refusal: { code: 'non-positive-base' } } });
    // Chile's CPTPP began after the month that is missing: of other agreements' months nothing is asked.
    expect(long.agreements.find(({ agreement }) => agreement === 'CPTPP')?.rate.refusal?.missing).toEqual([
      '2022-12',
    ]);
  });

  it('says since when all territories declare that no certificate is missing, and else that none may be counted on', async () => {
    const before = await ask('territory=nghe-an&period=2023');
    const body = { register: 'origin-certificates', territory: 'nghe-an', on: '2024-01-31' };
    expect((await house.ask(exportImport.registers.complete, people.officer, { body })).status).toBe(200);
    const since = await ask('territory=nghe-an&period=2023');
    expect([before.registerCompleteOn, since.registerCompleteOn]).toEqual([null, '2024-01-31']);
    const ofAll = await ask('territory=viet-nam&period=2023-01', people.admin);
    expect(ofAll.registerCompleteOn).toBeNull();
  });

  it('of an unknown source is refused, since nothing is known of it', async () => {
    const unknown = await ask('territory=nghe-an&period=2023&source=statistics');
    expect([unknown.source, unknown.missingMonths]).toEqual(['statistics', monthsOf2023]);
  });

  it.each([
    ['territory=nowhere&period=2023', '422 territory.unknown'],
    ['territory=nghe-an&period=x', '422 period.unreadable'],
    ['territory=nghe-an&period=2018-01/P61M', '422 utilisation.period-too-long'],
  ])('asked as %s answers %s', async (query, said) => {
    const { status, body } = await house.ask(exportImport.utilisation.read, null, { query });
    expect(`${status} ${body.code}`).toBe(said);
  });
});

const centsOf = (usd: string | null): bigint => {
  const [whole = '0', cents = ''] = (usd ?? '0').split('.');
  return BigInt(whole) * 100n + BigInt(cents.padEnd(2, '0'));
};
