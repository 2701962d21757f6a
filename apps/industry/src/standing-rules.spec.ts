import {
  clusters,
  industry,
  schemes,
  type Cluster,
  type Entry,
  type EntryHistory,
  type SchemeFields,
} from '@doit/contracts';
import { leastEntry, people, TestInstallation, type Answer, type Claims } from '@doit/testing';
import { database as options } from './database';
import { IndustryModule } from './industry.module';

const director: Claims = {
  subject: 'nghean.director',
  permissions: ['industry:read', 'industry:approve'],
  territories: ['nghe-an'],
};
const { officer, neighbour, reader } = people;
const { ask, approve, refuse, withdraw, list } = industry.ruleOverrides;
type Scheme = Entry<SchemeFields>;

/** Rules that an entry must keep whatever is done to it, over a real broker and database. */
describe('a rule that an entry must keep as it stands', () => {
  let house: TestInstallation;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('industry', { module: IndustryModule, database: options });
  });
  afterAll(() => house.stop());

  const approved = { kind: 'machinery', budget: 'local', state: 'approved', stateOn: '2024-01-01' };
  const lawful = { supportMn: '200', counterpartMn: '300' };
  const bodyOf = (more: object) => leastEntry(schemes, { ...approved, ...lawful, ...more });
  const create = (more: object = {}) =>
    house.ask(industry.promotionSchemes.create, officer, { body: bodyOf(more) });
  const scheme = async (more: object = {}) => (await create(more)).body as unknown as Scheme;
  const change = ({ id, version }: Scheme, body: object) =>
    house.ask(industry.promotionSchemes.change, officer, { query: `id=${id}`, ifMatch: `${version}`, body });
  const step = ({ id, version }: Scheme, body: object) =>
    house.ask(industry.promotionSchemes.step, officer, { query: `id=${id}`, ifMatch: `${version}`, body });
  const asking = ({ id: entry }: Scheme, more: object = {}) => ({
    ...{ register: 'scheme', entry, step: 'change', rule: 'scheme.over-cap', reason: 'Bộ đã cho phép' },
    ...more,
  });
  const askFor = (one: Scheme, more: object = {}) => house.ask(ask, officer, { body: asking(one, more) });
  const on = (operation: typeof approve | typeof refuse, { body }: Answer, who: Claims, reason?: string) =>
    house.ask(operation, who, { query: `id=${String(body['id'])}`, ...(reason && { body: { reason } }) });
  const faults = ({ status, body }: Answer) => [
    status,
    body.code,
    ...(body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`),
  ];
  const overCap = [422, 'rule.refused', '/supportMn scheme.over-cap'];

  it('refuses what is entered, with the field, and a batch with the entry’s place', async () => {
    expect(faults(await create({ supportMn: '301', counterpartMn: '400' }))).toEqual(overCap);
    const items = [bodyOf({}), bodyOf({ supportMn: '301', counterpartMn: '400' })];
    const many = await house.ask(industry.promotionSchemes.createMany, officer, { body: { items } });
    expect(faults(many)).toEqual([422, 'rule.refused', '/items/1/supportMn scheme.over-cap']);
    // By the rules of the day since which it stands so: none capped it then.
    expect((await create({ supportMn: '900', stateOn: '2018-05-11' })).status).toBe(200);
    expect((await create({ supportMn: '900', state: 'registered' })).status).toBe(200);
  });

  it('refuses a change of fields, and what a step makes known', async () => {
    const one = await scheme();
    expect(faults(await change(one, { supportMn: '301', counterpartMn: '400' }))).toEqual(overCap);
    expect(faults(await change(one, { budget: 'national' }))).toEqual([
      ...[422, 'rule.refused', '/nationallyAppraisedOn scheme.needs-national-appraisal'],
    ]);
    const known = { supportMn: '301', counterpartMn: '400' };
    expect(faults(await step(one, { step: 'contract', on: '2024-06-01', known }))).toEqual(overCap);
    const read = await house.ask(industry.promotionSchemes.get, officer, { query: `id=${one.id}` });
    expect(read.body).toEqual(one);
    expect((await change(one, { supportMn: '300', counterpartMn: '400' })).status).toBe(200);
  });

  it('lets a change through once where an exception was approved, and asks again about more', async () => {
    const one = await scheme();
    await on(approve, await askFor(one), director);
    // Another change on the way does not use it up.
    const renamed = (await change(one, { name: 'Máy ép gạch' })).body as unknown as Scheme;
    const through = await change(renamed, { supportMn: '350', counterpartMn: '400' });
    expect(through.status).toBe(200);
    const more = through.body as unknown as Scheme;
    const history = await house.ask(industry.promotionSchemes.history, reader, { query: `id=${one.id}` });
    expect((history.body as unknown as EntryHistory).items.at(-1)).toMatchObject({
      payload: { warnings: [{ code: 'scheme.over-cap', overriddenBy: 'nghean.director' }] },
    });
    // What it broke already is not asked about again; breaking it further is.
    const named = await change(more, { name: 'Máy ép gạch hai trục' });
    expect(named.status).toBe(200);
    const again = await change(named.body as unknown as Scheme, { supportMn: '360' });
    expect(faults(again)).toEqual(overCap);
    const contracted = await step(named.body as unknown as Scheme, { step: 'contract', on: '2024-06-01' });
    expect(contracted.body).toMatchObject({ warnings: [] });
  });

  it('lets what is broken be broken less, and asks by today’s law of what stands since before it', async () => {
    const old = await scheme({ supportMn: '900', counterpartMn: '1000', stateOn: '2018-05-11' });
    const less = await change(old, { supportMn: '800' });
    expect(less.status).toBe(200);
    const one = less.body as unknown as Scheme;
    expect(faults(await change(one, { supportMn: '801' }))).toEqual(overCap);
    const body = leastEntry(clusters, { state: 'operating', stateOn: '2015-01-01' });
    const made = await house.ask(industry.clusters.create, officer, { body });
    const discharging = await house.ask(industry.clusters.change, officer, {
      ...{ query: `id=${String(made.body['id'])}`, ifMatch: '1', body: { tenantsDischarging: 7 } },
    });
    expect(faults(discharging)).toEqual([
      ...[422, 'rule.refused', '/tenantsDischarging cluster.no-wastewater-plant'],
    ]);
  });

  it('has an exception for each step, and using one leaves the others', async () => {
    const one = await scheme({ supportMn: '301', counterpartMn: '400', state: 'appraised-by-province' });
    const forStep = await askFor(one, { step: 'approve' });
    for (const asked of [forStep, await askFor(one)]) await on(approve, asked, director);
    const taken = await step(one, { step: 'approve', on: '2024-06-01' });
    expect(taken.body).toMatchObject({ warnings: [{ overriddenBy: 'nghean.director' }] });
    const { entry } = taken.body as unknown as { entry: Scheme };
    expect((await change(entry, { supportMn: '320' })).status).toBe(200);
    expect(faults(await on(refuse, forStep, director, 'nhầm'))).toEqual([409, 'override.used']);
  });

  it('leaves what a step alone decides to that step, or to who may approve and says why', async () => {
    const clerk = { ...officer, permissions: ['industry:read', 'industry:write'] };
    const body = leastEntry(clusters, {
      state: 'operating',
      areaEstablishedHa: '50',
      establishedOn: '2010-01-01',
    });
    const made = (await house.ask(industry.clusters.create, officer, { body })).body as unknown as Cluster;
    const grow = (who: Claims, more: object = {}) =>
      house.ask(industry.clusters.change, who, {
        ...{ query: `id=${made.id}`, ifMatch: '1', body: { areaEstablishedHa: '70', ...more } },
      });
    const correction = [
      403,
      'register.correction-needs-approver',
      '/areaEstablishedHa register.correction-needs-approver',
    ];
    expect(faults(await grow(clerk))).toEqual(correction);
    const adjusted = await house.ask(industry.clusters.step, clerk, {
      ...{ query: `id=${made.id}`, ifMatch: '1' },
      body: { step: 'adjust', on: '2024-06-01', known: { areaEstablishedHa: '70' } },
    });
    expect(faults(adjusted)).toEqual(correction);
    expect(faults(await grow(officer))).toEqual([
      422,
      'register.needs-reason',
      '/reason register.needs-reason',
    ]);
    expect((await grow(officer, { reason: 'ghi nhầm' })).status).toBe(200);
    const national = await scheme({ budget: 'national', state: 'appraised-by-province' });
    const early = await step(national, {
      step: 'approve',
      on: '2024-06-01',
      reason: 'x',
      known: { nationallyAppraisedOn: '2099-01-01' },
    });
    expect(faults(early)).toEqual([
      422,
      'rule.refused',
      '/nationallyAppraisedOn scheme.needs-national-appraisal',
    ]);
    expect(faults(await change(national, { nationallyAppraisedOn: '2024-01-01', reason: 'x' }))).toEqual([
      ...[422, 'scheme.appraised-too-early', '/nationallyAppraisedOn scheme.appraised-too-early'],
    ]);
    // Entered as appraised nationally, or by an older version, it was so since then.
    const appraised = await scheme({
      budget: 'national',
      state: 'appraised-nationally',
      stateOn: '2024-01-01',
    });
    const approvedNow = await step(appraised, { step: 'approve', on: '2024-06-01' });
    expect(approvedNow.body).toMatchObject({ entry: { nationallyAppraisedOn: '2024-01-01' }, warnings: [] });
  });

  it('has its exception refused by who may approve, withdrawn by who asked, and then no more', async () => {
    const one = await scheme();
    const [first, second] = [await askFor(one), await askFor(one)];
    expect(faults(await on(refuse, first, officer, 'không'))).toEqual([403, 'override.own']);
    expect(faults(await on(refuse, first, neighbour, 'không'))).toEqual([403, 'territory.not-yours']);
    const refused = await on(refuse, first, director, 'chưa đủ hồ sơ');
    expect(refused.body).toMatchObject({ endedBy: 'nghean.director', endedFor: 'chưa đủ hồ sơ' });
    expect(faults(await on(approve, first, director))).toEqual([409, 'override.ended']);
    await on(approve, second, director);
    expect(faults(await on(withdraw, second, { ...officer, subject: 'nghean.other' }, 'nhầm'))).toEqual([
      ...[403, 'override.not-own'],
    ]);
    const withdrawn = await on(withdraw, second, officer, 'không cần nữa');
    expect(withdrawn.body).toMatchObject({ approvedBy: 'nghean.director', endedBy: officer.subject });
    expect(faults(await on(withdraw, second, officer, 'lần nữa'))).toEqual([409, 'override.ended']);
    expect(faults(await change(one, { supportMn: '301', counterpartMn: '400' }))).toEqual(overCap);
  });

  it('may be asked for where the rule is weighed alone, and exceptions are listed page by page', async () => {
    const one = await scheme();
    expect(faults(await askFor(one, { rule: 'scheme.not-national' }))).toEqual([
      ...[422, 'override.no-such-rule'],
    ]);
    const asked = [await askFor(one), await askFor(one, { step: 'pay' }), await askFor(one)];
    const seen: unknown[] = [];
    for (let after: string | null = ''; after !== null;) {
      const query = `entry=${one.id}&limit=2${after && `&after=${after}`}`;
      const { body } = await house.ask(list, reader, { query });
      seen.push(...(body['items'] as unknown[]));
      after = body['next'] as string | null;
    }
    expect(seen).toEqual(asked.map(({ body }) => body).reverse());
  });
});

describe('what a register keeps of an entry', () => {
  let house: TestInstallation;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('industry', { module: IndustryModule, database: options });
  });
  afterAll(() => house.stop());

  const leads = industry.investorLeads;
  const territory = 'nghe-an';
  const notes = 'ị'.repeat(1000);
  const meetings = (count: number) => Array.from({ length: count }, () => ({ on: '2024-01-01', notes }));

  it('is told in one event: an entry that does not fit into one is refused in words', async () => {
    const lead = { code: 'L-1', name: 'Nhà đầu tư', territory, kind: 'secondary' };
    const made = await house.ask(leads.create, officer, { body: { ...lead, meetings: meetings(10) } });
    expect(made.status).toBe(200);
    const { id } = made.body as unknown as Entry;
    const large = await house.ask(leads.change, officer, {
      ...{ query: `id=${id}`, ifMatch: '1', body: { meetings: meetings(100) } },
    });
    expect([large.status, large.body.code]).toEqual([413, 'register.entry-too-large']);
    const items = [
      { ...lead, code: 'L-2' },
      { ...lead, code: 'L-3', meetings: meetings(100) },
    ];
    const many = await house.ask(leads.createMany, officer, { body: { items } });
    expect([many.body.code, many.body.errors?.[0]?.pointer]).toEqual([
      'register.entry-too-large',
      '/items/1',
    ]);
    const { body } = await house.ask(leads.list, officer, { query: 'q=L-' });
    expect((body['items'] as Entry[]).map(({ code, version }) => [code, version])).toEqual([['L-1', 1]]);
  });

  it('has a history that is read page by page, however much is in it', async () => {
    const lead = { code: 'H-1', name: 'Nhà đầu tư', territory, kind: 'secondary', meetings: meetings(45) };
    const { id } = (await house.ask(leads.create, officer, { body: lead })).body as unknown as Entry;
    for (let version = 1; version <= 11; version++)
      await house.ask(leads.change, officer, {
        ...{ query: `id=${id}`, ifMatch: String(version), body: { name: `Nhà đầu tư ${version}` } },
      });
    const names: string[] = [];
    let pages = 0;
    for (let after: string | null = ''; after !== null; pages++) {
      const { status, body } = await house.ask(leads.history, reader, {
        query: `id=${id}&limit=9${after && `&after=${after}`}`,
      });
      expect(status).toBe(200);
      const { items, next } = body as unknown as EntryHistory;
      names.push(...items.map(({ payload }) => nameIn(payload)));
      after = next;
    }
    expect(names).toEqual(['Nhà đầu tư', ...Array.from({ length: 11 }, (_, n) => `Nhà đầu tư ${n + 1}`)]);
    // Twelve events of some 140 KB are more than one answer holds, and nine are.
    expect(pages).toBeGreaterThan(2);
  });
});

/** The name that an event tells, of an entry entered or changed. */
function nameIn(payload: unknown): string {
  const told = payload as { name?: string; investorLead?: { name: string } };
  return told.investorLead?.name ?? told.name ?? '';
}
