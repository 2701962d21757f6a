import { setTimeout as sleep } from 'node:timers/promises';
import { exportImport, type FlowImport } from '@doit/contracts';
import type { Claims, TestInstallation } from '@doit/testing';

/** An extract as text: its columns, and rows of words. */
export const extract = (columns: string, ...rows: string[]): string => [columns, ...rows, ''].join('\n');

/** Sends a file as the gateway does, piece after piece. Answers the import as it is then. */
export async function send(
  house: TestInstallation,
  who: Claims,
  text: string | Buffer,
  fields: Record<string, string> = {},
  size = 100_000,
): Promise<FlowImport> {
  const { documents, imports } = exportImport;
  const begun = await house.ask(documents.begin, who, { body: { name: 'extract.csv' } });
  const id = String(begun.body['id']);
  const bytes = Buffer.from(text);
  for (let nth = 0; nth * size < bytes.length; nth++) {
    const piece = bytes.subarray(nth * size, (nth + 1) * size);
    const kept = await house.ask(documents.append, who, { query: `id=${id}&nth=${nth}`, body: piece });
    if (kept.status !== 200) throw new Error(JSON.stringify(kept.body));
  }
  const query = new URLSearchParams({
    locale: 'en',
    asOf: '2024-04-15',
    status: 'official',
    ...fields,
    file: id,
  });
  const sent = await house.ask(imports.send, who, { query: query.toString() });
  if (sent.status !== 200) throw new Error(JSON.stringify(sent.body));
  return sent.body as unknown as FlowImport;
}

/** The same, once it is done or failed. */
export async function sendAll(...sent: Parameters<typeof send>): Promise<FlowImport> {
  const [house, who] = sent;
  return ended(house, who, (await send(...sent)).id);
}

/** An import once it is done or failed. */
export async function ended(house: TestInstallation, who: Claims, id: string): Promise<FlowImport> {
  const patience = Date.now() + 60_000;
  for (;;) {
    const { body } = await house.ask(exportImport.imports.get, who, { query: `id=${id}` });
    const found = body as unknown as FlowImport;
    if (found.status === 'done' || found.status === 'failed') return found;
    if (Date.now() > patience) throw new Error(`the import is still ${found.status}`);
    await sleep(20);
  }
}
