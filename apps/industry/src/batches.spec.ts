import { industry, type AuditsDue, type CreatedMany, type SupplierMatches } from '@doit/contracts';
import { leastEntry, people, TestInstallation } from '@doit/testing';
import type { Client } from 'pg';
import { database as options } from './database';
import { IndustryModule } from './industry.module';
import { energyUsers, rooftopSystems, suppliers, componentNeeds } from '@doit/contracts';

const { officer, neighbour } = people;

describe('what is entered together', () => {
  let house: TestInstallation;
  let database: Client;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('industry', { module: IndustryModule, database: options });
    database = await house.as('industry');
  });
  afterAll(async () => {
    await database.end();
    await house.stop();
  });

  const enter = (items: object[], more: { idempotencyKey?: string } = {}) =>
    house.ask(industry.rooftopSolar.createMany, officer, { body: { items }, ...more });
  const count = async (): Promise<[number, number]> => {
    const { rows } = await database.query<{ entries: number; events: number }>(
      `select (select count(*)::int from rooftop_system) as entries,
              (select count(*)::int from event where type = 'industry.rooftop-system.created.v1') as events`,
    );
    return [rows[0]?.entries ?? 0, rows[0]?.events ?? 0];
  };
  const roof = (code: string, more: object = {}) => leastEntry(rooftopSystems, { ...more, code });

  it('is told one by one, in the order sent', async () => {
    const items = Array.from({ length: 500 }, (_, n) => roof(`A-${n}`, { capacityAcKw: '5.5' }));
    const { status, body } = await enter(items);
    expect(status).toBe(200);
    expect((body as unknown as CreatedMany).items.map(({ code }) => code)).toEqual(
      items.map(({ code }) => code),
    );
    expect(await count()).toEqual([500, 500]);
  });

  it('is none where one is wrong, which is named', async () => {
    const before = await count();
    const refused = await enter([roof('B-1'), roof('B-2', { territory: 'atlantis' })]);
    expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, '/items/1/territory']);
    const others = await enter([roof('B-1'), roof('B-2', { territory: 'kien-giang' })]);
    expect([others.status, others.body.errors?.[0]?.pointer]).toEqual([403, '/items/1']);
    const taken = await enter([roof('B-1'), roof('A-3')]);
    expect([taken.status, taken.body.code, taken.body.errors?.[0]?.pointer]).toEqual([
      409,
      'register.code-taken',
      '/items/1/code',
    ]);
    const twice = await enter([roof('B-1'), roof('B-1')]);
    expect([twice.status, twice.body.errors?.[0]?.pointer]).toEqual([409, '/items/1/code']);
    const faulty = await enter([roof('B-1'), roof('B-2', { systems: 0 })]);
    expect([faulty.status, faulty.body.errors?.[0]?.pointer]).toEqual([400, '/items/1/systems']);
    expect(await count()).toEqual(before);
  });

  it('is carried out once for its key', async () => {
    const items = [roof('C-1'), roof('C-2')];
    const first = await enter(items, { idempotencyKey: 'k' });
    expect(await enter(items, { idempotencyKey: 'k' })).toEqual(first);
  });

  it('lets energy audits be reminded of, three years after the last', async () => {
    const audit = (on: string) => [{ on, auditor: 'Trung tâm Khuyến công', possibleToe: null }];
    const user = (code: string, more: object) =>
      leastEntry(energyUsers, { code, state: 'designated', ...more });
    await house.ask(industry.energyUsers.createMany, officer, {
      body: {
        items: [
          user('never', {}),
          user('overdue', { audits: [...audit('2017-05-01'), ...audit('2020-05-01')] }),
          user('soon', { audits: audit('2021-07-15') }),
          user('later', { audits: audit('2023-01-01') }),
          user('not-designated', { state: 'proposed' }),
        ],
      },
    });
    const due = async (query: string, who = officer) =>
      (await house.ask(industry.energyUsers.auditsDue, who, { query })).body as unknown as AuditsDue;
    const found = await due('on=2024-06-01');
    expect(found.everyYears).toBe(3);
    expect(found.items.map(({ code, dueOn, daysOverdue }) => [code, dueOn, daysOverdue])).toEqual([
      ['never', null, null],
      ['overdue', '2023-05-01', 397],
      ['soon', '2024-07-15', null],
    ]);
    expect((await due('on=2024-06-01&within=0')).items).toHaveLength(2);
    expect((await due('on=2024-06-01', neighbour)).items).toEqual([]);
  });

  it('lets a need find suppliers: one’s own, and verified ones of others', async () => {
    const product = { product: 'Trục cam', vsic: '2930' };
    const made = (who: typeof officer, items: object[]) =>
      house.ask(industry.suppliers.createMany, who, { body: { items } });
    await made(officer, [leastEntry(suppliers, { ...product, code: 'mine' })]);
    await made(neighbour, [
      leastEntry(suppliers, { ...product, code: 'theirs', territory: 'kien-giang' }),
      leastEntry(suppliers, { ...product, code: 'verified', territory: 'kien-giang', state: 'verified' }),
    ]);
    const need = await house.ask(industry.componentNeeds.create, officer, {
      body: leastEntry(componentNeeds, { ...product, code: 'N' }),
    });
    const query = `id=${String(need.body['id'])}`;
    const { items } = (await house.ask(industry.componentNeeds.matches, officer, { query }))
      .body as unknown as SupplierMatches;
    expect(items.map(({ code }) => code)).toEqual(['verified', 'mine']);
    expect((await house.ask(industry.componentNeeds.matches, neighbour, { query })).status).toBe(403);
  });
});
