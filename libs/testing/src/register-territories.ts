import type { Client } from 'pg';
import type { Entry, EntryCounts, EntryPage, Operation, Register } from '@doit/contracts';
import { memberIdsOn } from '@doit/reference';
import { leastEntry } from './entries';
import { people, type TestInstallation } from './installation';
import type { Claims } from './issuer';

interface Asked {
  register: Register;
  operations: Record<'create' | 'list' | 'counts' | 'export', Operation>;
}

/** Whose entries are found and counted: by territory and state, of a merged unit, of a group. */
export function foundByTerritory(
  { register, operations }: Asked,
  at: () => { house: TestInstallation; database: Client },
): void {
  const table = register.noun.replaceAll('-', '_');
  const isOwn = register.reads === 'own';
  const territoryReader: Claims = { ...people.reader, permissions: [`${register.service}:read`] };
  const reader = isOwn ? territoryReader : null;
  const everybody = isOwn ? people.admin : null;
  const seen = isOwn ? `territory = 'nghe-an'` : 'true';
  const found = async (territory: string, who: Claims | null = everybody): Promise<string[]> => {
    const query = `territory=${territory}`;
    const listed = await at().house.ask(operations.list, who, { query: `${query}&limit=500` });
    const { items } = listed.body as unknown as EntryPage<Entry>;
    const counted = await at().house.ask(operations.counts, who, { query });
    const counts = (counted.body as unknown as EntryCounts).items;
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(items.length);
    return items.map(({ id }) => id);
  };
  /** Those that PostgreSQL has in these names. */
  const standing = async (...territories: string[]): Promise<string[]> => {
    const { rows } = await at().database.query<{ id: string }>(
      `select id from ${table} where territory = any($1) order by code, id`,
      [territories],
    );
    return rows.map(({ id }) => id);
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

  it('of a merged unit and of a group has what stands in the names of its members', async () => {
    for (const territory of ['an-giang', 'an-giang-2025', 'ha-noi'])
      await at().house.ask(operations.create, people.admin, { body: leastEntry(register, { territory }) });
    const before = ['an-giang', 'kien-giang'];
    const now = [...before, 'an-giang-2025'];
    expect((await standing(...now)).length).toBeGreaterThan(before.length);
    expect(await found('kien-giang')).toEqual(await standing('kien-giang'));
    expect(await found('an-giang')).toEqual(await standing('an-giang'));
    // Once, though it is asked for twice.
    for (const asked of ['an-giang-2025', 'an-giang-2025,kien-giang', 'south-20-2024', 'mrd-2025'])
      expect(await found(asked)).toEqual(await standing(...now));
    const all = await standing('nghe-an', 'ha-noi', ...now);
    expect(await found('viet-nam')).toEqual(register.isOfCountry ? [] : all);
    // Rights over Kiên Giang are rights over An Giang of today, not over that of before.
    const theirs = isOwn ? await standing('kien-giang', 'an-giang-2025') : await standing(...now);
    expect(
      await found('an-giang-2025', isOwn ? { ...territoryReader, territories: ['kien-giang'] } : null),
    ).toEqual(theirs);
    for (const operation of [operations.list, operations.counts, operations.export]) {
      const { status, body } = await at().house.ask(operation, everybody, { query: 'territory=nowhere' });
      expect([status, body.code, body.errors?.[0]?.pointer]).toEqual([422, 'territory.unknown', 'territory']);
    }
  });

  if (isOwn)
    it('of a group is read by who has all its members', async () => {
      const members = memberIdsOn('south-20-2024', '2025-06-30');
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
