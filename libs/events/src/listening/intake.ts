import {
  AckPolicy,
  createInbox,
  DeliverPolicy,
  nanos,
  ReplayPolicy,
  type JetStreamManager,
  type Msg,
  type NatsConnection,
  type Subscription,
} from 'nats';
import type { Bell } from '../bell';
import type { ToldEvent } from '../told';

/** One pull; two are under way, so that the next events arrive while the last are applied. */
const pull = { batch: 250, max_bytes: 2 * 2 ** 20, expires: nanos(20_000) };

/** An event off the stream knows the life of the log it was numbered in. */
export interface Arrival extends ToldEvent {
  readonly epoch: string;
}

/**
 * What arrives on a teller's stream from now on, in order. The consumer is ephemeral and acknowledges nothing, since the
 * cursor row is the durable; it asks for as much as was taken, so a slow projection leaves its backlog with the broker.
 */
export class Intake {
  private waiting: Msg[] = [];
  private asked = 0;
  private failure: Error | undefined;
  private readonly answers: Subscription;

  private constructor(
    private readonly nats: NatsConnection,
    private readonly manager: JetStreamManager,
    private readonly stream: string,
    private readonly consumer: string,
    private readonly inbox: string,
    private readonly bell: Bell,
  ) {
    this.answers = nats.subscribe(inbox, { callback: (error, message) => this.receive(error, message) });
    this.ask();
  }

  /** Rejects when the stream is not there. */
  static async open(
    nats: NatsConnection,
    from: { stream: string; subject: string; inboxPrefix: string; bell: Bell },
  ): Promise<Intake> {
    const manager = await nats.jetstreamManager({ checkAPI: false });
    const { name } = await manager.consumers.add(from.stream, {
      ack_policy: AckPolicy.None,
      deliver_policy: DeliverPolicy.New,
      replay_policy: ReplayPolicy.Instant,
      filter_subject: from.subject,
      mem_storage: true,
      inactive_threshold: nanos(30_000),
    });
    return new Intake(nats, manager, from.stream, name, createInbox(from.inboxPrefix), from.bell);
  }

  /** All that has arrived; nothing after that time of silence, or when aborted. Rejects when the consumer is gone. */
  async next(withinMs: number, signal: AbortSignal): Promise<Arrival[]> {
    const end = Date.now() + withinMs;
    // A kept ring may belong to what was taken already: only time is silence.
    while (this.waiting.length === 0 && !this.failure && !signal.aborted && Date.now() < end) {
      await this.bell.heard(end - Date.now());
    }
    const arrived = this.waiting;
    this.waiting = [];
    if (arrived.length === 0 && this.failure) throw this.failure;
    this.ask();
    return arrived.map(arrivalOf);
  }

  close(): void {
    this.answers.unsubscribe();
    // If this does not get through, the broker removes it after 30 s without pulls.
    this.manager.consumers.delete(this.stream, this.consumer).catch(() => undefined);
  }

  private ask(): void {
    while (this.asked + this.waiting.length <= pull.batch) {
      this.asked += pull.batch;
      const subject = `$JS.API.CONSUMER.MSG.NEXT.${this.stream}.${this.consumer}`;
      this.nats.publish(subject, JSON.stringify(pull), { reply: this.inbox });
    }
  }

  private receive(error: Error | null, message: Msg): void {
    if (!error && message.subject !== this.inbox) {
      this.asked -= 1;
      this.waiting.push(message);
    } else this.status(error, message);
    this.bell.ring();
  }

  /** The end of a pull: its time or its bytes are over (the rest may be asked again), or the consumer is gone. */
  private status(error: Error | null, message: Msg): void {
    const about = message.headers;
    const rest = about?.get('Nats-Pending-Messages');
    if (!error && rest) this.asked -= Number(rest);
    else this.failure = error ?? new Error(`the broker ends a pull: ${about?.status ?? 'without a reason'}`);
  }
}

function arrivalOf(message: Msg): Arrival {
  const about = message.headers;
  if (!about) throw new Error(`a message without headers on ${message.subject}`);
  const [, , ...type] = message.subject.split('.');
  return {
    id: about.get('Nats-Msg-Id'),
    position: Number(about.get('Position')),
    epoch: about.get('Epoch'),
    type: type.join('.'),
    aggregate: about.get('Aggregate'),
    actor: about.get('Actor'),
    occurredAt: about.get('Occurred-At'),
    payload: message.string(),
  };
}
