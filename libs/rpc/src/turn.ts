import type { MsgHdrs, NatsConnection } from 'nats';

/** Messages of one write: a longer wait for company would leave the next process idle. */
const most = 12;

/**
 * Publishes of one event-loop turn leave together, `most` in a write: nats.js flushes per microtask, so that each reply would be a
 * write of its own. Worth a third of the platform's throughput (docs/decisions/0004).
 */
export class Turn {
  private waiting: {
    subject: string;
    data: Uint8Array;
    reply: string | undefined;
    headers: MsgHdrs | undefined;
  }[] = [];

  constructor(
    private readonly nats: NatsConnection,
    private readonly failed: (error: unknown) => void,
  ) {}

  publish(subject: string, data: Uint8Array, headers?: MsgHdrs, reply?: string): void {
    const waiting = this.waiting.push({ subject, data, reply, headers });
    if (waiting === most) this.leave();
    else if (waiting === 1) setImmediate(() => this.leave());
  }

  private leave(): void {
    const leaving = this.waiting;
    this.waiting = [];
    for (const { subject, data, reply, headers } of leaving) {
      try {
        this.nats.publish(subject, data, { ...(reply && { reply }), ...(headers && { headers }) });
      } catch (error) {
        // A closed connection or a payload over the broker's limit: the asker meets its deadline, nobody dies.
        this.failed(error);
      }
    }
  }
}
