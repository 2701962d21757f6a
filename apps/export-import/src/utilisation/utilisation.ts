import type {
  AgreementUtilisation,
  BothLanguages,
  MarketUtilisation,
  Utilisation,
  UtilisationTotal,
} from '@doit/contracts';
import { decimalText, firstDay, lastDay } from '@doit/reference';
import type { Asked } from './asked';
import type { AgreementFigure, Figure, Figures, MarketFigure } from './figures';
import { rateShown, refused } from './rates';

const formula: BothLanguages = {
  vi: 'Tỷ lệ = trị giá FOB trên các C/O ưu đãi đã cấp trong kỳ ÷ kim ngạch xuất khẩu sang các thị trường đó trong những tháng có hiệp định hiệu lực × 100. Mỗi thị trường tính một lần.',
  en: 'Rate = FOB value on certificates of preference issued in the period ÷ exports to these markets in the months in which an agreement is in force × 100. Each market counts once.',
};

/** What is answered, from the figures of the period and of the year before. */
export function utilisationOf(
  { territory, period }: Pick<Asked, 'territory' | 'period'>,
  source: string,
  now: Figures,
  before: Figures,
): Utilisation {
  const { missing, partial, completeOn, markets, agreements, total, withoutMfnZero } = now;
  const marketBefore = new Map(before.markets.map((each) => [each.market, each]));
  const agreementBefore = new Map(before.agreements.map((each) => [each.agreement, each]));
  const dutiable = markets.filter(({ isMfnZero }) => !isMfnZero).length;
  return {
    ...{ territory, period: period.key, from: firstDay(period), to: lastDay(period), source, formula },
    ...{ missingMonths: [...missing], partialMonths: [...partial], registerCompleteOn: completeOn },
    hiddenMarkets: markets.filter((each) => each.hidesExports || each.hidesCertificates).length,
    markets: markets.map((each) => marketShown(each, marketBefore.get(each.market))),
    agreements: agreements.map((each) => ({
      ...agreementShown(each, agreementBefore.get(each.agreement)),
      overlaps: overlapsOf(each, agreements),
    })),
    sum: { value: null, refusal: refused('overlapping-groups') },
    total: totalShown(total, before.total, markets.length),
    withoutMfnZero: totalShown(withoutMfnZero, before.withoutMfnZero, dutiable),
  };
}

const exportsUsd = ({ exports, missing, hidesExports }: Figure): string | null =>
  missing.length > 0 || hidesExports ? null : decimalText(exports);
const preferentialUsd = ({ preferential, hidesCertificates }: Figure): string | null =>
  hidesCertificates ? null : decimalText(preferential);
const certificates = ({ certificates: count, hidesCertificates }: Figure): number | null =>
  hidesCertificates ? null : count;

function marketShown(figure: MarketFigure, before: MarketFigure | undefined): MarketUtilisation {
  const { market, isMfnZero, shares, hidesShares } = figure;
  return {
    ...{ market, isMfnZero },
    exportsUsd: exportsUsd(figure),
    preferentialUsd: preferentialUsd(figure),
    certificates: certificates(figure),
    rate: rateShown(figure, before),
    agreements: shares.map(({ agreement, form, usd, certificates: count }) => ({
      ...{ agreement, form },
      preferentialUsd: hidesShares ? null : decimalText(usd),
      certificates: hidesShares ? null : count,
    })),
  };
}

function agreementShown(
  figure: AgreementFigure,
  before: AgreementFigure | undefined,
): Omit<AgreementUtilisation, 'overlaps'> {
  const { agreement, form, markets, elsewhere, hidesCertificates } = figure;
  return {
    ...{ agreement, form, markets: [...markets] },
    exportsUsd: exportsUsd(figure),
    preferentialUsd: preferentialUsd(figure),
    elsewhereUsd: hidesCertificates ? null : decimalText(elsewhere),
    certificates: certificates(figure),
    rate: rateShown(figure, before),
  };
}

function totalShown(figure: Figure, before: Figure, markets: number): UtilisationTotal {
  return {
    exportsUsd: exportsUsd(figure),
    preferentialUsd: preferentialUsd(figure),
    markets,
    rate: rateShown(figure, before),
  };
}

function overlapsOf(
  { agreement, markets }: AgreementFigure,
  all: readonly AgreementFigure[],
): AgreementUtilisation['overlaps'] {
  return all.flatMap((other) => {
    const shared =
      other.agreement === agreement ? [] : other.markets.filter((each) => markets.includes(each));
    return shared.length > 0 ? [{ agreement: other.agreement, markets: shared }] : [];
  });
}
