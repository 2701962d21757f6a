import { setTimeout as sleep } from 'node:timers/promises';
import { Readable } from 'node:stream';
import { Problem, type Operation, type Watched } from '@doit/contracts';
import type { Asked, Reply } from '@doit/rpc';
import type { FastifyReply } from 'fastify';
import { whenGone } from './admission';
import type { Circuits } from './circuits';

const everyMs = 500;
/** A line of nothing, so that nobody between takes the silence for the end. */
const aliveMs = 15_000;
/** Watchers at once; each asks twice a second. */
const most = 100;
let running = 0;

/**
 * Pushes what an operation answers (server-sent events) whenever it has changed, until it is worth watching no more, who
 * watches has gone, or his token has ended.
 */
export async function pushChanges(
  reply: FastifyReply,
  circuits: Circuits,
  { operation, asked, first }: { operation: Operation; asked: Asked; first: Reply },
): Promise<void> {
  if (running >= most) throw new Problem('gateway.busy');
  // Who went away before this first answer will not go again.
  if (reply.raw.destroyed) return;
  running++;
  const watcher = { isThere: true };
  whenGone(reply, () => {
    running--;
    watcher.isThere = false;
  });
  reply.header('content-type', 'text/event-stream; charset=utf-8').header('cache-control', 'no-store');
  await reply.send(Readable.from(changes(circuits, watcher, operation, asked, first), { objectMode: false }));
}

/** Where nothing changes nothing is yielded, and so nothing ends it: it looks by itself whether somebody is there. */
async function* changes(
  circuits: Circuits,
  watcher: Readonly<{ isThere: boolean }>,
  operation: Operation,
  asked: Asked,
  first: Reply,
): AsyncGenerator<string> {
  let shown = textOf(first);
  let shownAt = Date.now();
  yield event(shown);
  while (!isOver(operation.watched, shown)) {
    await sleep(everyMs);
    if (!watcher.isThere) return;
    // A service that is away for a moment may come back.
    const answer = await circuits.ask(operation, asked).catch(() => undefined);
    if (answer && answer.status >= 400) return;
    const text = answer ? textOf(answer) : shown;
    if (text !== shown) yield event(text);
    else if (Date.now() - shownAt > aliveMs) yield ': \n\n';
    else continue;
    shown = text;
    shownAt = Date.now();
  }
}

const textOf = ({ data }: Reply): string => Buffer.from(data).toString();
/** JSON that PostgreSQL built may have line breaks; data of an event may not. */
const event = (text: string): string => `data: ${text.replaceAll('\n', ' ')}\n\n`;

function isOver(watched: Watched | undefined, text: string): boolean {
  if (!watched) return true;
  const value = (JSON.parse(text) as Record<string, unknown>)[watched.field];
  return typeof value === 'string' && watched.until.includes(value);
}
