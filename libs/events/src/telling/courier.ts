import type { Service } from '@doit/contracts';
import {
  createInbox,
  DiscardPolicy,
  headers,
  nanos,
  NatsError,
  RetentionPolicy,
  StorageType,
  type Msg,
  type NatsConnection,
  type StreamConfig,
  type Subscription,
} from 'nats';
import { eventSubject, inboxPrefix, streamName } from '../subjects';
import type { ToldEvent } from '../told';

export interface StreamLimits {
  /** Copies in a cluster; default 1. */
  replicas?: number;
  /** Default 1 GiB; the broker reserves it. */
  maxBytes?: number;
}

const acknowledgedWithinMs = 5_000;
const day = 86_400_000;
const nameInUse = 10058; // stream name already in use with a different configuration

class NoStream extends Error {}

/**
 * Brings pages of events to the teller's stream. JetStream is the courier, not the archive: old messages may go (discard
 * old), since whoever misses one asks for a replay.
 */
export class Courier {
  private readonly inbox: string;
  private readonly acknowledgements: Subscription;
  private page = 0;
  private arrived: (answer: Msg | Error) => void = () => undefined;

  constructor(
    private readonly nats: NatsConnection,
    private readonly namespace: string,
    private readonly teller: Service,
    private readonly limits: StreamLimits,
  ) {
    this.inbox = createInbox(inboxPrefix(teller));
    this.acknowledgements = nats.subscribe(`${this.inbox}.*`, {
      callback: (error, message) => {
        // An answer to an earlier page that was given up must not count for this one.
        if (error ?? message.subject.endsWith(`.${this.page}`)) this.arrived(error ?? message);
      },
    });
  }

  /** Makes the stream where there is none. One that is there stays as it is: only an operator may change it (nats.conf). */
  async ensureStream(): Promise<void> {
    const config: Partial<StreamConfig> & { name: string } = {
      name: streamName(this.namespace, this.teller),
      subjects: [eventSubject(this.namespace, `${this.teller}.>`)],
      retention: RetentionPolicy.Limits,
      storage: StorageType.File,
      discard: DiscardPolicy.Old,
      max_age: nanos(7 * day),
      max_bytes: this.limits.maxBytes ?? 2 ** 30,
      duplicate_window: nanos(120_000),
      num_replicas: this.limits.replicas ?? 1,
    };
    const { streams } = await this.nats.jetstreamManager({ checkAPI: false });
    try {
      await streams.add(config);
    } catch (error) {
      if (!(error instanceof NatsError) || !error.api_error) throw error;
      if (error.api_error.err_code === nameInUse) return;
      throw new Error(
        `the broker refuses stream ${config.name} (${config.max_bytes} bytes): ${error.message}`,
      );
    }
  }

  /** Resolves when the broker has stored every event of the page. A page sent again is recognised by the events' ids. */
  async deliver(epoch: string, page: readonly ToldEvent[], signal: AbortSignal): Promise<void> {
    try {
      await this.send(epoch, page, signal);
    } catch (error) {
      if (!(error instanceof NoStream)) throw error;
      await this.ensureStream();
      await this.send(epoch, page, signal);
    }
  }

  close(): void {
    this.acknowledgements.unsubscribe();
  }

  /** All in flight together; counting answers costs a quarter of what one awaited request for each does. */
  private send(epoch: string, page: readonly ToldEvent[], signal: AbortSignal): Promise<void> {
    const reply = `${this.inbox}.${++this.page}`;
    let missing = page.length;
    return new Promise<void>((resolve, reject) => {
      const late = setTimeout(
        () => this.arrived(new Error('the broker did not acknowledge')),
        acknowledgedWithinMs,
      );
      const onAbort = (): void => this.arrived(new Error('given up'));
      signal.addEventListener('abort', onAbort);
      const settle = (error?: Error): void => {
        clearTimeout(late);
        signal.removeEventListener('abort', onAbort);
        this.arrived = () => undefined;
        if (error) reject(error);
        else resolve();
      };
      this.arrived = (answer) => {
        const refusal = answer instanceof Error ? answer : refusalOf(answer);
        if (refusal || --missing === 0) settle(refusal);
      };
      try {
        for (const told of page) this.publish(epoch, told, reply);
      } catch (error) {
        settle(error instanceof Error ? error : new Error(String(error)));
      }
    });
  }

  private publish(epoch: string, told: ToldEvent, reply: string): void {
    const about = headers();
    about.append('Nats-Msg-Id', told.id);
    about.append('Position', String(told.position));
    about.append('Epoch', epoch);
    about.append('Aggregate', told.aggregate);
    about.append('Actor', told.actor);
    about.append('Occurred-At', told.occurredAt);
    this.nats.publish(eventSubject(this.namespace, told.type), told.payload, { reply, headers: about });
  }
}

function refusalOf(answer: Msg): Error | undefined {
  if (answer.data.length === 0) return new NoStream('no stream takes the events');
  const { error } = answer.json<{ error?: { description: string } }>();
  return error && new Error(`the broker refuses an event: ${error.description}`);
}
