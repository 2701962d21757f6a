import type { Service } from '@doit/contracts';
import { Empty, headers, type Msg, type NatsConnection, type Subscription } from 'nats';
import type { Pool } from 'pg';
import { headSubject, replaySubject } from '../subjects';
import type { Log } from '../told';
import { pageAfter, type Page } from './page';

/** Give me what follows `after`; another epoch than the teller's gets no events. */
export interface ReplayRequest {
  epoch?: string;
  after: number;
  limit?: number;
}

export interface ReplayOptions {
  service: Service;
  namespace: string;
  /** The service's runtime role. */
  pool: Pool;
  nats: NatsConnection;
  log: Log;
}

const most = { events: 500, bytes: 512 * 1024 };

/**
 * The teller's desk: answers where the log stands (`<ns>.head.<service>`) and what followed a position
 * (`<ns>.replay.<service>`, pages of at most 500 events and about 512 KiB). Every replica answers, whoever holds the relay.
 * An answer that fails carries the header `Error` and no body.
 */
export class Replay {
  private desks: Subscription[] = [];
  private serving: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: ReplayOptions) {}

  start(): void {
    const { nats, namespace, service } = this.options;
    const queue = { queue: service };
    const head = nats.subscribe(headSubject(namespace, service), queue);
    const replay = nats.subscribe(replaySubject(namespace, service), queue);
    this.desks = [head, replay];
    this.serving = Promise.all([
      this.serve(head, () => ({ after: Number.MAX_SAFE_INTEGER, limit: 1 })),
      this.serve(replay, (message) => message.json<ReplayRequest>()),
    ]);
  }

  /** Resolves when what was already asked is answered. */
  async stop(): Promise<void> {
    await Promise.all(this.desks.map((desk) => desk.drain().catch(() => undefined)));
    await this.serving;
  }

  /** One after the other: a rebuild that asks for everything must not crowd out the service's own work. */
  private async serve(desk: Subscription, read: (message: Msg) => ReplayRequest): Promise<void> {
    for await (const message of desk) {
      if (!message.reply) continue; // the relay's own announcement, on the subject of the questions
      try {
        const answer = await this.answer(read(message));
        // Throws synchronously where the answer is longer than the broker takes; that must not end the process.
        message.respond(answer);
      } catch (error) {
        this.refuse(message, error instanceof Error ? error.message : String(error));
      }
    }
  }

  private async answer({ epoch, after, limit = most.events }: ReplayRequest): Promise<string> {
    if (!Number.isSafeInteger(after) || after < 0) throw new RangeError('after must be a position, or 0');
    if (!Number.isSafeInteger(limit) || limit < 1) throw new RangeError('limit must be 1 to 500');
    const events = Math.min(limit, most.events);
    const page = await pageAfter(this.options.pool, after, { events, bytes: most.bytes });
    return epoch === undefined || epoch === page.epoch
      ? this.fitting(page)
      : JSON.stringify({ ...page, events: [] });
  }

  /** Quotes inside quotes can double a page: halve it until the broker takes it. */
  private fitting(page: Page): string {
    const text = JSON.stringify(page);
    const longest = (this.options.nats.info?.max_payload ?? 2 ** 20) - 1024;
    if (page.events.length < 2 || Buffer.byteLength(text) <= longest) return text;
    return this.fitting({ ...page, events: page.events.slice(0, page.events.length / 2) });
  }

  private refuse(message: Msg, reason: string): void {
    this.options.log.warn(`${this.options.service} replay: ${reason}`);
    if (this.options.nats.isClosed()) return;
    const about = headers();
    about.set('Error', reason.replaceAll(/\s+/g, ' '));
    message.respond(Empty, { headers: about });
  }
}
