import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../deploy/local/ports';
import { root } from '../../../deploy/local/root';

const ready = /DOIT ready at (http:\S+)/;

/** The whole platform as `npm start` runs it, with a home of its own: real processes, real broker, real database. */
export class TestPlatform {
  private process: ChildProcess;
  private said = '';
  address = '';

  constructor(readonly home = mkdtempSync(join(tmpdir(), 'doit-platform-'))) {}

  /** Starts it, sample figures included, and resolves when it says that it is ready. */
  async start(environment: NodeJS.ProcessEnv = {}): Promise<this> {
    const { DATABASE_URL: _url, NATS_URL: _nats, PORT: _port, ...inherited } = process.env;
    // Of two that start at once both would find the usual port free, and one ask the other's gateway.
    const port = String(await freePort());
    this.process = spawn(process.execPath, [join(root, 'deploy/local/start.mjs')], {
      env: { ...inherited, DOIT_HOME: this.home, PORT: port, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.said = '';
    this.address = await new Promise<string>((resolve, reject) => {
      const hear = (chunk: Buffer): void => {
        this.said += chunk.toString();
        const found = ready.exec(this.said)?.[1];
        if (found) resolve(found);
      };
      this.process.stdout?.on('data', hear);
      this.process.stderr?.on('data', hear);
      this.process.once('exit', (code) => reject(new Error(`the start ended with ${code}:\n${this.said}`)));
    });
    return this;
  }

  /** All it has printed since it was started. */
  get output(): string {
    return this.said;
  }

  get pid(): number {
    return this.process.pid ?? 0;
  }

  /** The processes it keeps, by name. */
  processes(): Record<string, { pid: number; started: string; port?: number }> {
    return JSON.parse(readFileSync(join(this.home, 'processes.json'), 'utf8')) as ReturnType<
      TestPlatform['processes']
    >;
  }

  /** An access token of a sample account, from the local identity provider. */
  async token(account: string): Promise<string> {
    const { issuer } = JSON.parse(readFileSync(join(this.home, 'identity.json'), 'utf8')) as {
      issuer: string;
    };
    const answer = await fetch(`${issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'urn:doit:dev-account', client_id: 'dev-cli', account }),
    });
    return ((await answer.json()) as { access_token: string }).access_token;
  }

  /** Ends it by a signal and waits. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const { process: started } = this;
    if (started.exitCode === null && started.signalCode === null) {
      const ended = new Promise((resolve) => started.once('exit', resolve));
      started.kill(signal);
      await ended;
    }
  }

  async stop(): Promise<void> {
    await this.end();
    rmSync(this.home, { recursive: true, force: true });
  }
}
