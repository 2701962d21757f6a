import { OneOf, Part, Text, Whole } from './fields';
import { operation } from './operation';
import { services, type Service } from './services';

const anyWhole = { max: Number.MAX_SAFE_INTEGER } as const;

/** How many news are kept, for half a day at most: who was away for longer reads anew. */
export const newsKept = 10_000;
/**
 * How far back who comes without a position is told: what he has read may be from before he was listened to. Whoever read it
 * earlier than this reads anew.
 */
export const newsOverlapSeconds = 10;

/** What has changed, by its keys alone: whoever is told asks for what he may read. */
export class LiveEvent {
  @Text(
    '`figures.approved`, `figures.submitted`, `figures.returned`, `registers.<noun>.changed`, `figures.rebuilt`, `flows.changed`, `checks.changed`; `ready` once what follows is told, `reset` where something may have been missed: read anew',
    { max: 80 },
  )
  type: string;
  @Text('Territory; null: any', { nullable: true, max: 60 }) territory: string | null;
  @Text('Indicator; null: any', { nullable: true, max: 60 }) indicator: string | null;
  @Text('Period; null: any', { nullable: true, max: 20 }) period: string | null;
  @Whole('Its place in the order of what was learned; `Last-Event-ID` resumes after it', anyWhole)
  position: number;
}

export class NewsItem extends LiveEvent {
  @OneOf(
    'Who may be told: everybody, or who may read what is not published of the territory in this service',
    ['everybody', ...services],
  )
  readers: 'everybody' | Service;
}

export class ListNews {
  @Whole('Position after which is asked; none: after `recent`', { ...anyWhole, optional: true })
  after?: number;
  @Whole('How many', { min: 1, max: 1000, optional: true }) limit?: number;
}

export class News {
  @Part('In order', () => NewsItem, { many: 1000 }) items: NewsItem[];
  @Whole('The oldest that is still kept', anyWhole) first: number;
  @Whole('The newest; 0: nothing yet', anyWhole) last: number;
  @Whole(
    `The newest that is older than ${newsOverlapSeconds} s: where those begin who come without a position; a reporting of before does not say it`,
    { ...anyWhole, optional: true },
  )
  recent?: number;
}

/**
 * What has changed since, for the gateway to tell whom it concerns (`GET /v1/events`). It has no route and answers for
 * everybody at once: the gateway alone may ask, and tells each watcher only what he may read.
 */
export const newsOperations = {
  list: operation({
    route: null,
    summary: 'What has changed after a position, keys alone, for all who watch',
    access: 'public',
    input: ListNews,
    output: News,
  }),
};
