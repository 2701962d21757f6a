import type { Client } from 'pg';
import { exportImport, type FlowHistory, type FlowLine, type FlowPage } from '@doit/contracts';
import { people, TestInstallation } from '@doit/testing';
import { byHand, cellsOf, entry, forgetLines } from '../../test/lines';
import { database as options } from '../database';
import { ExportImportModule } from '../export-import.module';

describe('a line that is entered by hand', () => {
  let house: TestInstallation;
  let database: Client;
  let hand: ReturnType<typeof byHand>;
  const { admin, officer, neighbour } = people;
  const director = { ...officer, subject: 'nghean.director' };
  const clerk = {
    ...officer,
    subject: 'nghean.clerk',
    permissions: ['export-import:read', 'export-import:write'],
  };

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database: options });
    database = await house.as('export-import');
    hand = byHand(house);
  });
  afterAll(async () => {
    await database.end();
    await house.stop();
  });
  beforeEach(() => forgetLines(house));

  const told = async (type: string): Promise<Record<string, unknown>[]> => {
    const { rows } = await database.query<{ payload: Record<string, unknown> }>(
      `select payload from event where type = $1 order by seq`,
      [`export-import.${type}.v1`],
    );
    return rows.map(({ payload }) => payload);
  };
  const history = async (id: string): Promise<FlowLine[]> => {
    const { body } = await house.ask(exportImport.flows.history, officer, { query: `id=${id}` });
    return (body as unknown as FlowHistory).items;
  };
  const codeOf = async (answer: ReturnType<typeof hand.step>) => {
    const { status, body } = await answer;
    return `${status} ${body.code}`;
  };

  it('by who may approve over all counts at once, is rolled up and told', async () => {
    const line = await hand.put(admin, {
      enterprise: '2900000001',
      regime: 'fdi',
      quantity: '7',
      unit: 'kg',
    });
    expect(line).toMatchObject({
      ...{ flow: 'export', territory: 'nghe-an', month: '2024-03', hs: '03061721', hsEdition: 2022 },
      ...{ commodity: 'seafood', partner: 'JP', regime: 'fdi', enterprise: '2900000001' },
      ...{ valueUsd: '1200.5', basis: 'FOB', quantity: '7', unit: 'kg', status: 'preliminary' },
      ...{ source: 'customs', asOf: '2024-04-15', state: 'approved', document: null, row: 1, version: 1 },
      ...{ recordedBy: 'admin', changedBy: null, changedAt: null, reason: null, endedBy: null },
    });
    expect(await cellsOf(database)).toEqual(['export nghe-an 2024-03 1200.5 1 1 preliminary f']);
    const [event, ...more] = await told('flows.rolled-up');
    expect(more).toEqual([]);
    expect(event).toMatchObject({ territory: 'nghe-an', source: 'customs', import: line.import });
    expect(event?.['cells']).toMatchObject([
      { by: 'commodity', key: 'seafood', valueUsd: '1200.5' },
      { by: 'partner', key: 'JP' },
      { by: 'regime', key: 'fdi' },
      { by: 'total', key: '', lines: 1, enterprises: 1, status: 'preliminary', isWhole: false },
    ]);
    expect(await told('flow-line.changed')).toMatchObject([
      { line: line.id, state: 'approved', import: line.import },
    ]);
    const read = await hand.get(officer, line.id);
    expect([read.body, read.etag]).toEqual([line, '1']);
  });

  it('by an officer waits: readers of the territory see it, and it counts once another person approves it', async () => {
    const draft = await hand.put(officer);
    expect(draft).toMatchObject({ state: 'draft', recordedBy: officer.subject });
    expect(await cellsOf(database)).toEqual([]);
    const listed = async (who: typeof officer) =>
      ((await house.ask(exportImport.flows.list, who, {})).body as unknown as FlowPage).items;
    expect(await listed(director)).toEqual([draft]);
    expect(await listed(neighbour)).toEqual([]);
    expect(await codeOf(hand.get(neighbour, draft.id))).toBe('403 territory.not-yours');
    expect(await codeOf(hand.step(neighbour, 'approve', draft))).toBe('403 territory.not-yours');
    expect(await codeOf(hand.step(officer, 'approve', draft))).toBe('403 flow.own-approval');
    expect(await codeOf(hand.step(director, 'approve', { id: draft.id, version: 2 }))).toBe(
      '412 flow.changed-meanwhile',
    );
    const approved = await hand.step(director, 'approve', draft);
    expect(approved.body).toMatchObject({ state: 'approved', changedBy: director.subject, version: 2 });
    expect(approved.etag).toBe('2');
    expect(await cellsOf(database)).toEqual(['export nghe-an 2024-03 1200.5 1 - preliminary f']);
    expect(await told('flow-line.changed')).toMatchObject([
      { line: draft.id, territory: 'nghe-an', month: '2024-03', state: 'draft', reason: null },
      { line: draft.id, state: 'approved', import: draft.import },
    ]);
    expect(await told('flows.rolled-up')).toHaveLength(1);
    expect(await codeOf(hand.step(director, 'approve', { id: draft.id, version: 2 }))).toBe(
      '409 flow.not-draft',
    );
  });

  it('may be approved by whoever entered it where the territory rules so, and counts at once then', async () => {
    const draft = await hand.put(officer, { hs: '0306' });
    const body = { ownApproval: true, reason: 'quyết định của Sở' };
    const ruled = await house.ask(exportImport.approvalSettings.set, admin, {
      ...{ query: 'territory=nghe-an', body },
    });
    expect(ruled.status).toBe(200);
    expect((await hand.step(officer, 'approve', draft)).body).toMatchObject({ state: 'approved' });
    expect((await hand.put(officer, { hs: '1006' })).state).toBe('approved');
    // Who holds no right to approve gains none by the ruling.
    expect((await hand.put(clerk, { hs: '0901' })).state).toBe('draft');
  });

  it('is returned with a reason and stated anew as another draft', async () => {
    const draft = await hand.put(officer);
    expect((await hand.step(director, 'return', draft, {})).status).toBe(400);
    const returned = await hand.step(director, 'return', draft, { reason: 'sai đơn vị' });
    expect(returned.body).toMatchObject({ state: 'returned', reason: 'sai đơn vị', version: 2 });
    const anew = await hand.step(
      officer,
      'correct',
      { id: draft.id, version: 2 },
      {
        ...{ valueUsd: '900', asOf: '2024-04-20', reason: 'tính theo USD' },
      },
    );
    expect(anew.body).toMatchObject({
      state: 'draft',
      valueUsd: '900',
      hs: '03061721',
      reason: 'tính theo USD',
    });
    expect((await history(draft.id)).map(({ state, reason }) => [state, reason])).toEqual([
      ['draft', 'tính theo USD'],
      ['superseded', 'tính theo USD'],
    ]);
    const { id, version } = anew.body as unknown as FlowLine;
    expect((await hand.step(director, 'approve', { id, version })).status).toBe(200);
    expect(await cellsOf(database)).toEqual(['export nghe-an 2024-03 900 1 - preliminary f']);
    expect(await codeOf(hand.step(officer, 'correct', { id: draft.id, version: 3 }))).toBe(
      '409 flow.not-current',
    );
  });

  it('that counts is stated anew by a later vintage, and the history shows both and why', async () => {
    const first = await hand.put(admin, { quantity: '7', unit: 'kg' });
    const change = { valueUsd: '1300', status: 'official', asOf: '2024-05', reason: 'số chính thức' };
    expect(await codeOf(hand.step(admin, 'correct', { id: first.id, version: 7 }, change))).toBe(
      '412 flow.changed-meanwhile',
    );
    const next = (await hand.step(admin, 'correct', first, change)).body as unknown as FlowLine;
    expect(next).toMatchObject({
      ...{ valueUsd: '1300', quantity: '7', unit: 'kg', status: 'official', asOf: '2024-05-31' },
      ...{ state: 'approved', version: 1 },
    });
    expect(await history(next.id)).toMatchObject([
      { id: next.id, state: 'approved', valueUsd: '1300' },
      {
        ...{ id: first.id, state: 'superseded', valueUsd: '1200.5', reason: 'số chính thức' },
        ...{ endedBy: next.import, changedBy: 'admin', version: 2 },
      },
    ]);
    expect(await cellsOf(database)).toEqual(['export nghe-an 2024-03 1300 1 - official f']);
    const without = await hand.step(admin, 'correct', next, { quantity: null, unit: null, reason: 'x' });
    expect(without.body).toMatchObject({ valueUsd: '1300', quantity: null, unit: null });
    expect(await codeOf(hand.step(admin, 'correct', first, change))).toBe('412 flow.changed-meanwhile');
  });

  it('that counts is stated anew by an officer as a draft, beside which it goes on to count', async () => {
    const first = await hand.put(admin);
    const change = { valueUsd: '1', asOf: '2024-05-01', reason: 'đối chiếu' };
    const draft = (await hand.step(officer, 'correct', first, change)).body as unknown as FlowLine;
    expect(draft).toMatchObject({ state: 'draft', reason: 'đối chiếu' });
    expect(await cellsOf(database)).toEqual(['export nghe-an 2024-03 1200.5 1 - preliminary f']);
    expect((await hand.step(director, 'approve', draft)).body).toMatchObject({
      state: 'approved',
      valueUsd: '1',
    });
    expect(await cellsOf(database)).toEqual(['export nghe-an 2024-03 1 1 - preliminary f']);
    expect((await history(draft.id)).map(({ state, endedBy }) => [state, endedBy])).toEqual([
      ['approved', null],
      ['superseded', draft.import],
    ]);
  });

  it('is withdrawn: a draft by who enters lines, what counts by who may approve', async () => {
    const draft = await hand.put(officer, { hs: '1006' });
    expect((await hand.step(clerk, 'withdraw', draft)).body).toMatchObject({ state: 'withdrawn' });
    const line = await hand.put(admin);
    const other = await hand.put(admin, { partner: 'US', valueUsd: '10' });
    expect(await codeOf(hand.step(clerk, 'withdraw', line))).toBe('403 register.correction-needs-approver');
    const gone = await hand.step(director, 'withdraw', line, { reason: 'nhập trùng' });
    expect(gone.body).toMatchObject({
      state: 'withdrawn',
      reason: 'nhập trùng',
      changedBy: director.subject,
    });
    expect(await cellsOf(database)).toEqual(['export nghe-an 2024-03 10 1 - preliminary f']);
    expect((await told('flows.rolled-up')).at(-1)?.['cells']).toMatchObject([
      { by: 'commodity', key: 'seafood', valueUsd: '10', lines: 1 },
      { by: 'partner', key: 'JP', valueUsd: '0', lines: 0 },
      { by: 'regime', key: '', valueUsd: '10' },
      { by: 'total', key: '', valueUsd: '10' },
    ]);
    expect(await codeOf(hand.step(director, 'withdraw', { id: line.id, version: 2 }))).toBe(
      '409 flow.not-current',
    );
    // Entered again it is a line of its own, beside what was withdrawn.
    expect((await hand.put(admin)).id).not.toBe(line.id);
    expect((await hand.step(admin, 'withdraw', other)).status).toBe(200);
    expect(await cellsOf(database)).toEqual(['export nghe-an 2024-03 1200.5 1 - preliminary f']);
  });

  it('is entered once for its key, and the same again changes nothing', async () => {
    const once = { body: entry(), idempotencyKey: 'k-1' };
    const first = await house.ask(exportImport.flows.create, admin, once);
    const again = await house.ask(exportImport.flows.create, admin, once);
    expect(again).toEqual(first);
    const other = { ...once, body: entry({ valueUsd: '7' }) };
    expect((await house.ask(exportImport.flows.create, admin, other)).body.code).toBe('request.key-reused');
    // Without a key: what stands already is answered.
    expect((await hand.put(admin)).id).toBe(first.body['id']);
    expect((await database.query('select from flow_line')).rowCount).toBe(1);
    expect(await told('flows.rolled-up')).toHaveLength(1);
    const items = [entry({ hs: '1006' }), entry({ hs: '0901' }), entry()];
    const batch = await hand.putAll(admin, items, 'k-1');
    expect((batch.body as unknown as FlowPage).items.map(({ hs, row }) => [hs, row])).toEqual([
      ['1006', 1],
      ['0901', 2],
      ['03061721', 1],
    ]);
    expect(await hand.putAll(admin, items, 'k-1')).toEqual(batch);
  });
});
