import type { FaultCode, Params } from '@doit/contracts';

/** The columns of an extract. Those of `needed` must be there; what a file lacks of the others is not told. */
export const needed = ['flow', 'territory', 'month', 'hs', 'partner', 'value_usd'] as const;
export const columns = [...needed, 'regime', 'enterprise', 'quantity', 'unit', 'status', 'basis'] as const;
export type Column = (typeof columns)[number];

export interface Heading {
  readonly delimiter: string;
  /** In the order of the file. */
  readonly columns: readonly Column[];
}

export interface HeadingFault {
  readonly column: string;
  readonly code: FaultCode;
  readonly params: Params;
}

const delimiters = [',', ';', '\t'] as const;
const mark = '\ufeff';

/**
 * Reads the first row of a file: names of columns whatever their case and spaces, apart by what is in it most.
 * @param text the file's beginning, as far as its first line feed
 */
export function readHeading(text: string): Heading | { readonly faults: readonly HeadingFault[] } {
  const [line = ''] = text.slice(0, 20_000).replace(mark, '').split(/\r?\n/, 1);
  const many = (delimiter: string): number => line.split(delimiter).length;
  const delimiter = delimiters.reduce((best, one) => (many(one) > many(best) ? one : best));
  const names = line.split(delimiter).map((name) =>
    name
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim()
      .toLowerCase(),
  );
  const fault = (column: string, code: FaultCode): HeadingFault => ({ column, code, params: { column } });
  const isColumn = (name: string): name is Column => (columns as readonly string[]).includes(name);
  const faults = [
    ...names
      .filter((name) => !isColumn(name))
      .map((name) => fault(name.slice(0, 100), 'import.unknown-column')),
    ...names
      .filter((name, at) => isColumn(name) && names.indexOf(name) !== at)
      .map((name) => fault(name, 'import.column-twice')),
    ...needed.filter((name) => !names.includes(name)).map((name) => fault(name, 'import.missing-column')),
  ];
  return faults.length > 0
    ? { faults: faults.slice(0, 100) }
    : { delimiter, columns: names.filter(isColumn) };
}
