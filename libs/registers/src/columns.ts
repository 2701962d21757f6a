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

/** The constraint of codes, each taken once in a territory. */
export const codeKeyOf = (register: Pick<Register, 'noun'>): string =>
  `${tableOf(register)}_territory_code_key`;

/** The index of what may stand once. */
export const onceIndexOf = (register: Pick<Register, 'noun'>): string => `${tableOf(register)}_once_idx`;

const known = new WeakMap<Register['fields'], readonly RegisterColumn[]>();

/**
 * The columns in which the contract's own fields of a register are kept, but for what is derived; looked up for each list,
 * and made once.
 */
export function columnsOf({
  fields,
  derived,
}: Pick<Register, 'fields' | 'derived'>): readonly RegisterColumn[] {
  const columns = known.get(fields) ?? kept(fields, derived).map(columnOf);
  known.set(fields, columns);
  return columns;
}

function kept(fields: Register['fields'], derived: readonly string[]): Field[] {
  return [...fieldsOf(fields).values()].filter(({ name }) => !derived.includes(name));
}

function columnOf(field: Field): RegisterColumn {
  return { field: field.name, name: snake(field.name), type: typeOf(field), nullable: field.nullable };
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
