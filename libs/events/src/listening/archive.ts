import { randomUUID } from 'node:crypto';
import type { Service } from '@doit/contracts';
import type { NatsConnection } from 'nats';
import { answerPrefix, replaySubject } from '../subjects';
import type { Page } from '../telling/page';
import type { ReplayRequest } from '../telling/replay';

const answerWithinMs = 5_000;

/**
 * What a teller's log holds after a position, a page at a time, asked over the broker. Rejects when no replica of the teller
 * answers, or it refuses.
 */
export async function askReplay(
  nats: NatsConnection,
  { namespace, listener, teller }: { namespace: string; listener: Service; teller: Service },
  request: ReplayRequest,
): Promise<Page> {
  const subject = replaySubject(namespace, teller);
  const reply = `${answerPrefix(listener, teller)}.${randomUUID()}`;
  const how = { timeout: answerWithinMs, noMux: true, reply };
  const answer = await nats.request(subject, JSON.stringify(request), how);
  const refusal = answer.headers?.get('Error');
  if (refusal) throw new Error(`${subject}: ${refusal}`);
  return answer.json<Page>();
}
