import {
  industry,
  type Cluster,
  type ClusterStep,
  type EntryHistory,
  type StepAnswer,
} from '@doit/contracts';
import { people, TestInstallation, type Answer, type Claims } from '@doit/testing';
import { database as options } from '../database';
import { IndustryModule } from '../industry.module';

const clerk: Claims = {
  subject: 'nghean.clerk',
  permissions: ['industry:read', 'industry:write'],
  territories: ['nghe-an'],
};
/** The life of a cluster over a real broker and database, asked as the gateway asks. */
describe('the life of a cluster', () => {
  let house: TestInstallation;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('industry', { module: IndustryModule, database: options });
  });
  afterAll(() => house.stop());

  let last = 0;
  const create = async (more: object = {}, who: Claims = clerk): Promise<Cluster> => {
    const body = { code: `L-${++last}`, name: 'Cụm Nghĩa Mỹ', territory: 'nghe-an', ...more };
    return (await house.ask(industry.clusters.create, who, { body })).body as unknown as Cluster;
  };
  const step = (
    { id, version }: Pick<Cluster, 'id' | 'version'>,
    name: ClusterStep,
    more: object = {},
    who: Claims = clerk,
  ) =>
    house.ask(industry.clusters.step, who, {
      query: `id=${id}`,
      ifMatch: `"${version}"`,
      body: { step: name, on: '2024-06-01', ...more },
    });
  const read = async (id: string) =>
    (await house.ask(industry.clusters.get, null, { query: `id=${id}` })).body as unknown as Cluster;
  const change = ({ id, version }: Cluster, body: object, who: Claims = clerk) =>
    house.ask(industry.clusters.change, who, { query: `id=${id}`, ifMatch: String(version), body });
  const historyOf = async (id: string) =>
    (
      (await house.ask(industry.clusters.history, clerk, { query: `id=${id}` }))
        .body as unknown as EntryHistory
    ).items;
  const stepAnswer = ({ body }: Answer) => body as unknown as StepAnswer<Cluster>;
  const brief = ({ status, body }: Answer) => [status, body.code];

  it('leads from planned to operating, says at each step what may follow, and keeps its history', async () => {
    let cluster = await create({ areaPlannedHa: '40', stateOn: '2023-12-01' });
    const path: [ClusterStep, object, string, string][] = [
      ['propose', {}, 'proposed', 'select-investor, establish, withdraw'],
      [
        'select-investor',
        { known: { investor: 'Công ty A' } },
        'proposed',
        'select-investor, establish, withdraw',
      ],
      [
        'establish',
        { known: { areaEstablishedHa: '40', decisionNumber: '12/QĐ-UBND' } },
        'investor-selected',
        'approve-detailed-plan, expand, adjust, revoke',
      ],
      [
        'approve-detailed-plan',
        { known: { areaDetailedPlanHa: '39.5', industrialHa: '30' } },
        'detailed-plan-approved',
        'decide-environment, expand, adjust, revoke',
      ],
      [
        'decide-environment',
        {},
        'environmental-decision',
        'clear-land-partly, clear-land, expand, adjust, revoke',
      ],
      [
        'clear-land-partly',
        { known: { areaClearedHa: '20' } },
        'land-partly-cleared',
        'clear-land, begin-construction, expand, adjust, revoke',
      ],
      ['clear-land', {}, 'land-cleared', 'begin-construction, expand, adjust, revoke'],
      ['begin-construction', {}, 'under-construction', 'operate-partly, operate, expand, adjust, revoke'],
      ['operate-partly', {}, 'partly-operating', 'operate, expand, adjust, revoke'],
      ['operate', { known: { leasedHa: '18' } }, 'operating', 'expand, adjust, revoke'],
    ];
    const days = path.map((_, month) => `2024-${String(month + 1).padStart(2, '0')}-15`);
    for (const [at, [name, more, state, allowed]] of path.entries()) {
      const answer = await step(cluster, name, { on: days[at], document: `${at + 1}/QĐ`, ...more });
      expect([answer.status, answer.etag]).toEqual([200, String(at + 2)]);
      const { entry, ...told } = stepAnswer(answer);
      expect([entry.state, told]).toEqual([state, { warnings: [], allowed: allowed.split(', ') }]);
      cluster = entry;
    }
    expect(cluster).toEqual(await read(cluster.id));
    expect(cluster).toMatchObject({
      ...{ version: 11, stateOn: days[9], establishedOn: days[2], investorSelectedOn: days[1] },
      ...{ areaEstablishedHa: '40', leasedHa: '18', investor: 'Công ty A' },
    });
    const taken = path.map(([name], at) => ({ step: name, on: days[at], document: `${at + 1}/QĐ` }));
    expect(cluster.milestones).toEqual(
      taken.map(({ on, ...rest }) => ({ ...rest, plannedOn: null, actualOn: on })),
    );
    const [first, ...steps] = await historyOf(cluster.id);
    expect(first).toMatchObject({ type: 'industry.cluster.created.v1', payload: { state: 'planned' } });
    expect(steps).toMatchObject(
      taken.map((payload) => ({ type: 'industry.cluster.changed.v1', actor: clerk.subject, payload })),
    );
    expect(steps[2]?.payload).toMatchObject({
      changed: ['decisionNumber', 'establishedOn', 'areaEstablishedHa', 'milestones', 'state', 'stateOn'],
    });
  });

  it('goes no step that its state does not allow, and says which it does', async () => {
    const cluster = await create();
    const answer = await step(cluster, 'operate');
    expect(brief(answer)).toEqual([409, 'register.step-not-allowed']);
    expect(answer.body.message).toEqual({
      vi: 'Đang ở “planned” thì không được “operate”; các bước được phép: propose, withdraw.',
      en: 'In “planned” there is no “operate”; the steps allowed are: propose, withdraw.',
    });
    expect(await read(cluster.id)).toEqual(cluster);
  });

  it('ends with a reason, which the history keeps, and leads nowhere then', async () => {
    const cluster = await create();
    const without = await step(cluster, 'withdraw');
    expect([...brief(without), without.body.errors?.[0]?.pointer]).toEqual([
      ...[422, 'register.needs-reason'],
      '/reason',
    ]);
    const { entry, allowed } = stepAnswer(
      await step(cluster, 'withdraw', { reason: 'không còn trong quy hoạch' }),
    );
    expect([entry.state, allowed]).toEqual(['withdrawn', []]);
    expect((await historyOf(cluster.id))[1]?.payload).toMatchObject({
      ...{ step: 'withdraw', on: '2024-06-01', reason: 'không còn trong quy hoạch' },
    });
    const again = await step(entry, 'propose');
    expect(again.body.message?.en).toBe('In “withdrawn” there is no “propose”; the steps allowed are: –.');
  });

  it('takes no step without If-Match, none for a neighbour, and none for who only reads', async () => {
    const { id } = await create();
    const body = { step: 'propose', on: '2024-06-01' };
    const bare = await house.ask(industry.clusters.step, clerk, { query: `id=${id}`, body });
    expect(brief(bare)).toEqual([428, 'request.if-match-required']);
    expect(brief(await step({ id, version: 1 }, 'propose', {}, people.neighbour))).toEqual([
      403,
      'territory.not-yours',
    ]);
    expect(brief(await step({ id, version: 1 }, 'propose', {}, people.reader))).toEqual([
      403,
      'permission.missing',
    ]);
    expect(await historyOf(id)).toHaveLength(1);
  });

  it('lets one of two officers through at once, and names to the other the fields and who changed them', async () => {
    const cluster = await create({ jobs: 100 });
    const wishes = [
      { who: clerk, body: { investor: 'Công ty A', jobs: 250 }, fields: ['/investor', '/jobs'] },
      { who: people.officer, body: { sectors: 'may mặc' }, fields: ['/sectors'] },
    ];
    const answers = await Promise.all(wishes.map(({ who, body }) => change(cluster, body, who)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const [won, lost] = answers[0]?.status === 200 ? [0, 1] : [1, 0];
    const body: Partial<Answer['body']> = answers[lost]?.body ?? {};
    const winner = wishes[won]?.who.subject ?? '';
    expect(body.code).toBe('cluster.changed-meanwhile');
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual(wishes[won]?.fields);
    for (const { code, message } of body.errors ?? []) {
      expect(code).toBe('field.changed-meanwhile');
      expect([message.vi, message.en]).toEqual([
        expect.stringContaining(winner),
        expect.stringContaining(winner),
      ]);
    }
    const again = await change(await read(cluster.id), wishes[lost]?.body ?? {}, wishes[lost]?.who);
    expect(again.body).toMatchObject({ version: 3, investor: 'Công ty A', jobs: 250, sectors: 'may mặc' });
  });

  it('names all that others changed since the version that was read, each with who changed it last', async () => {
    const first = await create();
    await change(first, { jobs: 1, sectors: 'gỗ' }, clerk);
    await change(await read(first.id), { jobs: 2 }, people.officer);
    await step(await read(first.id), 'propose', {}, clerk);
    const late = await step(first, 'withdraw', { reason: 'x' }, people.officer);
    expect(brief(late)).toEqual([412, 'cluster.changed-meanwhile']);
    const named = late.body.errors?.map(({ pointer, message }) => [
      pointer,
      [clerk, people.officer].find(({ subject }) => message.en.includes(subject))?.subject,
    ]);
    expect(Object.fromEntries(named ?? [])).toEqual({
      ...{ '/jobs': 'nghean.officer', '/sectors': 'nghean.clerk' },
      ...{ '/milestones': 'nghean.clerk', '/state': 'nghean.clerk', '/stateOn': 'nghean.clerk' },
    });
  });

  it('has a state that was entered wrongly set right only by who may approve, and who says why', async () => {
    const made = await create({ state: 'operating', stateOn: '2020-01-01' });
    const right = { state: 'under-construction' };
    expect(brief(await change(made, { ...right, reason: 'ghi nhầm' }))).toEqual([
      403,
      'register.correction-needs-approver',
    ]);
    const without = await change(made, right, people.officer);
    expect([...brief(without), without.body.errors?.[0]?.pointer]).toEqual([
      ...[422, 'register.needs-reason'],
      '/reason',
    ]);
    expect(brief(await change(made, { ...right, reason: 'x' }, people.neighbour))[0]).toBe(403);
    expect(await read(made.id)).toEqual(made);
    // The day was that of the wrong state.
    const corrected = await change(made, { ...right, reason: 'ghi nhầm' }, people.officer);
    expect(corrected.body).toMatchObject({ ...right, stateOn: null, version: 2 });
    expect((await historyOf(made.id))[1]).toMatchObject({
      actor: 'nghean.officer',
      payload: { changed: ['state', 'stateOn'], reason: 'ghi nhầm' },
    });
    // The same state sent along with other fields corrects nothing.
    const same = await change(await read(made.id), { ...right, jobs: 5 });
    expect(same.body).toMatchObject({ ...right, jobs: 5, version: 3 });
  });

  it('keeps areas as numbers, whatever zeros they were written with', async () => {
    const cluster = await create({ areaEstablishedHa: '040.50', leasedHa: '-0' });
    expect(cluster).toMatchObject({ areaEstablishedHa: '40.50', leasedHa: '0' });
  });

  it('once expanded keeps to the cap of that day, however long ago it was established', async () => {
    const old = { state: 'operating', establishedOn: '2010-01-01', industrialHa: '60', leasedHa: '60' };
    const cluster = await create({ ...old, areaEstablishedHa: '70' });
    const expand = (areaEstablishedHa: string) =>
      step(cluster, 'expand', { on: '2024-06-01', known: { areaEstablishedHa } });
    expect(brief(await expand('75.01'))).toEqual([422, 'cluster.over-75-ha']);
    expect(stepAnswer(await expand('75')).entry).toMatchObject({
      ...{ state: 'operating', areaEstablishedHa: '75', establishedOn: '2010-01-01' },
    });
  });

  it('is judged by the clusters of its former district, until districts ended', async () => {
    const district = { oldDistrict: 'Nghĩa Đàn', areaEstablishedHa: '70' };
    const proposed = await create({ ...district, state: 'proposed' });
    // None of these stands in the district: planned, withdrawn, elsewhere.
    for (const more of [
      { state: 'planned' },
      { state: 'revoked' },
      { oldDistrict: 'Anh Sơn', state: 'operating' },
    ])
      await create({ ...district, industrialHa: '70', leasedHa: '0', ...more });
    await create(
      { ...district, territory: 'kien-giang', state: 'operating', industrialHa: '70' },
      people.neighbour,
    );
    const establish = (on: string) => step(proposed, 'establish', { on });
    const stand = [
      { state: 'operating', industrialHa: '70', leasedHa: '20' },
      { state: 'operating', industrialHa: '70', leasedHa: '30' },
      { state: 'established', industrialHa: '50.01', leasedHa: '0' },
    ];
    for (const more of stand) await create({ ...district, ...more });
    const refused = await establish('2025-06-30');
    expect(brief(refused)).toEqual([422, 'rule.refused']);
    expect(refused.body.errors?.map(({ code, message }) => [code, message.en])).toEqual([
      [
        'cluster.district-not-full',
        'The clusters of the district are let to 26.31 % and have 140.01 ha left; it must be over 50 %, or at most 100 ha (Decree 32/2024/NĐ-CP, in force since 2024-05-01).',
      ],
    ]);
    const after = await establish('2025-07-01');
    expect([
      after.status,
      stepAnswer(after).warnings.map(({ code, overriddenBy }) => [code, overriddenBy]),
    ]).toEqual([200, [['rule.needs-successor-text', null]]]);
    expect((await historyOf(proposed.id))[1]?.payload).toMatchObject({
      warnings: [{ code: 'rule.needs-successor-text', validFrom: '2024-05-01' }],
    });
  });
});
