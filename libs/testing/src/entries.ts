import { fieldsOf, type Field, type Register } from '@doit/contracts';

let last = 0;

/** The least that a register takes for a new entry: what must be known, and nothing else. */
export function leastEntry(register: Pick<Register, 'fields'>, more: object = {}): Record<string, unknown> {
  const needed = [...fieldsOf(register.fields).values()].filter(({ nullable }) => !nullable);
  const least = Object.fromEntries(needed.map((field) => [field.name, some(field)]));
  return { ...least, code: `E-${++last}`, name: 'Nghĩa Mỹ', territory: 'nghe-an', ...more };
}

function some({ schema, many, example }: Field): unknown {
  if (example !== undefined) return example;
  if (many !== undefined) return [];
  const {
    enum: list,
    type,
    format,
    minimum,
  } = schema as {
    enum?: string[];
    type?: string;
    format?: string;
    minimum?: number;
  };
  if (list) return list[0];
  if (format === 'decimal') return '1';
  if (format === 'date') return '2024-01-01';
  return type === 'integer' ? Math.max(1, minimum ?? 1) : type === 'boolean' ? false : 'x';
}
