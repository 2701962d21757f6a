import { setTimeout as sleep } from 'node:timers/promises';
import { industry, powerPlants, type Change, type ChangePage, type Observation } from '@doit/contracts';
import { leastEntry, people, TestInstallation, type Answer } from '@doit/testing';
import { parse } from 'csv-parse/sync';
import { verifyAll } from '../../../deploy/local/audit-verify';
import { database } from '../../../apps/industry/src/database';
import { IndustryModule } from '../../../apps/industry/src/industry.module';

/** Who did what, when, and what stood there before: asked over the real bus of a service that has registers and figures. */
describe('the audit of a service', () => {
  let house: TestInstallation;
  let cluster: { id: string };
  let figures: { id: string }[];

  const { officer, neighbour, admin, reader } = people;
  const figure = (territory: string, value: string, more: Partial<Observation> = {}) => ({
    ...{ indicator: 'IPV', territory, period: '2023-05', measure: 'actual', status: 'estimate', value },
    ...{ unit: 'VND_BN', source: `doit-${territory}`, asOf: '2023-05-20', ...more },
  });
  const record = async (who: typeof officer, ...items: object[]): Promise<{ id: string }[]> => {
    const { status, body } = await house.ask(industry.observations.record, who, { body: { items } });
    expect({ status, body }).toMatchObject({ status: 200 });
    return body['items'] as { id: string }[];
  };
  const ask = (query = '', who = officer): Promise<Answer> => house.ask(industry.audit.list, who, { query });
  const changes = async (query = '', who = officer): Promise<Change[]> =>
    ((await ask(query, who)).body as unknown as ChangePage).items;
  const csv = async (query: string): Promise<Record<string, string>[]> => {
    const token = await house.issuer.token(officer);
    const { status, data } = await house.asker.ask(industry.audit.export, { query, token, patience: 60_000 });
    expect(status).toBe(200);
    return parse(Buffer.from(data), { columns: true, record_delimiter: '\r\n' });
  };
  const value = (one: unknown): unknown => (one as { value: string } | null)?.value;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('industry', { module: IndustryModule, database });
    const body = { code: 'CCN-1', name: 'Cụm "Nghĩa Mỹ"', territory: 'nghe-an' };
    const created = await house.ask(industry.clusters.create, officer, { body });
    cluster = created.body as unknown as { id: string };
    await house.ask(industry.clusters.change, admin, {
      query: `id=${cluster.id}`,
      ifMatch: '1',
      body: { leasedHa: '3.50' },
    });
    await house.ask(industry.clusters.create, neighbour, { body: { ...body, territory: 'kien-giang' } });
    figures = await record(
      officer,
      figure('nghe-an', '104.1'),
      figure('nghe-an', '103.0', { period: '2023-04' }),
    );
    await record(officer, figure('nghe-an', '104.5', { asOf: '2023-06-20', status: 'preliminary' }));
    await record(officer, figure('nghe-an', '104.2'));
    await record(neighbour, figure('kien-giang', '99.9'));
    while ((await changes('', admin)).length < 8) await sleep(20);
  });
  afterAll(() => house.stop());

  it('tells who, when, what, before and after of a cluster', async () => {
    const found = await changes(`record=cluster:${cluster.id}`);
    expect(found).toMatchObject([
      {
        actor: 'admin',
        what: 'industry.cluster.changed.v1',
        territory: 'nghe-an',
        before: { leasedHa: null, version: 1 },
        after: { leasedHa: '3.50', version: 2 },
      },
      { actor: 'nghean.officer', what: 'industry.cluster.created.v1', before: null, after: { version: 1 } },
    ]);
    for (const { occurredAt, hash } of found) {
      expect(Date.parse(occurredAt)).toBeGreaterThan(Date.now() - 60_000);
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it('tells of an observation all that its source said of the cell, and what each statement replaced', async () => {
    const found = await changes(`record=observation:${figures[0]?.id ?? ''}`);
    expect(found.map(({ before, after }) => [value(before), value(after)])).toEqual([
      ['104.1', '104.2'], // the same vintage, corrected
      ['104.1', '104.5'],
      [undefined, '104.1'],
    ]);
    expect(await changes(`record=observation:${cluster.id}`)).toEqual([]);
  });

  it('shows a territory to those who hold the right there, and everything to who holds it everywhere', async () => {
    expect(new Set((await changes()).map(({ territory }) => territory))).toEqual(new Set(['nghe-an']));
    expect(new Set((await changes('', neighbour)).map(({ territory }) => territory))).toEqual(
      new Set(['kien-giang']),
    );
    expect(await changes('territory=kien-giang', admin)).toHaveLength(2);
    expect(await ask('territory=kien-giang')).toMatchObject({
      status: 403,
      body: { code: 'territory.not-yours' },
    });
    expect(await ask('', reader)).toMatchObject({ status: 403, body: { code: 'permission.missing' } });
    expect((await house.ask(industry.audit.list, null)).status).toBe(401);
  });

  it('is narrowed by account, type and time', async () => {
    expect(await changes('actor=nghean.officer&what=industry.cluster.created.v1')).toHaveLength(1);
    const [newest] = await changes();
    expect(await changes(`from=${newest?.occurredAt ?? ''}`)).toHaveLength(1);
    expect(await changes(`to=${newest?.occurredAt ?? ''}`)).toHaveLength(5);
  });

  it('comes in pages that may end within an event, each change once', async () => {
    const all = await changes();
    expect(all).toHaveLength(6);
    const seen: Change[] = [];
    for (let after = ''; ;) {
      const { items, next } = (await ask(`limit=1${after && `&after=${after}`}`))
        .body as unknown as ChangePage;
      seen.push(...items);
      if (next === null) break;
      after = next;
    }
    expect(seen).toEqual(all);
    expect(await ask('after=x')).toMatchObject({ status: 400, body: { code: 'list.unreadable-cursor' } });
  });

  it('is exported as CSV that says the same, and goes on behind its last row', async () => {
    const all = await changes();
    const rows = await csv('limit=4');
    rows.push(...(await csv(`limit=4&after=${rows.at(-1)?.['cursor'] ?? ''}`)));
    expect(
      rows.map(({ cursor: _cursor, before, after, ...row }) => ({
        ...row,
        before: JSON.parse(before || 'null') as unknown,
        after: JSON.parse(after ?? '') as unknown,
      })),
    ).toEqual(all.map((change) => Object.assign(change, { position: String(change.position) })));
    expect(await csv(`after=${rows.at(-1)?.['cursor'] ?? ''}`)).toEqual([]);
  });

  it('tells of every step of an observation, and of the step before it', async () => {
    const { id = '' } = figures[1] ?? {};
    const step = (name: 'submit' | 'return', who: typeof officer) =>
      house.ask(industry.observations[name], who, { body: { ids: [id], reason: 'a reason' } });
    expect((await step('submit', officer)).status).toBe(200);
    expect((await step('return', officer)).status).toBe(200);
    while ((await changes(`record=observation:${id}`)).length < 3) await sleep(20);
    const [returned, submitted, recorded] = await changes(`record=observation:${id}`);
    expect(returned).toMatchObject({
      what: 'industry.observations.returned.v1',
      record: `observation:${id}`,
      before: { id, state: 'submitted', reason: 'a reason' },
      after: { id, state: 'returned', reason: 'a reason', seal: null },
    });
    expect(submitted).toMatchObject({
      before: { id, state: 'draft', at: null },
      after: { state: 'submitted' },
    });
    expect(recorded).toMatchObject({ before: null, after: { id, value: '103.0' } });
  });

  it('tells of an entry of any register, of its own territory', async () => {
    const made = await house.ask(industry.powerPlants.create, officer, {
      body: leastEntry(powerPlants, { code: 'NM-1' }),
    });
    const query = `id=${String(made.body['id'])}`;
    const body = { step: 'approve-policy', on: '2024-01-01' };
    const stepped = await house.ask(industry.powerPlants.step, officer, { query, ifMatch: '1', body });
    expect(stepped.status).toBe(200);
    const ask = () => changes('territory=nghe-an&what=industry.power-plant.changed.v1');
    while ((await ask()).length < 1) await sleep(20);
    expect(await ask()).toMatchObject([
      {
        territory: 'nghe-an',
        before: { code: 'NM-1', state: 'planned' },
        after: { code: 'NM-1', state: 'policy-approved' },
      },
    ]);
  });

  it('holds, until somebody alters what was told', async () => {
    const said: string[] = [];
    const verify = (): Promise<number> => verifyAll(house.audit, ['industry'], (line) => said.push(line));
    while ((await verify()) > 0 || !said.some((line) => line.includes('sealed up to'))) await sleep(100);
    const owner = await house.as('industry', true);
    await owner.query(`update event set actor = 'nobody' where position = 2`);
    await owner.end();
    said.length = 0;
    expect(await verify()).toBe(1);
    expect(said[1]).toContain('altered at 2: ');
  });
});
