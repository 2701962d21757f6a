import { randomUUID } from 'node:crypto';
import { Problem, schemaOf, type Operation, type Service } from '@doit/contracts';
import { headers, type Msg, type NatsConnection } from 'nats';
import { Turn } from './turn';

export interface Asked {
  /** Raw query with the path parameters before it, percent-encoded. */
  query?: string;
  body?: Uint8Array;
  token?: string | undefined;
  ifMatch?: string | undefined;
  idempotencyKey?: string | undefined;
  /** Under which the request is known at the edge and in logs. */
  requestId?: string | undefined;
  traceparent?: string | undefined;
  /** Milliseconds to wait. */
  patience?: number;
}

export interface Reply {
  readonly status: number;
  /** The answer, or a ProblemOnTheWire where the status is not 2xx; unread. */
  readonly data: Uint8Array;
  readonly etag: string | undefined;
  /** Where the next page begins, percent-encoded. */
  readonly next?: string | undefined;
}

interface Waiting {
  service: Service;
  until: number;
  resolve(reply: Reply): void;
  reject(problem: Problem): void;
}

const nothing = new Uint8Array(0);
/** How often deadlines are looked at: a timer per request would cost more than the request. */
const sweepEvery = 100;

/**
 * Asks services to keep their promises. Answers come to `_INBOX.<asker>.<service>.<this Asker>.<secret>.<number>`, all heard
 * by one subscription. The broker lets each service speak below its own name only (deploy/k8s/nats/nats.conf), and each
 * learns its own secret only, so that none can have the broker answer in another's name.
 */
export class Asker {
  private readonly own = randomUUID();
  private readonly inboxes = new Map<Service, string>();
  private readonly turn: Turn;
  private readonly waiting = new Map<string, Waiting>();
  private readonly sweeper: NodeJS.Timeout;
  private last = 0;

  constructor(
    private readonly nats: NatsConnection,
    private readonly namespace: string,
    private readonly inboxPrefix: string,
    failed: (error: unknown) => void,
  ) {
    this.turn = new Turn(nats, failed);
    nats.subscribe(`${inboxPrefix}.*.${this.own}.*.*`, {
      callback: (error, message) => {
        if (error) failed(error);
        else this.arrived(message);
      },
    });
    this.sweeper = setInterval(() => this.sweep(Date.now()), sweepEvery);
    this.sweeper.unref();
  }

  /** @throws Problem service.unavailable (nobody serves) or service.too-slow (deadline) */
  ask(
    operation: Operation,
    { query, body = nothing, token, ifMatch, patience = 5000, ...asked }: Asked,
  ): Promise<Reply> {
    const { idempotencyKey, requestId, traceparent } = asked;
    const until = Date.now() + patience;
    const sent = headers();
    sent.set('deadline', String(until));
    if (query) sent.set('query', query);
    if (token) sent.set('authorization', token);
    if (ifMatch) sent.set('if-match', ifMatch);
    if (idempotencyKey) sent.set('idempotency-key', idempotencyKey);
    if (requestId) sent.set('request-id', requestId);
    if (traceparent) sent.set('traceparent', traceparent);
    return new Promise<Reply>((resolve, reject) => {
      const reply = this.inboxOf(operation.service) + (++this.last).toString(36);
      this.waiting.set(reply, { service: operation.service, until, resolve, reject });
      this.turn.publish(`${this.namespace}.rpc.${operation.name}`, body, sent, reply);
    });
  }

  close(): void {
    clearInterval(this.sweeper);
  }

  private inboxOf(service: Service): string {
    const known = this.inboxes.get(service);
    if (known !== undefined) return known;
    const inbox = `${this.inboxPrefix}.${schemaOf(service)}.${this.own}.${randomUUID()}.`;
    this.inboxes.set(service, inbox);
    return inbox;
  }

  private arrived(message: Msg): void {
    const asked = this.waiting.get(message.subject);
    if (!asked) return;
    this.waiting.delete(message.subject);
    const got = message.headers;
    // The broker itself answers 503 where nobody listens; a service's own status is the header `status`.
    if (got?.code === 503) {
      asked.reject(new Problem('service.unavailable', { service: asked.service }));
      return;
    }
    const status = got?.get('status');
    const etag = got?.get('etag');
    asked.resolve({
      status: status ? Number(status) : 200,
      data: message.data,
      etag: etag === '' ? undefined : etag,
      next: got?.get('next') || undefined,
    });
  }

  private sweep(now: number): void {
    for (const [reply, asked] of this.waiting) {
      if (asked.until > now) continue;
      this.waiting.delete(reply);
      asked.reject(new Problem('service.too-slow', { service: asked.service }));
    }
  }
}
