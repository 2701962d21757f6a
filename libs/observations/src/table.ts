import type { RecordedObservation } from '@doit/contracts';

/** The table of observations, the same in every domain service. A later shape is a new function; this one stays. */
export function observationTableV1(runtimeRole: string): string[] {
  return [
    `create table observation (
      id uuid not null,
      seq bigserial not null,
      vintage uuid not null,
      revision integer not null,
      content uuid not null,
      indicator text not null,
      territory text not null,
      period text not null,
      dimensions jsonb not null,
      measure text not null,
      status text not null,
      value numeric not null,
      decimals smallint not null,
      unit text not null,
      unit_printed text,
      comparator text not null,
      source text not null,
      as_of date,
      period_basis text not null,
      basis text,
      document text,
      document_row integer,
      stated jsonb not null,
      data_window jsonb,
      state text not null,
      recorded_at timestamptz not null,
      recorded_by text not null,
      constraint observation_pkey primary key (id),
      constraint observation_vintage_revision_key unique (vintage, revision)
    )`,
    `create index observation_territory_indicator_period_idx on observation (territory, indicator, period)`,
    `create index observation_as_of_seq_idx on observation (coalesce(as_of, '-infinity'::date), seq)`,
    `grant select, insert on observation to ${runtimeRole}`,
    `grant usage on sequence observation_seq_seq to ${runtimeRole}`,
  ];
}

/** The wire form's fields in their order, each with its column of the row aliased `o`. */
const columns = {
  id: 'o.id',
  indicator: 'o.indicator',
  territory: 'o.territory',
  period: 'o.period',
  dimensions: 'o.dimensions',
  measure: 'o.measure',
  status: 'o.status',
  value: 'o.value::text',
  decimals: 'o.decimals',
  unit: 'o.unit',
  unitPrinted: 'o.unit_printed',
  comparator: 'o.comparator',
  source: 'o.source',
  asOf: 'o.as_of::text',
  periodBasis: 'o.period_basis',
  basis: 'o.basis',
  document: 'o.document',
  row: 'o.document_row',
  stated: 'o.stated',
  window: 'o.data_window',
  state: 'o.state',
  recordedAt: `to_json(o.recorded_at) #>> '{}'`,
  recordedBy: 'o.recorded_by',
} as const satisfies Record<keyof RecordedObservation, string>;

/** SQL that makes the wire form of the row aliased `o`, as JSON. */
export const observationJson = (recordedBy: string = columns.recordedBy): string => {
  const pairs = Object.entries({ ...columns, recordedBy }).map(([name, column]) => `'${name}', ${column}`);
  return `json_build_object(${pairs.join(', ')})`;
};

/** The same as columns: where many are read and not sent on, a quarter of the time of JSON. */
export const observationColumns = Object.entries(columns)
  .map(([name, column]) => `${column} as "${name}"`)
  .join(', ');

/** The names of those columns. */
export const observationNames = Object.keys(columns)
  .map((name) => `"${name}"`)
  .join(', ');
