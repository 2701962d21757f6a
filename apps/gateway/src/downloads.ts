import { Readable } from 'node:stream';
import type { Operation } from '@doit/contracts';
import type { Asked, Reply } from '@doit/rpc';
import type { FastifyReply } from 'fastify';
import type { Circuits } from './circuits';

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

/**
 * Sends a download page after page, as fast as it is read: neither the service nor the edge ever holds more than one page.
 * Where a page fails the connection is cut, so that nobody takes a part for the whole.
 */
export async function sendAll(reply: FastifyReply, first: Reply, pages: PagesAfter): Promise<void> {
  const whole = Readable.from(pages(first), { objectMode: false });
  await reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(whole);
}

const lineFeed = 10;

/** The names of the columns stand in no quotes and have no line break. */
function withoutHeading(page: Uint8Array): Uint8Array {
  return page.subarray(page.indexOf(lineFeed) + 1);
}
