import { Controller } from '@nestjs/common';
import { reporting, type ListNews, type News } from '@doit/contracts';
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

const readNews = {
  name: 'news-read',
  text: `
  select json_build_object(
    'items', coalesce((select json_agg(found) from (
        select type, territory, indicator, period, position, readers from news
         where position > $1::bigint order by position limit $2) as found), '[]'),
    'first', coalesce((select min(position) from news), 1),
    'last', coalesce((select max(position) from news), 0))::text as news`,
};
