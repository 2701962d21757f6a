import { Free, Id, OneOf, Part, Text, Whole } from './fields';
import { operation } from './operation';
import type { BothLanguages } from './problem-list';

export const matchCriteria = ['product', 'industry', 'standards', 'capacity', 'verified', 'place'] as const;

/** How a supplier meets one criterion, and why. */
export class MatchReason {
  @OneOf('Criterion', matchCriteria) criterion: (typeof matchCriteria)[number];
  @Whole('Points', { max: 100 }) points: number;
  @Whole('Of so many', { max: 100 }) of: number;
  @Free('Why, vi and en', { type: 'object' }) reason: BothLanguages;
}

/** A supplier that may meet a need. */
export class SupplierMatch {
  @Id('The supplier') id: string;
  @Text('Its code') code: string;
  @Text('Its name') name: string;
  @Text('Its territory') territory: string;
  @Text('Its product') product: string;
  @Whole('Points of 100', { max: 100 }) points: number;
  @Part('By criterion', () => MatchReason, { many: 6 }) reasons: MatchReason[];
}

export class FindMatches {
  @Id('The need') id: string;
  @Whole('How many at most. Default: 20', { min: 1, max: 100, optional: true }) limit?: number;
}

export class SupplierMatches {
  @Part('Most points first', () => SupplierMatch, { many: 100 }) items: SupplierMatch[];
}

/** Which domestic suppliers may meet a need of components: those of one's own territories, and verified ones of all. */
export const matches = operation({
  route: 'GET /component-needs/:id/matches',
  summary: 'Suppliers that may meet a need, the best first, each with its reasons',
  access: 'industry:read',
  input: FindMatches,
  output: SupplierMatches,
  errors: ['register.not-found', 'territory.not-yours'],
});
