import { Logger } from '@nestjs/common';
import { reporting, type RegisterTallies, type RegisterTally } from '@doit/contracts';
import { rebuild, type ToldEvent } from '@doit/events';
import { TestInstallation } from '@doit/testing';
import type { Client } from 'pg';
import { database as ofExportImport } from '../../../export-import/src/database';
import { ExportImportModule } from '../../../export-import/src/export-import.module';
import { database as ofIndustry } from '../../../industry/src/database';
import { IndustryModule } from '../../../industry/src/industry.module';
import { database as ofTrade } from '../../../trade/src/database';
import { TradeModule } from '../../../trade/src/trade.module';
import { plain, tables, tellerOf, tellers, type Teller } from '../../test/plain-tallies';
import { arrived as applied } from '../../test/settled';
import { RegisterMix } from '../../test/register-mix';
import { database as rooms } from '../database';
import { applyFiguresOf } from '../figures/apply';
import { figureSources, figureTables } from '../figures/projection';
import { ReportingModule } from '../reporting.module';

const seed = 5;
/** Who held the land of today's unit, written by hand. */
const asked: Record<string, readonly string[]> = {
  'nghe-an': ['nghe-an'],
  'kien-giang': ['kien-giang'],
  'an-giang-2025': ['an-giang-2025', 'an-giang', 'kien-giang'],
  'viet-nam': ['nghe-an', 'ha-tinh', 'kien-giang', 'an-giang', 'an-giang-2025'],
};
type Numbers = Record<string, [value: number | null, counted: number, lacking: number]>;

/** Over a real broker and four services: reporting asks nobody, and learns of each entry by its events. */
describe('registers in reporting', () => {
  let house: TestInstallation;
  const there = new Map<Teller, Client>();
  let here: Client;
  let mix: RegisterMix;
  let declarations: RegisterMix;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('industry', { module: IndustryModule, database: ofIndustry });
    await house.start('trade', { module: TradeModule, database: ofTrade });
    await house.start('export-import', { module: ExportImportModule, database: ofExportImport });
    for (const teller of tellers) there.set(teller, await house.as(teller));
    mix = new RegisterMix(house, seed);
    declarations = new RegisterMix(house, seed);
    // Half of it is told before anybody listens, so that batches hold many events of one entry.
    await mix.act(540);
    await declarations.declare(125);
    await house.start('reporting', { module: ReportingModule, database: rooms });
    here = await house.as('reporting');
    await mix.act(540);
    await declarations.declare(125);
    await arrived();
  });
  afterAll(async () => {
    await here.end();
    for (const client of there.values()) await client.end();
    await house.stop();
  });

  function at(teller: Teller): Client {
    const client = there.get(teller);
    if (!client) throw new Error(teller);
    return client;
  }
  async function arrived(): Promise<void> {
    for (const teller of tellers) await applied(teller, at(teller), here);
  }

  /** What reporting answers to anybody. */
  async function answered(territory: string): Promise<Numbers> {
    const { status, body } = await house.ask(reporting.registers.read, null, {
      query: `territory=${territory}`,
    });
    expect(status).toBe(200);
    const { items } = body as unknown as RegisterTallies;
    const keyOf = ({ indicator, dimensions }: RegisterTally) =>
      [indicator, ...Object.values(dimensions)].join(' ');
    return Object.fromEntries(
      items.map((each) => [
        keyOf(each),
        [each.value === null ? null : Number(each.value), each.counted, each.lacking],
      ]),
    );
  }

  /** The same out of the tellers' tables, or of another source of rows like theirs. */
  async function counted(territory: string, from = (table: string) => table): Promise<Numbers> {
    const numbers: Numbers = {};
    for (const [key, [table, rows, value, lacking]] of Object.entries(plain)) {
      const { rows: found } = await at(tellerOf(table)).query<{
        value: string | null;
        counted: string;
        lacking: string;
      }>(
        `select round(${value}, 12)::text as value, count(*) as counted, count(*) filter (where ${lacking}) as lacking
           from ${from(table)} t where ${rows} and territory = any($1)`,
        [asked[territory]],
      );
      const [row] = found;
      numbers[key] = [
        row?.value == null ? null : Number(row.value),
        Number(row?.counted),
        Number(row?.lacking),
      ];
    }
    return numbers;
  }

  const kept = async (): Promise<object[]> => [
    ...(await here.query<object>('select * from registered order by register, id')).rows,
    ...(await here.query<object>('select * from register_declaration order by register, territory')).rows,
  ];

  it('are told about by a mix that holds every act, on every register', () => {
    for (const noun of Object.keys(tables))
      for (const act of ['create', 'change', 'step', 'correct', 'leave', 'complete', 'reopen']) {
        const of = [mix, declarations].map((each) => each.done.get(`${noun} ${act}`) ?? 0);
        const done = Math.max(...of);
        expect([noun, act, done >= 3]).toEqual([noun, act, true]);
      }
    expect([...mix.done.values()].reduce((sum, times) => sum + times)).toBe(1080);
  });

  it('hold each entry as who told it does, with what was derived when it was', async () => {
    for (const [register, table] of Object.entries(tables)) {
      const columns = 'id, territory, state, version';
      const theirs = await at(tellerOf(table)).query<object>(
        `select ${columns}, body::jsonb from ${table} order by id`,
      );
      const ours = await here.query<object>(
        `select ${columns}, body - '{class,stars,expiresOn,portal}'::text[] as body from registered where register = $1 order by id`,
        [register],
      );
      expect(ours.rows).toEqual(theirs.rows);
    }
  });

  /** What is declared, taken back or not, and not who said so when. */
  const declared = async (client: Client): Promise<object[]> => {
    const columns = 'register, territory, complete_on::text';
    return (await client.query<object>(`select ${columns} from register_declaration`)).rows;
  };

  const inOrder = (rows: object[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

  it('are complete where who told it holds that their territory declared it', async () => {
    const theirs = (await Promise.all(tellers.map((teller) => declared(at(teller))))).flat();
    expect(inOrder(await declared(here))).toEqual(inOrder(theirs));
    const inForce = theirs.filter((each) => 'complete_on' in each && each.complete_on !== null);
    expect([inForce.length > 3, inForce.length < theirs.length]).toEqual([true, true]);
  });

  it('are shown with the day since when they are complete, of a merged unit by its own word or that of all', async () => {
    const found = tellers.map((teller) =>
      at(teller).query<{ register: string; territory: string; on: string | null }>(
        'select register, territory, complete_on::text as on from register_declaration',
      ),
    );
    const rows = (await Promise.all(found)).flatMap((each) => each.rows);
    const dayOf = (register: string, territory: string): string | null =>
      rows.find((row) => row.register === register && row.territory === territory)?.on ?? null;
    for (const register of Object.keys(tables))
      for (const territory of ['nghe-an', 'ha-tinh', 'kien-giang', 'an-giang', 'an-giang-2025']) {
        // Each of the mix has entries of its own, so that a merged unit is complete by its own word alone.
        const { body } = await house.ask(reporting.registers.read, null, {
          query: `territory=${territory}&register=${register}`,
        });
        const { items } = body as unknown as RegisterTallies;
        const days = new Set(items.map(({ completeOn }) => completeOn));
        expect([register, territory, ...days]).toEqual([register, territory, dayOf(register, territory)]);
      }
  });

  it.each(Object.keys(asked))(
    'come to what plain SQL counts in the tellers’ own tables: %s',
    async (territory) => {
      expect(await answered(territory)).toEqual(await counted(territory));
    },
  );

  it('would not, had changes, steps, states or the entries of merged units been overlooked', async () => {
    expect(await counted('kien-giang')).not.toEqual(await counted('an-giang-2025'));
    const right = await counted('viet-nam');
    // As entered, and never changed since.
    const first = (table: string) => {
      const type = `${tellerOf(table)}.${table.replace('_', '-')}.created.v1`;
      const snake = `lower(regexp_replace(key, '([A-Z])', '_\\1', 'g'))`;
      const columns = `(select jsonb_object_agg(${snake}, value) from jsonb_each(payload::jsonb))`;
      return `(select r.* from event, jsonb_populate_record(null::${table}, ${columns}) r where type = '${type}')`;
    };
    const inWhateverState = (table: string) => {
      const state =
        { ocop_product: 'certified', ecommerce_seller: 'selling', trader: 'trading' }[table] ?? 'operating';
      return `(select (jsonb_populate_record(e, '{"state":"${state}"}')).* from ${table} e)`;
    };
    for (const [key, [, entries, lacking]] of Object.entries(right))
      expect([key, entries > 0, lacking > 0]).toEqual([key, true, plain[key]?.[3] !== 'false']);
    // One number may come out right by chance; those of all territories do not.
    const everywhere = async (from?: (table: string) => string) => {
      const found = await Promise.all(Object.keys(asked).map((territory) => counted(territory, from)));
      return (key: string) => [key, ...found.map((numbers) => numbers[key]?.[0])];
    };
    const all = await everywhere();
    for (const numbers of [await everywhere(first), await everywhere(inWhateverState)])
      for (const key of Object.keys(plain)) expect(numbers(key)).not.toEqual(all(key));
  });

  it('are no different when what was told is applied once more', async () => {
    const before = await kept();
    const { rows } = await at('industry').query<ToldEvent>(
      'select id, position::int, type, aggregate, actor, occurred_at::text as "occurredAt", payload::text from event order by position',
    );
    const owner = await house.as('reporting', true);
    await applyFiguresOf('industry')(owner, rows.slice(0, 150));
    await owner.end();
    expect(await kept()).toEqual(before);
  });

  it('are the same after a rebuild', async () => {
    const before = await kept();
    await rebuild({
      listener: 'reporting',
      sources: figureSources,
      tables: figureTables,
      namespace: 'doit',
      connection: { connectionString: house.owner('reporting').databaseUrl },
      nats: await house.connect('reporting'),
      log: new Logger('rebuild'),
    });
    expect(await kept()).toEqual(before);
    for (const territory of Object.keys(asked))
      expect(await answered(territory)).toEqual(await counted(territory));
    await mix.act(10);
    await arrived();
    expect(await answered('viet-nam')).toEqual(await counted('viet-nam'));
  });

  it('refuse what they do not know, by its name', async () => {
    const codes = ['territory=nowhere', 'territory=nghe-an&register=castle'].map(async (query) => {
      const { status, body } = await house.ask(reporting.registers.read, null, { query });
      return `${status} ${body.code}`;
    });
    expect(await Promise.all(codes)).toEqual(['422 territory.unknown', '422 register.unknown']);
  });
});
