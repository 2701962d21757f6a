import { BothLanguagesText } from './comparisons';
import { Decimal, Flag, OneOf, Part, Text, Whole } from './fields';
import {
  AskedOfPeriod,
  flowRefusals,
  MissingMonth,
  OfPeriod,
  pctShown,
  usdShown,
  type FlowRefusal,
} from './flow-asked';
import { statuses, type Status } from './observations';

export class ReadFlowMarkets extends AskedOfPeriod {
  @Text(
    'Groups of partners (ASEAN, EU …) and partners (ISO 3166-1) to be added; refused where they share one',
    { max: 10, many: 20, optional: true },
  )
  partners?: string[];
}

/** What goes to, or comes from, some markets. */
export class MarketsSum {
  @Decimal('USD', usdShown) value: string | null;
  @Decimal('Share in the total, %', pctShown) sharePct: string | null;
  @Whole('Its markets that are listed') markets: number;
  @Whole('Its markets that are not, and not in the value either') unlisted: number;
  @OneOf('Why there is no value', flowRefusals, { optional: true }) refusal?: FlowRefusal;
}

export class PartnerMarket {
  @Text('ISO 3166-1', { max: 2 }) partner: string;
  @Part('Its name; null where the code is none of ISO 3166-1', () => BothLanguagesText, { nullable: true })
  name: BothLanguagesText | null;
  @Decimal('USD', usdShown) value: string | null;
  @Decimal('Share in the total, %', pctShown) sharePct: string | null;
  @Text("Agreements in force with it on the period's last day", { many: 50 }) agreements: string[];
}

export class MarketsOfAgreement extends MarketsSum {
  @Text('Agreement') agreement: string;
}

export class MarketsTogether extends MarketsSum {
  @Text('As asked', { many: 20 }) partners: string[];
  @Text('Partners that those asked for share', { many: 50 }) common: string[];
}

/** The rest of the markets: those that are not listed, since few enterprises stand behind one of them. */
export class MarketsRest extends MarketsSum {
  @Whole('Of these, hidden because fewer than three enterprises stand behind them') hidden: number;
}

export class MarketsTotal {
  @Decimal('USD', usdShown) value: string | null;
  @OneOf('The least sure of its lines; null where it is not known', statuses, { nullable: true })
  status: Status | null;
  @Flag('Whether whole extracts cover it; null where it is not known', { nullable: true })
  isWhole: boolean | null;
  @OneOf('Why there is no value', flowRefusals, { optional: true }) refusal?: FlowRefusal;
}

/** Markets, and the agreements in force with them. A market may have several, so that those are never added. */
export class FlowMarkets extends OfPeriod {
  @Part('What the totals of the territories come to', () => MarketsTotal) total: MarketsTotal;
  @Part('By value', () => PartnerMarket, { many: 300 }) items: PartnerMarket[];
  @Part('Per agreement in force, by value, over the markets listed', () => MarketsOfAgreement, { many: 50 })
  agreements: MarketsOfAgreement[];
  @Part('What the agreements come to: refused', () => MarketsSum) sumOfAgreements: MarketsSum;
  @Part('Markets with one agreement or more, each once', () => MarketsSum) union: MarketsSum;
  @Part('Markets without any', () => MarketsSum) withoutAgreement: MarketsSum;
  @Part('What is not listed', () => MarketsRest) rest: MarketsRest;
  @Part('The partners asked for', () => MarketsTogether, { nullable: true }) partners: MarketsTogether | null;
  @Part('Months of the period without a figure', () => MissingMonth, { many: 240 }) missing: MissingMonth[];
}
