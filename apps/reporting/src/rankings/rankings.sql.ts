import type { Statement } from '@doit/runtime';
import type { Reading } from '../series/asked';

/** What is ranked: the level itself, or its ratio to the level of the second span, less so many per cent. */
export type Ranked = 'level' | { readonly ratioLess: 0 | 100 };

/** Who is ranked, and what it is called. */
export interface RankedBy {
  readonly indicator: string;
  readonly period: string;
  readonly members: readonly string[];
  readonly country: string;
  readonly lessIsBetter: boolean;
}

/** The ranking by a reading of levels, as the contract's Ranking: equal values share a place, and the next one counts them. */
export function rankingOf({ statement, parameters }: Reading, ranked: Ranked, by: RankedBy): Reading {
  const first = parameters.length + 1;
  return {
    statement: readRanking(statement, ranked, first),
    parameters: [...parameters, by.indicator, by.period, by.members, by.country, by.lessIsBetter],
  };
}

/** A ratio has 24 places and more: it is rounded only where it is shown. */
const numberOf = (ranked: Ranked): string =>
  ranked === 'level'
    ? `select target, value as number from level where span = 1`
    : `select a.target, round(a.value, 24) * 100 / b.value - ${ranked.ratioLess} as number
         from level a join level b on b.target = a.target and b.unit = a.unit
        where a.span = 1 and b.span = 2 and b.value > 0`;

/** From `$first` on: indicator, period, members, country, whether less is better. */
function readRanking(levels: Statement, ranked: Ranked, first: number): Statement {
  const [indicator, period, members, country, less] = [0, 1, 2, 3, 4].map((n) => `$${first + n}`);
  const shown = (number: string): string => `trim_scale(round(${number}, 12))::text`;
  const national = `(select max(national) from number)`;
  return {
    name: `${levels.name}-ranked${ranked === 'level' ? '' : `-less-${ranked.ratioLess}`}`,
    text: `with level as (${levels.text}), number as (
    select target, number, max(number) filter (where target = ${country}) over () as national
      from (${numberOf(ranked)}) n
  ), place as (
    select target, number, rank() over (order by case when ${less}::boolean then number else -number end) as rank,
           number <> national and (number < national) = ${less}::boolean as is_above
      from number where target <> ${country}
  )
  select json_build_object('indicator', ${indicator}::text, 'period', ${period}::text,
           'items', coalesce(json_agg(json_build_object('rank', rank, 'territory', target, 'value', ${shown('number')})
             order by rank, target), '[]'),
           'of', count(*),
           'missing', array(select id from unnest(${members}::text[]) with ordinality m(id, listed)
                             where id not in (select target from place) order by listed),
           'national', ${shown(national)},
           'aboveNational', case when ${national} is not null then count(*) filter (where is_above) end)::text as body
    from place`,
  };
}
