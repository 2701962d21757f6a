import { Exact, isFreePort, type Decimal } from '@doit/reference';
import type { PartyMonths } from './market-months';
import type { CertificateSum, Held, MarketMonth } from './utilisation.sql';

/** What a rate is made of. */
export interface Figure {
  readonly exports: Decimal;
  readonly preferential: Decimal;
  readonly certificates: number;
  /** Months of its own of which exports are not known. */
  readonly missing: readonly string[];
  /** One or two enterprises stand behind the exports, or behind the certificates, and who asks may not see them. */
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
  readonly hidesElsewhere: boolean;
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

/** Fewer enterprises than this would be told what one of them, or the other, did. */
const fewest = 3;
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
  const exportFigure = (cells: readonly MarketMonth[], during: Iterable<string>) => ({
    exports: sum(cells),
    missing: missing.filter((month) => new Set(during).has(month)),
    hidesExports: hides(cells.length > 0 && cells.every(({ enterprises }) => isFew(enterprises))),
  });

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
        ...exportFigure(exported(market, during), during),
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

  const agreements = [...grouped(parties, ({ agreement }) => agreement)].map(
    ([agreement, own]): AgreementFigure => {
      const { form } = own[0] as PartyMonths;
      const itsMarkets = own.filter(({ isMarket }) => isMarket);
      const certified = held.sums.filter((each) => each.form === form && each.market !== null);
      const isAtMarket = ({ market }: CertificateSum): boolean =>
        itsMarkets.some((own) => own.market === market);
      const here = certified.filter(isAtMarket);
      const elsewhere = certified.filter((each) => !isAtMarket(each));
      const [only] = here;
      const isSplit = here.length === 1 && only !== undefined && splitHidden.has(only.market ?? '');
      const isFewer =
        isSplit || isFew(at('*', form)?.enterprises) || (here.length === 1 && isFew(only?.enterprises));
      const during = itsMarkets.flatMap((party) => party.months);
      const cells = itsMarkets.flatMap((party) => exported(party.market, new Set(party.months)));
      return {
        ...{ agreement, form, markets: itsMarkets.map(({ market }) => market).sort() },
        ...exportFigure(cells, during),
        preferential: sum(here),
        elsewhere: sum(elsewhere),
        certificates: at('*', form)?.certificates ?? 0,
        hidesCertificates: hides(isFewer),
        hidesElsewhere: hides(isFewer || elsewhere.some(({ enterprises }) => isFew(enterprises))),
      };
    },
  );

  const hidesAll = hides(isFew(at()?.enterprises) || isFew(held.fewBehind));
  const all = (of: readonly MarketFigure[], hidesCertificates: boolean): Figure => ({
    exports: of.reduce((whole, each) => whole.plus(each.exports), new Exact(0)),
    preferential: of.reduce((whole, each) => whole.plus(each.preferential), new Exact(0)),
    certificates: of.reduce((whole, each) => whole + each.certificates, 0),
    missing: missing.filter((month) => of.some(({ missing: own }) => own.includes(month))),
    ...{ hidesExports: false, hidesCertificates },
  });
  const dutiable = markets.filter(({ isMfnZero }) => !isMfnZero);
  const hidesFree = markets.some((each) => each.isMfnZero && each.hidesCertificates);
  return {
    ...{ missing, markets, agreements, completeOn: held.completeOn },
    partial: held.months
      .filter(({ isWhole }) => !isWhole)
      .map(({ month }) => month)
      .sort(),
    total: all(markets, hidesAll),
    withoutMfnZero: all(dutiable, hidesAll || hidesFree),
  };
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
