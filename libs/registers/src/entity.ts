import type { Register } from '@doit/contracts';
import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import { codeKeyOf, columnsOf, onceIndexOf, tableOf } from './columns';

/** A register's row for TypeORM, from its contract: a test keeps it equal to what the migrations make. */
export function registerEntity(
  register: Pick<Register, 'noun' | 'fields' | 'derived' | 'hidden' | 'once'>,
): EntitySchema {
  const table = tableOf(register);
  const columns: Record<string, EntitySchemaColumnOptions> = {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: `${table}_pkey` },
    state: { type: 'text' },
    stateOn: { type: 'date', name: 'state_on', nullable: true },
    version: { type: 'integer' },
    recordedAt: { type: 'timestamptz', name: 'recorded_at' },
    changedAt: { type: 'timestamptz', name: 'changed_at' },
    words: { type: 'text' },
    body: { type: 'text' },
    ...(register.hidden.length > 0 && { publicBody: { type: 'text', name: 'public_body' } }),
  };
  for (const { field, name, type, nullable } of columnsOf(register))
    columns[field] = { type: type as 'text', name, nullable };
  return new EntitySchema({
    name: table,
    columns,
    uniques: [{ name: codeKeyOf(register), columns: ['territory', 'code'] }],
    indices: [
      ...['code', 'name', 'changedAt'].map((field) => ({
        name: `${table}_${field === 'changedAt' ? 'changed_at' : field}_id_idx`,
        columns: [field, 'id'],
      })),
      // It folds words, and leaves out what is withdrawn, neither of which TypeORM can say.
      ...(register.once ? [{ name: onceIndexOf(register), columns: ['territory'], synchronize: false }] : []),
    ],
  });
}
