import { fieldsOf, type Field, type Register } from '@doit/contracts';

let last = 0;
/** How many were made of a register, in any territory: some stand once in a group of them. */
const made = new Map<string, number>();

/** The least that a register takes for a new entry: what must be known, and nothing else. What may stand once differs. */
export function leastEntry(
  register: Pick<Register, 'fields'> & Partial<Pick<Register, 'noun' | 'once'>>,
  more: object = {},
): Record<string, unknown> {
  const needed = [...fieldsOf(register.fields).values()].filter(({ nullable }) => !nullable);
  const least = Object.fromEntries(needed.map((field) => [field.name, some(field)]));
  const entry = { ...least, code: `E-${++last}`, name: 'Nghĩa Mỹ', territory: 'nghe-an' };
  return { ...entry, ...another(register), ...more };
}

/** Values of what may stand once that no entry had before, as far as there are others. */
function another({ noun = '', fields, once = null }: Parameters<typeof leastEntry>[0]) {
  let n = made.get(noun) ?? 0;
  made.set(noun, n + 1);
  const values = (once?.fields ?? []).map((name): [string, unknown] => {
    const { schema, nullable } = fieldsOf(fields).get(name) ?? { schema: {}, nullable: false };
    const { enum: list, pattern, type, minimum = 0, maximum = 2 ** 31 - 1 } = schema as Limits;
    const count = list?.length ?? (type === 'integer' ? maximum - minimum + 1 : pattern ? 0 : Infinity);
    // Nothing makes another that keeps a pattern; what is not known stands beside others that are not.
    if (count === 0 && nullable) return [name, null];
    if (count === 0) return [name, some(fieldsOf(fields).get(name) as Field)];
    const nth = Number.isFinite(count) ? n % count : n;
    n = Number.isFinite(count) ? Math.floor(n / count) : 0;
    return [name, list ? list[nth] : type === 'integer' ? minimum + nth : `x ${nth}`];
  });
  return Object.fromEntries(values);
}

interface Limits {
  enum?: string[];
  type?: string;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
}

function some({ schema, many, example }: Field): unknown {
  if (example !== undefined) return example;
  if (many !== undefined) return [];
  const { enum: list, type, format, minimum } = schema as Limits;
  if (list) return list[0];
  if (format === 'decimal') return '1';
  if (format === 'date') return '2024-01-01';
  return type === 'integer' ? Math.max(1, minimum ?? 1) : type === 'boolean' ? false : 'x';
}
