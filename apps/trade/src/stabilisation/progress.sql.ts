import { folded } from '@doit/registers';
import { byDestination, isHeld, revenueOf } from './trips.sql';

/** The branches of an enterprise are that enterprise. */
const enterprise = `left(tax_code, 10)`;
const counting = `state in ('approved', 'delivered', 'failed')`;

/**
 * What the registers hold of a programme, by its id ($1), with kinds of goods ($2), points ($3) and destinations ($4) in
 * their order, as of a day ($5). A code, a commune or a name is one whatever its case and spaces; an enterprise is one by its tax
 * code without that of a branch, on a trip by its name: who is spelled otherwise counts as another.
 */
export const programmeHeld = `
  with programme as (select * from stabilisation_programme where id = $1),
  commitment as (
    select c.*, c.${counting} as counts from stabilisation_commitment c join programme p
        on c.territory = p.territory and ${folded('c.programme_code')} = ${folded('p.code')} and c.state <> 'withdrawn'),
  point as (
    select x.*, x.starts_on < p.starts_on or x.ends_on > p.ends_on as is_outside,
           x.state = 'operating' and least(x.ends_on, p.ends_on) >= $5 and p.state in ('approved', 'under-way') as operates from stabilisation_point x join programme p
        on x.territory = p.territory and ${folded('x.programme_code')} = ${folded('p.code')} and x.state in ('operating', 'closed')),
  trip as (
    select m.*, m.held_on not between p.starts_on and p.ends_on as is_outside from mobile_sale m join programme p
        on m.territory = p.territory and ${folded('m.programme_code')} = ${folded('p.code')} and m.state <> 'cancelled'),
  in_commune as (
    select min(commune collate "C") as commune, count(*)::int as points
      from point where commune is not null group by ${folded('commune')})
  select p.id, p.code, p.territory, p.state, p.starts_on::text as "startsOn", p.ends_on::text as "endsOn",
         coalesce((select json_agg(to_jsonb(g) - 'nth' order by nth) from (
           select k.nth, k.goods,
                  (count(*) filter (where counts))::int as commitments,
                  (count(*) filter (where not counts))::int as registered,
                  (count(distinct ${enterprise}) filter (where counts))::int as enterprises,
                  (sum(committed_quantity) filter (where counts))::text as committed,
                  (sum(sold_quantity) filter (where counts))::text as sold,
                  (count(*) filter (where counts and sold_quantity is null))::int as "withoutSold",
                  (sum(committed_quantity) filter (where counts and sold_quantity is not null))::text as "committedWithSold"
             from unnest($2::text[]) with ordinality as k(goods, nth) left join commitment c on c.goods = k.goods
            where c.id is not null or p.goods ? k.goods
            group by k.nth, k.goods) as g), '[]') as goods,
         (select json_agg(json_build_object('kind', k.kind,
                   'points', (select count(*) from point where point.kind = k.kind),
                   'operating', (select count(*) from point where point.kind = k.kind and operates)) order by k.nth)
            from unnest($3::text[]) with ordinality as k(kind, nth)) as points,
         (select count(*) from in_commune)::int as communes,
         (select count(*) from point where commune is null)::int as "withoutCommune",
         coalesce((select json_agg(c) from (
           select * from in_commune order by points desc, commune limit 1000) as c), '[]') as items,
         ${byDestination('trip', '$4')} as trips,
         (select count(*) from trip where state = 'planned')::int as "tripsPlanned",
         ${revenueOf('trip')} as "revenueMn",
         p.loan_support_mn::text as "loanSupportMn",
         (select sum(loan_mn)::text from commitment where counts) as "loansMn",
         (select count(*) from commitment where counts and loan_mn is null)::int as "withoutLoan",
         (select count(*) from (select is_outside from point union all select is_outside from trip) as placed
           where is_outside)::int as outside,
         (select count(*) from commitment where counts)::int as commitments,
         (select count(distinct ${enterprise}) from commitment where counts and loan_mn > 0)::int as lent,
         (select count(distinct ${folded('e.name')}) from trip cross join jsonb_array_elements_text(
             case when jsonb_typeof(enterprises) = 'array' then enterprises else '[]' end) as e(name)
           where ${isHeld} and revenue_mn > 0)::int as travelling
    from programme p`;
