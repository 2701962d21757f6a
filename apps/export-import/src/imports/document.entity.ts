import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** A file that somebody sent; it is whole once its hash is known. */
@Entity('document')
@Index('document_begun_at_idx', ['begunAt'], { where: 'sha256 is null' })
export class DocumentRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'document_pkey' }) id: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) sha256: string | null;
  @Column('bigint', { nullable: true }) bytes: string | null;
  @Column('integer', { nullable: true }) pieces: number | null;
  @Column('text', { name: 'begun_by' }) begunBy: string;
  @Column('timestamptz', { name: 'begun_at', default: () => 'now()' }) begunAt: Date;
}

/** The file's bytes, cut as they came. */
@Entity('document_piece')
export class DocumentPieceRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'document_piece_pkey' }) document: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'document_piece_pkey' }) nth: number;
  @Column('bytea') bytes: Buffer;

  @ManyToOne(() => DocumentRow, { onDelete: 'NO ACTION', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'document', foreignKeyConstraintName: 'document_piece_document_fkey' })
  of?: DocumentRow;
}
