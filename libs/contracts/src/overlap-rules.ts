import { event } from './event';
import { Day, Flag, Instant, Part, Text, Whole } from './fields';
import { Nothing } from './health';
import { operation } from './operation';

const days = 'How many days apart events of one sector or place still overlap';
const oneMarket = 'Whether two territories in one foreign market in one month overlap';

export class SetOverlapRule {
  @Day('For events that begin on this day or later, until the next rule; of two events the later counts')
  validFrom: string;
  @Whole(days, { max: 366 }) withinDays: number;
  @Flag(oneMarket) oneMarketAMonth: boolean;
  @Text('Why: the decision of the territories, with its number', { max: 1000 }) reason: string;
}

/** From when on which promotion events overlap: one rule for the calendar of all territories. */
export class OverlapRule {
  @Day('For events that begin on this day or later, until the next rule; of two events the later counts')
  validFrom: string;
  @Whole(days, { max: 366 }) withinDays: number;
  @Flag(oneMarket) oneMarketAMonth: boolean;
  @Text('Why: the decision of the territories, with its number', { max: 1000 }) reason: string;
  @Instant('Set') at: string;
}

export class OverlapRules {
  @Part('The earliest first; for events before it the convention of 14 days holds', () => OverlapRule, {
    many: 1000,
  })
  items: OverlapRule[];
}

/** What overlaps is agreed between territories and not by law: the administration of all writes it down. */
export const overlapRuleOperations = {
  set: operation({
    route: 'PUT /promotion-events/overlap-rules/:validFrom',
    summary: 'Write down from when on which promotion events overlap',
    access: 'platform:admin',
    input: SetOverlapRule,
    output: OverlapRule,
    errors: ['territory.not-yours'],
  }),
  list: operation({
    route: 'GET /promotion-events/overlap-rules',
    summary: 'From when on which promotion events overlap, as the territories agreed',
    access: 'public',
    input: Nothing,
    output: OverlapRules,
  }),
};

export const overlapRuleSet = event(
  'trade.overlap-rule.set',
  1,
  'It was written down which promotion events overlap',
  OverlapRule,
);
