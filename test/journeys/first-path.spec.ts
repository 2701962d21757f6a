import type {
  CheckResult,
  Cluster,
  ComparisonItem,
  Comparisons,
  Report,
  ServiceHealth,
} from '@doit/contracts';
import { TestPlatform } from '@doit/testing';

/** From nothing to a province's report: what `npm start` gives a new user, asked over HTTP as a front-end would. */
describe('five provinces’ published figures', () => {
  const platform = new TestPlatform();
  beforeAll(() => platform.start(), 120_000);
  afterAll(() => platform.stop(), 30_000);

  const read = async <T>(path: string, headers: Record<string, string> = {}): Promise<T> => {
    const answer = await fetch(platform.address + path, { headers });
    expect([path, answer.status]).toEqual([path, 200]);
    return (await answer.json()) as T;
  };
  const page = async (path: string): Promise<string> => (await fetch(platform.address + path)).text();
  const report = (path: string) => read<Report>(`/v1/reporting/reports/${path}`);
  const itemOf = (items: ComparisonItem[], indicator: string, dimensions: object = {}) => {
    const found = items.find(
      (one) => one.indicator === indicator && JSON.stringify(one.dimensions) === JSON.stringify(dimensions),
    );
    if (!found) throw new Error(`${indicator} is not among ${items.map((one) => one.indicator).join(', ')}`);
    return found;
  };
  const sectionOf = ({ sections }: Report, key: string) => sections.find((section) => section.key === key);
  const checksOf = (found: Report): CheckResult[] => sectionOf(found, 'checks')?.checks ?? [];

  it('is ready, every part in words', async () => {
    const health = await read<{ status: string; services: Record<string, unknown> }>('/health/ready');
    const word = { status: 'ok', database: 'ok', nats: 'ok', relay: 'ok', events: 'ok' };
    expect(health).toEqual({
      status: 'ok',
      services: { industry: word, trade: word, 'export-import': word, reporting: word },
    });
  });

  it('keeps each service within 130 MB and the gateway within 150', async () => {
    const authorization = `Bearer ${await platform.token('admin')}`;
    const { services } = await read<{ services: Record<string, ServiceHealth> }>('/health/ready', {
      authorization,
    });
    const tooLarge = Object.values(services).filter(({ memoryMb }) => memoryMb > 130);
    expect(tooLarge.map(({ service, memoryMb }) => [service, memoryMb])).toEqual([]);
    const port = platform.processes()['gateway']?.port ?? 0;
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const bytes = Number(/doit_resident_memory_bytes\{service="gateway"\} (\d+)/.exec(metrics)?.[1]);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(150 * 1_048_576);
  });

  it('implies Nghệ An’s plans from what is printed, as intervals, down to file and row', async () => {
    const { items } = await read<Comparisons>(
      '/v1/reporting/comparisons?territory=nghe-an&period=2023-01/P5M',
    );
    const expected = [
      ['RETAIL_GOODS', '36539', { low: '85002.9', high: '85025.1' }, '42.98', '1.31'],
      ['EXPORT', '892.3', { low: '2495.80', high: '2503.09' }, '35.7', '-5.97'],
      ['IMPORT', '589', { low: '1498.4', high: '1501.4' }, '39.27', '-2.40'],
    ] as const;
    for (const [indicator, value, interval, planPct, gapPp] of expected) {
      const item = itemOf(items, indicator);
      expect(item.actual?.value).toBe(value);
      expect(item.plan).toMatchObject({ basis: 'implied', interval });
      expect(item.planPct).toMatchObject({ basis: 'stated', value: planPct });
      expect(item.expectedPct).toMatchObject({ label: 'linear', value: '41.67' });
      expect(item.gapPp.value).toBe(gapPp);
      for (const { lineage } of [
        item.plan,
        item.planPct,
        item.gapPp,
        item.yoyPct,
        item.actual ?? item.plan,
      ]) {
        expect(lineage.length).toBeGreaterThan(0);
        for (const input of lineage)
          expect(input).toMatchObject({ document: '004_591927a0904c8743.txt', row: 17 });
      }
    }
  });

  it('tells why Kiên Giang’s 3.11 points agree with one target and contradict the other', async () => {
    const found = await report('kien-giang/2023');
    const ipv = itemOf(sectionOf(found, 'industry')?.items ?? [], 'IPV');
    expect(ipv.actual?.value).toBe('49496.26');
    expect(ipv.plan).toMatchObject({ value: '48180.83', basis: 'implied' });
    expect(ipv.plan.lineage.map(({ field, value }) => [field, value])).toEqual([
      ['value', '49496.26'],
      ['excess', '1315.43'],
    ]);
    expect(ipv.overPlanPct.value).toBe('2.73');
    const verdicts = Object.fromEntries(checksOf(found).map((check) => [check.code, check]));
    expect(verdicts['growth-target.objective']?.verdict).toBe('agrees');
    expect(verdicts['growth-target.value-plan']?.verdict).toBe('contradicts');
    expect(verdicts['growth-target.value-plan']?.message.en).toContain('2.95');
    for (const [lang, words] of [
      ['vi', ['49.496,26', '48.180,83', '2,73%', '1.315,43', '3,11 điểm phần trăm', '2,95']],
      ['en', ['49,496.26', '48,180.83', '2.73%', '1,315.43', '3.11 percentage points', '2.95']],
    ] as const) {
      const html = await page(`/v1/reporting/reports/kien-giang/2023.html?lang=${lang}`);
      expect(html).toContain(`<html lang="${lang}">`);
      for (const word of words) expect(html).toContain(word);
    }
  });

  it('shows Thái Bình’s clusters as statements that cannot both be, and accuses no empty register', async () => {
    const found = await report('thai-binh/2021');
    const items = sectionOf(found, 'clusters')?.items ?? [];
    const stated = (indicator: string, stage: string) => itemOf(items, indicator, { stage }).actual;
    expect(stated('CLUSTERS', 'established')).toMatchObject({ value: '45', periodBasis: 'inferred' });
    expect(stated('CLUSTER_AREA', 'established')?.value).toBe('2380.7');
    expect(stated('CLUSTERS', 'detailed-plan')?.value).toBe('41');
    expect(stated('CLUSTER_AREA', 'detailed-plan')?.value).toBe('1723.7');
    const [cap] = checksOf(found).filter(({ verdict }) => verdict === 'contradicts');
    expect(cap?.code).toBe('clusters.remaining-area');
    expect(cap?.message.en).toMatch(/4 clusters.*164 ha.*75 ha/);
    const register = checksOf(found).find(({ code }) => code === 'clusters.register');
    expect(register).toMatchObject({ verdict: 'cannot-tell', missing: ['register-incomplete'] });
  });

  it('shows a new cluster in the report within a second, and needs not ask industry for it', async () => {
    const authorization = `Bearer ${await platform.token('nghean.officer')}`;
    const answer = await fetch(`${platform.address}/v1/industry/clusters`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ code: 'CCN-NA-07', name: 'Cụm công nghiệp Nghĩa Mỹ', territory: 'nghe-an' }),
    });
    expect(answer.status).toBe(201);
    const since = Date.now();
    const { id } = (await answer.json()) as Cluster;
    const shown = async () => {
      const { clusters } = sectionOf(await report('nghe-an/2023-01--P5M'), 'clusters') ?? {};
      return clusters?.items.some((one) => one.id === id) ?? false;
    };
    while (!(await shown()) && Date.now() - since < 5000);
    expect(Date.now() - since).toBeLessThan(1000);
    const industry = platform.processes()['industry']?.pid ?? 0;
    process.kill(industry, 'SIGSTOP');
    expect(await shown()).toBe(true);
    process.kill(industry, 'SIGCONT');
  });

  it('publishes an officer’s figure when the director has approved it', async () => {
    const post = async (path: string, account: string, body: object) => {
      const headers = {
        authorization: `Bearer ${await platform.token(account)}`,
        'content-type': 'application/json',
      };
      const answer = await fetch(platform.address + path, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      return [answer.status, await answer.json()] as [number, { items: { id: string }[]; type?: string }];
    };
    const figure = {
      ...{ indicator: 'RETAIL_GOODS', territory: 'nghe-an', period: '2023-06', measure: 'actual' },
      ...{ status: 'estimate', value: '7405', unit: 'VND_BN', source: 'doit-nghe-an', asOf: '2023-06-20' },
    };
    const path = '/v1/trade/observations';
    const published = async () =>
      (await read<{ items: { id: string }[] }>(`${path}?period=2023-06`)).items.map(({ id }) => id);
    const [status, { items }] = await post(path, 'nghean.officer', { items: [figure] });
    const ids = items.map(({ id }) => id);
    expect([status, ids.length]).toEqual([201, 1]);
    expect((await post(`${path}/submit`, 'nghean.officer', { ids }))[0]).toBe(200);
    expect((await post(`${path}/approve`, 'nghean.officer', { ids }))[1].type).toBe('permission.missing');
    expect((await post(`${path}/approve`, 'kiengiang.director', { ids }))[1].type).toBe(
      'territory.not-yours',
    );
    expect(await published()).toEqual([]);
    expect((await post(`${path}/approve`, 'nghean.director', { ids }))[0]).toBe(200);
    expect(await published()).toEqual(ids);
  });

  it('loads the sample figures once, whoever starts it again', async () => {
    const count = async () =>
      (await read<{ items: unknown[] }>('/v1/industry/observations?limit=500')).items.length;
    const before = await count();
    await platform.end();
    await platform.start();
    expect(await count()).toBe(before);
    expect(before).toBeGreaterThan(10);
  }, 120_000);
});
