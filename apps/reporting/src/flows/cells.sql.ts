import { query } from '@doit/runtime';
import type { DataSource } from 'typeorm';
import type { CustomsAsked, CustomsCell } from './customs';

/** What the lines of customs come to, in the order asked. */
export async function readCustoms(
  source: DataSource,
  asked: readonly CustomsAsked[],
): Promise<readonly (readonly CustomsCell[])[]> {
  if (asked.length === 0) return [];
  const questions = asked.map(({ flow, by, key, months }, at) => ({
    ...{ at, flow, by, key },
    months: months.map(({ month, territory }) => ({ territory, month: `${month}-01` })),
  }));
  const rows = await query<CustomsCell & { at: number }>(source, customs, [JSON.stringify(questions)]);
  return asked.map((_, nth) => rows.filter(({ at }) => at === nth));
}

// A month is known by its total; what it has none of is nothing then.
const customs = {
  name: 'flow-cells-customs',
  text: `
  select q.at, to_char(m.month, 'YYYY-MM') as month, m.territory, coalesce(c.value_usd, 0)::text as value,
         coalesce(u.value_usd, 0)::text as untold, c.enterprises, t.is_whole as "isWhole"
    from json_to_recordset($1::json) as q(at integer, flow text, by text, key text, months json)
   cross join lateral json_to_recordset(q.months) as m(territory text, month date)
    join flow_cell t on t.territory = m.territory and t.source = 'customs' and t.flow = q.flow and t.by = 'total'
     and t.month = m.month and t.key = '' and t.lines > 0
    left join flow_cell c on c.territory = m.territory and c.source = 'customs' and c.flow = q.flow and c.by = q.by
     and c.month = m.month and c.key = q.key and c.lines > 0
    left join flow_cell u on q.by <> 'total' and u.territory = m.territory and u.source = 'customs' and u.flow = q.flow
     and u.by = q.by and u.month = m.month and u.key = '' and u.lines > 0
   order by q.at, m.month, m.territory`,
};
