/*
 * Roll-up cells follow lines in their transaction: the slices (territory, month, flow, source) that were touched are counted
 * anew, and what came out otherwise than it stood is written, and told.
 */

const slice = 'territory, month, flow, source';
const level = `case status when 'estimate' then 1 when 'preliminary' then 2 else 3 end`;

// A branch (three more digits) is its enterprise. Enterprises are counted apart from sums, and slices go by their number: to sort
// a million lines by what they are called took three times as long. Both are added up together and not joined: of lines that
// were written a moment ago a planner knows nothing, and would look through all for each.
const by = (name: string, key: string): string => `
  select '${name}' collate "C" as by, nth, key, sum(value) as value_usd, sum(lines)::int as lines,
         case when bool_and(is_named) then sum(enterprises)::int end as enterprises, min(level) as level
    from (select nth, ${key} collate "C" as key, sum(value) as value, count(*) as lines, bool_and(enterprise <> '') as is_named,
                 min(level) as level, 0 as enterprises from counted group by 1, 2
          union all
          select nth, key, null, 0, null, null, count(*)
            from (select distinct nth, ${key} collate "C" as key, enterprise from counted) d group by 1, 2) c
   group by nth, key`;

/** What the lines of the slices come to now. One pass over the lines; four over what it leaves. */
export const makeCounted = `
  create temp table counted_cell on commit drop as
  with counted as materialized (
    select t.nth, l.commodity, l.partner, l.regime, left(l.enterprise, 10) as enterprise, l.value_usd as value, ${level} as level
      from touched t join flow_line l using (${slice})
     where l.state = 'approved'
  )
  select c.by, ${slice}, c.key, c.value_usd, c.lines, c.enterprises, c.level
    from (${[by('total', `''`), by('commodity', 'commodity'), by('partner', 'partner'), by('regime', 'regime')].join(' union all ')}) c
    join touched using (nth)`;

const key = 'by, flow, source, territory, month, key';

/**
 * Writes the cells that came out otherwise; `$1`: whether the lines are all there are of their slices. Where that was so before it
 * stays so: what is entered besides is a correction. What is left over is looked up slice by slice and deleted by its place: a wall
 * hides from a planner how few that are, and it would look through all there is.
 */
export const writeCells = `
  with whole as (
    select territory, month, flow, source, $1::boolean or whole_as_of is not null as is_whole from touched
  ), put as (
    insert into flow_cell as f (${key}, value_usd, lines, enterprises, status, is_whole)
    select ${key}, value_usd, lines, enterprises, (array['estimate', 'preliminary', 'official'])[level], is_whole
      from counted_cell join whole using (${slice})
     order by ${key}
    on conflict on constraint flow_cell_pkey do update
      set value_usd = excluded.value_usd, lines = excluded.lines, enterprises = excluded.enterprises,
          status = excluded.status, is_whole = excluded.is_whole
      where (f.value_usd, f.lines, f.enterprises, f.status, f.is_whole)
            is distinct from (excluded.value_usd, excluded.lines, excluded.enterprises, excluded.status, excluded.is_whole)
    returning f.*
  ), left_over as materialized (
    select c.place from touched t, unnest(array['total', 'commodity', 'partner', 'regime']) as b(by), lateral (
             select ctid as place, key from flow_cell
              where by = b.by and (flow, source, territory, month) = (t.flow, t.source, t.territory, t.month) offset 0) c
     where not exists (select from counted_cell n where (n.by, n.flow, n.source, n.territory, n.month, n.key)
                                                      = (b.by, t.flow, t.source, t.territory, t.month, c.key))
  ), gone as (
    delete from flow_cell f where ctid = any(array(select place from left_over))
    returning f.*
  )
  insert into changed_cell (${key}, value_usd, lines, enterprises, status, is_whole)
  select ${key}, value_usd, lines, enterprises, status, is_whole from put
  union all
  select ${key}, 0, 0, enterprises, status, is_whole from gone`;

/** As of which day all there is of the slices was stated; kept with their totals. */
export const keepWhole = `
  update flow_cell c set whole_as_of = (select max(as_of) from stated)
    from touched t
   where c.by = 'total' and (c.flow, c.source, c.territory, c.month, c.key) = (t.flow, t.source, t.territory, t.month, '')
     and (t.whole_as_of is null or t.whole_as_of < (select max(as_of) from stated))`;

export const makeChanged = `create temp table changed_cell (like flow_cell) on commit drop`;

/** What is told of the changed cells of some territories: payloads of at most a thousand, in order. */
export const toldCells = `
  select territory, count(*)::int as cells, json_build_object('territory', territory, 'source', source, 'import', $1::uuid, 'cells', json_agg(
           json_build_object('by', by, 'flow', flow, 'month', to_char(month, 'YYYY-MM'), 'key', key, 'valueUsd', value_usd::text,
             'lines', lines, 'enterprises', enterprises, 'status', status, 'isWhole', is_whole) order by nth))::text as payload
    from (select *, row_number() over (partition by territory, source order by flow, month, by, key) as nth from changed_cell
           where territory = any($2)) c
   group by territory, source, (nth - 1) / 1000 order by territory, source, min(nth)`;
