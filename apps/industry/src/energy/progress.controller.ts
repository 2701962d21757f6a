import { Controller } from '@nestjs/common';
import {
  industry,
  Problem,
  type Caller,
  type GridDelay,
  type GridDelays,
  type HamletCoverage,
  type ListGridDelays,
  type ReadHamletCoverage,
} from '@doit/contracts';
import { holdersAsked, todayInVietNam } from '@doit/registers';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';

/** How the grid and the electrification of hamlets come on. */
@Controller()
export class ProgressController {
  constructor(private readonly source: DataSource) {}

  @Serves(industry.gridProjects.delays)
  async delays(
    { territory, on: asked, limit = 100, after }: ListGridDelays,
    caller: Caller,
  ): Promise<GridDelays> {
    const [on = asked ?? todayInVietNam(), ...last] = after === undefined ? [] : readCursor(after);
    const territories = territory && [...new Set(territory.flatMap(holdersAsked))];
    const [days = null, code = null, id = null] = last;
    const values = [on, territories ?? null, caller.readsUnpublished('industry'), limit + 1, days, code, id];
    const found = await this.source.query<GridDelay[]>(late, values).catch((error: unknown) => {
      // A cursor whose day is none: PostgreSQL could not read it.
      const { driverError } = error as { driverError?: { code?: string } };
      throw after !== undefined && driverError?.code?.startsWith('22')
        ? new Problem('list.unreadable-cursor')
        : error;
    });
    const items = found.slice(0, limit);
    const end = found.length > limit ? items.at(-1) : undefined;
    return { on, items, next: end ? JSON.stringify([on, end.daysDelayed, end.code, end.id]) : null };
  }

  @Serves(industry.hamlets.coverage)
  async coverage({ territory }: ReadHamletCoverage): Promise<HamletCoverage> {
    const [counted] = await this.source.query<Omit<HamletCoverage, 'territory'>[]>(covered, [
      holdersAsked(territory),
    ]);
    if (!counted) throw new Error('a sum has no row');
    return { territory, ...counted };
  }
}

/** The day of a page, and where it ended. */
function readCursor(after: string): [string, number, string, string] {
  try {
    const [on, days, code, id] = JSON.parse(after) as unknown[];
    const isText = (value: unknown): value is string =>
      typeof value === 'string' && !/[\0\p{Surrogate}]/u.test(value);
    if (isText(on) && Number.isSafeInteger(days) && isText(code) && isText(id))
      return [on, days as number, code, id];
  } catch {
    // said below
  }
  throw new Problem('list.unreadable-cursor');
}

const late = `
  select id, code, name, territory, commune, kind, state, planned_on::text as "plannedOn",
         expected_on::text as "expectedOn", days as "daysDelayed",
         json_build_object('neededHa', clearance_needed_ha::text, 'clearedHa', cleared_ha::text,
           'pct', round(100 * cleared_ha / nullif(clearance_needed_ha, 0), 2)::text) as clearance,
         case when '*' = any($3::text[]) or territory = any($3) then blocked_by end as "blockedBy"
    from grid_project
   cross join lateral (select greatest(expected_on, $1::date) - planned_on as days) as delay
   where state not in ('energised', 'withdrawn') and (planned_on < $1::date or expected_on > planned_on)
     and ($2::text[] is null or territory = any($2))
     and ($5::int is null or (-days, code, id) > (-$5::int, $6::text, $7::uuid))
   order by days desc, code, id limit $4`;

const covered = `
  select count(*)::int as hamlets, count(*) filter (where state = 'served')::int as "hamletsServed",
         count(*) filter (where state = 'partly-served')::int as "hamletsPartlyServed",
         count(*) filter (where state = 'unserved')::int as "hamletsUnserved",
         coalesce(sum(households), 0)::float8 as households,
         coalesce(sum(households_served), 0)::float8 as "householdsServed",
         round(100.0 * sum(households_served) / nullif(sum(households), 0), 2)::text as pct
    from hamlet where territory = any($1) and state <> 'withdrawn'`;
