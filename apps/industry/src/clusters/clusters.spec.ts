import type { Client } from 'pg';
import { industry, type Cluster } from '@doit/contracts';
import { people, TestInstallation, type Answer } from '@doit/testing';
import { database as options } from '../database';
import { IndustryModule } from '../industry.module';

/** The register of clusters over a real broker and database, asked as the gateway asks. */
describe('the register of clusters', () => {
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

  let last = 0;
  const create = (more: object = {}, who = people.officer) =>
    house.ask(industry.clusters.create, who, {
      body: { code: `CCN-${++last}`, name: 'Cụm công nghiệp Đô Lương', territory: 'nghe-an', ...more },
    });
  const clusterOf = ({ body }: Answer) => body as unknown as Cluster;
  const events = async () =>
    Number((await database.query<{ count: string }>('select count(*) from event')).rows[0]?.count);

  it('enters a cluster, tells it, and gives it back with its version as ETag', async () => {
    const before = await events();
    const made = await create({ areaEstablishedHa: '45.5', establishedOn: '2022-03-01' });
    expect(made.status).toBe(200);
    expect(clusterOf(made)).toMatchObject({
      areaEstablishedHa: '45.5',
      state: 'planned',
      version: 1,
      commune: null,
    });
    const read = await house.ask(industry.clusters.get, null, { query: `id=${clusterOf(made).id}` });
    expect(read).toEqual({ status: 200, etag: '1-public', body: made.body });
    expect(await events()).toBe(before + 1);
  });

  it('gives each of many readers at once the cluster asked for, or says that there is none', async () => {
    const made = await Promise.all(Array.from({ length: 5 }, (_, n) => create({ name: `Cụm ${n}` })));
    const ids = made.map((answer) => clusterOf(answer).id);
    const nobody = '01980000-0000-7000-8000-000000000000';
    const asked = Array.from({ length: 200 }, (_, n) => ids[n % 6] ?? nobody);
    const read = await Promise.all(
      asked.map((id) => house.ask(industry.clusters.get, null, { query: `id=${id}` })),
    );
    expect(read.map(({ status, body }) => (status === 200 ? body['id'] : body['code']))).toEqual(
      asked.map((id) => (id === nobody ? 'cluster.not-found' : id)),
    );
  });

  it('says of each reader that reading failed, and goes on', async () => {
    const { id } = clusterOf(await create());
    const owner = await house.as('industry', true);
    await owner.query('alter table cluster rename to hidden');
    const get = () => house.ask(industry.clusters.get, null, { query: `id=${id}` });
    const failed = await Promise.all([get(), get(), get()]);
    await owner.query('alter table hidden rename to cluster');
    await owner.end();
    expect(failed.map(({ status }) => status)).toEqual([500, 500, 500]);
    expect((await get()).status).toBe(200);
  });

  it('reads what stands in the row, whoever wrote it', async () => {
    const { id } = clusterOf(await create());
    await database.query(`set doit.territories = '*'`);
    await database.query(`update cluster set name = 'Cụm Tân Kỳ' where id = $1`, [id]);
    const { body } = await house.ask(industry.clusters.get, null, { query: `id=${id}` });
    expect(body['name']).toBe('Cụm Tân Kỳ');
  });

  it('changes what is sent, keeps the rest, and grows the version', async () => {
    const made = clusterOf(await create({ commune: 'Đô Lương' }));
    const changed = await house.ask(industry.clusters.change, people.officer, {
      query: `id=${made.id}`,
      ifMatch: '"1"',
      body: { state: 'operating', investor: null, reason: 'entered as planned by mistake' },
    });
    expect(clusterOf(changed)).toMatchObject({
      version: 2,
      state: 'operating',
      commune: 'Đô Lương',
      code: made.code,
    });
    const history = await house.ask(industry.clusters.history, people.officer, { query: `id=${made.id}` });
    expect(history.body['items']).toMatchObject([
      { type: 'industry.cluster.created.v1', actor: 'nghean.officer' },
      { type: 'industry.cluster.changed.v1', payload: { changed: ['state'], cluster: { version: 2 } } },
    ]);
  });

  it('lets one of two officers change a version, and tells the other which is current', async () => {
    const { id } = clusterOf(await create());
    const change = (name: string) =>
      house.ask(industry.clusters.change, people.officer, {
        query: `id=${id}`,
        ifMatch: '1',
        body: { name },
      });
    const answers = await Promise.all([change('một'), change('hai')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(answers.find(({ status }) => status === 412)?.body.code).toBe('cluster.changed-meanwhile');
  });

  it('is changed by nobody from elsewhere, and what is not there by nobody', async () => {
    const { id } = clusterOf(await create());
    const change = async (which: string) => {
      const asked = { query: `id=${which}`, ifMatch: '1', body: { name: 'X' } };
      const { status, body } = await house.ask(industry.clusters.change, people.neighbour, asked);
      return [status, body.code];
    };
    expect(await change(id)).toEqual([403, 'territory.not-yours']);
    expect(await change('01980000-0000-7000-8000-000000000000')).toEqual([404, 'cluster.not-found']);
  });

  it('finds by words without accents, filters, and pages without repeating or losing any', async () => {
    const territory = 'kien-giang';
    for (const name of ['Hà Giang Thượng', 'Đăk Tô', 'Rạch Giá'])
      await create({ name, territory }, people.neighbour);
    const found = await house.ask(industry.clusters.list, null, {
      query: `territory=${territory}&q=dak%20to`,
    });
    expect((found.body['items'] as Cluster[]).map(({ name }) => name)).toEqual(['Đăk Tô']);
    for (const sort of ['code', '-changedAt']) {
      const seen: string[] = [];
      for (let after = ''; ;) {
        const query = `territory=${territory}&limit=2&sort=${sort}${after && `&after=${encodeURIComponent(after)}`}`;
        const { body } = await house.ask(industry.clusters.list, null, { query });
        seen.push(...(body['items'] as Cluster[]).map(({ id }) => id));
        if (body['next'] === null) break;
        after = body['next'] as string;
      }
      expect(new Set(seen).size).toBe(3);
      expect(seen).toHaveLength(3);
    }
  });

  it.each([
    ['no token', null, {}, 401, 'token.missing'],
    ['no right to write', people.reader, {}, 403, 'permission.missing'],
    ["another province's officer", people.neighbour, {}, 403, 'territory.not-yours'],
    ['an unknown territory', people.admin, { territory: 'atlantis' }, 422, 'territory.unknown'],
    ['an unknown field', people.officer, { colour: 'red' }, 400, 'request.invalid'],
    ['a name that is a number', people.officer, { name: 5 }, 400, 'request.invalid'],
    [
      'areas out of order',
      people.officer,
      { leasedHa: '30', industrialHa: '20' },
      422,
      'cluster.areas-out-of-order',
    ],
    [
      'more than the cap of its day',
      people.officer,
      { areaEstablishedHa: '75.01' },
      422,
      'cluster.over-75-ha',
    ],
  ])('refuses %s and stores nothing', async (_what, who, more, status, code) => {
    const before = await events();
    const body = { code: 'X', name: 'X', territory: 'nghe-an', ...more };
    const answer = await house.ask(industry.clusters.create, who, { body });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await events()).toBe(before);
    expect((await database.query(`select from cluster where code = 'X'`)).rowCount).toBe(0);
  });

  it('names every wrong place by pointer, in both languages', async () => {
    const body = { code: 7, name: 'X', territory: 'nghe-an', leasedHa: 'much', colour: 'red' };
    const answer = await house.ask(industry.clusters.create, people.officer, { body });
    expect(answer.body.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/colour', 'field.unknown'],
      ['/code', 'field.not-text'],
      ['/leasedHa', 'field.not-decimal'],
    ]);
    expect(answer.body.errors?.[1]?.message).toEqual({ vi: 'Phải là chữ.', en: 'Must be text.' });
  });

  it('refuses a code that its territory has already', async () => {
    const { code } = clusterOf(await create());
    const again = await create({ code });
    expect([again.status, again.body.code]).toEqual([409, 'cluster.code-taken']);
  });

  it('asks for If-Match before a change', async () => {
    const { id } = clusterOf(await create());
    const answer = await house.ask(industry.clusters.change, people.officer, {
      query: `id=${id}`,
      body: { name: 'X' },
    });
    expect([answer.status, answer.body.code]).toEqual([428, 'request.if-match-required']);
  });

  it('refuses a key given in query and body, and reads no cursor that it did not write', async () => {
    const { id } = clusterOf(await create());
    const twice = await house.ask(industry.clusters.change, people.officer, {
      query: `id=${id}`,
      ifMatch: '1',
      body: { id },
    });
    expect([twice.status, twice.body.code]).toEqual([400, 'request.given-twice']);
    const cursor = await house.ask(industry.clusters.list, null, { query: 'after=%5B1%5D' });
    expect([cursor.status, cursor.body.code]).toEqual([400, 'list.unreadable-cursor']);
  });

  it('cannot touch what is not its own: no table of another service, no event once told', async () => {
    await expect(database.query('select * from trade.event')).rejects.toThrow('permission denied');
    await expect(database.query(`update event set payload = '{}'`)).rejects.toThrow('permission denied');
    await expect(database.query('delete from event')).rejects.toThrow('permission denied');
    await expect(database.query('create table mine (id int)')).rejects.toThrow('permission denied');
  });
});
