import type { Client } from 'pg';
import type { Entry, EntryCounts, EntryPage, Operation, Register } from '@doit/contracts';
import { unitsHeldBy } from '@doit/reference';
import { people, type TestInstallation } from './installation';
import type { Claims } from './issuer';

interface Asked {
  register: Register;
  operations: Record<'list' | 'counts' | 'export', Operation>;
}

/** Whose entries are found and counted: by territory and state, of a merged unit, of a group. */
export function countedByTerritory(
  { register, operations }: Asked,
  at: () => { house: TestInstallation; database: Client },
): void {
  const table = register.noun.replaceAll('-', '_');
  const isOwn = register.reads === 'own';
  const territoryReader: Claims = { ...people.reader, permissions: [`${register.service}:read`] };
  const reader = isOwn ? territoryReader : null;
  const everybody = isOwn ? people.admin : null;
  const seen = isOwn ? `territory = 'nghe-an'` : 'true';
  const list = async (territory: string): Promise<string[]> => {
    const { body } = await at().house.ask(operations.list, everybody, {
      query: `territory=${territory}&limit=500`,
    });
    return (body as unknown as EntryPage<Entry>).items.map(({ id }) => id);
  };

  it('is counted by territory and state, of what is asked', async () => {
    const counted = async (asked: string, where: string) => {
      const { rows } = await at().database.query(
        `select territory, state, count(*)::int from ${table} where ${seen} and ${where} group by 1, 2 order by 1, 2`,
      );
      const answer = await at().house.ask(operations.counts, reader, { query: asked });
      expect(answer.body).toEqual({ items: rows });
      return (answer.body as unknown as EntryCounts).items;
    };
    expect(new Set((await counted('', 'true')).map(({ territory }) => territory)).size).toBe(isOwn ? 1 : 2);
    const [first = '', second = ''] = register.states;
    const some = await counted(
      `state=${first},${second}&q=AN`,
      `state in ('${first}', '${second}') and words like '%an%'`,
    );
    expect(some.length).toBeGreaterThan(1);
    expect(await counted('q=nowhere', 'false')).toEqual([]);
  });

  it('of a merged unit and of a group holds what stands in the names of its members', async () => {
    const there = await at().database.query<{ id: string }>(
      `select id from ${table} where territory = 'kien-giang' order by code, id`,
    );
    const ids = there.rows.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    for (const territory of ['kien-giang', 'an-giang-2025', 'south-20-2024']) {
      expect(await list(territory)).toEqual(ids);
      const { body } = await at().house.ask(operations.counts, everybody, {
        query: `territory=${territory}`,
      });
      const { items } = body as unknown as EntryCounts;
      expect(items.reduce((sum, { count }) => sum + count, 0)).toBe(ids.length);
    }
    expect(await list('an-giang')).toEqual([]);
    for (const operation of [operations.list, operations.counts, operations.export]) {
      const { status, body } = await at().house.ask(operation, everybody, { query: 'territory=nowhere' });
      expect([status, body.code, body.errors?.[0]?.pointer]).toEqual([422, 'territory.unknown', 'territory']);
    }
  });

  if (isOwn)
    it('of a group is read by who has all its members', async () => {
      const members = unitsHeldBy('south-20-2024', '2025-06-30').filter((id) => id !== 'south-20-2024');
      const ask = async (territories: string[]) => {
        const who = { ...territoryReader, territories };
        const { status, body } = await at().house.ask(operations.counts, who, {
          query: 'territory=south-20-2024',
        });
        return status === 200 ? 200 : [body.code, body.errors];
      };
      expect(await ask(members)).toBe(200);
      expect(await ask(members.slice(1))).toEqual(['territory.not-yours', []]);
    });
}
