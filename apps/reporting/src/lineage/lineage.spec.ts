import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { reporting, trade, type Lineage, type Observation, type RecordedIds } from '@doit/contracts';
import { people, TestInstallation, type Claims } from '@doit/testing';
import { database as tradeDatabase } from '../../../trade/src/database';
import { TradeModule } from '../../../trade/src/trade.module';
import { database } from '../database';
import { ReportingModule } from '../reporting.module';

type Row = { [F in keyof Observation]: Observation[F] };

const retail: Row = {
  indicator: 'RETAIL_GOODS',
  territory: 'nghe-an',
  period: '2023-01/P5M',
  measure: 'actual',
  status: 'preliminary',
  value: '36539',
  unit: 'VND_BN',
  source: 'gso',
  asOf: '2023-06-05',
  document: '<i>"5 tháng" & phụ lục</i>.xlsx',
  row: 17,
  stated: {
    yoyPct: { value: '9.63', decimals: 2 },
    planPct: { value: '42.98', decimals: 2 },
    rank: { value: '9', decimals: 0 },
  },
};
const estimate: Row = {
  ...retail,
  status: 'estimate',
  value: '36500',
  source: 'doit-nghe-an',
  asOf: '2023-05-25',
  stated: {},
};
const later: Row = {
  ...estimate,
  status: 'preliminary',
  value: '36540.5',
  asOf: '2023-06-20',
  document: null,
  row: null,
};
const elsewhere: Row[] = [
  { ...retail, period: '2023-S1' },
  { ...retail, territory: 'ha-tinh' },
  { ...retail, state: 'draft', value: '1', asOf: '2023-07-01' },
];

/** Trade records a cell three times; reporting is asked what stands behind each figure. */
describe('the lineage of a figure', () => {
  let house: TestInstallation;
  let ids: string[];
  let planId: string;

  const record = async (operation: typeof trade.observations.record, items: Row[]) => {
    const { body } = await house.ask(operation, people.admin, { body: { items } });
    return (body as unknown as RecordedIds).items.map(({ id }) => id);
  };
  const ask = (id: string | undefined, who: Claims | null = null) =>
    house.ask(reporting.lineage.read, who, { query: `observationId=${id ?? ''}` });
  const read = async (id: string | undefined, who: Claims | null = null) => {
    const { status, body } = await ask(id, who);
    expect(status).toBe(200);
    return body as unknown as Lineage;
  };
  const page = async (id: string | undefined, language?: 'vi' | 'en') => {
    const query = `observationId=${id ?? ''}${language ? `&lang=${language}` : ''}`;
    const { status, data } = await house.asker.ask(reporting.lineage.page, { query, patience: 60_000 });
    return { status, html: Buffer.from(data).toString() };
  };

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database: tradeDatabase });
    await house.start('reporting', { module: ReportingModule, database });
    [planId = ''] = await record(reporting.observations.record, [
      {
        ...retail,
        measure: 'plan',
        period: '2023',
        value: '85014',
        status: 'official',
        source: 'council',
        stated: {},
      },
    ]);
    ids = await record(trade.observations.record, [estimate, retail, later, ...elsewhere]);
    const end = Date.now() + 60_000;
    for (const id of [planId, ...ids.slice(0, 5)])
      while ((await ask(id)).status !== 200 && Date.now() < end) await sleep(20);
  });
  afterAll(() => house.stop());

  it('shows it as it was told, which other statements of its cell there are, and which is used', async () => {
    const [first, second, third] = ids;
    const { observation, name, record: used, vintages, vintageCount } = await read(second);
    expect(observation).toMatchObject({ ...retail, id: second, decimals: 0, state: 'approved' });
    expect(name.en).toBeDefined();
    expect(used).toMatchObject({ isThis: true, observationId: second, because: null });
    expect([vintageCount, ...vintages.map(({ observationId }) => observationId)]).toEqual([2, third, first]);
    expect(vintages[1]).toEqual({
      observationId: first,
      value: '36500',
      decimals: 0,
      unit: 'VND_BN',
      status: 'estimate',
      comparator: 'eq',
      source: 'doit-nghe-an',
      asOf: '2023-05-25',
      document: retail.document,
      row: 17,
      recordedAt: observation.recordedAt,
    });
    expect((await read(first)).record).toMatchObject({
      isThis: false,
      observationId: second,
      because: 'status',
    });
    expect((await read(third)).record).toMatchObject({
      isThis: false,
      observationId: second,
      because: 'source',
    });
  });

  it('says what follows from the printed comparisons', async () => {
    const { stated } = await read(ids[1]);
    expect(stated.map(({ field, implied }) => [field, implied?.cell.interval])).toEqual([
      ['yoyPct', { low: '33327.4', high: '33331.4' }],
      ['planPct', { low: '85002.9', high: '85025.1' }],
      ['rank', undefined],
    ]);
  });

  it('shows the checks it went into, and those of no other figure', async () => {
    const { checks } = await read(ids[1]);
    const ofPlan = checks.find(({ code }) => code === 'plan.percent');
    expect(ofPlan?.verdict).toBe('agrees');
    expect(ofPlan?.lineage.map(({ observationId }) => observationId)).toContain(planId);
    expect((await read(ids[2])).checks).toEqual([]);
    expect(await read(planId)).toMatchObject({ vintages: [], record: { isThis: true } });
  });

  it('says who recorded it only to whom the department’s unpublished figures are open', async () => {
    const { officer, neighbour, reader } = people;
    const seen = async (who: Claims | null) => (await read(ids[1], who)).observation.recordedBy;
    expect(await Promise.all([null, neighbour, reader, officer].map(seen))).toEqual([
      null,
      null,
      null,
      'admin',
    ]);
  });

  it('is there for approved figures only', async () => {
    for (const id of [randomUUID(), ids[5]]) {
      expect((await ask(id, people.admin)).body).toMatchObject({
        code: 'observation.not-found',
        status: 404,
      });
      expect((await page(id)).status).toBe(404);
    }
  });

  const textOf = (html: string): string =>
    html
      .replace(/<style>.*?<\/style>/s, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/&#(\d+);/g, (_sign, code: string) => String.fromCharCode(Number(code)))
      .replace(/\s+/g, ' ');

  it('is a page in both languages, that leads to the page of each other figure', async () => {
    const vietnamese = (await page(ids[1])).html;
    expect(vietnamese).toContain('<html lang="vi">');
    expect(vietnamese).toContain(`href="${ids[2] ?? ''}.html?lang=vi"`);
    expect(vietnamese).toContain(`href="${planId}.html?lang=vi"`);
    for (const words of [
      'Tỉnh Nghệ An – 5 tháng đầu năm 2023',
      '36.539 tỷ đồng',
      '<i>"5 tháng" & phụ lục</i>.xlsx, dòng 17',
      '36.540,5 tỷ đồng',
      'nhập trực tiếp, không kèm tài liệu',
      'kế hoạch: 85.002,9 – 85.025,1 *',
      'không suy ra số nào khác',
      'Khớp : 36.539 tỷ đồng so với kế hoạch đã ghi nhận 85.014 tỷ đồng',
    ])
      expect(textOf(vietnamese)).toContain(words);
    const english = (await page(ids[2], 'en')).html;
    expect(english).toContain('<html lang="en">');
    expect(textOf(english)).toContain('Nghe An Province – First 5 months of 2023');
    expect(textOf(english)).toContain(
      'The figure of record is 36,539 VND billion (National statistics office):',
    );
    expect(textOf(english)).toContain('The source prints no comparison beside it.');
  });

  it('is a page that escapes what people wrote, leaves no cell empty, and needs nothing from elsewhere', async () => {
    for (const id of [...ids.slice(0, 3), planId]) {
      const { html } = await page(id);
      const cells = [...html.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell]) =>
        textOf(cell ?? '').trim(),
      );
      expect(cells.length).toBeGreaterThan(10);
      expect(cells.filter((cell) => cell === '')).toEqual([]);
      expect(html).not.toMatch(/<i>|<script|<link|<img|https?:|url\(|\bNaN\b|undefined|\[object/);
      for (const table of html.match(/<table.*?<\/table>/gs) ?? []) expect(table).toContain('<caption>');
    }
  });
});
