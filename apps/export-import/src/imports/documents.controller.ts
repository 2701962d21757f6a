import { Controller } from '@nestjs/common';
import {
  exportImport,
  Problem,
  type AppendPiece,
  type BeginDocument,
  type Caller,
  type DocumentBegun,
  type PieceKept,
} from '@doit/contracts';
import { Serves } from '@doit/rpc';
import { query } from '@doit/runtime';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';

const largest = 512 * 1024 * 1024;

const begin = {
  name: 'document-begin',
  // What was never finished is forgotten after a day.
  text: `with old as (select id from document where sha256 is null and begun_at < now() - interval '1 day' limit 10),
              emptied as (delete from document_piece where document in (select id from old)),
              forgotten as (delete from document where id in (select id from old) and not exists
                (select from document_piece where document = document.id))
         insert into document (id, name, begun_by) values ($1, $2, $3)`,
};
const append = {
  name: 'document-append',
  text: `with mine as (
           select id from document where id = $1 and begun_by = $4 and sha256 is null and $2::int < $5::int
         )
         insert into document_piece (document, nth, bytes) select id, $2, $3 from mine
         on conflict on constraint document_piece_pkey do update set bytes = excluded.bytes
         returning octet_length(bytes) as bytes`,
};

/** A piece is at most this long: what the gateway cuts a file into. */
const pieceLimit = 256 * 1024;

/** Files on their way in, piece after piece. Whoever begins one adds to it, and nobody else. */
@Controller()
export class DocumentsController {
  constructor(private readonly source: DataSource) {}

  @Serves(exportImport.documents.begin)
  async begin({ name }: BeginDocument, { subject }: Caller): Promise<DocumentBegun> {
    const id = uuid();
    await query(this.source, begin, [id, name, subject]);
    return { id };
  }

  @Serves(exportImport.documents.append)
  async append({ id, nth, bytes }: AppendPiece, { subject }: Caller): Promise<PieceKept> {
    if (bytes.length > pieceLimit) throw new Problem('document.too-large', { max: pieceLimit });
    const most = Math.ceil(largest / pieceLimit);
    if (nth >= most) throw new Problem('document.too-large', { max: largest });
    const [kept] = await query<{ bytes: number }>(this.source, append, [
      id,
      nth,
      Buffer.from(bytes),
      subject,
      most,
    ]);
    if (!kept) throw new Problem('document.not-open');
    return kept;
  }
}
