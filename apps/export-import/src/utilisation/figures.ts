import { Exact, isFreePort, type Decimal } from '@doit/reference';
import { fewest } from '../reports/covers.sql';
import type { PartyMonths } from './market-months';
import type { CertificateSum, Held, MarketMonth } from './utilisation.sql';

/** What a rate is made of. */
export interface Figure {
  readonly exports: Decimal;
  readonly preferential: Decimal;
  readonly certificates: number;
  /** Months of its own of which exports are not known. */
  readonly missing: readonly string[];
  /** Who asks may not see the exports, or the certificates: those of one or two enterprises would follow. */
  readonly hidesExports: boolean;
  readonly hidesCertificates: boolean;
}

export interface Share {
  readonly agreement: string;
  readonly form: string;
  readonly usd: Decimal;
  readonly certificates: number;
}

export interface MarketFigure extends Figure {
  readonly market: string;
  readonly isMfnZero: boolean;
  readonly shares: readonly Share[];
  /** Of one of its agreements one or two enterprises have certificates: none is shown, since the others would tell it. */
  readonly hidesShares: boolean;
}

export interface AgreementFigure extends Figure {
  readonly agreement: string;
  readonly form: string;
  readonly markets: readonly string[];
  readonly elsewhere: Decimal;
}

/** All figures of a territory and period. */
export interface Figures {
  readonly missing: readonly string[];
  readonly partial: readonly string[];
  readonly completeOn: string | null;
  readonly markets: readonly MarketFigure[];
  readonly agreements: readonly AgreementFigure[];
  readonly total: Figure;
  readonly withoutMfnZero: Figure;
}

/** What a sum of exports is made of: a market in some months. */
type Part = Pick<PartyMonths, 'market' | 'months'>;

const isFew = (enterprises: number | null | undefined): boolean =>
  enterprises !== null && enterprises !== undefined && enterprises > 0 && enterprises < fewest;
const sum = (values: readonly { usd: string }[]): Decimal =>
  values.reduce((all, { usd }) => all.plus(usd), new Exact(0));

/**
 * Figures by market, by agreement and in all. A month counts for a market where an agreement is in force with it.
 * @param lastDay of the period
 * @param isTheirs whether who asks may read what stands behind them
 */
export function figuresOf(
  held: Held,
  parties: readonly PartyMonths[],
  { months, lastDay, isTheirs }: { months: readonly string[]; lastDay: string; isTheirs: boolean },
): Figures {
  const known = new Set(held.months.map(({ month }) => month));
  const missing = months.filter((month) => !known.has(month));
  const exportsTo = grouped(held.exports, ({ market }) => market);
  const sumOf = new Map(held.sums.map((each) => [`${each.market ?? '*'} ${each.form ?? '*'}`, each]));
  const at = (market = '*', form = '*'): CertificateSum | undefined => sumOf.get(`${market} ${form}`);
  const hides = (few: boolean): boolean => few && !isTheirs;
  const exported = (market: string, during: ReadonlySet<string>): MarketMonth[] =>
    (exportsTo.get(market) ?? []).filter(({ month }) => during.has(month));
  const isLeftOut = new Set(held.leftOut.map(({ partner }) => partner));
  const isCovered = held.leftOut.some(({ isCover }) => isCover);
  const isHiddenPart = ({ market, months: own }: Part): boolean => {
    const cells = exported(market, new Set(own));
    return isLeftOut.has(market) || (cells.length > 0 && cells.every(({ isFew: few }) => few));
  };
  /*
   * A sum is shown where all its parts are, for it tells nothing new then; or where what is not shown of it is, in all months,
   * all that is left out: that much is the rest of any report. What is left out has its cover; a part of it may have none.
   */
  const isTold = (parts: readonly Part[]): boolean => {
    const hidden = parts.filter(isHiddenPart);
    const isTheRest =
      isCovered &&
      hidden.length === isLeftOut.size &&
      hidden.every(({ market, months: own }) => isLeftOut.has(market) && own.length === months.length);
    return hidden.length === 0 || isTheRest;
  };

  const monthsOfMarket = new Map<string, Set<string>>();
  for (const { market, months: own, isMarket } of parties)
    if (isMarket) monthsOfMarket.set(market, new Set([...(monthsOfMarket.get(market) ?? []), ...own]));

  const markets = [...monthsOfMarket]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([market, during]): MarketFigure => {
      const own = parties.filter(
        (party) => party.market === market && (party.isMarket || at(market, party.form)),
      );
      const few = isFew(at(market)?.enterprises);
      return {
        market,
        isMfnZero: isFreePort(market, lastDay),
        exports: sum(exported(market, during)),
        missing: missing.filter((month) => during.has(month)),
        hidesExports: isHiddenPart({ market, months: [...during] }),
        preferential: new Exact(at(market)?.usd ?? 0),
        certificates: at(market)?.certificates ?? 0,
        hidesCertificates: hides(few),
        hidesShares: hides(few || own.some(({ form }) => isFew(at(market, form)?.enterprises))),
        shares: own.map(({ agreement, form }) => ({
          ...{ agreement, form },
          usd: new Exact(at(market, form)?.usd ?? 0),
          certificates: at(market, form)?.certificates ?? 0,
        })),
      };
    });
  const splitHidden = new Set(markets.filter(({ hidesShares }) => hidesShares).map(({ market }) => market));
  const isShareTold = ({ market, enterprises }: CertificateSum): boolean =>
    !hides(isFew(enterprises)) && !splitHidden.has(market ?? '');

  const agreements = [...grouped(parties, ({ agreement }) => agreement)].map(
    ([agreement, own]): AgreementFigure => {
      const { form } = own[0] as PartyMonths;
      const itsMarkets = own.filter(({ isMarket }) => isMarket);
      const certified = held.sums.filter((each) => each.form === form && each.market !== null);
      const isAtMarket = ({ market }: CertificateSum): boolean =>
        itsMarkets.some((own) => own.market === market);
      const here = certified.filter(isAtMarket);
      const elsewhere = certified.filter((each) => !isAtMarket(each));
      const during = new Set(itsMarkets.flatMap((party) => party.months));
      const cells = itsMarkets.flatMap((party) => exported(party.market, new Set(party.months)));
      return {
        ...{ agreement, form, markets: itsMarkets.map(({ market }) => market).sort() },
        exports: sum(cells),
        missing: missing.filter((month) => during.has(month)),
        hidesExports: !isTold(itsMarkets),
        preferential: sum(here),
        elsewhere: sum(elsewhere),
        certificates: at('*', form)?.certificates ?? 0,
        // A sum of shares is shown where each of them is.
        hidesCertificates: !certified.every(isShareTold),
      };
    },
  );

  const monthsIn = (market: string): string[] => [...(monthsOfMarket.get(market) ?? [])];
  const isUnseen = ({ hidesCertificates }: Figure): boolean => hidesCertificates;
  // Those not shown are added in one sum at most: all of them, where three enterprises or more are behind that.
  const hidesAmong = (of: readonly MarketFigure[]): boolean =>
    of.some(isUnseen) &&
    (isFew(held.fewBehind) || !markets.every((each) => of.includes(each) || !isUnseen(each)));
  const all = (of: readonly MarketFigure[]): Figure => ({
    exports: of.reduce((whole, each) => whole.plus(each.exports), new Exact(0)),
    preferential: of.reduce((whole, each) => whole.plus(each.preferential), new Exact(0)),
    certificates: of.reduce((whole, each) => whole + each.certificates, 0),
    missing: missing.filter((month) => of.some(({ missing: own }) => own.includes(month))),
    hidesExports: !isTold(of.map(({ market }) => ({ market, months: monthsIn(market) }))),
    hidesCertificates: hidesAmong(of),
  });
  const dutiable = markets.filter(({ isMfnZero }) => !isMfnZero);
  return {
    ...{ missing, markets, agreements, completeOn: held.completeOn },
    partial: held.months
      .filter(({ isWhole }) => !isWhole)
      .map(({ month }) => month)
      .sort(),
    total: all(markets),
    withoutMfnZero: all(dutiable),
  };
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
