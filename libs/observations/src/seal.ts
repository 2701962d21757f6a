/** Every column of `observation` but its state, which the steps say. */
const sealed = [
  ...[
    'id',
    'seq',
    'vintage',
    'revision',
    'content',
    'indicator',
    'territory',
    'period',
    'dimensions',
    'measure',
  ],
  ...['status', 'value', 'decimals', 'unit', 'unit_printed', 'comparator', 'source', 'as_of', 'period_basis'],
  ...['basis', 'document', 'document_row', 'stated', 'data_window', 'recorded_by'],
];

/**
 * SQL of the seal of the row aliased `o`: SHA-256 of all that it says, in hexadecimal digits, the same in every session.
 * Once seals are kept this is never changed: a new column is sealed by a new kind of seal.
 */
export const sealOf = (o: string): string => `encode(sha256(convert_to(jsonb_build_array(
  ${sealed.map((column) => `${o}.${column}`).join(', ')}, extract(epoch from ${o}.recorded_at))::text, 'UTF8')), 'hex')`;
