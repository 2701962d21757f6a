/*
 * From what is stated to lines: what is not known is added, what is stated otherwise becomes a later vintage, the same again
 * changes nothing, and what was stated before something known is left out.
 */

const key = 'territory, month, flow, source, partner, regime, enterprise, hs';
const slice = 'territory, month, flow, source';
const of = (table: string): string =>
  key
    .split(', ')
    .map((column) => `${table}.${column}`)
    .join(', ');

/**
 * The slices (territory, month, flow, source) that are spoken of, whether there were lines in them before, and the latest day on
 * which somebody stated all there is of them.
 */
export const makeTouched = `
  create temp table touched on commit drop as
  select s.territory, s.month, s.flow, s.source, row_number() over ()::int as nth, c.territory is not null as is_known, c.whole_as_of
    from (select distinct ${slice} from stated) s left join flow_cell c on c.by = 'total' and c.key = ''
     and (c.flow, c.source, c.territory, c.month) = (s.flow, s.source, s.territory, s.month)`;

/** So that whatever is joined to the slices by their number finds it. */
export const indexTouched = `create unique index on touched (nth)`;

/** Whoever writes lines of a territory waits here for who is at it. */
export const holdTerritories = `
  select pg_advisory_xact_lock(hashtextextended('flows ' || territory, 0))
    from (select distinct territory from stated order by 1) as t`;

/**
 * The approved lines of the slices, apart: a planner that has counted them puts them beside a million rows at once, and does not
 * look each one up.
 */
export const makeStanding = `
  create temp table standing on commit drop as
  select l.id, ${key}, l.value_usd, l.quantity, l.unit, l.status, l.as_of
    from touched t join flow_line l using (${slice}) where t.is_known and l.state = 'approved'`;

/**
 * What is known of the rows: the approved line of the same key, and what to do. What is new, but was not there when all there is
 * was stated on a later day, is older than that.
 */
export const makeJudged = `
  create temp table judged on commit drop as
  select s.row, l.id as before, l.as_of as known_as_of,
         case when (l.value_usd, l.status) = (s.value_usd, s.status) and l.quantity is not distinct from s.quantity
                   and l.unit is not distinct from s.unit then 'unchanged'
              when l.as_of > s.as_of then 'older' else 'changed' end as verdict
    from stated s join standing l using (${key})
  union all
  select s.row, null, t.whole_as_of, 'older'
    from stated s join touched t using (${slice})
   where t.whole_as_of > s.as_of and not exists (select from standing l where (${of('l')})
                                                   = (${of('s')}))`;

/** `$1`: the import that states it anew. */
export const supersede = `
  update flow_line l set state = 'superseded', version = version + 1, ended_by = $1, changed_at = now(), changed_by = $2
    from judged j where j.before = l.id and j.verdict = 'changed'`;

/** Lines of the slices that a whole extract no longer has; what was stated as of a later day stays. */
export const withdrawAbsent = `
  update flow_line l set state = 'withdrawn', version = version + 1, ended_by = $1, changed_at = now(), changed_by = $2
    from standing s
   where s.id = l.id and s.as_of <= (select max(as_of) from stated) and not exists (select from judged j where j.before = l.id)`;

const columns = `territory, month, flow, source, partner, regime, enterprise, hs, hs_edition, commodity, value_usd, quantity,
  unit, status, as_of`;

/** In the order of their keys, as `stated` is: an index that grows at its end is written in a third of the time. */
export const addAll = `
  insert into flow_line (${columns}, import, row, state) select ${columns}, $1, row, $2 from stated`;

export const addJudged = `
  insert into flow_line (${columns}, import, row, state)
  select ${columns}, $1, s.row, $2 from stated s left join judged j using (row)
   where j.verdict is null or j.verdict = 'changed'`;

/** How many of each; what is not judged is new. */
export const countJudged = `
  select (count(*) filter (where verdict = 'changed'))::int as changed, (count(*) filter (where verdict = 'unchanged'))::int as unchanged,
         (count(*) filter (where verdict = 'older'))::int as older from judged`;
