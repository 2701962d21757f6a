import {
  completenessEvents,
  industry,
  type Change,
  type ChangePage,
  type RegisterDeclaration,
  type RegisterDeclarations,
} from '@doit/contracts';
import { todayInVietNam } from '@doit/registers';
import { people, TestInstallation, type Claims } from '@doit/testing';
import type { Client } from 'pg';
import { database } from './database';
import { IndustryModule } from './industry.module';

const { complete, reopen, list } = industry.registers;
const { registerCompleted, registerReopened } = completenessEvents('industry');
const { officer, neighbour, admin, reader } = people;

/** Asked over the real bus, as the gateway asks. */
describe('a register that its territory declares complete', () => {
  let house: TestInstallation;
  let there: Client;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('industry', { module: IndustryModule, database });
    there = await house.as('industry');
  });
  afterAll(async () => {
    await there.end();
    await house.stop();
  });

  interface Asked {
    register: string;
    territory?: string;
    on?: string;
    note?: string;
  }
  const declare = (
    { territory = 'nghe-an', on = '2024-12-31', ...more }: Asked,
    who = officer,
    key?: string,
  ) => house.ask(complete, who, { body: { territory, on, ...more }, ...(key && { idempotencyKey: key }) });
  const takeBack = ({ register, territory = 'nghe-an' }: Asked, who = officer) =>
    house.ask(reopen, who, { body: { register, territory, reason: 'two plants were forgotten' } });
  const page = async (query: string, who: Claims | null): Promise<RegisterDeclarations> => {
    const { status, body } = await house.ask(list, who, { query });
    expect(status).toBe(200);
    return body as unknown as RegisterDeclarations;
  };
  const inForce = async (query: string, who: Claims | null = officer): Promise<RegisterDeclaration[]> =>
    (await page(query, who)).items;
  const told = async (noun: string): Promise<object[]> => {
    const sql = `select type, actor, payload from event where aggregate = $1 order by seq`;
    return (await there.query<object>(sql, [`register:${noun}:nghe-an`])).rows;
  };

  it('is shown to all with its day, and to readers of the territory with who declared it and why', async () => {
    const { status, body } = await declare({ register: 'hamlets', note: 'counted commune by commune' });
    expect(status).toBe(200);
    const shown = {
      ...{ register: 'hamlets', territory: 'nghe-an', completeOn: '2024-12-31' },
      ...{ note: 'counted commune by commune', declaredBy: 'nghean.officer' },
      declaredAt: expect.stringMatching(/^20\d\d-.*Z$/) as string,
    };
    expect(body).toEqual(shown);
    for (const who of [officer, reader, admin])
      expect(await inForce('register=hamlets', who)).toEqual([shown]);
    for (const who of [null, neighbour])
      expect(await inForce('register=hamlets', who)).toEqual([{ ...shown, note: null, declaredBy: null }]);
  });

  it('is so since another day when that is declared; the same again changes nothing', async () => {
    const first = await declare({ register: 'clusters', on: '2023-12-31' });
    expect(await declare({ register: 'clusters', on: '2023-12-31' })).toEqual(first);
    const later = await declare({ register: 'clusters', on: '2024-06-30' }, admin);
    expect(await inForce('register=clusters')).toEqual([later.body]);
    expect(await told('cluster')).toEqual([
      { type: registerCompleted.type, actor: 'nghean.officer', payload: first.body },
      { type: registerCompleted.type, actor: 'admin', payload: later.body },
    ]);
  });

  it('is no more once that is taken back with a reason, and may be declared again', async () => {
    const { body: declared } = await declare({ register: 'power-plants', on: '2023-12-31' });
    const { status, body } = await takeBack({ register: 'power-plants' });
    expect([status, body]).toEqual([
      200,
      {
        ...{ register: 'power-plants', territory: 'nghe-an', completeOn: '2023-12-31' },
        ...{ reason: 'two plants were forgotten', reopenedBy: 'nghean.officer' },
        reopenedAt: expect.any(String) as string,
      },
    ]);
    expect(await inForce('register=power-plants')).toEqual([]);
    const again = await takeBack({ register: 'power-plants' });
    expect([again.status, again.body.code]).toEqual([409, 'register.not-complete']);
    // The same day as before: nothing of that is in force.
    const { body: anew } = await declare({ register: 'power-plants', on: '2023-12-31' });
    expect(await inForce('register=power-plants')).toEqual([anew]);
    expect(await told('power-plant')).toEqual([
      { type: registerCompleted.type, actor: 'nghean.officer', payload: declared },
      { type: registerReopened.type, actor: 'nghean.officer', payload: body },
      { type: registerCompleted.type, actor: 'nghean.officer', payload: anew },
    ]);
  });

  it('is declared once by a request that comes again with its key', async () => {
    const first = await declare({ register: 'suppliers' }, officer, 'once');
    await takeBack({ register: 'suppliers' });
    expect(await declare({ register: 'suppliers' }, officer, 'once')).toEqual(first);
    expect(await inForce('register=suppliers')).toEqual([]);
  });

  it('is what was told of it last, where many declare it at once', async () => {
    const days = Array.from({ length: 12 }, (_, n) => `2024-${String(n + 1).padStart(2, '0')}-01`);
    await Promise.all(days.map((on) => declare({ register: 'promotion-schemes', on })));
    const [standing] = await inForce('register=promotion-schemes');
    const events = await told('scheme');
    expect(events).toHaveLength(12);
    expect(events.at(-1)).toMatchObject({ payload: standing });
  });

  it.each<[string, Asked, string]>([
    ['a register that is none', { register: 'castles' }, '422 register.unknown'],
    ['its noun', { register: 'power-plant' }, '422 register.unknown'],
    ['the country', { register: 'clusters', territory: 'viet-nam' }, '422 territory.unknown'],
    ['nowhere', { register: 'clusters', territory: 'nowhere' }, '422 territory.unknown'],
    ['another province', { register: 'clusters', territory: 'ha-tinh' }, '403 territory.not-yours'],
    [
      'a day to come',
      { register: 'clusters', on: dayAfter(todayInVietNam()) },
      '422 register.step-in-future',
    ],
  ])('is refused for %s', async (_, asked, refused) => {
    const { status, body } = await declare(asked);
    expect(`${status} ${body.code}`).toBe(refused);
  });

  it('is declared of a unit while it is there, by who keeps its books', async () => {
    const kienGiang = { register: 'hamlets', territory: 'kien-giang' };
    const answers = [
      await declare({ ...kienGiang, on: '2025-06-30' }, neighbour),
      await declare({ ...kienGiang, on: '2025-07-01' }, neighbour),
      await declare({ ...kienGiang, territory: 'an-giang-2025', on: '2025-06-30' }, neighbour),
    ];
    const found = answers.map(({ status, body }) => [status, body.code]);
    expect(found).toEqual([
      [200, undefined],
      [422, 'territory.not-in-force'],
      [422, 'territory.not-in-force'],
    ]);
  });

  it('is listed page by page, by territory and register', async () => {
    const all = await inForce('limit=500');
    expect(all.length).toBeGreaterThan(4);
    const paged: RegisterDeclaration[] = [];
    for (let after: string | null = ''; after !== null;) {
      const { items, next }: RegisterDeclarations = await page(
        `limit=2${after && `&after=${encodeURIComponent(after)}`}`,
        officer,
      );
      expect(items.length).toBeLessThanOrEqual(2);
      paged.push(...items);
      after = next;
    }
    expect(paged).toEqual(all);
    const wrong = ['after=x', 'register=castles'].map(async (query) => {
      const { status, body } = await house.ask(list, null, { query });
      return `${status} ${body.code}`;
    });
    expect(await Promise.all(wrong)).toEqual(['400 list.unreadable-cursor', '422 register.unknown']);
  });

  it('stands in the audit with what was declared before', async () => {
    const { status, body } = await house.ask(industry.audit.list, admin, {
      query: 'record=register%3Acluster%3Anghe-an',
    });
    expect(status).toBe(200);
    const [latest, first] = (body as unknown as ChangePage).items;
    const days = ({ before, after }: Change): unknown[] =>
      [before, after].map((each) => (each as RegisterDeclaration | null)?.completeOn);
    expect([latest, first].map((each) => each && days(each))).toEqual([
      ['2023-12-31', '2024-06-30'],
      [undefined, '2023-12-31'],
    ]);
    expect(latest).toMatchObject({ territory: 'nghe-an', what: registerCompleted.type, actor: 'admin' });
  });

  it('lets its service remove no declaration', async () => {
    await expect(there.query('delete from register_declaration')).rejects.toThrow(/permission denied/);
  });
});

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
