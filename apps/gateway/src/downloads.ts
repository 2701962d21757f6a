import { Readable } from 'node:stream';
import { fieldsOf, house, Problem, type Operation } from '@doit/contracts';
import type { Asked, Reply } from '@doit/rpc';
import type { FastifyReply } from 'fastify';
import { whenGone } from './admission';
import type { Circuits } from './circuits';

const csvOperations = new Map(
  Object.values(house).flatMap(({ operations }) =>
    operations.flatMap((each) => (each.path?.endsWith('.csv') ? [[each.path, each]] : [])),
  ),
);

/** What answers a list that is asked for with `?format=csv`. */
export function inCsv({ method, path, input }: Operation): Operation | undefined {
  return method === 'GET' && fieldsOf(input).has('format') ? csvOperations.get(`${path}.csv`) : undefined;
}

/** Asks for the pages that follow one, each when the one before has left. */
export type PagesAfter = (first: Reply) => AsyncGenerator<Uint8Array>;

/** A page that is refused or does not come ends the generator with an error. */
export function pagesAfter(circuits: Circuits, operation: Operation, asked: Asked): PagesAfter {
  return async function* (first) {
    yield first.data;
    const rest = (asked.query ?? '').split('&').filter((part) => part !== '' && !part.startsWith('after='));
    for (let { next } = first; next !== undefined;) {
      const query = [...rest, `after=${next}`].join('&');
      const page = await circuits.ask(operation, { ...asked, query });
      if (page.status >= 400) throw new Error(`page after ${next}: ${page.status}`);
      yield withoutHeading(page.data);
      next = page.next;
    }
  };
}

/** Downloads at once: each asks for page after page, and must leave room for everybody else's requests. */
const most = 8;
let running = 0;

/**
 * Sends a download page after page, as fast as it is read: neither the service nor the edge ever holds more than one page.
 * Where a page fails the connection is cut, so that nobody takes a part for the whole.
 * @param pages none where only the headers are asked for
 * @throws Problem gateway.busy
 */
export async function sendAll(
  reply: FastifyReply,
  pages: AsyncGenerator<Uint8Array> | undefined,
): Promise<void> {
  reply.header('content-type', 'text/csv; charset=utf-8').header('cache-control', 'no-store');
  if (!pages) {
    await reply.send();
    return;
  }
  if (running >= most) throw new Problem('gateway.busy');
  running++;
  whenGone(reply, () => running--);
  await reply.send(Readable.from(pages, { objectMode: false }));
}

const lineFeed = 10;

/** The names of the columns stand in no quotes and have no line break. */
function withoutHeading(page: Uint8Array): Uint8Array {
  return page.subarray(page.indexOf(lineFeed) + 1);
}
