import { priorityOfSource } from '../comparisons/sources';

/**
 * The cell of a figure `f`: what is counted, where, broken down how, and whether done or planned; made of its words, so
 * that a rebuild gives every cell the same id.
 */
export const cellOfFigure = `md5(jsonb_build_array(f.indicator, f.territory, f.dimensions, f.measure)::text)::uuid`;

/** The lower, the more a figure `f` is to be believed: by how final it is, then by who says so (figures.md §1). */
export const precedenceOfFigure = `(case f.status when 'official' then 0 when 'preliminary' then 10 else 20 end
  + ${priorityOfSource('f.indicator', 'f.source')})`;

/** Orders the figures of one cell and period by how much they are to be believed, the figure of record first. */
export const recordFirst = (f: string): string =>
  `${f}.precedence, ${f}.as_of desc nulls last, ${f}.position desc, ${f}.ordinal desc`;

/**
 * The figures of record of a cell `l` in periods `f`, of which the condition speaks: as they are known now, or were on a
 * day (a parameter, which is null where now is meant).
 */
export const statedOf = (asOf: boolean, day: string, periods: string): string =>
  asOf
    ? `select distinct on (f.months, f.from_month) f.*, f.id as figure from figure f
         where f.cell = l.id and ${periods} and f.state = 'approved' and f.as_of <= ${day}::date
         order by f.months, f.from_month, ${recordFirst('f')}`
    : `select f.* from fact f where f.cell = l.id and ${periods} and ${day}::date is null offset 0`;

/** Brings `cell` and `fact` up to date with the figures of the rows of `source`, which looks like `figure`. */
export const learnFacts = (source: string): { cells: string; facts: string } => ({
  cells: `insert into cell (id, indicator, territory, dimensions, measure)
    select distinct on (f.cell) f.cell, f.indicator, f.territory, f.dimensions, f.measure
      from ${source} f where f.state = 'approved' order by f.cell
    on conflict (id) do nothing`,
  facts: `insert into fact as known (cell, months, from_month, figure, value, decimals, unit, comparator, status, source,
      as_of, precedence, position, ordinal)
    select distinct on (f.cell, f.months, f.from_month) f.cell, f.months, f.from_month, f.id, f.value, f.decimals, f.unit,
        f.comparator, f.status, f.source, f.as_of, f.precedence, f.position, f.ordinal
      from ${source} f where f.state = 'approved'
     order by f.cell, f.months, f.from_month, ${recordFirst('f')}
    on conflict (cell, months, from_month) do update set figure = excluded.figure, value = excluded.value,
        decimals = excluded.decimals, unit = excluded.unit, comparator = excluded.comparator, status = excluded.status,
        source = excluded.source, as_of = excluded.as_of, precedence = excluded.precedence,
        position = excluded.position, ordinal = excluded.ordinal
     where (-excluded.precedence, coalesce(excluded.as_of, '-infinity'::date), excluded.position, excluded.ordinal)
         > (-known.precedence, coalesce(known.as_of, '-infinity'::date), known.position, known.ordinal)`,
});
