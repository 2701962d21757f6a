import { createHash } from 'node:crypto';
import { Problem } from '@doit/contracts';
import { query } from '@doit/runtime';
import type { DataSource } from 'typeorm';

const readPiece = {
  name: 'document-piece',
  text: 'select bytes from document_piece where document = $1 and nth = $2',
};

/** The pieces of a document, one after the other; nobody holds more than one. */
export async function* piecesOf(source: DataSource, document: string): AsyncGenerator<Buffer> {
  for (let nth = 0; ; nth++) {
    const [piece] = await query<{ bytes: Buffer }>(source, readPiece, [document, nth]);
    if (!piece) return;
    yield piece.bytes;
  }
}

/**
 * A document that somebody sent is whole: its hash and size are written, and nothing is added to it any more.
 * @throws Problem document.not-open where he has none of that id under way, or nothing came
 */
export async function closeDocument(source: DataSource, id: string, subject: string): Promise<void> {
  const hash = createHash('sha256');
  let bytes = 0;
  let pieces = 0;
  for await (const piece of piecesOf(source, id)) {
    hash.update(piece);
    bytes += piece.length;
    pieces += 1;
  }
  if (pieces === 0) throw new Problem('document.not-open');
  const [, closed]: [unknown, number] = await source.query(
    `update document set sha256 = $2, bytes = $3, pieces = $4
      where id = $1 and begun_by = $5 and sha256 is null and $4::int = (select count(*) from document_piece where document = $1)`,
    [id, hash.digest('hex'), bytes, pieces, subject],
  );
  if (closed === 0) throw new Problem('document.not-open');
}
