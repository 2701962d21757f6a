import type { Statement } from '@doit/runtime';
import { levels, missing } from './levels.sql';

/** Reads levels as the contract's SeriesList; $10 the words of each refusal. */
export const readSeries = (asOf: boolean): Statement => ({
  name: asOf ? 'series-as-of' : 'series',
  text: `with ${levels(asOf)}, point as (
    select series, unit, span, min(span) filter (where something) over whole as first,
           max(span) filter (where something) over whole as last,
           json_build_object(
             'period', to_char(from_month, case $4::int when 1 then 'YYYY-MM' when 3 then 'YYYY-"Q"Q' else 'YYYY' end),
             'value', trim_scale(round(value, 12))::text, 'status', case when members = 1 then status end,
             'source', case when members = 1 then source end, 'observationId', case when members = 1 then figure end,
             'refusal', case when refusal is not null then json_build_object(
               'code', refusal, 'message', $10::jsonb -> refusal, 'missing', ${missing}) end) as point
      from level, lateral (select valued > 0 or months > 0 as something) s
    window whole as (partition by series)
  ), drawn as (
    select series, max(unit) as unit, json_agg(point order by span) as points
      from point where span between first and last group by series
  )
  select json_build_object('series', coalesce(json_agg(json_build_object('indicator', l.indicator, 'unit', d.unit,
           'territory', l.target, 'dimensions', l.dimensions, 'points', d.points) order by series), '[]'))::text as body
    from drawn d join (select distinct on (series) series, indicator, target, dimensions from line) l using (series)`,
});

/** Reads the levels themselves, a row each, for what is ranked. */
export const readLevels = (asOf: boolean): Statement => ({
  name: asOf ? 'levels-as-of' : 'levels',
  text: `with ${levels(asOf)}
  select l.target, trim_scale(round(value, 12))::text as value, unit
    from level join (select distinct series, target from line) l using (series)
   where value is not null`,
});
