import { Controller } from '@nestjs/common';
import {
  exportImport,
  type Caller,
  type ListObstaclesDue,
  type ObstacleDue,
  type ObstaclesDue,
} from '@doit/contracts';
import { holdersAsked, todayInVietNam } from '@doit/registers';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';

/** Obstacles that are to be dealt with soon, or should have been. */
@Controller()
export class ObstaclesDueController {
  constructor(private readonly source: DataSource) {}

  @Serves(exportImport.obstacles.due)
  async due(
    { territory, on = todayInVietNam(), within = 14 }: ListObstaclesDue,
    caller: Caller,
  ): Promise<ObstaclesDue> {
    for (const each of territory ?? []) caller.requireTerritory(each);
    const territories = territory && [...new Set(territory.flatMap(holdersAsked))];
    const values = [caller.territories, territories ?? null, on, within];
    const found = await this.source.query<(ObstacleDue & { overdue: number })[]>(due, values);
    return {
      on,
      items: found.map(({ overdue: _, ...item }) => item),
      overdue: found[0]?.overdue ?? 0,
    };
  }
}

// What is overdue since long ago does not keep out what is due soon; how many there are is counted before the limit.
const due = `
  select id, code, name, territory, category, severity, state, owner, reported_by as "reportedBy",
         deadline::text as deadline, days as "daysLeft", (count(*) filter (where days < 0) over ())::int as overdue
    from obstacle o
   cross join lateral (select o.deadline - $3::date as days) as left_over
   where state in ('accepted', 'assigned', 'in-progress', 'escalated', 'reopened') and days <= $4::int
     and reported_on <= $3::date
     and ('*' = any($1::text[]) or territory = any($1))
     and ($2::text[] is null or territory = any($2))
   order by days < 0, abs(days), code, id limit 1000`;
