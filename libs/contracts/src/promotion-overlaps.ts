import { Day, Flag, Free, Id, OneOf, Part, Text, Whole } from './fields';
import { operation } from './operation';
import type { BothLanguages } from './problem-list';
import { eventKinds, eventLevels, eventStates, promotionSectors } from './promotion-words';

export const overlapCauses = ['same-place', 'same-market', 'same-sector'] as const;

/** One thing that two events have in common. */
export class OverlapReason {
  @OneOf('What they have in common', overlapCauses) why: (typeof overlapCauses)[number];
  @Text('Which: sectors, countries, or the place', { max: 200, many: 100 }) which: string[];
  @Free('In words, vi and en', { type: 'object' }) reason: BothLanguages;
}

/** An event that another one overlaps with; as everybody may read it. */
export class EventOverlap {
  @Id('The other event') id: string;
  @Text('Its code', { max: 40 }) code: string;
  @Text('Its name') name: string;
  @Text('Its host’s territory', { max: 60 }) territory: string;
  @OneOf('Its kind', eventKinds) kind: (typeof eventKinds)[number];
  @OneOf('Its level', eventLevels) level: (typeof eventLevels)[number];
  @OneOf('Where it stands', eventStates) state: (typeof eventStates)[number];
  @Day('Its first day') startsOn: string;
  @Day('Its last day') endsOn: string;
  @Text('Its place') place: string;
  @Whole('Days between the two; 0: they share a day, 1: one begins on the day after the other')
  daysBetween: number;
  @Part('Why they overlap', () => OverlapReason, { many: 3 }) reasons: OverlapReason[];
}

/** Which of the events that overlap the others may join. */
export class JoinProposal {
  @Id('The event to join; null: this one itself', { nullable: true }) id: string | null;
  @Text('Its code; null: this one itself', { max: 40, nullable: true }) code: string | null;
  @Text('Its host’s territory', { max: 60 }) territory: string;
  @Flag('Whether the others would join this one') isThis: boolean;
  @Free('Why that one, vi and en', { type: 'object' }) reason: BothLanguages;
}

/** What an event overlaps with on the calendar of all territories. */
export class EventOverlaps {
  @Whole(
    'How many days apart events of one sector or place still overlap; with one that begins under a later rule, as that rule says',
  )
  withinDays: number;
  @Free('Where that is from, vi and en', { type: 'object' }) source: BothLanguages;
  @Whole('Events found') found: number;
  @Part('Those with most in common first, then the nearest', () => EventOverlap, { many: 100 })
  items: EventOverlap[];
  @Part('Whom to join; null: nothing overlaps that can still be joined', () => JoinProposal, {
    nullable: true,
  })
  proposal: JoinProposal | null;
}

const within = { max: 366, optional: true } as const;

export class ReadOverlaps {
  @Id('The event') id: string;
  @Whole('Days apart, in place of those of the rule', within) withinDays?: number;
  @Whole('How many at most. Default: 20', { min: 1, max: 100, optional: true }) limit?: number;
}

/** An event that is not entered yet, or would be moved. */
export class EventDraft {
  @Id(
    'The event that would be moved, which is left out; whom to join is told by its state and when it was registered',
    { optional: true },
  )
  id?: string;
  @Text('Territory of the host', { max: 60, example: 'nghe-an' }) territory: string;
  @OneOf('Level. Default: that of the event that would be moved, or province', eventLevels, {
    optional: true,
  })
  level?: (typeof eventLevels)[number];
  @Day('First day') startsOn: string;
  @Day('Last day') endsOn: string;
  @Text('Town or venue', { max: 200, optional: true }) place?: string;
  @Text('Country in which it is held, ISO 3166 and not VN; left out: Viet Nam', {
    max: 2,
    pattern: /^[A-Z]{2}$/,
    optional: true,
  })
  country?: string;
  @Text('Territory in which the place lies, where that is not the host’s', { max: 60, optional: true })
  placeTerritory?: string;
  @OneOf('Sectors', promotionSectors, { many: 20, optional: true })
  sectors?: (typeof promotionSectors)[number][];
  @Text('Target markets beside the country in which it is held, ISO 3166', {
    max: 2,
    pattern: /^[A-Z]{2}$/,
    many: 60,
    optional: true,
  })
  targetMarkets?: string[];
  @Whole('Days apart, in place of those of the rule', within) withinDays?: number;
  @Whole('How many at most. Default: 20', { min: 1, max: 100, optional: true }) limit?: number;
}

/** Overlaps of an event, as the calendar stands now, and of one that is not entered yet. */
export const overlapOperations = {
  overlaps: operation({
    route: 'GET /promotion-events/:id/overlaps',
    summary: 'Events of all territories that an event overlaps with, why, and whom to join',
    access: 'public',
    input: ReadOverlaps,
    output: EventOverlaps,
    errors: ['register.not-found'],
  }),
  checkOverlaps: operation({
    route: 'POST /promotion-events/overlaps',
    summary: 'The same of an event before it is entered or moved; nothing is kept',
    access: 'trade:read',
    input: EventDraft,
    output: EventOverlaps,
    status: 200,
    errors: [
      'register.not-found',
      'territory.unknown',
      'promotion-event.ends-before-start',
      'promotion-event.too-long',
      'promotion-event.day-out-of-range',
      'promotion-event.at-home',
      'promotion-event.country-unknown',
    ],
  }),
};
