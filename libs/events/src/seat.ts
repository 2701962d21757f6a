import { setTimeout as sleep } from 'node:timers/promises';
import { Events, type NatsConnection } from 'nats';
import { Client, type ClientConfig } from 'pg';
import type { Log } from './told';

const takeoverMs = 250;
const firstPauseMs = 100;
const longestPauseMs = 5_000;

/** Resolves after that time, or as soon as the signal is aborted; never rejects. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

export interface SeatOptions {
  /** Who sits here, unique in the database: `industry relay`. */
  name: string;
  connection: ClientConfig;
  nats: NatsConnection;
  log: Log;
  /** What the holder does until the signal is aborted. Whatever it throws ends the tenure; another one begins. */
  work: (client: Client, signal: AbortSignal) => Promise<void>;
}

/**
 * A seat that one replica of many holds: a session advisory lock on a connection of its own. All of the holder's writes
 * go through that connection, so that losing it loses the right and no fencing token is needed. Any trouble (database,
 * broker, a cursor moved by somebody else) is met in one way: leave the seat, pause, sit down again and start from what
 * the database says.
 */
export class Seat {
  held = false;
  private readonly stopping = new AbortController();
  private tenure = new AbortController();
  private life: Promise<void> = Promise.resolve();
  private lastReason = '';

  constructor(private readonly options: SeatOptions) {}

  start(): void {
    this.life = this.run();
    void this.watchBroker();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.tenure.abort();
    await this.life;
  }

  private async run(): Promise<void> {
    let pauseMs = firstPauseMs;
    while (!this.stopping.signal.aborted) {
      const began = Date.now();
      try {
        await this.sit();
      } catch (error) {
        this.report(this.tenure.signal.aborted ? this.tenure.signal.reason : error);
      }
      if (Date.now() - began > longestPauseMs) {
        pauseMs = firstPauseMs;
        this.lastReason = '';
      }
      await pause(pauseMs, this.stopping.signal);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
  }

  private async sit(): Promise<void> {
    const tenure = new AbortController();
    this.tenure = tenure;
    const client = new Client({ application_name: this.options.name, ...this.options.connection });
    client.on('error', (error) => tenure.abort(error));
    client.on('end', () => tenure.abort(new Error('the database closed the connection')));
    try {
      await client.connect();
      // A holder whose machine vanished would keep the lock until TCP gives up (hours). A living one asks every 2 s.
      await client.query(`set idle_session_timeout = '15s'; set idle_in_transaction_session_timeout = '15s'`);
      while (!tenure.signal.aborted && !this.held) {
        this.held = await this.lock(client);
        if (!this.held) await pause(takeoverMs, tenure.signal);
      }
      if (this.held) await this.options.work(client, tenure.signal);
      tenure.signal.throwIfAborted();
    } finally {
      this.held = false;
      await client.end().catch(() => undefined);
    }
  }

  /** Asks again and again instead of waiting inside PostgreSQL: a waiting statement holds a snapshot and stops vacuum. */
  private async lock(client: Client): Promise<boolean> {
    const answer = await client.query<{ held: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as held',
      [this.options.name],
    );
    return answer.rows[0]?.held === true;
  }

  /** After a reconnection streams and consumers may be gone: the holder starts anew. */
  private async watchBroker(): Promise<void> {
    for await (const status of this.options.nats.status()) {
      if (this.stopping.signal.aborted) return;
      if (status.type === Events.Reconnect) this.tenure.abort(new Error('the broker was away'));
    }
  }

  /** The same trouble is told once, not at every attempt. */
  private report(reason: unknown): void {
    if (this.stopping.signal.aborted) return;
    const text = String(reason);
    if (text !== this.lastReason) this.options.log.warn(`${this.options.name}: begins anew: ${text}`);
    this.lastReason = text;
  }
}
