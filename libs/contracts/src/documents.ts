import { Bytes, Id, Text, Whole } from './fields';
import { operation, type Permission } from './operation';
import type { Service } from './services';

export class BeginDocument {
  @Text('Name of the file', { max: 255 }) name: string;
}

export class DocumentBegun {
  @Id('The document') id: string;
}

export class AppendPiece {
  @Id('The document') id: string;
  @Whole('Its place among the pieces, from 0 on', { max: 100_000 }) nth: number;
  @Bytes('The piece') bytes: Uint8Array;
}

export class PieceKept {
  @Whole('Bytes of the piece') bytes: number;
}

/**
 * How a file reaches a service: begun, then piece after piece, each kept before the next is asked. The gateway asks for these
 * on behalf of whoever sends a form with a file; the document is whole once an operation with an `Upload` closes it.
 */
export const documentOperations = (service: Service) => {
  const access: Permission = `${service}:write`;
  return {
    begin: operation({
      route: null,
      summary: 'Begin to keep a file',
      access,
      input: BeginDocument,
      output: DocumentBegun,
    }),
    append: operation({
      route: null,
      summary: 'Keep a piece of a file',
      access,
      input: AppendPiece,
      output: PieceKept,
      errors: ['document.not-open', 'document.too-large'],
    }),
  };
};
