import { parse } from 'csv-parse/sync';
import { clusters, industry, type Cluster } from '@doit/contracts';
import { leastEntry, people, TestInstallation, type Claims } from '@doit/testing';
import { database as options } from './database';
import { IndustryModule } from './industry.module';

const { officer, neighbour, reader, admin } = people;

/** What everybody may read of a register, over a real broker and database. */
describe('the fields of a cluster that are not public', () => {
  let house: TestInstallation;
  let cluster: Cluster;
  const own = { tenantCapitalBn: '120.5', revenueBn: '80', budgetPaidBn: '3', obstacles: 'vướng mặt bằng' };
  const shown = { leasedHa: '3.5', investor: 'Công ty hạ tầng', jobs: 7 };
  const nothing = Object.fromEntries(Object.keys(own).map((name) => [name, null]));

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('industry', { module: IndustryModule, database: options });
    const body = leastEntry(clusters, { territory: 'nghe-an', ...own, ...shown });
    cluster = (await house.ask(industry.clusters.create, officer, { body })).body as unknown as Cluster;
    const theirs = leastEntry(clusters, { territory: 'kien-giang', ...own, ...shown });
    await house.ask(industry.clusters.create, neighbour, { body: theirs });
  });
  afterAll(() => house.stop());

  const readAs = async (who: Claims | null) => {
    const one = await house.ask(industry.clusters.get, who, { query: `id=${cluster.id}` });
    const { body } = await house.ask(industry.clusters.list, who, { query: 'sort=code&limit=10' });
    const items = body['items'] as Cluster[];
    const csv = await house.ask(industry.clusters.export, who, { query: 'sort=code' });
    const rows = parse<Record<string, string>>(String(csv.body['body']), { columns: true });
    return { one, items, rows };
  };

  it.each<[string, Claims | null]>([
    ['nobody in particular', null],
    ['a neighbour', neighbour],
    ['who may write but not read', { ...officer, permissions: ['industry:write'] }],
  ])('show as null to %s, and all others as they are', async (_who, who) => {
    const { one, items, rows } = await readAs(who);
    expect(one.body).toEqual({ ...cluster, ...nothing });
    expect(items.find(({ id }) => id === cluster.id)).toEqual({ ...cluster, ...nothing });
    expect(rows.find(({ id }) => id === cluster.id)).toMatchObject({ leasedHa: '3.5', obstacles: '' });
  });

  it.each<[string, Claims, number]>([
    ['an officer of the territory', officer, 1],
    ['a reader of the territory', reader, 1],
    ['who reads every territory', admin, 2],
  ])('show to %s', async (_who, who, whole) => {
    const { one, items, rows } = await readAs(who);
    expect(one.body).toEqual(cluster);
    expect(items.filter(({ obstacles }) => obstacles !== null)).toHaveLength(whole);
    expect(rows.find(({ id }) => id === cluster.id)).toMatchObject({ obstacles: 'vướng mặt bằng' });
  });

  it('are hidden again after a change and a step', async () => {
    const changed = await house.ask(industry.clusters.change, officer, {
      ...{ query: `id=${cluster.id}`, ifMatch: '1', body: { revenueBn: '90', jobs: 8 } },
    });
    expect(changed.body).toMatchObject({ revenueBn: '90' });
    cluster = changed.body as unknown as Cluster;
    expect((await readAs(null)).one.body).toEqual({ ...cluster, ...nothing });
  });
});
