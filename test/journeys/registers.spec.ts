import type { CheckResult, Entry, RegisterTallies } from '@doit/contracts';
import { leastEntry, TestPlatform } from '@doit/testing';
import { powerPlants, rooftopSystems } from '@doit/contracts';
import { parse } from 'csv-parse/sync';

/** A department fills its registers, and finds its own statements beside them: over HTTP, as a front-end would. */
describe('the registers of a department', () => {
  const platform = new TestPlatform();
  let officer: string;
  let director: string;
  let admin: string;

  beforeAll(async () => {
    await platform.start();
    [officer = '', director = '', admin = ''] = await Promise.all(
      ['nghean.officer', 'nghean.director', 'admin'].map((account) => platform.token(account)),
    );
  }, 120_000);
  afterAll(() => platform.stop(), 30_000);

  const send = async (path: string, body: object, token = officer, version?: number) => {
    const answer = await fetch(`${platform.address}/v1/industry${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'accept-language': 'en',
        ...(version !== undefined && { 'if-match': String(version) }),
      },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const read = async (path: string, token = officer): Promise<string> => {
    const answer = await fetch(platform.address + path, { headers: { authorization: `Bearer ${token}` } });
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.text();
  };
  const checks = async (code: string): Promise<CheckResult[]> => {
    const text = await read('/v1/reporting/checks?territory=nghe-an&period=2023-05');
    return (JSON.parse(text) as { items: CheckResult[] }).items.filter((one) => one.code === code);
  };
  /** Asks until the answer is as wanted, for what is told takes its time. */
  const until = async <T>(ask: () => Promise<T>, isDone: (found: T) => boolean): Promise<T> => {
    for (const end = Date.now() + 60_000; ;) {
      const found = await ask();
      if (isDone(found) || Date.now() > end) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const operating = { state: 'operating', operatingOn: '2021-01-01' };

  const verdictsOf = (found: readonly CheckResult[]): string[] => [
    ...new Set(found.map(({ verdict, missing }) => [verdict, ...missing].join(' '))),
  ];
  /** The director declares a register complete on the day that the statements speak of. */
  const declare = async (register: string): Promise<void> => {
    const body = { territory: 'nghe-an', on: '2023-05-31', note: 'rà soát tháng 6/2023' };
    const refused = await send(`/registers/${register}/complete`, body);
    expect([refused.status, refused.body['type']]).toEqual([403, 'permission.missing']);
    const { status, body: declared } = await send(`/registers/${register}/complete`, body, director);
    expect([status, declared['completeOn']]).toEqual([200, '2023-05-31']);
  };

  it('hold Nghệ An’s 22 plants with 934.9 MW, which its statement agrees with once they are declared complete', async () => {
    const plants = Array.from({ length: 22 }, (_, n) =>
      leastEntry(powerPlants, { ...operating, kind: 'hydro-small', capacityAcMw: n === 0 ? '42.4' : '42.5' }),
    );
    const before = await until(
      () => checks('power-plants.register'),
      (found) => found.length === 2,
    );
    expect([before.length, ...verdictsOf(before)]).toEqual([2, 'cannot-tell register-incomplete']);
    expect((await send('/power-plants/batch', { items: plants })).status).toBe(201);
    const tallies = await until(
      async () =>
        JSON.parse(
          await read('/v1/reporting/registers?territory=nghe-an&register=power-plant'),
        ) as RegisterTallies,
      ({ items }) => items.some(({ indicator, value }) => indicator === 'POWER_PLANTS' && value === '22'),
    );
    expect(tallies.items.map(({ indicator, value, counted }) => [indicator, value, counted])).toEqual(
      expect.arrayContaining([
        ['POWER_PLANTS', '22', 22],
        ['POWER_CAPACITY', '934.9', 22],
      ]),
    );
    const filled = await until(
      () => checks('power-plants.register'),
      (found) => found.every(({ message }) => message.en.includes('22 entries')),
    );
    expect(verdictsOf(filled)).toEqual(['cannot-tell register-incomplete']);
    for (const { message } of filled)
      expect(message.en).toMatch(
        /^The register comes to (22|934\.9 MW) \(22 entries\), the source states (22|934\.9 MW); it was not declared complete, so nothing follows\.$/,
      );
    await declare('power-plants');
    const after = await until(
      () => checks('power-plants.register'),
      (found) => found.every(({ verdict }) => verdict !== 'cannot-tell'),
    );
    expect([after.length, ...verdictsOf(after)]).toEqual([2, 'agrees']);
  });

  it('contradict another number once they are declared complete, and nothing when that is taken back', async () => {
    const plant = leastEntry(powerPlants, { ...operating, kind: 'hydro-small', capacityAcMw: '10' });
    const made = await send('/power-plants', plant);
    expect(made.status).toBe(201);
    const more = await until(
      () => checks('power-plants.register'),
      (found) => found.every(({ verdict }) => verdict === 'contradicts'),
    );
    expect(verdictsOf(more)).toEqual(['contradicts']);
    // Two plants that were not there: the register never held more than 21.
    const { items } = JSON.parse(
      await read('/v1/industry/power-plants?territory=nghe-an&state=operating&limit=2'),
    ) as { items: Entry[] };
    for (const { id, version } of items) {
      const answer = await fetch(`${platform.address}/v1/industry/power-plants/${id}`, {
        method: 'PATCH',
        headers: {
          ...{ authorization: `Bearer ${admin}`, 'content-type': 'application/json' },
          'if-match': String(version),
        },
        body: JSON.stringify({ state: 'planned', reason: 'not built yet' }),
      });
      expect(answer.status).toBe(200);
    }
    const less = await until(
      () => checks('power-plants.register'),
      (found) => found.some(({ message }) => message.en.includes('21 entries')),
    );
    const plants = less.find(({ indicators }) => indicators[0] === 'POWER_PLANTS');
    expect(plants?.message.en).toBe(
      'The register comes to 21 (21 entries); the source states 22: at least 1.0 apart.',
    );
    const reopened = await send(
      '/registers/power-plants/reopen',
      { territory: 'nghe-an', reason: 'two were entered too early' },
      director,
    );
    expect(reopened.status).toBe(200);
    const after = await until(
      () => checks('power-plants.register'),
      (found) => found.every(({ verdict }) => verdict === 'cannot-tell'),
    );
    expect(verdictsOf(after)).toEqual(['cannot-tell register-incomplete']);
  });

  it('hold rooftop systems, singly and in batches, and are downloaded whole', async () => {
    const entries = Array.from({ length: 780 }, () =>
      leastEntry(rooftopSystems, { ...operating, capacityAcKw: '93' }),
    );
    const batch = leastEntry(rooftopSystems, { ...operating, systems: 10, capacityAcKw: '1000' });
    expect((await send('/rooftop-solar/batch', { items: entries.slice(0, 500) })).status).toBe(201);
    expect((await send('/rooftop-solar/batch', { items: [...entries.slice(500), batch] })).status).toBe(201);
    const rows: Record<string, string>[] = parse(
      await read('/v1/industry/rooftop-solar.csv?territory=nghe-an'),
      { columns: true, record_delimiter: '\r\n' },
    );
    expect(rows).toHaveLength(781);
    expect(rows.reduce((sum, { systems }) => sum + Number(systems), 0)).toBe(790);
    // 780 × 93 kW + 1,000 kW = 73.54 MW, as the department states.
    expect(rows.reduce((sum, { capacityAcKw }) => sum + Number(capacityAcKw), 0)).toBe(73_540);
    const filled = await until(
      () => checks('rooftop-solar.register'),
      (results) => results.every(({ message }) => message.en.includes('781 entries')),
    );
    expect([filled.length, ...verdictsOf(filled)]).toEqual([2, 'cannot-tell register-incomplete']);
    await declare('rooftop-solar');
    const found = await until(
      () => checks('rooftop-solar.register'),
      (results) => results.every(({ verdict }) => verdict !== 'cannot-tell'),
    );
    expect([found.length, ...verdictsOf(found)]).toEqual([2, 'agrees']);
    const anonymous = await fetch(`${platform.address}/v1/industry/rooftop-solar.csv`);
    expect(anonymous.status).toBe(401);
  });

  it('take a cluster through its life, and say which rule refuses, its source and since when', async () => {
    const made = await send('/clusters', {
      ...{ code: 'CCN-J', name: 'Cụm công nghiệp Nghĩa Mỹ', territory: 'nghe-an', areaPlannedHa: '8' },
      oldDistrict: 'Nghĩa Đàn',
    });
    expect(made.status).toBe(201);
    const { id } = made.body as unknown as Entry;
    const step = (version: number, { step: verb, ...body }: { step: string; [field: string]: unknown }) =>
      send(`/clusters/${id}/${verb}`, body, officer, version);
    const day = { on: '2024-06-01' };
    expect((await step(1, { step: 'propose', ...day })).status).toBe(200);
    const forbidden = await step(2, { step: 'operate', ...day });
    expect([forbidden.status, forbidden.body['title']]).toEqual([
      409,
      'In “proposed” there is no “operate”; the steps allowed are: select-investor, establish, withdraw.',
    ]);
    const refused = await step(2, { step: 'establish', ...day });
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.body)).toContain(
      'below the minimum of 10 ha (Decree 32/2024/NĐ-CP, in force since 2024-05-01)',
    );
    const asked = await send('/rule-overrides', {
      ...{ register: 'cluster', entry: id, step: 'establish', rule: 'cluster.below-min-area' },
      reason: 'a craft village, decided by the People’s Committee',
    });
    const approved = await send(`/rule-overrides/${String(asked.body['id'])}/approve`, {}, director);
    expect([asked.status, approved.status]).toEqual([201, 200]);
    const passed = await step(2, { step: 'establish', ...day, document: '12/QĐ-UBND' });
    expect(passed.body).toMatchObject({
      entry: { state: 'established', establishedOn: '2024-06-01', decisionNumber: '12/QĐ-UBND', version: 3 },
      warnings: [{ code: 'cluster.below-min-area', overriddenBy: 'nghean.director' }],
    });
  });
});
