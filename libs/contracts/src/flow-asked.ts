import { BothLanguagesText } from './comparisons';
import { OneOf, Part, Text } from './fields';
import { flows } from './flow-cells';

export type FlowDirection = (typeof flows)[number];

/** Why a number of a report of flows is not told. */
export const flowRefusals = [
  'no-figure',
  'incomplete-months',
  'incomplete-members',
  'non-positive-base',
  'overlapping-groups',
  'confidential',
] as const;
export type FlowRefusal = (typeof flowRefusals)[number];

export const usdShown = { places: 12, nullable: true } as const;
export const pctShown = { places: 2, nullable: true } as const;

/** What a code of `refusals` means; said once an answer, since a table repeats it in many cells. */
export class FlowRefusalWords {
  @OneOf('Code', flowRefusals) code: FlowRefusal;
  @Part('In words', () => BothLanguagesText) message: BothLanguagesText;
}

/** A month of which a territory's total is not known, and whose it is that lacks. */
export class MissingMonth {
  @Text('Month', { max: 7 }) month: string;
  @OneOf('Flow', flows) flow: FlowDirection;
  @Text('Territories without a figure; none: the land was part of a larger unit', { many: 100 })
  territories: string[];
}

/** Whose flows, and who states them. */
export class AskedOfFlows {
  @Text(
    'Territories; a group stands for its members, a merged unit has the history of those merged. Default: all provinces and cities',
    { max: 60, many: 100, optional: true },
  )
  territory?: string[];
  @Text('Source; figures of several are never added. Default: customs', { max: 80, optional: true })
  source?: string;
}

/** The same, of one flow in a period. */
export class AskedOfPeriod extends AskedOfFlows {
  @OneOf('Flow', flows) flow: FlowDirection;
  @Text('Period: month, quarter, year, or such as 2024-01/P9M; of at most 120 months', {
    max: 20,
    example: '2024',
  })
  period: string;
}

/** What every answer of a period says of itself. */
export class OfPeriod {
  @Text('Source') source: string;
  @OneOf('Flow: exports are FOB, imports CIF', flows) flow: FlowDirection;
  @Text('Period in its canonical form') period: string;
  @Text('Territories as asked', { max: 60, many: 100 }) territory: string[];
  @Part('What the codes of refusals mean', () => FlowRefusalWords, { many: 10 }) messages: FlowRefusalWords[];
}
