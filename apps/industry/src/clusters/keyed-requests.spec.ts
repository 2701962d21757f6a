import { industry } from '@doit/contracts';
import { people, TestInstallation, type Claims } from '@doit/testing';
import type { Client } from 'pg';
import { database as options } from '../database';
import { IndustryModule } from '../industry.module';

/** Asked over the real bus, as the gateway asks. */
describe('a request with an Idempotency-Key', () => {
  let house: TestInstallation;
  let owner: Client;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('industry', { module: IndustryModule, database: options });
    owner = await house.as('industry', true);
  });
  afterAll(async () => {
    await owner.end();
    await house.stop();
  });

  const create = (key: string, code: string, who: Claims = people.officer) =>
    house.ask(industry.clusters.create, who, {
      idempotencyKey: key,
      body: { code, name: 'Cụm Đô Lương', territory: who === people.neighbour ? 'kien-giang' : 'nghe-an' },
    });
  const stored = async (): Promise<number[]> => {
    const { rows } = await owner.query<{ clusters: number; events: number }>(
      'select (select count(*)::int from cluster) as clusters, (select count(*)::int from event) as events',
    );
    return rows.flatMap(({ clusters, events }) => [clusters, events]);
  };

  it('is carried out once, and answered the same each time', async () => {
    const first = await create('a', 'K-1');
    const before = await stored();
    expect(await create('a', 'K-1')).toEqual(first);
    expect([first.status, first.etag, await stored()]).toEqual([200, '1', before]);
  });

  it('is carried out once where it comes eight times at the same moment', async () => {
    const [clusters = 0, events = 0] = await stored();
    const answers = await Promise.all(Array.from({ length: 8 }, () => create('b', 'K-2')));
    expect(new Set(answers.map(({ body }) => body['id'])).size).toBe(1);
    expect(await stored()).toEqual([clusters + 1, events + 1]);
  });

  it('is refused where the key came with another body, but keys of others and of other operations are others', async () => {
    await create('c', 'K-3');
    const reused = await create('c', 'K-4');
    expect([reused.status, reused.body.code]).toEqual([422, 'request.key-reused']);
    expect((await create('c', 'K-3', people.neighbour)).status).toBe(200);
    expect((await record('c', '1')).status).toBe(200);
  });

  it('that failed left nothing, and may be tried again with another body', async () => {
    await create('d', 'K-5');
    expect((await create('e', 'K-5')).body.code).toBe('cluster.code-taken');
    expect((await create('e', 'K-6')).status).toBe(200);
  });

  it('counts for a day', async () => {
    await create('f', 'K-7');
    await owner.query(`update keyed_request set kept_at = now() - interval '25 hours' where key = 'f'`);
    expect((await create('f', 'K-7')).body.code).toBe('cluster.code-taken');
    expect((await create('f', 'K-8')).status).toBe(200);
  });

  it.each(['x'.repeat(256), 'khóa'])('is refused where the key is not printable ASCII: %s', async (key) => {
    const answer = await create(key, 'K-9');
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([400, '/idempotencyKey']);
  });

  const record = (key: string, value: string) =>
    house.ask(industry.observations.record, people.officer, {
      idempotencyKey: key,
      body: {
        items: [
          {
            indicator: 'IPV',
            territory: 'nghe-an',
            period: '2023',
            measure: 'actual',
            status: 'official',
            value,
            unit: 'VND_BN',
            source: 'doit-nghe-an',
          },
        ],
      },
    });

  it('of figures that were corrected meanwhile still tells what it did', async () => {
    const first = await record('g', '7');
    await record('h', '8');
    expect(first.body).toEqual({ items: [{ id: expect.any(String) as string, isNew: true }] });
    expect(await record('g', '7')).toEqual(first);
    expect((await record('g', '9')).body.code).toBe('request.key-reused');
  });
});
