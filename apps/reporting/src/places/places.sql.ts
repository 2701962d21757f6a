import { addsOver, allTerritories, groupsOf, indicators, type Indicator } from '@doit/reference';
import { rules } from './rules';

/** Codes as an array of SQL. */
const codesOf = (wanted: readonly Indicator[]): string =>
  `'{${wanted.map(({ code }) => code).join()}}'::text[]`;
const levels = indicators.filter(({ kind }) => kind === 'flow' || kind === 'stock');
const stocks = codesOf(levels.filter(({ kind }) => kind === 'stock'));
const partsOfGroups = codesOf(levels);
const partsOfCountry = codesOf(levels.filter((each) => addsOver(each, 'viet-nam')));

/** The groups that each unit ever belonged to, the country among them, as an object of SQL. */
const groupsByUnit = `'${JSON.stringify(
  Object.fromEntries(allTerritories.filter(({ code }) => code !== null).map(({ id }) => [id, groupsOf(id)])),
)}'::jsonb`;

/**
 * Marks the places that the figures of `source` (rows like `figure`) can change: their own, and those of the same and
 * the next year in their territory, for which they are a plan, a part, a month before or a base. The last year of a
 * five-year plan is a base of the five that follow; a stock stands until a later one is known, so for all that follow.
 * Of the groups that the territory belongs to, those of the same period, for which they are parts of the total. Queries
 * of a `with`.
 */
export const markPlaces = (source: string): string => `own_places as (
    insert into place (territory, period, from_month, marked, checked)
    select distinct f.territory, f.period, f.from_month, 1, 0
      from ${source} f where f.measure = 'actual' and f.state = 'approved'
    on conflict (territory, period) do update set marked = place.marked + 1
    returning territory, period
  ), other_places as (
    update place set marked = place.marked + 1
      from (select territory, array_agg(distinct period) filter (where measure = 'actual') as own,
                   date_trunc('year', min(from_month)) - interval '11 months' as first, case
                     when bool_or(indicator = any(${stocks})) then 'infinity'
                     else date_trunc('year', max(to_month)) + make_interval(years => case
                       when bool_or(months = 12 and date_part('year', from_month)::int % 5 = 0) then 6 else 2 end) end as after_it
              from ${source} where state = 'approved' group by territory) f
     where place.territory = f.territory and place.from_month >= f.first and place.from_month < f.after_it
       and place.period <> all (coalesce(f.own, '{}'))
    returning place.territory, place.period
  ), group_places as (
    update place set marked = place.marked + 1
     where ${isOfGroups(`${source} where measure = 'actual' and state = 'approved' and indicator = any(${partsOfGroups})`)}
       and (territory, period) not in (
         select territory, period from own_places union all select territory, period from other_places)
  )`;

/**
 * Whether a place is of a period that `parts` speak of, in a group that one of them belongs to. By two lists, so that
 * places are found by their key alone; one that only two parts name together is looked at once too often.
 */
const isOfGroups = (parts: string): string => `territory = any(array(
         select belongs.id
           from (select distinct territory, indicator = any(${partsOfCountry}) as is_part_of_country from ${parts}) p
          cross join lateral jsonb_array_elements_text(${groupsByUnit} -> p.territory) as belongs(id)
          where p.is_part_of_country or belongs.id <> 'viet-nam'))
       and period = any(array(
         select unnest(case when p.is_stock then ${periodsEnding} else array[p.period] end)
           from (select distinct period, to_month, date_part('month', to_month)::int as month,
                        indicator = any(${stocks}) as is_stock from ${parts}) p))`;

/** The periods that a stock is the end of: as it is stated, and those that reports are made for. */
const periodsEnding = `array[p.period, to_char(p.to_month, 'YYYY-MM'), to_char(p.to_month, 'YYYY"-01/P"FMMM"M"'),
                case p.month % 3 when 0 then to_char(p.to_month, 'YYYY"-Q"Q') end,
                case p.month when 6 then to_char(p.to_month, 'YYYY"-S1"') when 12 then to_char(p.to_month, 'YYYY"-S2"') end,
                case p.month when 12 then to_char(p.to_month, 'YYYY') end]`;

/** Marks the places where a register meets a statement, from the first one on. $1: territories, $2: its indicators. */
export const markRegisterPlaces = {
  name: 'places-mark-registers',
  text: `update place set marked = place.marked + 1
      from (select c.territory, min(f.from_month) as first from cell c join fact f on f.cell = c.id
             where c.territory = any($1) and c.indicator = any($2) group by c.territory) stated
     where place.territory = stated.territory and place.from_month >= date_trunc('year', stated.first)`,
};

/** Marks the places whose exports and imports lines of trade meet. $1: territories, $2 and $3: their first and last month. */
export const markFlowPlaces = {
  name: 'places-mark-flows',
  text: `update place set marked = place.marked + 1
      from (select distinct c.territory, g.period
              from cell c join fact f on f.cell = c.id join figure g on g.id = f.figure
             where c.territory = any($1) and c.indicator in ('EXPORT', 'IMPORT') and c.measure = 'actual'
               and f.from_month <= $3::date and f.from_month + make_interval(months => f.months) > $2::date) stated
     where place.territory = stated.territory and place.period = stated.period`,
};

/** Places whose answers are older than their figures, the newest first: they are asked for most. */
export const duePlaces = {
  name: 'places-due',
  text: `select territory, period, marked from place where marked > checked order by from_month desc, territory limit $1`,
};

/** Keeps what is answered, unless later marks have been checked meanwhile; tells what the checks had found before. */
export const keepAnswers = {
  name: 'places-keep',
  text: `with before as (
      select territory, period, results from place where territory = $1 and period = $2 and checked < $3 for update)
    update place set checked = $3, results = $4, items = $5, known_at = $6, rules = '${rules}' from before
     where place.territory = before.territory and place.period = before.period
    returning before.results`,
};

/** Marks what was answered by other rules than these. */
export const markOtherRules = {
  name: 'places-mark-other-rules',
  text: `update place set marked = marked + 1 where marked = checked and rules is distinct from '${rules}'`,
};

/** The row `p` of a place that is answered: nothing has arrived since, and the rules are these. */
const answered = `p.marked = p.checked and p.rules = '${rules}'`;

/** A place's row, to be joined by territory and period, with what is kept where it is answered. */
export const keptOf = (territory: string, period: string): string =>
  `(select p.items, p.results, p.known_at as "knownAt" from place p
     where p.territory = ${territory} and p.period = ${period} and ${answered})`;

export const readAnswers = { name: 'places-read', text: `select * from ${keptOf('$1', '$2')} kept` };

/** What the checks found alone. */
export const readResults = {
  name: 'places-results',
  text: `select results from ${keptOf('$1', '$2')} kept`,
};
