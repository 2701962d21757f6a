import { statedOf } from '../figures/facts.sql';
import { brokenDownAs, cellsOf } from './cells.sql';
import { refusalOfOne, refusalOfSums, together, togetherAcross } from './together.sql';

/**
 * Which levels: as they were known on a day; of targets of several pieces, and of spans in which the land of one changed
 * hands; of indicators that follow from others; of months alone, which are stated or not there.
 */
export interface Which {
  readonly asOf: boolean;
  readonly several: boolean;
  readonly across: boolean;
  readonly derived: boolean;
  readonly months: boolean;
}

/**
 * The levels of targets over spans of months, as common table expressions; nothing is loaded to be added elsewhere.
 *
 * A *target* is what is asked for, made of *pieces*: itself, or on another day's map the units that held its land, each
 * in its days. Every piece has its own value of a *span*: as stated for it, else of its months by the indicator's kind.
 * The target's is that of its only piece, else by kind: levels that add are added, indices weighted; or it is refused.
 *
 * The pieces: $1 targets, $2 their places, $3 territories, $4 first and $5 last days · the spans: $6 keys, $7 measures,
 * $8 first days, $9 months, $10 all lengths of facts that they are made of · the indicators: $11 codes, $12 kinds, $13 and
 * $14 what weighs them and its year, $15 dimensions that they may have here · $16 breakdown asked · $17 flows alone
 * · $18 what was known on that day, where asked · $19 terms (derived.sql.ts)
 *
 * `series` says what each series is, `level` has its levels. A *slot* is a fact that a span may be made of: itself, or
 * one of its months. A *line* is a cell of a piece; what it has for its slots is found a line at a time.
 *
 * The planner knows nothing of all this. Lists come as arrays, which it takes for ten rows, and any other function for a
 * hundred or a thousand. Slots meet facts, and series their points, by a full join, which is hashed and not looped, and
 * stays one because the condition that the other side is there is not written plainly. What is expected of several pieces
 * meets what was found by union and grouping.
 */
export const levels = ({ asOf, several, across, derived, months }: Which, derivation: string): string => `
  span as materialized (
    select number::int, key, measure, from_month, months, (from_month + make_interval(months => months))::date - 1 as last_day
      from unnest($6::text[], $7::text[], $8::date[], $9::smallint[]) with ordinality
        as s(key, measure, from_month, months, number)
  ), slot as materialized (
    select number as span, key, measure, from_month, months as slot_months, last_day, last_day as own_day, true as is_stated,
           false as is_last, null::int as nth
      from span
    union all
    select number, null, measure, (from_month + make_interval(months => nth))::date, 1::smallint, last_day,
           (from_month + make_interval(months => nth + 1))::date - 1, false, nth = months - 1, nth
      from span, unnest(array(select generate_series(0, months - 1))) nth
     where months > 1
  ), piece as materialized (
    select target, place, territory, coalesce(first_day, '-infinity') as valid_from, coalesce(last_day, 'infinity') as valid_to
      from unnest($1::text[], $2::int[], $3::text[], $4::date[], $5::date[])
        as p(target, place, territory, first_day, last_day)
  ), rule as materialized (
    select indicator, kind, weights, year, broken_down::text[], listed
      from unnest($11::text[], $12::text[], $13::text[], $14::date[], $15::text[]) with ordinality
        as r(indicator, kind, weights, year, broken_down, listed)
  ), line as materialized (
    select p.*, r.indicator, r.listed, r.kind, c.id, c.dimensions, c.measure, ${several ? 'w.weight,' : ''}
           dense_rank() over listing as series
      from piece p
     cross join lateral (${cellsOf({ indicators: '$11', measures: '$7', breakdown: '$16' })}) c
      join rule r on r.indicator = c.indicator and ${brokenDownAs('r.broken_down')}
      ${several ? weights(asOf) : ''}
    window listing as (order by r.listed, p.place, c.dimensions)
  ), head as materialized (
    select distinct on (series) series, listed, indicator, place, target, dimensions, kind from line order by series
  ), ${several && months ? statedMonths(asOf) : putTogether(asOf, several, across)}, ${several ? (across ? togetherAcross : together) : alone}, ${derived ? 'plain' : 'level'} as (
    select series, span, key, unit, refusal, is_something,
           case when refusal is null then value end as value, status, source, figure,
           ${several ? missingOfSeveral : missingOfOne} as missing
      from judged
  ), ${derived ? derivation : 'series as (select * from head)'}`;

/**
 * The values of pieces: as stated, else of the months of the span by the indicator's kind. Of several pieces one may have
 * held the land in some of the months alone: then of those; a plan for the whole span may be of who held it at its beginning.
 */
const putTogether = (asOf: boolean, several: boolean, across: boolean): string => `own as (
    select l.series, l.kind, l.territory, ${several ? 'l.weight, ' : ''}o.* from line l cross join lateral (
        select span, max(key) as key, max(unit) as unit, max(value) filter (where is_stated) as stated,
               max(status) filter (where is_stated) as status, max(source) filter (where is_stated) as source,
               max(figure::text) filter (where is_stated) as figure, ${across ? atEnds : ''}
               count(nth) as expected, count(value) filter (where nth is not null) as months,
               sum(value) filter (where nth is not null) as total, max(value) filter (where nth is not null) as peak,
               max(value) filter (where is_last) as last, bit_or(1 << nth) filter (where value is not null) as found
          from (select * from slot where measure = l.measure and ${across ? heldIn : 'last_day between l.valid_from and l.valid_to'}) s
          full join (${statedOf(asOf, '$18', within)}) f on f.from_month = s.from_month and f.months = s.slot_months
         where coalesce(span, 0) > 0 group by span
      ) o
  ), valued as (
    select o.*, case
             when stated is not null ${across ? 'and at_end' : ''} then stated
             when kind = 'flow' and expected > 0 and months = expected then total
             when kind = 'stock' then last
             when kind = 'peak' ${across ? 'and at_end' : ''} and expected > 0 and months = expected then peak end as value
      from own o
  )`;

const heldIn = `(own_day between l.valid_from and l.valid_to
            or is_stated and measure = 'plan' and from_month between l.valid_from and l.valid_to)`;
const atEnds = `bool_or(is_stated and last_day between l.valid_from and l.valid_to) as at_end,
               bool_or(is_stated and s.from_month between l.valid_from and l.valid_to) as at_begin,`;

/** The values of pieces in months: what is stated, found one by one; a month that nobody states has no row. */
const statedMonths = (asOf: boolean): string => `valued as (
    select l.series, l.kind, l.territory, l.weight, s.number as span, f.value, f.unit, f.status, f.source,
           f.figure::text as figure, 0 as months, 0 as found
      from line l
      join span s on s.measure = l.measure and s.last_day between l.valid_from and l.valid_to
     cross join lateral (
        ${statedOf(asOf, '$18', 'f.months = any($10::smallint[]) and f.from_month = s.from_month')}
      ) f
  )`;

/** By what an index of several pieces is weighted: that of a division by the value added of the division. */
const weights = (asOf: boolean): string => `left join lateral (
        select stated.value as weight
          from cell l cross join lateral (${statedOf(asOf, '$18', 'f.months = 12 and f.from_month = r.year')}) stated
         where l.territory = p.territory and l.indicator = r.weights and l.measure = 'actual'
           and l.dimensions = c.dimensions
           and stated.value >= 0 offset 0
      ) w on r.weights is not null`;

/** The value of a target that is one piece. */
const alone = `judged as (
    select v.*, value is not null or months > 0 as is_something,
           case ${refusalOfSums} when value is not null then null ${refusalOfOne} as refusal
      from valued v
  )`;

/** Which months the only piece lacks: a bit is set for each that was found, spans of a series being of a year at most. */
const missingOfOne = `case refusal
  when 'incomplete-months' then array(
    select to_char(s.from_month + make_interval(months => nth), 'YYYY-MM')
      from span s, generate_series(0, s.months - 1) nth where s.number = span and found & (1 << nth) = 0 order by nth)
  else '{}'::text[] end`;

/** The same, or the pieces without a value or a weight. */
const missingOfSeveral = `case refusal
  when 'incomplete-members' then array(${membersBut('valued_members')})
  when 'needs-weights' then array(${membersBut('weighted_members')})
  else ${missingOfOne} end`;

function membersBut(those: string): string {
  return `select p.territory from head h join piece p using (target) join span s on s.number = judged.span
     where h.series = judged.series and (s.last_day between p.valid_from and p.valid_to
        or which = 'all' and p.valid_from <= s.last_day and p.valid_to >= s.from_month)
    except select unnest(${those}) order by 1`;
}

const within = `f.months = any($10::smallint[])
       and f.from_month between (select min(from_month) from span) and (select max(last_day) from span)`;
