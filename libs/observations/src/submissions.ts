import {
  Problem,
  type Caller,
  type ListSubmissions,
  type Service,
  type Submission,
  type Submissions,
} from '@doit/contracts';
import { dueFor, isTerritory, parsePeriod, type Period } from '@doit/reference';
import type { DataSource } from 'typeorm';
import { answeringPeriods, expectedOf, reportersOf, reportsFor, verdictOf } from './submissions-rules';

interface Found {
  territory: string;
  indicator: string;
  state: Submission['state'];
  receivedOn: string | null;
}

/** What is expected for a period of the caller's territories, or of those asked for, and how it stands on a day. */
export async function listSubmissions(
  source: DataSource,
  service: Service,
  caller: Caller,
  asked: ListSubmissions,
  now = new Date(),
): Promise<Submissions> {
  const period = parsePeriod(asked.period);
  if (!period) throw new Problem('period.unreadable', { period: asked.period });
  const due = dueFor(period);
  if (!due && period.key.includes('/')) throw new Problem('period.not-reported', { period: period.key });
  const on = asked.on ?? dayInVietNam(now);
  const territories = territoriesAsked(caller, asked.territory, period);
  const indicators = expectedOf(service, period);
  const rows: Found[] = await source.query(foundSql, [territories, indicators, answeringPeriods(period), on]);
  const found = new Map(rows.map((row) => [`${row.territory} ${row.indicator}`, row]));
  const items = territories.flatMap((territory) =>
    indicators.map((indicator): Submission => {
      const { state, receivedOn } = found.get(`${territory} ${indicator}`) ?? {
        state: 'none',
        receivedOn: null,
      };
      return { territory, indicator, state, receivedOn, ...verdictOf(receivedOn, due?.dueOn ?? null, on) };
    }),
  );
  return {
    period: period.key,
    on,
    windowFrom: due?.windowFrom ?? null,
    windowTo: due?.windowTo ?? null,
    dueOn: due?.dueOn ?? null,
    legalSource: due?.type.legalSource.vi ?? null,
    items: items.filter(({ verdict }) => asked.verdict?.includes(verdict) ?? true),
  };
}

function territoriesAsked(caller: Caller, asked: readonly string[] | undefined, period: Period): string[] {
  if (!asked) return reportersOf(period).filter((territory) => caller.covers(territory));
  for (const territory of asked) {
    if (!isTerritory(territory)) throw new Problem('territory.unknown', { territory });
    caller.requireTerritory(territory);
  }
  return [...new Set(asked)].filter((territory) => reportsFor(territory, period));
}

const dayInVietNam = (now: Date): string =>
  new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

// A figure is received on the day on which it was last submitted, or approved where it was recorded as approved; what was
// returned since is not. Steps after the day asked for have not happened yet.
const foundSql = `
  with stood as (
    select o.territory, o.indicator, last.state, received.on_day
      from observation o
      left join lateral (select s.state from observation_step s
                          where s.observation = o.id and (s.taken_at at time zone 'Asia/Ho_Chi_Minh')::date <= $4::date
                          order by s.nth desc limit 1) last on true
      left join lateral (select coalesce(max(s.taken_at) filter (where s.state = 'submitted'), min(s.taken_at)) as at
                           from observation_step s
                          where s.observation = o.id and s.state in ('submitted', 'approved')
                            and (s.taken_at at time zone 'Asia/Ho_Chi_Minh')::date <= $4::date) r on true
     cross join lateral (select case when last.state in ('submitted', 'approved')
                                     then (r.at at time zone 'Asia/Ho_Chi_Minh')::date end as on_day) received
     where o.territory = any($1) and o.indicator = any($2) and o.period = any($3) and o.measure = 'actual'
       and (o.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date <= $4::date
  )
  select territory, indicator, to_char(min(on_day), 'YYYY-MM-DD') as "receivedOn",
         (array['draft', 'returned', 'submitted', 'approved'])[
           max(array_position(array['draft', 'returned', 'submitted', 'approved'], coalesce(state, 'draft')))] as state
    from stood group by territory, indicator`;
