/*
 * Lines are added, so none may be part of another: the same key twice, or a code of the HS within another one of otherwise the
 * same key.
 */

const key = 'territory, month, flow, source, partner, regime, enterprise';

/** The first rows of `stated` that state what another one states already; `$1` of them at most. */
export const overlapsWithin = `
  select row, case when hs = before then 'flow.given-twice' else 'flow.within-another' end as code,
         case when hs = before then before_row::text else before end as other
    from (select row, hs, lag(hs) over beside as before, lag(row) over beside as before_row
            from stated window beside as (partition by ${key} order by hs, row)) as s
   where starts_with(hs, before) order by row limit $1`;

/**
 * Rows of `stated` whose code is within that of a standing line (vintages.sql.ts), or the other way round. What they supersede
 * has their own code; what a whole extract (`$2`) withdraws stands no more, and what was stated later stays.
 */
export const overlapsBeside = `
  select s.row, 'flow.within-another' as code, l.hs as other
    from stated s join standing l using (${key})
   where (not $2::boolean or l.as_of > s.as_of) and l.hs <> s.hs
     and (starts_with(l.hs, s.hs) or starts_with(s.hs, l.hs))
   order by s.row limit $1`;
