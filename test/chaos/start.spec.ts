import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TestPlatform } from '@doit/testing';
import { connected } from '../../deploy/local/provision';
import { freePort } from '../../deploy/local/ports';
import { startNats } from '../../deploy/local/nats';
import { startPostgres } from '../../deploy/local/postgres';
import { root } from '../../deploy/local/root';

/** `npm start`, where it is hard. Each start is the whole platform, with a home of its own. */
describe('npm start', () => {
  const ready = async (address: string): Promise<number> => (await fetch(`${address}/health/ready`)).status;

  /** Every process whose command line names this home or that its book names. */
  const alive = (pids: readonly number[]): number[] =>
    pids.filter((pid) => {
      try {
        process.kill(pid, 0);
        return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
      } catch {
        return false;
      }
    });
  const pidsOf = (platform: TestPlatform): number[] =>
    Object.values(platform.processes()).map(({ pid }) => pid);
  const mentioning = (text: string): string[] =>
    execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => line.includes(text) && !line.includes('jest'));

  const occupy = async (port: number): Promise<Server | null> => {
    const server = createServer();
    const listening = await Promise.race([
      once(server.listen(port, '127.0.0.1'), 'listening'),
      once(server, 'error').catch(() => null),
    ]).catch(() => null);
    return listening ? server : null;
  };

  it('serves where 8080, 5432 and 4222 are taken, says so, starts again within ten seconds, and leaves nothing behind', async () => {
    const taken = await Promise.all([8080, 5432, 4222].map(occupy));
    const platform = new TestPlatform();
    try {
      // The usual port, which is taken.
      await platform.start({ PORT: undefined });
      expect(await ready(platform.address)).toBe(200);
      expect(new URL(platform.address).port).not.toBe('8080');
      expect(platform.output).toMatch(/8080/);
      const before = pidsOf(platform);
      expect(before.length).toBeGreaterThan(5);
      await platform.end('SIGINT');
      expect(alive(before)).toEqual([]);
      expect(mentioning(platform.home)).toEqual([]);
      const begun = Date.now();
      await platform.start();
      expect(await ready(platform.address)).toBe(200);
      console.log(`second start: ${((Date.now() - begun) / 1000).toFixed(1)} s`);
    } finally {
      await platform.stop();
      for (const server of taken) server?.close();
    }
  });

  it('refuses an explicit port that is taken', async () => {
    const server = await occupy(await freePort());
    const address = server?.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const platform = new TestPlatform();
    await expect(platform.start({ PORT: String(port) })).rejects.toThrow(/taken/);
    server?.close();
    rmSync(platform.home, { recursive: true, force: true });
  });

  it('heals after kill -9 of the launcher: orphans are taken over or ended, data are kept', async () => {
    const platform = new TestPlatform();
    try {
      await platform.start();
      const orphans = pidsOf(platform);
      await platform.end('SIGKILL');
      await platform.start();
      expect(await ready(platform.address)).toBe(200);
      const found = await (await fetch(`${platform.address}/v1/industry/observations?limit=500`)).json();
      expect((found as { items: unknown[] }).items.length).toBeGreaterThan(10);
      const kept = new Set(pidsOf(platform));
      // What still lives of the old ones was adopted; two of a kind would write over each other.
      expect(alive(orphans).filter((pid) => !kept.has(pid))).toEqual([]);
    } finally {
      await platform.stop();
    }
    expect(mentioning(platform.home)).toEqual([]);
  });

  it('uses DATABASE_URL and NATS_URL where they are given', async () => {
    const theirs = mkdtempSync(join(tmpdir(), 'doit-theirs-'));
    const postgres = await startPostgres({ home: theirs, port: await freePort(), say: () => undefined });
    const nats = await startNats({
      home: theirs,
      namespace: 'doit',
      port: await freePort(),
      say: () => undefined,
    });
    await connected(postgres.url, (client) => client.query('create database given'));
    const platform = new TestPlatform();
    const passwords = Object.values(nats.logins).map(({ user, password }) => [
      `NATS_PASSWORD_${user.toUpperCase()}`,
      password,
    ]);
    try {
      await platform.start({
        DATABASE_URL: postgres.url.replace(/\/postgres$/, '/given'),
        NATS_URL: nats.url,
        ...(Object.fromEntries(passwords) as Record<string, string>),
      });
      expect(await ready(platform.address)).toBe(200);
      expect(Object.keys(platform.processes())).not.toContain('nats');
    } finally {
      await platform.stop();
      await nats.stop();
      await postgres.stop();
      rmSync(theirs, { recursive: true, force: true });
    }
  });

  // Only root can become somebody else, and only root has a home that nobody else may enter.
  const isRoot = process.getuid?.() === 0;
  (isRoot ? it : it.skip)(
    'runs for root with the data under root’s home, and for an ordinary user, from any folder',
    async () => {
      const underHome = new TestPlatform(mkdtempSync(join(homedir(), '.doit-test-')));
      try {
        await underHome.start();
        expect(await ready(underHome.address)).toBe(200);
      } finally {
        await underHome.stop();
      }
      const home = mkdtempSync(join(tmpdir(), 'doit-nobody-'));
      const [uid, gid] = [65534, 65534];
      chownSync(home, uid, gid);
      chmodSync(home, 0o755);
      const { DATABASE_URL: _url, NATS_URL: _nats, PORT: _port, ...env } = process.env;
      const started = spawn(process.execPath, [join(root, 'deploy/local/start.mjs')], {
        uid,
        gid,
        cwd: tmpdir(),
        env: { ...env, HOME: home, DOIT_HOME: home },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let said = '';
      for (const stream of [started.stdout, started.stderr])
        stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
      for (
        let patience = 900;
        !/DOIT ready at/.test(said) && patience > 0 && started.exitCode === null;
        patience--
      )
        await sleep(100);
      const address = /DOIT ready at (\S+)/.exec(said)?.[1] ?? said;
      const answered = await ready(address).catch(() => said);
      started.kill('SIGTERM');
      await once(started, 'exit');
      rmSync(home, { recursive: true, force: true });
      expect(answered).toBe(200);
    },
  );
});
