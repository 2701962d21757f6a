import { clusters, industry, type Cluster } from '@doit/contracts';
import { leastEntry, people, TestInstallation } from '@doit/testing';
import { database as options } from '../database';
import { IndustryModule } from '../industry.module';

const { officer } = people;

/** Clusters of one former district, over a real broker and database. */
describe('clusters of one district', () => {
  let house: TestInstallation;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('industry', { module: IndustryModule, database: options });
  });
  afterAll(() => house.stop());

  const proposed = async (more: object): Promise<Cluster> => {
    const body = leastEntry(clusters, { state: 'proposed', areaEstablishedHa: '75', ...more });
    return (await house.ask(industry.clusters.create, officer, { body })).body as unknown as Cluster;
  };
  const establish = ({ id, version }: Cluster) =>
    house.ask(industry.clusters.step, officer, {
      ...{ query: `id=${id}`, ifMatch: String(version) },
      body: { step: 'establish', on: '2025-06-01' },
    });
  const codes = (body: Record<string, unknown>): unknown =>
    ((body['warnings'] ?? body['errors']) as { code: string }[]).map(({ code }) => code);

  it('see each other, also where several are established at once', async () => {
    const empty = { oldDistrict: 'Đô Lương', industrialHa: '70', leasedHa: '0' };
    const six = await Promise.all(Array.from({ length: 6 }, () => proposed(empty)));
    const answers = await Promise.all(six.map(establish));
    // The first has no neighbour, the second one with 70 ha left, at most 100; from the third on there is too much.
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 422, 422, 422, 422]);
  });

  it('of which the land is not known are said to be so, and refuse nothing', async () => {
    const oldDistrict = 'Quỳ Hợp';
    const first = await establish(await proposed({ oldDistrict, industrialHa: '70' }));
    expect([first.status, codes(first.body)]).toEqual([200, []]);
    const second = await establish(await proposed({ oldDistrict, industrialHa: '70', leasedHa: '0' }));
    expect([second.status, codes(second.body)]).toEqual([200, ['cluster.neighbours-unknown']]);
  });
});
