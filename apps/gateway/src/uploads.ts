import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { fieldsOf, house, Problem, type Operation } from '@doit/contracts';
import type { Reply } from '@doit/rpc';
import type { FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import type { Circuits } from './circuits';

/** What a service is told at once: a file in a few hundred pieces, and little held at any time. */
const pieceSize = 256 * 1024;
/** Files at once, and of one account; each holds a piece, and a place among its service's requests. */
const most = 8;
const mostOfOne = 4;
const running = new Map<string, number>();

/** The field of an operation that is a file of a form; undefined where it takes none. */
export function fileField({ input }: Operation): string | undefined {
  return [...fieldsOf(input).values()].find(({ schema, from }) => schema['format'] === 'binary' && !from)
    ?.name;
}

/** A service refused a piece; its answer goes to whoever sent the file. */
export class Refused extends Error {
  constructor(readonly reply: Reply) {
    super(`refused with ${reply.status}`);
  }
}

/** Asks an operation of the service's documents. */
type AskDocuments = (verb: 'begin' | 'append', query: string, body: Uint8Array) => Promise<Reply>;

/**
 * Takes in a form with a file: the file goes to the service as it comes, piece after piece, each asked once the one before
 * is kept, so that nobody holds more than one. Answers the form's fields as a query, the document's id in place of the file.
 * @throws Problem request.not-a-form, document.missing, document.too-large, gateway.busy; Refused
 */
export async function takeForm(
  circuits: Circuits,
  operation: Operation,
  request: FastifyRequest,
): Promise<string> {
  // Where accounts are not counted (rates.ts) a token stands for its account.
  const who = request.account || (request.headers.authorization ?? '');
  const mine = running.get(who) ?? 0;
  const all = [...running.values()].reduce((sum, each) => sum + each, 0);
  if (all >= most || mine >= mostOfOne) throw new Problem('gateway.busy');
  running.set(who, mine + 1);
  try {
    return await readForm(request, fileField(operation) ?? 'file', async (verb, query, body) => {
      const name = `${operation.service}.documents.${verb}`;
      const asked = house[operation.service].operations.find((each) => each.name === name);
      if (!asked) throw new Error(`nobody promises ${name}`);
      const token = request.headers.authorization?.slice('Bearer '.length);
      const reply = await circuits.ask(asked, { query, body, token, requestId: request.id });
      if (reply.status >= 400) throw new Refused(reply);
      return reply;
    });
  } finally {
    const left = (running.get(who) ?? 1) - 1;
    if (left > 0) running.set(who, left);
    else running.delete(who);
  }
}

async function readForm({ raw, headers }: FastifyRequest, field: string, ask: AskDocuments): Promise<string> {
  // Whoever has gone meanwhile will not be heard to go.
  if (raw.destroyed && !raw.complete) throw new Problem('request.not-finished');
  const form = formOf(headers);
  const said: string[] = [];
  let document: Promise<string> | undefined;
  await new Promise<void>((resolve, reject) => {
    form.on('field', (name, value, isNameCut, isValueCut) => {
      if (isNameCut || isValueCut || name === field) reject(new Problem('request.invalid'));
      else said.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
    });
    form.on('file', (name, file, fileName) => {
      // A form that ends too early says so on its file, too; nobody may be reading that yet.
      file.on('error', (error) => file.destroy(error));
      form.once('error', () => file.destroy());
      raw.once('aborted', () => file.destroy());
      if (name !== field || document) {
        reject(new Problem('request.invalid', {}, [{ pointer: `/${name}`, code: 'field.unknown' }]));
        return;
      }
      document = keep(file, fileName || 'file', ask);
      document.catch(reject);
    });
    form.on('finish', resolve);
    form.on('error', () => reject(new Problem('request.invalid')));
    raw.on('error', reject);
    raw.on('aborted', () => reject(new Problem('request.not-finished')));
    raw.pipe(form);
  }).finally(() => raw.unpipe(form));
  if (!document) throw new Problem('document.missing', { field });
  return [...said, `${field}=${await document}`].join('&');
}

function formOf(headers: IncomingHttpHeaders): BusboyInstance {
  const type = headers['content-type'] ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type)) throw new Problem('request.not-a-form');
  try {
    return new Busboy({
      headers: { ...headers, 'content-type': type },
      limits: { files: 2, fields: 20, parts: 22, fieldNameSize: 100, fieldSize: 2000, headerPairs: 20 },
    });
  } catch {
    throw new Problem('request.not-a-form');
  }
}

async function keep(file: AsyncIterable<Buffer>, name: string, ask: AskDocuments): Promise<string> {
  const begun = await ask('begin', '', Buffer.from(JSON.stringify({ name: name.slice(0, 255) })));
  const { id } = JSON.parse(Buffer.from(begun.data).toString()) as { id: string };
  let nth = 0;
  let held: Buffer[] = [];
  let size = 0;
  const send = async (): Promise<void> => {
    const piece = Buffer.concat(held);
    held = [];
    size = 0;
    for (let from = 0; from < piece.length; from += pieceSize)
      await ask('append', `id=${id}&nth=${nth++}`, piece.subarray(from, from + pieceSize));
  };
  for await (const chunk of file) {
    held.push(chunk);
    size += chunk.length;
    if (size >= pieceSize) await send();
  }
  await send();
  return id;
}
