import { gridProjectKinds, gridProjects } from './energy';
import { Day, Decimal, Id, OneOf, Part, Text, Whole } from './fields';
import { operation } from './operation';

const unknown = { places: 3, nullable: true } as const;
const pct = { places: 2, nullable: true } as const;
/** Sums of whole numbers of the largest size. */
const sum = { max: Number.MAX_SAFE_INTEGER } as const;

export class ListGridDelays {
  @Text('Territories; one that others were merged into has their projects too. Default: all', {
    max: 60,
    many: 100,
    optional: true,
  })
  territory?: string[];
  @Day('As of this day. Default: today', { optional: true }) on?: string;
  @Whole('How many. Default: 100', { min: 1, max: 100, optional: true }) limit?: number;
  @Text('`next` of the page before; `on` is that page’s', { max: 2000, optional: true }) after?: string;
}

export class Clearance {
  @Decimal('Land that must be cleared, ha', unknown) neededHa: string | null;
  @Decimal('Land cleared, ha', unknown) clearedHa: string | null;
  @Decimal('Share that is cleared, %; null: one is not known, or none must be', pct) pct: string | null;
}

/** A grid project that is late, or expected to be. */
export class GridDelay {
  @Id('The project') id: string;
  @Text('Its code') code: string;
  @Text('Its name') name: string;
  @Text('Its territory') territory: string;
  @Text('Its commune', { max: 100, nullable: true }) commune: string | null;
  @OneOf('Kind', gridProjectKinds) kind: (typeof gridProjectKinds)[number];
  @OneOf('Where it stands', gridProjects.states) state: (typeof gridProjects.states)[number];
  @Day('To be energised by the plan') plannedOn: string;
  @Day('To be energised as now expected', { nullable: true }) expectedOn: string | null;
  @Whole('Days from the plan to the day expected, or to the day asked for where that is later', { min: 1 })
  daysDelayed: number;
  @Part('Site clearance', () => Clearance) clearance: Clearance;
  @Text('What blocks the site; told to readers of the territory alone', { max: 1000, nullable: true })
  blockedBy: string | null;
}

export class GridDelays {
  @Day('As of this day; the projects are as they stand now') on: string;
  @Part('The longest delay first', () => GridDelay, { many: 100 }) items: GridDelay[];
  @Text('Cursor of the next page', { max: 2000, nullable: true }) next: string | null;
}

/** Grid projects that are not energised by the day that was planned, or are expected not to be. */
export const gridDelays = operation({
  route: 'GET /grid-projects/delays',
  summary: 'Grid projects that are late, or expected to be, and how far their sites are cleared',
  access: 'public',
  input: ListGridDelays,
  output: GridDelays,
  errors: ['territory.unknown', 'list.unreadable-cursor'],
});

export class ReadHamletCoverage {
  @Text('Territory; one that others were merged into counts their hamlets too', {
    max: 60,
    example: 'nghe-an',
  })
  territory: string;
}

/** How many hamlets and households have power, of those that the register names. */
export class HamletCoverage {
  @Text('Territory') territory: string;
  @Whole('Hamlets in the register, but for those withdrawn') hamlets: number;
  @Whole('Of these, served') hamletsServed: number;
  @Whole('Of these, partly served') hamletsPartlyServed: number;
  @Whole('Of these, unserved') hamletsUnserved: number;
  @Whole('Their households', sum) households: number;
  @Whole('Of these, households with power', sum) householdsServed: number;
  @Decimal('Households with power, % of all; null: there are none', pct) pct: string | null;
}

/** Rural electrification as the register of hamlets has it. */
export const hamletCoverage = operation({
  route: 'GET /hamlets/coverage',
  summary: 'Hamlets and households with power, of those that the register names',
  access: 'public',
  input: ReadHamletCoverage,
  output: HamletCoverage,
  errors: ['territory.unknown'],
});
