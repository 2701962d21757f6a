import { parse } from 'csv-parse/sync';
import type { Client } from 'pg';
import {
  fieldsOf,
  type Entry,
  type EntryPage,
  type Operation,
  type Register,
  type Service,
} from '@doit/contracts';
import { leastEntry } from './entries';
import { people, TestInstallation, type Answer, type Rooms } from './installation';
import type { Claims } from './issuer';
import { foundByTerritory } from './register-territories';

export type Verb = 'create' | 'step' | 'list' | 'counts' | 'get' | 'history' | 'export';

/** A register whose promises are tested, and what its entries hold. */
export interface RegisterSample {
  register: Register;
  operations: Record<Verb, Operation>;
  /** What an entry knows, by its number: much of it nothing, much of it the same as others. */
  known: (n: number) => object;
}
/** Null for every third, else one of few values, neither in order nor each once. */
export const few = (n: number, ...values: unknown[]): unknown =>
  n % 3 === 0 ? null : values[(n * 7) % values.length];

const names = ['Thủy điện Bản Vẽ', 'Đắk Lắk 2', 'Nghĩa Mỹ', 'a_b', 'a%b', 'axb', '-5 độ', "D'Ran"];
const communes = [null, 'Yên Na', 'Đăk Tô'];
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What every register promises, tested on these over a real broker and database: lists, filters, search, CSV, readers, leaving. */
export function keepTheirPromises(service: Service, rooms: Rooms, samples: readonly RegisterSample[]): void {
  describe.each(samples)('the register of $register.path', ({ register, operations, known }) => {
    let house: TestInstallation;
    let database: Client;
    const table = register.noun.replaceAll('-', '_');
    const isOwn = register.reads === 'own';
    const territoryReader: Claims = { ...people.reader, permissions: [`${service}:read`] };
    /** Whoever may read all that is asked about: of a public register nobody in particular. */
    const reader = isOwn ? territoryReader : null;
    const seen = isOwn ? `territory = 'nghe-an'` : 'true';

    const create = (more: object, who: Claims = people.officer) =>
      house.ask(operations.create, who, { body: leastEntry(register, more) });
    const query = (asked: Readonly<Record<string, string | number>>) =>
      Object.entries(asked)
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
        .join('&');
    const list = (asked: Record<string, string | number>, who: Claims | null = reader) =>
      house.ask(operations.list, who, { query: query(asked) });
    const itemsOf = ({ body }: Answer) => (body as unknown as EntryPage<Entry>).items;
    const idsOf = (answer: Answer) => itemsOf(answer).map(({ id }) => id);
    const csv = async (asked: Record<string, string | number>) => {
      const answer = await house.ask(operations.export, reader, { query: query(asked) });
      return parse<Record<string, string>>(String(answer.body['body']), { columns: true });
    };
    const select = async (where: string, values: unknown[] = [], order = 'code, id') =>
      (
        await database.query<{ id: string }>(
          `select id from ${table} where ${seen} and ${where} order by ${order}`,
          values,
        )
      ).rows.map(({ id }) => id);

    beforeAll(async () => {
      house = await TestInstallation.create();
      await house.start(service, rooms);
      database = await house.as(service);
      for (let n = 0; n < 36; n++) {
        const [name, commune] = [names[n % names.length], communes[n % communes.length]];
        const place = n % 9 === 0 ? 'kien-giang' : 'nghe-an';
        const who = place === 'nghe-an' ? people.officer : people.neighbour;
        const more = { name, commune, territory: place, state: register.states[n % 3], ...known(n) };
        // The same code in another territory is another entry.
        const answer = await create({ ...more, code: `M-${(n * 6) % 35}` }, who);
        if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      }
    });
    afterAll(async () => {
      await database.end();
      await house.stop();
    });

    it.each(register.sortable)(
      'by %s shows each entry once, page by page, as PostgreSQL orders them',
      async (sort) => {
        const column = snake(sort.replace('-', ''));
        const order = sort.startsWith('-')
          ? `${column} desc nulls last, id desc`
          : `${column} asc nulls first, id asc`;
        const expected = await select('true', [], order);
        expect(expected.length).toBeGreaterThan(30);
        const walked: string[][] = [];
        for (let after: string | null = ''; after !== null;) {
          const page = await list({ sort, limit: 7, ...(after && { after }) });
          walked.push(idsOf(page));
          after = (page.body as unknown as EntryPage<Entry>).next;
        }
        expect(walked.flat()).toEqual(expected);
        expect(walked.slice(0, -1).every((page) => page.length === 7)).toBe(true);
      },
    );

    it.each(['state', ...register.filters.filter((filter) => !register.derived.includes(filter as 'code'))])(
      'is narrowed by %s, by one value and by several',
      async (filter) => {
        const column = snake(filter);
        // Of a list, one value that it holds is enough.
        const isList = fieldsOf(register.fields).get(filter)?.many !== undefined;
        const ofEntry = isList ? `jsonb_array_elements_text(${column})` : `${column}::text`;
        const { rows } = await database.query<{ value: string }>(
          `select distinct ${ofEntry} as value from ${table} where ${column} is not null order by 1`,
        );
        const values = rows.map(({ value }) => value);
        expect(values.length).toBeGreaterThan(1);
        for (const wanted of [...values.map((value) => [value]), values.slice(0, 2)]) {
          const expected = await select(isList ? `${column} ?| $1` : `${column}::text = any($1)`, [wanted]);
          expect(expected.length).toBeGreaterThan(0);
          expect(idsOf(await list({ [filter]: wanted.join(','), limit: 500 }))).toEqual(expected);
        }
      },
    );

    const derived = register.filters.filter((filter) => register.derived.includes(filter as 'code'));
    if (derived.length > 0)
      it.each(derived)('is narrowed by %s, which nobody enters', async (filter) => {
        const all = itemsOf(await list({ limit: 500 })) as unknown as (Entry & Record<string, unknown>)[];
        const values = [...new Set(all.map((item) => item[filter]))].filter((value) => value !== null);
        expect(values.length).toBeGreaterThan(1);
        for (const wanted of [...values.map((value) => [value]), values.slice(0, 2)]) {
          const expected = all
            .filter((item) => wanted.some((value) => value === item[filter]))
            .map(({ id }) => id);
          expect(idsOf(await list({ [filter]: wanted.join(','), limit: 500 }))).toEqual(expected);
        }
        const { status, body } = await create({ [filter]: values[0] });
        expect([status, body.errors?.[0]?.pointer]).toEqual([400, `/${filter}`]);
      });

    it('is narrowed by territory and by several things at once, page by page', async () => {
      const territory = 'nghe-an';
      expect(idsOf(await list({ territory, limit: 500 }))).toEqual(
        await select('territory = $1', [territory]),
      );
      const state = register.states.slice(0, 2);
      const expected = await select('state = any($1) and words like $2 and territory = $3', [
        state,
        '%an%',
        territory,
      ]);
      const asked = { territory, q: 'AN', state: state.join(','), limit: 3 };
      const first = await list(asked);
      const after = (first.body as unknown as EntryPage<Entry>).next ?? '';
      const second = await list({ ...asked, limit: 500, after });
      expect([...idsOf(first), ...idsOf(second)]).toEqual(expected);
      expect(expected.length).toBeGreaterThan(3);
    });

    it.each([
      ['ban ve', ['Thủy điện Bản Vẽ']],
      ['BẢN VẼ', ['Thủy điện Bản Vẽ']],
      ['Bản Vẽ'.normalize('NFD'), ['Thủy điện Bản Vẽ']],
      ['đak lăk', ['Đắk Lắk 2']],
      ['a_b', ['a_b']],
      ['%', ['a%b']],
      ['\\', []],
      ["d'ran", ["D'Ran"]],
    ])('is searched for %j, blind to accents and to signs of patterns', async (q, found) => {
      const items = itemsOf(await list({ q, limit: 500 }));
      expect([...new Set(items.map(({ name }) => name))]).toEqual(found);
      expect(items.length).toBe((await select('name = any($1)', [found])).length);
    });

    it('is searched by code and by commune, too', async () => {
      expect(idsOf(await list({ q: 'm-17', limit: 500 }))).toEqual(await select(`code = 'M-17'`));
      expect(idsOf(await list({ q: 'dak to', limit: 500 }))).toEqual(await select(`commune = 'Đăk Tô'`));
    });

    it('as CSV is the same as the list, and goes on behind the cursor of its last row', async () => {
      const items = itemsOf(await list({ sort: '-code', limit: 500 })) as unknown as Record<
        string,
        unknown
      >[];
      const textOf = (value: unknown): string =>
        value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
      // What a spreadsheet would take for a formula is marked.
      const cellOf = (value: unknown): string => textOf(value).replace(/^(?=[=+@]|-\D|-\d+ )/, `'`);
      const expected = items.map((item) =>
        Object.fromEntries(Object.entries(item).map(([name, value]) => [name, cellOf(value)])),
      );
      const withoutCursor = (rows: Record<string, string>[]) => rows.map(({ cursor: _, ...row }) => row);
      expect(withoutCursor(await csv({ sort: '-code', limit: 500 }))).toEqual(expected);
      const walked: Record<string, string>[] = [];
      for (let after: string | undefined = ''; after !== undefined;) {
        const rows = await csv({ sort: '-code', limit: 7, ...(after && { after }) });
        walked.push(...rows);
        after = rows.at(-1)?.['cursor'];
      }
      expect(withoutCursor(walked)).toEqual(expected);
    });

    it('as CSV has its heading even where there is nothing', async () => {
      const answer = await house.ask(operations.export, reader, { query: 'q=nowhere' });
      const [item = {}] = itemsOf(await list({ limit: 1 }));
      expect(answer.body['body']).toBe(`${[...Object.keys(item), 'cursor'].join(',')}\r\n`);
    });

    const id = '01980000-0000-7000-8000-000000000000';
    const own = register.sorts.at(-1) ?? '';
    it.each<[string, string, unknown]>([
      ['code', 'no JSON', 'M-1'],
      ['code', 'no list', '{}'],
      ['code', 'too short', '["M-1"]'],
      ['code', 'no text', `[1,"${id}"]`],
      ['code', 'no id', '["M-1","x"]'],
      ['code', 'not storable', JSON.stringify(['\0', id])],
      [own, 'of another order', JSON.stringify(['M-1', id])],
      [`-${own}`, 'of another order', JSON.stringify(['', id])],
      ['changedAt', 'of another order', JSON.stringify(['M-1', id])],
      ['changedAt', 'on no day', JSON.stringify(['2024-02-30', id])],
    ])('ordered by %s refuses a cursor that is spoiled: %s', async (sort, _what, after) => {
      for (const operation of [operations.list, operations.export]) {
        const { status, body } = await house.ask(operation, reader, {
          query: query({ sort, after: String(after) }),
        });
        expect([status, body.code]).toEqual([400, 'list.unreadable-cursor']);
      }
    });

    it(isOwn ? 'is read by who may read, and of his territories only' : 'is read by everybody', async () => {
      const [here] = (
        await database.query<{ id: string }>(`select id from ${table} where territory = 'nghe-an'`)
      ).rows;
      const ask = async (verb: Verb, who: Claims | null, asked: string) => {
        const { status, body } = await house.ask(operations[verb], who, { query: asked });
        return status === 200 ? 200 : body.code;
      };
      const one = `id=${here?.id ?? ''}`;
      const writer: Claims = { ...people.officer, permissions: [`${service}:write`] };
      const answers = async (who: Claims | null) => [
        await ask('list', who, 'territory=nghe-an'),
        await ask('counts', who, 'territory=nghe-an'),
        await ask('export', who, 'territory=nghe-an'),
        await ask('get', who, one),
        await ask('history', who, one),
      ];
      const refused = (code: string) => [...(isOwn ? [code, code, code, code] : [200, 200, 200, 200]), code];
      expect(await answers(null)).toEqual(refused('token.missing'));
      expect(await answers(writer)).toEqual(refused('permission.missing'));
      expect(await answers(people.neighbour)).toEqual(refused('territory.not-yours'));
      expect(await answers(territoryReader)).toEqual([200, 200, 200, 200, 200]);
      const territories = async (who: Claims) =>
        [...new Set(itemsOf(await list({ limit: 500 }, who)).map(({ territory }) => territory))].sort();
      expect(await territories(people.neighbour)).toEqual(isOwn ? ['kien-giang'] : ['kien-giang', 'nghe-an']);
      expect(await territories(people.admin)).toEqual(['kien-giang', 'nghe-an']);
    });

    it('keeps what left it, with its history and its code', async () => {
      const leaving = register.steps.at(-1) ?? '';
      const made = (await create({ code: 'GONE' })).body as unknown as Entry;
      const gone = await house.ask(operations.step, people.officer, {
        ...{ query: `id=${made.id}`, ifMatch: '1' },
        body: { step: leaving, on: '2024-06-01', reason: 'nhập nhầm' },
      });
      const { entry } = gone.body as unknown as { entry: Entry };
      expect(gone.body).toMatchObject({
        entry: { state: register.states.at(-1), stateOn: '2024-06-01' },
        allowed: [],
      });
      expect(itemsOf(await list({ q: 'gone', state: entry.state }))).toEqual([entry]);
      expect((await house.ask(operations.get, reader, { query: `id=${made.id}` })).body).toEqual(entry);
      const history = await house.ask(operations.history, territoryReader, { query: `id=${made.id}` });
      expect(history.body['items']).toMatchObject([
        { type: register.created.type, payload: { id: made.id } },
        { type: register.changed.type, payload: { step: leaving, on: '2024-06-01', reason: 'nhập nhầm' } },
      ]);
      const again = await create({ code: 'GONE' });
      expect([again.status, again.body.code]).toEqual([409, 'register.code-taken']);
    });

    foundByTerritory({ register, operations }, () => ({ house, database }));
  });
}
