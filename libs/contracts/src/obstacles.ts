import { RegisterFields } from './entry';
import { Day, Id, OneOf, Part, Text, Whole } from './fields';
import { operation } from './operation';
import { register } from './register';
import { countryCode, hsCode } from './traders';

const day = { nullable: true } as const;

export const obstacleCategories = [
  ...(['market', 'rules-of-origin', 'sps-tbt', 'logistics', 'finance'] as const),
  ...(['procedure', 'power', 'land', 'labour', 'trade-remedy'] as const),
] as const;
export const severities = ['low', 'medium', 'high', 'critical'] as const;
export const escalations = ['people-committee', 'ministry', 'government'] as const;

/** What stands in the way of exports (khó khăn, vướng mắc), and who deals with it until when. */
export class ObstacleFields extends RegisterFields {
  @OneOf('Of what kind', obstacleCategories) category: (typeof obstacleCategories)[number];
  @OneOf('How severe', severities) severity: (typeof severities)[number];
  @Day('Reported') reportedOn: string;
  @Text('Market, ISO 3166-1; null: any', { ...countryCode, nullable: true }) market: string | null;
  @Text('Goods, HS codes of 2, 4, 6 or 8 digits', { ...{ ...hsCode, many: 100, nullable: true } })
  products: string[] | null;
  @Text('Goods in words', { max: 300, nullable: true }) productWords: string | null;
  @Text('Enterprise or association that reported it', { max: 200, nullable: true }) reportedBy: string | null;
  @Text('What was asked', { max: 2000, nullable: true }) asked: string | null;
  @Text('Unit that deals with it', { max: 200, nullable: true }) owner: string | null;
  @Day('Until when', day) deadline: string | null;
  @OneOf('To whom it was handed up', escalations, { nullable: true }) escalatedTo:
    (typeof escalations)[number] | null;
  @Text('What came of it; everybody reads it', { max: 2000, nullable: true }) outcome: string | null;
}

export const obstacleStates = [
  ...(['reported', 'accepted', 'assigned', 'in-progress', 'escalated'] as const),
  ...(['resolved', 'reopened', 'rejected', 'withdrawn'] as const),
] as const;
export const obstacleSteps = [
  ...(['accept', 'assign', 'begin', 'extend', 'escalate'] as const),
  ...(['resolve', 'reopen', 'reject', 'withdraw'] as const),
] as const;

export const obstacles = register({
  service: 'export-import',
  noun: 'obstacle',
  path: 'obstacles',
  words: 'obstacle',
  fields: ObstacleFields,
  states: obstacleStates,
  steps: obstacleSteps,
  filters: ['category', 'severity', 'market', 'products', 'owner', 'escalatedTo'],
  codes: ['products'],
  sorts: ['reportedOn', 'deadline'],
  // Who reported it, and in which words, is between the enterprise and the department.
  publicFields: [
    ...(['category', 'severity', 'reportedOn', 'market', 'products', 'productWords', 'owner'] as const),
    ...(['deadline', 'escalatedTo', 'outcome'] as const),
  ],
  errors: [
    ...(['obstacle.deadline-before-report', 'obstacle.needs-owner', 'obstacle.needs-outcome'] as const),
    ...([
      'obstacle.needs-addressee',
      'obstacle.deadline-not-later',
      'country.unknown',
      'flow.unknown-hs',
    ] as const),
    'register.step-in-future',
  ],
});

export class ListObstaclesDue {
  @Text(
    'Territories; one that others were merged into has their obstacles too. Default: those of the caller',
    { max: 60, many: 100, optional: true },
  )
  territory?: string[];
  @Day('As of this day. Default: today', { optional: true }) on?: string;
  @Whole('Due within so many days, beside those that are overdue. Default: 14', {
    max: 1096,
    optional: true,
  })
  within?: number;
}

/** An obstacle that somebody deals with, and whose deadline is near or has passed. */
export class ObstacleDue {
  @Id('The obstacle') id: string;
  @Text('Its code') code: string;
  @Text('Its name') name: string;
  @Text('Its territory') territory: string;
  @OneOf('Of what kind', obstacleCategories) category: (typeof obstacleCategories)[number];
  @OneOf('How severe', severities) severity: (typeof severities)[number];
  @OneOf('Where it stands', obstacleStates) state: (typeof obstacleStates)[number];
  @Text('Unit that deals with it', { nullable: true }) owner: string | null;
  @Text('Enterprise or association that reported it', { nullable: true }) reportedBy: string | null;
  @Day('Until when') deadline: string;
  @Whole('Days to that day; below 0: since', { min: -4_000_000 }) daysLeft: number;
}

export class ObstaclesDue {
  @Day('As of this day; the obstacles are as they stand now') on: string;
  @Part(
    'Those that are due still, the soonest first; then the overdue, the latest first',
    () => ObstacleDue,
    {
      many: 1000,
    },
  )
  items: ObstacleDue[];
  @Whole('How many are overdue, also beyond those listed') overdue: number;
}

export const obstaclesDue = operation({
  route: 'GET /obstacles/due',
  summary: 'Obstacles that are to be dealt with soon, or should have been',
  access: 'export-import:read',
  input: ListObstaclesDue,
  output: ObstaclesDue,
  errors: ['territory.unknown', 'territory.not-yours'],
});
