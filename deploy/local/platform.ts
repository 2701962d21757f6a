import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { keptAudit } from './audit';
import type { LocalConfig } from './config';
import { loadExamples } from './examples';
import { logTail } from './files';
import { startIdentity } from './identity';
import { jobsFor, migrationsFor } from './jobs';
import { takeLock } from './lock';
import { migrateAll } from './migrate';
import { freePort, isFree, portFor } from './ports';
import { end, readBook, record } from './processes';
import { broker, databases } from './servers';
import { wordsOf } from './words';
import { supervise, type Job, type Supervised } from './supervise';

type Say = (line: string) => void;

const READY_WITHIN = 240_000;

/** The whole platform on this machine: every server and service a process of its own. */
export class LocalPlatform {
  private readonly stops: (() => unknown)[] = [];
  private starting: Promise<string> | undefined;
  private stopping = false;

  constructor(
    private readonly config: LocalConfig,
    private readonly say: Say,
  ) {}

  /**
   * Starts what is not running, and resolves with the address once every part is ready and the sample data
   * are in. What a killed start left behind is ended or adopted.
   *
   * @throws Error for people; whatever was started is stopped by then.
   */
  start(): Promise<string> {
    this.starting ??= this.startAll().catch(async (error: unknown) => {
      await this.stopAll();
      throw error;
    });
    return this.starting;
  }

  /** Stops all that runs, in order; leaves no process behind. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.starting?.catch(() => undefined);
    await this.stopAll();
  }

  private async startAll(): Promise<string> {
    const { config, say } = this;
    const { home } = config;
    mkdirSync(home, { recursive: true });
    const lock = takeLock(join(home, 'launcher.lock'));
    if ('heldBy' in lock) throw new Error(`DOIT already runs from ${home} (process ${lock.heldBy.pid}).`);
    this.stops.push(lock.release);
    await endOrphans(config);

    const port = await gatewayPort(config, say);
    const address = `http://${reachable(config.host)}:${port}`;
    const consoleOrigins = [...new Set([address, `http://127.0.0.1:${port}`, `http://localhost:${port}`])];
    const [database, { bus }, { issuer }] = await this.all(
      this.keep(databases(config, say), ({ stop }) => stop),
      this.keep(broker(config, say), ({ stop }) => stop),
      this.keep(startIdentity({ home, consoleOrigins, say }), ({ supervised }) => supervised.stop),
    );

    const audit = keptAudit(home, database.urls);
    const parts = { config, databases: database.urls, bus, issuer, audit, port };
    await migrateAll(home, migrationsFor(parts));
    this.goOn();
    await this.untilReady(await this.run(jobsFor(parts)), `${address}/health/ready`);
    const { host, pathname } = new URL(database.urls.industry.url);
    await loadExamples({ home, address, database: host + pathname, say }).catch((error: unknown) => {
      say(`the sample data are not in, the next start tries again:\n${wordsOf(error)}`);
    });
    this.goOn();
    writeFileSync(join(home, 'address'), `${address}\n`);
    this.stops.push(() => rmSync(join(home, 'address'), { force: true }));
    return address;
  }

  private async run(jobs: Job[]): Promise<Supervised[]> {
    const running: Supervised[] = [];
    // All at once: none waits for another.
    this.stops.push(async () => {
      await Promise.all(running.map(({ stop }) => stop()));
    });
    for (const job of jobs) {
      const port = await freePort();
      const environment = { ...job.environment, INTERNAL_PORT: String(port) };
      running.push(supervise(this.config.home, { ...job, port, environment }, this.say));
    }
    return running;
  }

  private async untilReady(running: Supervised[], url: string): Promise<void> {
    let answer = 'nobody answers';
    for (const patience = Date.now() + READY_WITHIN; ;) {
      this.goOn();
      const response = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => null);
      if (response?.status === 200) return;
      if (response !== null) answer = await response.text();
      const failing = running.filter(({ ends }) => ends > 2).map(({ name }) => name);
      if (failing.length > 0 || Date.now() > patience) {
        const logs = (failing.length > 0 ? failing : running.map(({ name }) => name)).map(
          (name) => `${name}:\n${logTail(this.config.home, name)}`,
        );
        throw new Error(`The platform is not ready (${answer}).\n${logs.join('\n')}`);
      }
      await sleep(100);
    }
  }

  /** Remembers how to stop what is being started, also where another part fails meanwhile. */
  private async keep<T>(part: Promise<T>, stopOf: (part: T) => () => unknown): Promise<T> {
    const started = await part;
    this.stops.push(stopOf(started));
    return started;
  }

  /** Waits for all parts even where one fails: what is half started could not be stopped. */
  private async all<A, B, C>(a: Promise<A>, b: Promise<B>, c: Promise<C>): Promise<[A, B, C]> {
    const ends = await Promise.allSettled([a, b, c]);
    const faults = ends.flatMap((end) => (end.status === 'rejected' ? [wordsOf(end.reason)] : []));
    if (faults.length > 0) throw new Error(faults.join('\n'));
    this.goOn();
    return Promise.all([a, b, c]);
  }

  private goOn(): void {
    if (this.stopping) throw new Error('Stopped.');
  }

  private async stopAll(): Promise<void> {
    for (let stop = this.stops.pop(); stop; stop = this.stops.pop()) {
      try {
        await stop();
      } catch (error) {
        this.say(wordsOf(error));
      }
    }
  }
}

/** An address for people: one cannot go to "all interfaces". */
const reachable = (host: string): string =>
  ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;

async function gatewayPort({ host, port }: LocalConfig, say: Say): Promise<number> {
  if (port === undefined) return portFor('the gateway', 8080, { host, say });
  if (await isFree(port, host)) return port;
  throw new Error(`PORT ${port} is taken on ${host}.`);
}

/** Services of a start that was killed; the servers below them are adopted by whoever starts them. */
async function endOrphans({ home, natsUrl }: LocalConfig): Promise<void> {
  const orphans = Object.entries(readBook(home)).filter(([name]) => name !== 'nats' || natsUrl !== undefined);
  await Promise.all(orphans.map(([, orphan]) => end(orphan)));
  for (const [name] of orphans) record(home, name, null);
}
