import { exportImport, type FlowLine } from '@doit/contracts';
import { people, TestInstallation } from '@doit/testing';
import type { Client } from 'pg';
import { byHand, cellsOf, entry, forgetLines } from '../../test/lines';
import { database as options } from '../database';
import { ExportImportModule } from '../export-import.module';

describe('what is refused of lines by hand', () => {
  let house: TestInstallation;
  let database: Client;
  let hand: ReturnType<typeof byHand>;
  const { admin, officer } = people;
  const director = { ...officer, subject: 'nghean.director' };

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

  const faultsOf = async (answer: ReturnType<typeof hand.putAll>): Promise<string[]> => {
    const { status, body } = await answer;
    return [
      `${status} ${body.code}`,
      ...(body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`),
    ];
  };
  const lines = async () => (await database.query('select from flow_line')).rowCount;

  it.each<[what: string, changes: object, faults: string[]]>([
    ['a code of no goods', { hs: '7701' }, ['422 flow.unknown-hs', '/hs flow.unknown-hs']],
    ['a code that lost its zero', { hs: '3061721' }, ['422 flow.unknown-hs', '/hs flow.unknown-hs']],
    [
      'a partner that is none',
      { partner: 'XX' },
      ['422 flow.unknown-partner', '/partner flow.unknown-partner'],
    ],
    [
      'a month of another age',
      { month: '0000-01' },
      ['422 flow.unreadable-month', '/month flow.unreadable-month'],
    ],
    ['a month to come', { month: '2199-01' }, ['422 flow.month-not-begun', '/month flow.month-not-begun']],
    [
      'a unit that was merged by then',
      { territory: 'kien-giang', month: '2025-08' },
      ['422 territory.not-in-force', '/territory territory.not-in-force'],
    ],
    [
      'a unit that was not there yet',
      { territory: 'an-giang-2025', month: '2025-06' },
      ['422 territory.not-in-force', '/territory territory.not-in-force'],
    ],
    ['a region', { territory: 'viet-nam' }, ['422 territory.unknown', '/territory territory.unknown']],
    [
      'a quantity without unit',
      { quantity: '5' },
      ['422 flow.quantity-without-unit', '/unit flow.quantity-without-unit'],
    ],
    [
      'a unit without quantity',
      { unit: 'kg' },
      ['422 flow.quantity-without-unit', '/unit flow.quantity-without-unit'],
    ],
    [
      'a day to come',
      { asOf: '2199-01-01' },
      ['422 register.step-in-future', '/asOf register.step-in-future'],
    ],
    [
      'several of these',
      { hs: '99', partner: 'XX', quantity: '1', month: '2199-01' },
      [
        '422 flow.month-not-begun',
        '/month flow.month-not-begun',
        '/hs flow.unknown-hs',
        '/partner flow.unknown-partner',
        '/unit flow.quantity-without-unit',
      ],
    ],
  ])('%s, with the field that is wrong', async (_what, changes, faults) => {
    expect(await faultsOf(house.ask(exportImport.flows.create, admin, { body: entry(changes) }))).toEqual(
      faults,
    );
    expect(await lines()).toBe(0);
  });

  it.each<[what: string, changes: object, pointer: string]>([
    ['a tax code of nine digits', { enterprise: '290000000' }, '/enterprise'],
    ['a month that is none', { month: '2024-13' }, '/month'],
    ['a value below zero', { valueUsd: '-1' }, '/valueUsd'],
    ['a value of seven places', { valueUsd: '1.1234567' }, '/valueUsd'],
    ['a day of the year 0', { asOf: '0000-01-01' }, '/asOf'],
    ['a field that nobody knows', { basis: 'FOB' }, '/basis'],
    ['a source in capitals', { source: 'Customs' }, '/source'],
    ['another status', { status: 'final' }, '/status'],
  ])('%s is no line', async (_what, changes, pointer) => {
    const { status, body } = await house.ask(exportImport.flows.create, admin, { body: entry(changes) });
    expect([status, body.errors?.map((fault) => fault.pointer)]).toEqual([400, [pointer]]);
  });

  it('a batch as a whole, each line by its pointer', async () => {
    const items = [entry(), entry({ hs: '1006', partner: 'XX' }), entry({ hs: '0901', quantity: '1' })];
    expect(await faultsOf(hand.putAll(admin, items))).toEqual([
      '422 flow.unknown-partner',
      '/items/1/partner flow.unknown-partner',
      '/items/2/unit flow.quantity-without-unit',
    ]);
    expect(
      await faultsOf(hand.putAll(admin, [entry(), entry({ hs: '1006' }), entry({ valueUsd: '2' })])),
    ).toEqual(['422 flow.given-twice', '/items/2/hs flow.given-twice']);
    const within = [entry({ hs: '0306' }), entry({ hs: '1006' }), entry()];
    for (const who of [admin, officer])
      expect(await faultsOf(hand.putAll(who, within))).toEqual([
        '422 flow.within-another',
        '/items/2/hs flow.within-another',
      ]);
    // Beside another enterprise or partner it is another line.
    expect((await hand.putAll(admin, [entry({ hs: '0306', partner: 'US' }), entry()])).status).toBe(200);
    expect((await hand.putAll(admin, [])).status).toBe(400);
    const foreign = [entry({ hs: '1006' }), entry({ territory: 'kien-giang' })];
    expect((await faultsOf(hand.putAll(officer, foreign)))[0]).toBe('403 territory.not-yours');
    expect(await lines()).toBe(2);
  });

  it('what lies within a line that counts, or around it', async () => {
    await hand.put(admin, { hs: '030617' });
    for (const hs of ['03061721', '0306', '03'])
      expect(await faultsOf(house.ask(exportImport.flows.create, admin, { body: entry({ hs }) }))).toEqual([
        '422 flow.within-another',
        '/hs flow.within-another',
      ]);
    const draft = await hand.put(officer, { hs: '0306' });
    expect(await faultsOf(hand.step(director, 'approve', draft))).toEqual(['422 flow.within-another']);
    expect((await hand.get(officer, draft.id)).body).toMatchObject({ state: 'draft', version: 1 });
  });

  it('what was stated before something that is known', async () => {
    await hand.put(admin, { asOf: '2024-06-01' });
    const earlier = entry({ valueUsd: '7', asOf: '2024-05-31' });
    expect(await faultsOf(hand.putAll(admin, [entry({ hs: '1006' }), earlier]))).toEqual([
      '422 flow.later-known',
      '/items/1/asOf flow.later-known',
    ]);
    const draft = await hand.put(officer, { valueUsd: '7', asOf: '2024-05-31' });
    expect(await faultsOf(hand.step(director, 'approve', draft))).toEqual(['422 flow.later-known']);
    // Of another source it is no other statement of the same.
    expect((await hand.put(admin, { valueUsd: '7', asOf: '2024-05-31', source: 'gso' })).state).toBe(
      'approved',
    );
    expect(await cellsOf(database)).toEqual([
      'export nghe-an 2024-03 1200.5 1 - preliminary f',
      'export nghe-an 2024-03 7 1 - preliminary f',
    ]);
  });

  it('everything but reading and drafts withdrawn, in a period that is closed', async () => {
    const line = await hand.put(admin);
    const draft = await hand.put(officer, { hs: '1006' });
    const close = { territory: 'nghe-an', period: '2024-Q1', reason: 'đã chốt số liệu' };
    expect((await house.ask(exportImport.periods.close, admin, { body: close })).status).toBe(200);
    const closed = '409 period.closed';
    const first = async (answer: ReturnType<typeof hand.step>) => (await faultsOf(answer))[0];
    expect(
      await faultsOf(hand.putAll(admin, [entry({ hs: '1006', month: '2024-04' }), entry({ hs: '0901' })])),
    ).toEqual([closed, '/items/1/month period.closed']);
    expect(await first(hand.putAll(officer, [entry({ hs: '0901' })]))).toBe(closed);
    expect(await first(hand.step(admin, 'correct', line, { valueUsd: '1', reason: 'x' }))).toBe(closed);
    expect(await first(hand.step(director, 'withdraw', line))).toBe(closed);
    expect(await first(hand.step(director, 'approve', draft))).toBe(closed);
    expect((await hand.step(officer, 'withdraw', draft)).status).toBe(200);
    expect((await hand.get(officer, line.id)).body).toEqual(line);
    expect((await hand.put(admin, { month: '2024-04' })).state).toBe('approved');
  });

  it('steps with a line that there is not, or without its version', async () => {
    const nowhere: Pick<FlowLine, 'id' | 'version'> = { id: '999999999999999999', version: 1 };
    for (const verb of ['approve', 'return', 'withdraw', 'correct'] as const)
      expect((await faultsOf(hand.step(admin, verb, nowhere)))[0]).toBe('404 flow.not-found');
    expect((await faultsOf(hand.get(admin, nowhere.id)))[0]).toBe('404 flow.not-found');
    const query = `id=${nowhere.id}`;
    expect((await faultsOf(house.ask(exportImport.flows.history, admin, { query })))[0]).toBe(
      '404 flow.not-found',
    );
    const { id } = await hand.put(admin);
    const without = await house.ask(exportImport.flows.withdraw, admin, {
      query: `id=${id}`,
      body: { reason: 'x' },
    });
    expect([without.status, without.body.code]).toEqual([428, 'request.if-match-required']);
  });
});
