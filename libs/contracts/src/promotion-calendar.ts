import { OneOf, Text } from './fields';
import { operation } from './operation';
import { promotionSectors } from './promotion-words';

export class ReadPromotionCalendar {
  @Text('Territory that hosts the events, or one of the hosts, or in which they are held', {
    max: 60,
    optional: true,
    example: 'nghe-an',
  })
  territory?: string;
  @Text('Group: its programme, and what its members host', { max: 60, optional: true }) group?: string;
  @OneOf('Sector', promotionSectors, { optional: true }) sector?: (typeof promotionSectors)[number];
  @OneOf('Language of the words around the events. Default: vi', ['vi', 'en'], { optional: true })
  lang?: 'vi' | 'en';
}

export class CalendarText {
  @Text('iCalendar (RFC 5545)', { max: 1_000_000 }) body: string;
}

/** A calendar to subscribe to. */
export const promotionCalendar = operation({
  route: 'GET /promotion-events/calendar.ics',
  summary:
    'Promotion events as an iCalendar to subscribe to: what ended in the last half year, goes on or comes, by day; where not all fits, without what ended longest ago',
  access: 'public',
  input: ReadPromotionCalendar,
  output: CalendarText,
  produces: 'text/calendar',
  errors: ['territory.unknown'],
});
