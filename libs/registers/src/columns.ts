import { fieldsOf, type Field, type Register } from '@doit/contracts';

/** A column of a register's table: its field in the contract, its name, its type in PostgreSQL. */
export interface RegisterColumn {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The table of a register. */
export const tableOf = ({ noun }: Pick<Register, 'noun'>): string => noun.replaceAll('-', '_');

/** The columns in which the contract's own fields of a register are kept. */
export function columnsOf({ fields }: Pick<Register, 'fields'>): readonly RegisterColumn[] {
  return [...fieldsOf(fields).values()].map((field) => ({
    field: field.name,
    name: snake(field.name),
    type: typeOf(field),
    nullable: field.nullable,
  }));
}

/** Lists and objects are kept as they came. */
function typeOf({ schema, many, part }: Field): string {
  if (many !== undefined || part) return 'jsonb';
  const { type, format } = schema as { type?: string; format?: string };
  if (format === 'decimal') return 'numeric';
  if (format === 'date') return 'date';
  if (format === 'date-time') return 'timestamptz';
  if (format === 'uuid') return 'uuid';
  if (type === 'integer') return 'integer';
  return type === 'boolean' ? 'boolean' : 'text';
}
