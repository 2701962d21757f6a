import type { Service } from '@doit/contracts';
import type { NatsConnection, Subscription } from 'nats';
import type { Client, ClientConfig } from 'pg';
import { Bell } from '../bell';
import { pause, Seat } from '../seat';
import { eventSubject, headSubject, inboxPrefix, streamName } from '../subjects';
import type { Head, Log, ToldEvent } from '../told';
import type { Page } from '../telling/page';
import type { ReplayRequest } from '../telling/replay';
import { askReplay } from './archive';
import { CursorMoved, take, type Cursor, type Source } from './batch';
import { Intake, type Arrival } from './intake';

export interface ListenerOptions extends Source {
  /** The service that listens. */
  listener: Service;
  namespace: string;
  /** The listening service's runtime role. */
  connection: ClientConfig;
  nats: NatsConnection;
  log: Log;
}

export interface ListenerStatus {
  /** Does this replica do the work? The others wait for their turn. */
  active: boolean;
  /** All events up to here are applied or parked; null until this replica has been active. */
  position: number | null;
  /** The teller's head as last heard. */
  head: number | null;
  lag: number | null;
  /** Events that wait for `drain`. */
  parked: number;
  /** The teller's log is another one than the projection was made from: stopped until it is rebuilt. */
  epochMismatch: { projection: string; teller: string } | null;
}

const idleMs = 2_000;

/**
 * Applies a teller's events to a projection: every one exactly once and in order, whatever dies. Any number of replicas
 * may run; one works. What the stream does not bring (before the start, in a gap, or in silence) is asked for by replay.
 */
export class Listener {
  private readonly seat: Seat;
  private announcements: Subscription | undefined;
  private cursor: Cursor | null = null;
  private heard: number | null = null;
  private parked = 0;
  private mismatch: ListenerStatus['epochMismatch'] = null;

  constructor(private readonly options: ListenerOptions) {
    const { listener, projection, teller, connection, nats, log } = options;
    this.seat = new Seat({
      name: `${listener} ${projection} listens to ${teller}`,
      connection,
      nats,
      log,
      work: (client, signal) => this.work(client, signal),
    });
  }

  start(): void {
    const { nats, namespace, teller } = this.options;
    this.announcements = nats.subscribe(headSubject(namespace, teller), {
      callback: (_error, message) => {
        if (!message.reply) this.heard = message.json<Head>().head; // others' questions come along
      },
    });
    this.seat.start();
  }

  /** Resolves when the batch in hand is done and the seat is free. */
  async stop(): Promise<void> {
    this.announcements?.unsubscribe();
    await this.seat.stop();
  }

  status(): ListenerStatus {
    const { heard: head, parked, mismatch: epochMismatch } = this;
    const position = this.cursor?.position ?? null;
    const lag = head === null || position === null ? null : Math.max(0, head - position);
    return { active: this.seat.held && !epochMismatch, position, head, lag, parked, epochMismatch };
  }

  private async work(client: Client, signal: AbortSignal): Promise<void> {
    // A lost tail of these transactions takes its cursor with it and is replayed.
    await client.query('set synchronous_commit = off');
    this.cursor = await this.readCursor(client);
    const bell = new Bell(signal);
    let intake: Intake | undefined;
    try {
      for (;;) {
        if (!intake) {
          // Open before the replay, so that nothing falls between them. Without a stream replays alone must do.
          intake = await this.open(bell).catch(() => undefined);
          await this.catchUp(client, signal);
        }
        const arrived = intake
          ? await intake.next(idleMs, signal)
          : await pause(idleMs, signal).then(() => []);
        if (signal.aborted) return;
        if (arrived.length > 0) await this.receive(client, signal, arrived);
        else if (await this.missed(client)) {
          intake?.close();
          intake = undefined;
        }
      }
    } finally {
      intake?.close();
    }
  }

  private open(bell: Bell): Promise<Intake> {
    const { nats, namespace, teller, listener } = this.options;
    return Intake.open(nats, {
      stream: streamName(namespace, teller),
      subject: eventSubject(namespace, `${teller}.>`),
      inboxPrefix: inboxPrefix(listener),
      bell,
    });
  }

  /** The cursor, made at the beginning of the teller's log where the projection has none yet. */
  private async readCursor(client: Client): Promise<Cursor> {
    const { teller, projection } = this.options;
    const find = () =>
      client.query<{ epoch: string; position: string; parked: string }>(
        `select epoch, position, (select count(*) from parked_event where teller = $1 and projection = $2) as parked
         from cursor where teller = $1 and projection = $2`,
        [teller, projection],
      );
    let [row] = (await find()).rows;
    if (!row) {
      const { epoch } = await this.ask({ after: 0, limit: 1 });
      await client.query('insert into cursor (teller, projection, epoch, position) values ($1, $2, $3, 0)', [
        teller,
        projection,
        epoch,
      ]);
      [row] = (await find()).rows;
    }
    if (!row) throw new CursorMoved(this.options);
    this.parked = Number(row.parked);
    return { epoch: row.epoch, position: Number(row.position) };
  }

  /** In silence: was there something that the stream did not bring? Also sees whether somebody else moved the cursor. */
  private async missed(client: Client): Promise<boolean> {
    const ours = this.at();
    const cursor = await this.readCursor(client);
    if (cursor.epoch !== ours.epoch || cursor.position !== ours.position) throw new CursorMoved(this.options);
    // A teller that is away tells nothing new either.
    const page = await this.ask({ epoch: ours.epoch, after: ours.position }).catch(() => null);
    if (!page || this.compare(page) === ours.position) return false;
    await this.apply(client, page.events);
    return true;
  }

  private async catchUp(client: Client, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const page = await this.ask({ epoch: this.at().epoch, after: this.at().position });
      const head = this.compare(page);
      await this.apply(client, page.events);
      if (this.at().position >= head) return;
      if (page.events.length === 0) throw new Error('the teller has a head but no events');
    }
  }

  private ask(request: ReplayRequest): Promise<Page> {
    return askReplay(this.options.nats, this.options, request);
  }

  private async receive(client: Client, signal: AbortSignal, arrived: readonly Arrival[]): Promise<void> {
    let run: ToldEvent[] = [];
    for (const event of arrived) {
      const expected = (run.at(-1)?.position ?? this.at().position) + 1;
      const known = event.epoch === this.at().epoch;
      if (known && event.position < expected) continue;
      if (known && event.position === expected) run.push(event);
      else {
        await this.apply(client, run);
        run = [];
        await this.catchUp(client, signal);
      }
    }
    await this.apply(client, run);
  }

  private async apply(client: Client, events: readonly ToldEvent[]): Promise<void> {
    const last = events.at(-1);
    if (!last) return;
    const from = this.at();
    const parked = await take(client, this.options, from, events);
    this.parked += parked;
    if (parked > 0) {
      this.options.log.error(`${this.options.projection}: parked ${parked} events of ${this.options.teller}`);
    }
    this.cursor = { epoch: from.epoch, position: last.position };
    this.heard = Math.max(this.heard ?? 0, last.position);
  }

  /** Returns the teller's head; throws where its log is not the one that we have been applying. */
  private compare(theirs: Head): number {
    const ours = this.at();
    this.heard = theirs.head;
    const same = theirs.epoch === ours.epoch && theirs.head >= ours.position;
    this.mismatch = same ? null : { projection: ours.epoch, teller: theirs.epoch };
    if (!same) {
      const { projection, teller } = this.options;
      throw new Error(
        `${projection} stopped: the log of ${teller} was restored or begun anew; rebuild the projection`,
      );
    }
    return theirs.head;
  }

  private at(): Cursor {
    if (!this.cursor) throw new CursorMoved(this.options);
    return this.cursor;
  }
}
