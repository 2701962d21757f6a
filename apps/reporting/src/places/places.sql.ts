/**
 * Marks the places that the figures of `source` (rows like `figure`) can change: their own, and those of the same and
 * the next year in their territory, for which they are a plan, a part, a month before or a base.
 */
export const markPlaces = (source: string): { own: string; others: string } => ({
  own: `insert into place (territory, period, from_month, marked, checked)
    select distinct f.territory, f.period, f.from_month, 1, 0
      from ${source} f where f.measure = 'actual' and f.state = 'approved'
    on conflict (territory, period) do update set marked = place.marked + 1`,
  others: `update place set marked = place.marked + 1
      from (select territory, array_agg(distinct period) filter (where measure = 'actual') as own,
                   date_trunc('year', min(from_month)) as first, date_trunc('year', max(to_month)) + interval '2 years' as after_it
              from ${source} where state = 'approved' group by territory) f
     where place.territory = f.territory and place.from_month >= f.first and place.from_month < f.after_it
       and place.period <> all (coalesce(f.own, '{}'))`,
});

/** Marks the places where the register of clusters meets a statement. $1: their territories. */
export const markClusterPlaces = {
  name: 'places-mark-clusters',
  text: `update place set marked = place.marked + 1
    where territory = any($1) and exists (
      select from figure f where f.territory = place.territory and f.period = place.period and f.indicator like 'CLUSTER%')`,
};

/** Places whose checks are older than their figures. */
export const duePlaces = {
  name: 'places-due',
  text: `select territory, period, marked from place where marked > checked order by marked, checked limit $1`,
};

/** Keeps what the checks found, unless later marks have been checked meanwhile; answers what they had found before. */
export const keepResults = {
  name: 'places-keep',
  text: `with before as (
      select territory, period, results from place where territory = $1 and period = $2 and checked < $3 for update)
    update place set checked = $3, results = $4 from before
     where place.territory = before.territory and place.period = before.period
    returning before.results`,
};

/** What was found, unless something has arrived since. */
export const readResults = {
  name: 'places-read',
  text: `select results from place where territory = $1 and period = $2 and marked = checked`,
};
