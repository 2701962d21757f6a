import { Controller } from '@nestjs/common';
import { newsOverlapSeconds, reporting, type ListNews, type News } from '@doit/contracts';
import { json, Serves, type Json } from '@doit/rpc';
import { query } from '@doit/runtime';
import { DataSource } from 'typeorm';

/** What has changed after a position: the gateway asks once for all who watch. */
@Controller()
export class NewsController {
  constructor(private readonly source: DataSource) {}

  @Serves(reporting.news.list)
  async list({ after, limit = 500 }: ListNews): Promise<Json<News>> {
    const [row] = await query<{ news: string }>(this.source, readNews, [after ?? null, limit]);
    if (!row) throw new Error('a statement that always answers a row did not');
    return json(row.news);
  }
}

// Positions and times of noting grow together: both are given under one lock.
const readNews = {
  name: 'news-read',
  text: `
  with place as (
    select coalesce(min(position), 1) as first, coalesce(max(position), 0) as last from news
  ), recent as (
    select coalesce((select n.position from news n where n.noted_at < now() - interval '${newsOverlapSeconds} seconds'
                      order by n.position desc limit 1), first - 1) as position from place
  )
  select json_build_object(
    'items', coalesce((select json_agg(found) from (
        select n.type, n.territory, n.indicator, n.period, n.position, n.readers from news n
         where n.position > coalesce($1::bigint, recent.position) order by n.position limit $2) as found), '[]'),
    'first', first, 'last', last, 'recent', recent.position)::text as news
    from place, recent`,
};
