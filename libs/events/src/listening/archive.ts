import type { Service } from '@doit/contracts';
import type { NatsConnection } from 'nats';
import { replaySubject } from '../subjects';
import type { Page } from '../telling/page';
import type { ReplayRequest } from '../telling/replay';

const answerWithinMs = 5_000;

/**
 * What a teller's log holds after a position, a page at a time, asked over the broker. Rejects when no replica of the teller
 * answers, or it refuses.
 */
export async function askReplay(
  nats: NatsConnection,
  namespace: string,
  teller: Service,
  request: ReplayRequest,
): Promise<Page> {
  const subject = replaySubject(namespace, teller);
  const answer = await nats.request(subject, JSON.stringify(request), { timeout: answerWithinMs });
  const refusal = answer.headers?.get('Error');
  if (refusal) throw new Error(`${subject}: ${refusal}`);
  return answer.json<Page>();
}
