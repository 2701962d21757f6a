import { schemaOf, type Service } from '@doit/contracts';
import type { NatsConnection } from 'nats';
import type { Client, ClientConfig } from 'pg';
import { Bell } from '../bell';
import { Seat } from '../seat';
import { headSubject } from '../subjects';
import type { Head, Log, ToldEvent } from '../told';
import { sealedColumns, sealedSql, selectSealed } from './chain';
import { Courier, type StreamLimits } from './courier';
import { pageAfter, type Page } from './page';

export interface RelayOptions {
  service: Service;
  namespace: string;
  /** The service's runtime role. */
  connection: ClientConfig;
  nats: NatsConnection;
  log: Log;
  stream?: StreamLimits;
}

export interface RelayStatus {
  /** Does this replica do the work? The others wait for their turn. */
  holder: boolean;
  /** The last position given; null until this replica has been the holder. */
  head: number | null;
  /** The end of what the broker has acknowledged. */
  sent: number | null;
  /** Events numbered but not yet acknowledged. */
  lag: number | null;
}

const slowPollMs = 1_000;
const inFlight = { events: 500, bytes: 4 * 2 ** 20 };

/** Gives the rows of `waiting (seq, place)` their positions and hashes, and moves the head there. */
const chain = (waiting: string): string => `
  with waiting as (${waiting}), sealed as (
    select ${selectSealed(sealedColumns('event', 'waiting.place'))}, waiting.place
    from waiting join event using (seq)
  ), linked as (
    select seq::bigint, place, event_chain(relay.hash, ${sealedSql}) over (order by place rows unbounded preceding) as hash
    from sealed, relay
  ), numbered as (
    update event set position = linked.place, hash = linked.hash from linked where event.seq = linked.seq
    returning event.position, event.hash
  ), last as (select position, hash from numbered order by position desc limit 1)
  update relay set head = greatest(head, last.position), chained = last.position, hash = last.hash
  from last
  returning epoch, head`;

// Synchronous commit (the default): a position that was seen outside must never be given to another event.
const number = {
  name: 'events-number',
  text: chain(`
    select seq, relay.head + row_number() over (order by seq) as place
    from (select seq from event where position is null order by seq limit 1000) unnumbered, relay`),
};

// Numbered, but not chained: before there was a chain, or by a process of the release before.
const catchUp = {
  name: 'events-chain',
  text: chain(`
    select seq, event.position as place from event, relay
    where event.position > relay.chained and event.position <= relay.head order by event.position limit 1000`),
};

// Without fresh statistics PostgreSQL looks for unnumbered rows by bitmap, which meets every row numbered since the last
// vacuum again and again (8 ms after 20,000); a plain index scan remembers the dead ones (0.6 ms).
// Of a thousand rows by key it would rather join the whole table.
const byIndex =
  'set enable_bitmapscan = off; set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off; set jit = off';

// A lost mark is healed by sending again: this statement alone need not wait for the disk.
const mark = {
  name: 'events-mark',
  text: `update relay set sent = $1 where set_config('synchronous_commit', 'off', true) = 'off'`,
};

/**
 * Carries committed events from the teller's table to its stream: gives each one a gapless position in the order in which
 * it sees them, publishes in that order, and remembers the end of what is acknowledged. Any number of replicas may run;
 * one works. A crash sends again what was not marked.
 */
export class Relay {
  private readonly seat: Seat;
  private head: number | null = null;
  private sent: number | null = null;

  constructor(private readonly options: RelayOptions) {
    const { service, connection, nats, log } = options;
    this.seat = new Seat({
      name: `${service} relay`,
      connection,
      nats,
      log,
      work: (client, signal) => this.work(client, signal),
    });
  }

  start(): void {
    this.seat.start();
  }

  /** Resolves when the seat is free. A page in flight is given up; the next holder sends it again. */
  stop(): Promise<void> {
    return this.seat.stop();
  }

  status(): RelayStatus {
    const { head, sent } = this;
    const lag = head === null || sent === null ? null : head - sent;
    return { holder: this.seat.held, head, sent, lag };
  }

  private async work(client: Client, signal: AbortSignal): Promise<void> {
    const { service, namespace, nats, stream, log } = this.options;
    const bell = new Bell(signal);
    client.on('notification', () => bell.ring());
    await client.query(`listen ${schemaOf(service)}_event; ${byIndex}`);
    while ((await client.query(catchUp)).rowCount) if (signal.aborted) return;
    const at = await client.query<{ epoch: string; head: string; sent: string }>('select * from relay');
    this.head = Number(at.rows[0]?.head);
    this.sent = Number(at.rows[0]?.sent);
    const courier = new Courier(nats, namespace, service, stream ?? {});
    try {
      // Number before the stream is asked for: where only JetStream is away, listeners still get all by replay.
      let page = await this.gather(client, this.sent);
      await courier.ensureStream();
      log.log(`${service} relay: holds the seat at ${this.sent} of ${this.head}`);
      while (!signal.aborted) {
        const last = page?.events.at(-1);
        if (!page || !last) {
          await bell.heard(slowPollMs);
          page = await this.gather(client, this.sent);
          continue;
        }
        // The next page is numbered and read while this one is on its way.
        const delivered = courier.deliver(page.epoch, page.events, signal);
        [, page] = await Promise.all([delivered, this.gather(client, last.position)]);
        await this.mark(client, last);
      }
    } finally {
      courier.close();
    }
  }

  /** Numbers what is new; then the page to send after a position, or undefined where there is none. */
  private async gather(client: Client, after: number): Promise<Page | undefined> {
    const numbered = await client.query<{ epoch: string; head: string }>(number);
    const [news] = numbered.rows;
    if (news) this.announce({ epoch: news.epoch, head: Number(news.head) });
    return after === this.head ? undefined : pageAfter(client, after, inFlight);
  }

  private announce(head: Head): void {
    const { nats, namespace, service } = this.options;
    this.head = head.head;
    nats.publish(headSubject(namespace, service), JSON.stringify(head));
  }

  private async mark(client: Client, last: ToldEvent): Promise<void> {
    await client.query({ ...mark, values: [last.position] });
    this.sent = last.position;
  }
}
