import { Flag, OneOf, Part, Text, Whole } from './fields';
import { marketKinds } from './markets';
import { operation } from './operation';
import { outletKinds } from './outlets';

export class ReadTradeCoverage {
  @Text('Territory; one that others were merged into counts their entries too', {
    max: 60,
    example: 'kien-giang',
  })
  territory: string;
}

export class MarketsOfKind {
  @OneOf('Kind', marketKinds) kind: (typeof marketKinds)[number];
  @Whole('Markets that operate or are being upgraded') count: number;
}

export class OutletsOfKind {
  @OneOf('Kind', outletKinds) kind: (typeof outletKinds)[number];
  @Whole('Outlets that operate') count: number;
}

/** A commune that entries of trade's registers name. */
export class CommuneCovered {
  @Text('The territory in whose name it is entered') territory: string;
  @Text('The commune') commune: string;
  @Whole('Its markets that operate or are being upgraded') markets: number;
  @Whole('Its outlets that operate') outlets: number;
  @Flag('Whether it has a market') hasMarket: boolean;
}

/** How a territory is covered by markets and outlets, as the registers have them now. */
export class TradeCoverage {
  @Text('Territory') territory: string;
  @Part('Markets by kind; every kind is named', () => MarketsOfKind, { many: 20 }) markets: MarketsOfKind[];
  @Part('Outlets by kind; every kind is named', () => OutletsOfKind, { many: 20 }) outlets: OutletsOfKind[];
  @Whole('Communes that entries name, in whatever state but withdrawn') communes: number;
  @Whole('Of these, communes with a market') communesWithMarket: number;
  @Whole('Markets and outlets in operation that name no commune') withoutCommune: number;
  @Part(
    'Communes, those without a market first: the first 1,000 of so many as `communes` says',
    () => CommuneCovered,
    { many: 1000 },
  )
  items: CommuneCovered[];
}

/** Where there are markets and outlets; a commune that no entry names is not known here, and neither with nor without. */
export const tradeCoverage = operation({
  route: 'GET /coverage',
  summary: 'Markets and outlets by kind, and communes with and without a market',
  access: 'public',
  input: ReadTradeCoverage,
  output: TradeCoverage,
  errors: ['territory.unknown'],
});
