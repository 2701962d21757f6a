import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TestPlatform } from '@doit/testing';
import { Client } from 'pg';
import { startPostgres } from '../../deploy/local/postgres';
import { root } from '../../deploy/local/root';

/*
 * While 1,000 observations are being posted through the gateway, something dies. Afterwards every acknowledged one is in
 * reporting exactly once, at the place in the teller's order that the event table gave it.
 */
describe('what was acknowledged survives', () => {
  const platform = new TestPlatform();
  const replicas: ChildProcess[] = [];
  let database: Client;

  beforeAll(async () => {
    await platform.start();
    const { url } = await startPostgres({ home: platform.home, say: () => undefined });
    database = new Client({ connectionString: url.replace(/\/postgres$/, '/doit') });
    await database.connect();
  }, 180_000);
  afterEach(() => {
    for (const replica of replicas.splice(0)) replica.kill('SIGKILL');
  });
  afterAll(async () => {
    await database.end();
    await platform.stop();
  }, 60_000);

  const pidOf = (name: string): number => platform.processes()[name]?.pid ?? 0;
  const kill = (name: string, signal: NodeJS.Signals = 'SIGKILL'): boolean =>
    process.kill(pidOf(name), signal);
  const deleteStore = (): void => {
    kill('nats');
    rmSync(join(platform.home, 'nats/jetstream'), { recursive: true, force: true });
  };

  /** A second process of a service, told the same as the first. */
  const replicate = async (service: string): Promise<void> => {
    const lines = readFileSync(`/proc/${pidOf(service)}/environ`, 'utf8')
      .split('\0')
      .filter((line) => line.includes('='));
    const environment = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
    const { INTERNAL_PORT: _port, ...env } = environment;
    replicas.push(
      spawn(process.execPath, [join(root, `dist/apps/${service}/src/main.js`)], { env, stdio: 'ignore' }),
    );
    await sleep(3000);
  };

  const postBatch = async (items: object[], token: () => Promise<string>): Promise<string[]> => {
    // Any answer but a 201, or none at all, is asked again: the same figures give the same ids.
    let said = '';
    for (const end = Date.now() + 120_000; Date.now() < end;) {
      const answer = await fetch(`${platform.address}/v1/industry/observations`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
        body: JSON.stringify({ items }),
        signal: AbortSignal.timeout(10_000),
      }).catch(() => null);
      if (answer?.status === 201)
        return ((await answer.json()) as { items: { id: string }[] }).items.map(({ id }) => id);
      said = (await answer?.text()) ?? 'nothing';
      if (answer && answer.status < 500 && answer.status !== 401) throw new Error(said);
      await sleep(150);
    }
    throw new Error(`never acknowledged: ${said}`);
  };

  /** 1,000 figures in batches of ten, four posts at a time; half-way through, `fault` strikes. */
  const postThousand = async (scene: string, fault: () => unknown): Promise<string[]> => {
    const batches = Array.from({ length: 100 }, (_, batch) =>
      Array.from({ length: 10 }, (_, row) => ({
        indicator: 'ELECTRICITY_SOLD',
        territory: ['nghe-an', 'ha-tinh', 'ha-noi', 'son-la'][batch % 4],
        period: `${2000 + Math.floor(batch / 4)}-${String(row + 1).padStart(2, '0')}`,
        measure: 'actual',
        status: 'official',
        value: `${batch * 10 + row}.5`,
        unit: 'KWH_MN',
        source: `chaos-${scene}`,
        state: 'approved',
      })),
    );
    let bearer = '';
    const token = async (): Promise<string> => (bearer ||= await platform.token('admin'));
    await token();
    const ids: string[] = [];
    let next = 0;
    const lane = async (): Promise<void> => {
      for (let batch = batches[next++]; batch; batch = batches[next++]) {
        if (next === 50) await fault();
        ids.push(...(await postBatch(batch, token)));
      }
    };
    await Promise.all([lane(), lane(), lane(), lane()]);
    return ids;
  };

  const told = `select e.position::int, i.nth::int as ordinal, i.item ->> 'id' as id
    from industry.event e cross join lateral json_array_elements(e.payload -> 'items') with ordinality as i(item, nth)
    where e.type = 'industry.observations.recorded.v1' order by 1, 2`;
  const learned = `select position::int, ordinal, id::text from reporting.figure where teller = 'industry' order by 1, 2`;

  const arriveOnce = async (scene: string, ids: readonly string[]): Promise<void> => {
    const count = async () => {
      const found = await database.query('select from reporting.figure where source = $1', [
        `chaos-${scene}`,
      ]);
      return found.rowCount ?? 0;
    };
    for (const end = Date.now() + 150_000; (await count()) < ids.length && Date.now() < end;)
      await sleep(100);
    expect(new Set(ids).size).toBe(1000);
    const [there, here] = [await database.query(told), await database.query(learned)];
    expect(here.rows).toEqual(there.rows);
    const positions = await database.query('select position::int from industry.event order by position');
    expect(positions.rows.map(({ position }: { position: number }) => position)).toEqual(
      positions.rows.map((_, index) => index + 1),
    );
    const arrived = new Set(here.rows.map(({ id }: { id: string }) => id));
    expect(ids.filter((id) => !arrived.has(id))).toEqual([]);
  };

  it.each([
    ['industry', () => kill('industry')],
    ['reporting', () => kill('reporting')],
    ['gateway', () => kill('gateway')],
    ['broker', () => kill('nats')],
    ['store', deleteStore],
  ])(
    'kill -9: %s',
    async (scene, fault) => {
      await arriveOnce(scene, await postThousand(scene, fault));
    },
    400_000,
  );

  it('the store deleted with its last messages, and nothing following', async () => {
    const ids = await postThousand('tail', () => kill('reporting', 'SIGSTOP'));
    deleteStore();
    kill('reporting', 'SIGCONT');
    await arriveOnce('tail', ids);
  }, 400_000);

  it('two replicas of relay and listener, the first of each killed', async () => {
    await replicate('industry');
    await replicate('reporting');
    const ids = await postThousand('replicas', () => [kill('industry'), kill('reporting')]);
    await arriveOnce('replicas', ids);
  }, 400_000);
});
