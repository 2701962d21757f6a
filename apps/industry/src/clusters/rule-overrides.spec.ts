import {
  industry,
  type Cluster,
  type ClusterStep,
  type EntryHistory,
  type RuleOverride,
  type RuleOverrides,
  type StepAnswer,
} from '@doit/contracts';
import { people, TestInstallation, type Answer, type Claims } from '@doit/testing';
import { database as options } from '../database';
import { IndustryModule } from '../industry.module';

const at = (subject: string, ...rights: string[]): Claims => ({
  subject,
  permissions: rights.map((right) => `industry:${right}`),
  territories: ['nghe-an'],
});
const clerk = at('nghean.clerk', 'read', 'write');
const director = at('nghean.director', 'read', 'approve');
const deputy = at('nghean.deputy', 'read', 'approve');
const { ask, approve, list } = industry.ruleOverrides;

/** Exceptions from the rules of clusters, over a real broker and database. */
describe('an exception from a rule', () => {
  let house: TestInstallation;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('industry', { module: IndustryModule, database: options });
  });
  afterAll(() => house.stop());

  let last = 0;
  /** A proposed cluster that is too small. */
  const small = async (more: object = {}): Promise<Cluster> => {
    const facts = { state: 'proposed', oldDistrict: `Huyện ${last}`, areaEstablishedHa: '8.5', ...more };
    const body = { code: `N-${++last}`, name: 'Cụm Nghĩa Mỹ', territory: 'nghe-an', ...facts };
    return (await house.ask(industry.clusters.create, clerk, { body })).body as unknown as Cluster;
  };
  const step = ({ id, version }: Cluster, name: ClusterStep, more: object = {}) =>
    house.ask(industry.clusters.step, clerk, {
      query: `id=${id}`,
      ifMatch: String(version),
      body: { step: name, on: '2024-06-01', ...more },
    });
  const asking = ({ id }: Cluster, more: object = {}) => ({
    ...{ register: 'cluster', entry: id, step: 'establish', rule: 'cluster.below-min-area' },
    ...{ reason: 'làng nghề, chờ văn bản của Bộ', ...more },
  });
  const askFor = (cluster: Cluster, more: object = {}, who: Claims = clerk) =>
    house.ask(ask, who, { body: asking(cluster, more) });
  const approveAs = (who: Claims, { body }: Answer) =>
    house.ask(approve, who, { query: `id=${String(body['id'])}` });
  const listed = async (query: string, who: Claims = clerk) =>
    ((await house.ask(list, who, { query })).body as unknown as RuleOverrides).items;
  const brief = ({ status, body }: Answer) => [status, body.code];

  it('begins with a refusal that names the rule, its source and since when, in both languages', async () => {
    const cluster = await small();
    const refused = await step(cluster, 'establish');
    expect(brief(refused)).toEqual([422, 'rule.refused']);
    expect(refused.body.errors).toEqual([
      {
        pointer: '/areaEstablishedHa',
        code: 'cluster.below-min-area',
        message: {
          vi: 'Diện tích 8.5 ha dưới mức tối thiểu 10 ha (Nghị định 32/2024/NĐ-CP, hiệu lực từ 2024-05-01).',
          en: 'The area of 8.5 ha is below the minimum of 10 ha (Decree 32/2024/NĐ-CP, in force since 2024-05-01).',
        },
      },
    ]);
    const read = await house.ask(industry.clusters.get, null, { query: `id=${cluster.id}` });
    expect(read.body).toEqual(cluster);
  });

  it('is asked for by one, approved by another, and lets the step through with a warning that names who', async () => {
    const cluster = await small();
    const asked = await askFor(cluster, {}, people.officer);
    expect(asked.body).toMatchObject({
      ...asking(cluster),
      ...{ territory: 'nghe-an', askedBy: 'nghean.officer', approvedAt: null, approvedBy: null },
    });
    expect(brief(await step(cluster, 'establish'))).toEqual([422, 'rule.refused']);
    expect(brief(await approveAs(people.officer, asked))).toEqual([403, 'override.own']);
    expect(brief(await approveAs(clerk, asked))).toEqual([403, 'permission.missing']);
    expect(brief(await step(cluster, 'establish'))).toEqual([422, 'rule.refused']);

    const approved = await approveAs(director, asked);
    expect(approved.body).toMatchObject({ id: asked.body['id'], approvedBy: 'nghean.director' });
    const through = await step(cluster, 'establish', { document: '12/QĐ-UBND' });
    const { entry, warnings } = through.body as unknown as StepAnswer<Cluster>;
    expect([through.status, entry.state]).toEqual([200, 'established']);
    const warning = {
      code: 'cluster.below-min-area',
      message: {
        vi: 'Diện tích 8.5 ha dưới mức tối thiểu 10 ha (Nghị định 32/2024/NĐ-CP, hiệu lực từ 2024-05-01).',
        en: 'The area of 8.5 ha is below the minimum of 10 ha (Decree 32/2024/NĐ-CP, in force since 2024-05-01).',
      },
      legalSource: { vi: 'Nghị định 32/2024/NĐ-CP', en: 'Decree 32/2024/NĐ-CP' },
      validFrom: '2024-05-01',
      overriddenBy: 'nghean.director',
    };
    expect(warnings).toEqual([warning]);
    const history = await house.ask(industry.clusters.history, clerk, { query: `id=${cluster.id}` });
    const { items } = history.body as unknown as EntryHistory;
    expect(items[1]).toMatchObject({
      actor: 'nghean.clerk',
      payload: { step: 'establish', document: '12/QĐ-UBND', warnings: [warning] },
    });
    expect(await listed(`entry=${cluster.id}`, people.reader)).toEqual([approved.body]);
  });

  it('remains approved by who approved first', async () => {
    const asked = await askFor(await small());
    const answers = await Promise.all([approveAs(director, asked), approveAs(deputy, asked)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0].body).toEqual(answers[1].body);
    expect((await approveAs(deputy, asked)).body).toEqual(answers[0].body);
  });

  it('holds for its own entry, step and rule, and for nothing else', async () => {
    const [cluster, other] = [await small(), await small({ industrialHa: '8', leasedHa: '1' })];
    await approveAs(director, await askFor(cluster));
    expect(brief(await step(other, 'establish'))).toEqual([422, 'rule.refused']);
    await approveAs(director, await askFor(other, { step: 'expand' }));
    expect(brief(await step(other, 'establish'))).toEqual([422, 'rule.refused']);
    await approveAs(director, await askFor(other));
    const { entry } = (await step(other, 'establish')).body as unknown as StepAnswer<Cluster>;
    // Of the two rules that the expansion meets, one has its exception.
    const refused = await step(entry, 'expand');
    expect(refused.body.errors?.map(({ code }) => code)).toEqual(['cluster.not-full-enough']);
  });

  it('is neither asked for nor approved by anybody of another territory, and not seen there', async () => {
    const cluster = await small();
    expect(brief(await askFor(cluster, {}, people.neighbour))).toEqual([403, 'territory.not-yours']);
    const asked = await askFor(cluster);
    expect(brief(await approveAs(people.neighbour, asked))).toEqual([403, 'territory.not-yours']);
    expect((await listed(`entry=${cluster.id}`))[0]).toMatchObject({ approvedAt: null });
    const elsewhere = await house.ask(list, people.neighbour, { query: 'territory=nghe-an' });
    expect(brief(elsewhere)).toEqual([403, 'territory.not-yours']);
    expect(await listed('', people.neighbour)).toEqual([]);
    expect(await listed(`entry=${cluster.id}`, people.neighbour)).toEqual([]);
    expect(brief(await house.ask(list, null))).toEqual([401, 'token.missing']);
  });

  it.each<[string, object, unknown[]]>([
    ['a register that is none', { register: 'castle' }, [404, 'register.not-found']],
    [
      'an entry that is not there',
      { entry: '01980000-0000-7000-8000-000000000000' },
      [404, 'register.not-found'],
    ],
    ['a step that is none', { step: 'fly' }, [422, 'override.no-such-rule']],
    ['a rule that is none', { rule: 'cluster.too-blue' }, [422, 'override.no-such-rule']],
    ['what every object has', { rule: 'toString' }, [422, 'override.no-such-rule']],
    ['a refusal that is no rule', { rule: 'territory.not-yours' }, [422, 'override.no-such-rule']],
    ['a rule of another register', { rule: 'scheme.over-cap' }, [422, 'override.no-such-rule']],
    ['no reason', { reason: '' }, [400, 'request.invalid']],
  ])('is not asked for %s', async (_what, more, refusal) => {
    const cluster = await small();
    expect(brief(await askFor(cluster, more))).toEqual(refusal);
    expect(await listed(`entry=${cluster.id}`)).toEqual([]);
  });

  it('that is not there is approved by nobody', async () => {
    const query = 'id=01980000-0000-7000-8000-000000000000';
    expect(brief(await house.ask(approve, director, { query }))).toEqual([404, 'override.not-found']);
  });

  it('asked for twice under one key is asked for once, and the newest stands first', async () => {
    const cluster = await small();
    const once = { body: asking(cluster), idempotencyKey: 'once' };
    const [one, two] = [await house.ask(ask, clerk, once), await house.ask(ask, clerk, once)];
    expect(two.body).toEqual(one.body);
    const newer = await askFor(cluster, { step: 'adjust' });
    const seen: RuleOverride[] = await listed(`entry=${cluster.id}&territory=nghe-an`);
    expect(seen).toEqual([newer.body, one.body]);
    expect(await listed(`entry=${cluster.id}&limit=1`)).toEqual([newer.body]);
  });
});
