import type { Statement } from '@doit/runtime';
import { derivation } from './derived.sql';
import { levels, type Which } from './levels.sql';
import { refusalWords } from './refusals.sql';

const named = (name: string, { asOf, several, across, derived, months }: Which): string =>
  `${name}${several ? '-recast' : ''}${across ? '-across' : ''}${months ? '-months' : ''}${derived ? '-derived' : ''}${asOf ? '-as-of' : ''}`;

/** Reads levels as the contract's SeriesList. */
export const readSeries = (which: Which): Statement => ({
  name: named('series', which),
  text: `with ${levels(which, derivation)}, point as (
    select l.*, min(span) filter (where is_something) over whole as first,
           max(span) filter (where is_something) over whole as last
      from level l
    window whole as (partition by series)
  ), drawn as (
    select p.series, max(unit) as unit, json_agg(json_build_object(
             'period', key, 'value', trim_scale(round(value, 12))::text, 'status', status, 'source', source,
             'observationId', figure, 'refusal', case when refusal is not null then json_build_object('code', refusal,
               'message', ${refusalWords} -> refusal, 'missing', missing) end) order by span) as points
      from point p
     where span between first and last group by p.series
  )
  select json_build_object('series', coalesce(json_agg(json_build_object('indicator', h.indicator, 'unit', d.unit,
           'territory', h.target, 'dimensions', h.dimensions, 'points', d.points) order by series), '[]'))::text as body
    from drawn d full join series h using (series) where coalesce(json_typeof(points), '') <> ''`,
});

/** Reads the levels themselves, a row for each target and span (counted from 1), for what is ranked. */
export const readLevels = (which: Which): Statement => ({
  name: named('levels', which),
  text: `with ${levels(which, derivation)}
  select h.target, span, value, unit
    from level join series h using (series)
   where value is not null`,
});
