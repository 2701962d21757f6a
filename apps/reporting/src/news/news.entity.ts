import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One thing that changed, by its keys; written and read by SQL. */
@Entity('news')
export class NewsRow {
  /** Given under a lock, so that who has read up to one has read all before it. */
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'news_position_pkey',
  })
  position: string;

  @Column('text') type: string;
  /** Of these, null: any. */
  @Column('text', { nullable: true }) territory: string | null;
  @Column('text', { nullable: true }) indicator: string | null;
  @Column('text', { nullable: true }) period: string | null;
  /** `everybody`, or the service whose unpublished figures of the territory one must be allowed to read. */
  @Column('text') readers: string;
  @Column('timestamptz', { name: 'noted_at', default: () => 'clock_timestamp()' }) notedAt: Date;
}
