import { exportImport, type Savings, type TariffPage } from '@doit/contracts';
import { people, TestInstallation, type Answer } from '@doit/testing';
import type { Client } from 'pg';
import { database } from '../database';
import { ExportImportModule } from '../export-import.module';
import { putLines, seededYear, usdOf, type SeededLine } from '../../test/seeded-year';

const rooms = { module: ExportImportModule, database };
const tariff = (
  market: string,
  hs: string,
  agreement: string,
  mfnPct: string,
  preferentialPct: string,
  validFrom = '2022-01-01',
) => ({ market, hs, agreement, mfnPct, preferentialPct, validFrom });
const said = ({ status, body }: Answer): string =>
  status === 200
    ? '200'
    : [status, body.code, ...(body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`)]
        .filter((word) => word !== undefined)
        .join(' ');

describe('tariffs', () => {
  let house: TestInstallation;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', rooms);
  });
  afterAll(() => house.stop());

  const set = (items: object[], who = people.admin) =>
    house.ask(exportImport.tariffs.set, who, { body: { source: 'Biểu thuế 2023', items } });
  const list = async (query: string) =>
    (await house.ask(exportImport.tariffs.list, null, { query })).body as unknown as TariffPage;

  it('are written down and listed, page by page, by market, code, agreement and day', async () => {
    const items = [
      tariff('JP', '0306', 'AJCEP', '3.5', '0'),
      tariff('JP', '0306', 'VJEPA', '3.5', '1.25'),
      tariff('JP', '03', 'RCEP', '4', '3'),
      tariff('CA', '61', 'CPTPP', '18', '0', '2019-02-01'),
      tariff('JP', '0306', 'VJEPA', '3.5', '0', '2024-01-01'),
    ];
    expect((await set(items)).body).toEqual({ count: 5 });
    const walked: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: TariffPage = await list(`limit=2${after && `&after=${encodeURIComponent(after)}`}`);
      walked.push(
        ...page.items.map((each) => `${each.market} ${each.hs} ${each.agreement} ${each.validFrom}`),
      );
      after = page.next;
    }
    expect(walked).toEqual([
      'CA 61 CPTPP 2019-02-01',
      'JP 03 RCEP 2022-01-01',
      'JP 0306 AJCEP 2022-01-01',
      'JP 0306 VJEPA 2022-01-01',
      'JP 0306 VJEPA 2024-01-01',
    ]);
    expect((await list('market=JP&agreement=VJEPA,RCEP&hs=0306')).items).toMatchObject([
      { preferentialPct: '1.25', source: 'Biểu thuế 2023' },
      { preferentialPct: '0' },
    ]);
  });

  it('of the same market, code, agreement and day are replaced', async () => {
    await set([tariff('KR', '09', 'VKFTA', '8', '2')]);
    await set([tariff('KR', '09', 'VKFTA', '8', '0')]);
    expect((await list('market=KR')).items).toMatchObject([{ preferentialPct: '0' }]);
  });

  it('are refused all together, each by its pointer', async () => {
    const items = [
      tariff('DE', '09', 'EVFTA', '8', '2'),
      tariff('JP', '09', 'CPTPP', '8', '2', '2019-01-13'),
      tariff('US', '09', 'CPTPP', '8', '2'),
      tariff('JP', '09', 'TPP', '8', '2'),
      tariff('DE', '09', 'EVFTA', '9', '2'),
    ];
    expect(said(await set(items))).toBe(
      '422 tariff.refused /items/1/agreement tariff.not-of-agreement /items/2/agreement tariff.not-of-agreement' +
        ' /items/3/agreement tariff.agreement-unknown /items/4 tariff.twice-in-batch',
    );
    expect((await list('market=DE')).items).toEqual([]);
    expect(said(await set([tariff('DE', '091', 'EVFTA', '8', '2')]))).toMatch(/^400 request.invalid/);
    expect(said(await set([tariff('DE', '09', 'EVFTA', '-8', '2')]))).toMatch(/^400 request.invalid/);
  });

  it('are the same for all provinces: who approves for one does not write them down', async () => {
    expect(said(await set([tariff('DE', '09', 'EVFTA', '8', '2')], people.officer))).toMatch(
      /^403 territory.not-yours/,
    );
  });

  it.each(['x', 'JP/03/RCEP', 'JP/03/RCEP/2024-02-30', 'JP/03/RCEP/0000-01-01'])(
    'refuse the cursor %j',
    async (after) => {
      const query = `after=${encodeURIComponent(after)}`;
      expect(said(await house.ask(exportImport.tariffs.list, null, { query }))).toBe(
        '400 list.unreadable-cursor',
      );
    },
  );
});

describe('savings', () => {
  let house: TestInstallation;
  let owner: Client;
  let last = 0;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', rooms);
    owner = await house.as('export-import', true);
  });
  afterAll(async () => {
    await owner.end();
    await house.stop();
  });
  beforeEach(async () => {
    await owner.query(`set doit.territories = '*'`);
    for (const table of ['flow_line', 'flow_cell', 'tariff', 'origin_certificate'])
      await owner.query(`delete from ${table}`);
  });

  const line = (partner: string, hs: string, usd: number, month = '2023-05'): SeededLine => ({
    ...{ territory: 'nghe-an', month, partner, hs, enterprise: '2900000001', cents: BigInt(usd * 100) },
  });
  const certify = async (form: string, market: string, hsCodes: string[], usd: number, more: object = {}) => {
    const code = `CO-${++last}`;
    const item = {
      ...{
        code,
        number: code,
        name: 'Hàng',
        territory: 'nghe-an',
        exporter: 'Công ty',
        taxCode: '2900000001',
      },
      ...{ form, market, hsCodes, valueUsd: String(usd), authority: 'ministry', state: 'issued' },
      ...{ issuedOn: '2023-05-20', ...more },
    };
    const answer = await house.ask(exportImport.originCertificates.create, people.admin, { body: item });
    expect(said(answer)).toBe('200');
  };
  const set = async (...items: object[]) => {
    const body = { source: 'Biểu thuế', items };
    expect(said(await house.ask(exportImport.tariffs.set, people.admin, { body }))).toBe('200');
  };
  const read = async (query = 'territory=nghe-an&period=2023-05', who = people.officer): Promise<Savings> => {
    const answer = await house.ask(exportImport.savings.read, who, { query });
    expect(said(answer)).toBe('200');
    return answer.body as unknown as Savings;
  };

  it('are what was exported without certificate, times the duty that the best agreement saves', async () => {
    await putLines(owner, [
      line('JP', '03061711', 1000),
      line('JP', '03061719', 500),
      line('JP', '09011120', 300),
    ]);
    await set(
      tariff('JP', '0306', 'AJCEP', '5', '2'),
      tariff('JP', '0306', 'VJEPA', '5', '1'),
      tariff('JP', '0306', 'CPTPP', '5', '1'),
    );
    await certify('AJ', 'JP', ['030617'], 200);
    await certify('VJ', 'JP', ['03061711', '03061719'], 100);
    const found = await read();
    expect(found).toMatchObject({
      ...{ exportsUsd: '1800', coveredUsd: '1500', notCoveredUsd: '300', undividedUsd: '0' },
      ...{ savingUsd: '48.00', refusal: null, found: 1 },
    });
    // Of two that save the same the first by its name.
    expect(found.items).toEqual([
      {
        ...{ market: 'JP', hs: '0306', agreement: 'CPTPP', mfnPct: '5', preferentialPct: '1' },
        ...{ exportsUsd: '1500', certifiedUsd: '300', uncertifiedUsd: '1200', savingUsd: '48.00' },
      },
    ]);
  });

  it('go by the longest code that the goods begin with, of each agreement by itself', async () => {
    await putLines(owner, [line('JP', '03061711', 1000), line('JP', '0306', 100), line('JP', '03', 10)]);
    await set(
      tariff('JP', '03', 'AJCEP', '5', '0'),
      tariff('JP', '0306', 'AJCEP', '5', '4'),
      tariff('JP', '030617', 'VJEPA', '5', '3'),
    );
    const { items, notCoveredUsd } = await read();
    expect(notCoveredUsd).toBe('0');
    expect(items.map((each) => `${each.hs} ${each.agreement} ${each.exportsUsd} ${each.savingUsd}`)).toEqual([
      '030617 VJEPA 1000 20.00',
      '0306 AJCEP 100 1.00',
      '03 AJCEP 10 0.50',
    ]);
  });

  it('go by the duties of the first day of each month, and by the agreements in force in it', async () => {
    await putLines(owner, [
      ...['2023-01', '2023-02', '2023-03', '2023-04'].map((month) => line('CL', '09011120', 100, month)),
    ]);
    await set(
      tariff('CL', '09', 'VCFTA', '6', '3'),
      tariff('CL', '09', 'VCFTA', '6', '2', '2023-04-01'),
      // In force with Chile since 21 February 2023.
      tariff('CL', '09', 'CPTPP', '6', '1', '2023-02-21'),
    );
    const { items, savingUsd } = await read('territory=nghe-an&period=2023-01/P4M');
    expect(items.map((each) => `${each.agreement} ${each.preferentialPct} ${each.exportsUsd}`)).toEqual([
      'CPTPP 1 200',
      'VCFTA 3 200',
    ]);
    expect(savingUsd).toBe('16.00');
  });

  it('are none where more is certified than exported, or the agreement saves nothing', async () => {
    await putLines(owner, [line('JP', '03061711', 100), line('KR', '09011120', 100)]);
    await set(tariff('JP', '0306', 'AJCEP', '5', '0'), tariff('KR', '09', 'AKFTA', '2', '3'));
    await certify('AJ', 'JP', ['0306'], 250);
    const { items, savingUsd } = await read();
    expect(savingUsd).toBe('0.00');
    expect(items).toMatchObject([
      { market: 'JP', certifiedUsd: '250', uncertifiedUsd: '0', savingUsd: '0.00' },
      { market: 'KR', uncertifiedUsd: '100', savingUsd: '0.00' },
    ]);
  });

  it('do not divide a certificate of goods of several tariffs, and say its value', async () => {
    await putLines(owner, [line('JP', '03061711', 100), line('JP', '09011120', 100)]);
    await set(tariff('JP', '0306', 'AJCEP', '5', '0'), tariff('JP', '09', 'AJCEP', '10', '0'));
    await certify('AJ', 'JP', ['0306', '0901'], 30);
    await certify('AJ', 'JP', ['0306', '6109'], 7);
    await certify('AJ', 'JP', ['6109'], 1000);
    expect(await read()).toMatchObject({ undividedUsd: '37', savingUsd: '15.00' });
  });

  it('count certificates of preference that were issued, of this province and these months, and no others', async () => {
    await putLines(owner, [line('JP', '03061711', 1000)]);
    await set(tariff('JP', '0306', 'AJCEP', '5', '0'));
    await certify('B', 'JP', ['0306'], 100);
    await certify('AJ', 'JP', ['0306'], 100, { state: 'cancelled' });
    await certify('AJ', 'JP', ['0306'], 100, { issuedOn: '2023-06-01' });
    await certify('AJ', 'JP', ['0306'], 100, { territory: 'kien-giang' });
    await certify('AJ', 'TH', ['0306'], 100);
    await certify('RCEP', 'JP', ['0306'], 100, { issuedOn: '2023-05-31' });
    expect((await read()).items).toMatchObject([{ certifiedUsd: '100', uncertifiedUsd: '900' }]);
  });

  it('are no sum where months are missing, and of what is known still say what it comes to', async () => {
    await putLines(owner, [line('JP', '03061711', 1000), line('US', '03061711', 1000)]);
    await set(tariff('JP', '0306', 'AJCEP', '5', '0'));
    expect(await read('territory=nghe-an&period=2023-05/P2M')).toMatchObject({
      ...{ missingMonths: ['2023-06'], savingUsd: null, exportsUsd: '1000' },
      refusal: { code: 'incomplete-months', missing: ['2023-06'] },
      items: [{ savingUsd: '50.00' }],
    });
  });

  it('of 8,000 lines are exact, the largest first, as many as are asked for', async () => {
    const { lines } = seededYear('nghe-an', 11, 8000, 0);
    await putLines(owner, lines);
    const rates = [
      ['JP', '03', 'AJCEP', 5n, 1n],
      ['JP', '0901', 'VJEPA', 8n, 0n],
      ['KR', '85', 'VKFTA', 13n, 2n],
      ['DE', '61', 'EVFTA', 12n, 0n],
    ] as const;
    await set(...rates.map(([market, hs, id, mfn, pref]) => tariff(market, hs, id, `${mfn}`, `${pref}`)));
    const expected = rates.map(([market, hs, , mfn, pref]) => {
      const own = lines.filter((each) => each.partner === market && each.hs.startsWith(hs));
      const cents = own.reduce((all, each) => all + each.cents, 0n);
      return { market, hs, cents, saved: cents * (mfn - pref) };
    });
    const covered = expected.reduce((all, { cents }) => all + cents, 0n);
    // Hundredths of a cent, halves away from zero.
    const saved = expected.reduce((all, each) => all + each.saved, 0n);
    const found = await read('territory=nghe-an&period=2023&limit=2');
    expect(found).toMatchObject({ coveredUsd: usdOf(covered), found: 4 });
    expect(found.savingUsd?.replace('.', '')).toBe(String((saved + 50n) / 100n));
    const largest = expected.sort((a, b) => Number(b.saved - a.saved)).slice(0, 2);
    expect(found.items.map(({ market, hs }) => [market, hs])).toEqual(
      largest.map(({ market, hs }) => [market, hs]),
    );
  });

  it('are for readers of the territory', async () => {
    const ask = (who: typeof people.officer | null, query: string) =>
      house.ask(exportImport.savings.read, who, { query });
    expect(said(await ask(null, 'territory=nghe-an&period=2023'))).toBe('401 token.missing');
    expect(said(await ask(people.officer, 'territory=nghe-an&period=2022-12/P13M'))).toBe(
      '422 utilisation.period-too-long period utilisation.period-too-long',
    );
    expect(said(await ask(people.neighbour, 'territory=nghe-an&period=2023'))).toBe(
      '403 territory.not-yours',
    );
    expect(said(await ask(people.officer, 'territory=viet-nam&period=2023'))).toBe('403 territory.not-yours');
    expect(said(await ask(people.neighbour, 'territory=an-giang-2025&period=2026-01'))).toBe('200');
  });
});
