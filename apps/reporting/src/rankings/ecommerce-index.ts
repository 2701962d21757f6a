import type { Cell, EcommerceIndex, IndexScore, StatedRank, TerritoryIndex } from '@doit/contracts';
import {
  decimalText,
  indicator as indicatorOf,
  sub,
  yearBefore,
  type Indicator,
  type Period,
} from '@doit/reference';
import { computed, refused } from '../comparisons/cells';
import { differenceIn } from '../comparisons/change';
import { countedOf, exactOf, quoteOf, quoteOfStated, type Known, type Quote } from '../comparisons/quotes';
import { figureIn, type Standing } from '../comparisons/standing';
import { checkStatedRank, rankIn } from './stated-rank';

export const indexCode = 'ECOMMERCE_INDEX';
export const rankCode = 'ECOMMERCE_RANK';

interface Asked {
  readonly year: number;
  readonly period: Period;
  readonly among: string;
  /** Whether that is the country: a rank that is printed beside an index is one in the country. */
  readonly isCountry: boolean;
  /** How many members there were at most in the year. */
  readonly most: number;
  readonly national: Standing;
  readonly standings: readonly Standing[];
}

/** The members of a group by their index, each with the rank that is stated for it and the one that follows. */
export function ecommerceIndexOf(asked: Asked): EcommerceIndex {
  const { year, period, among, most, national, standings } = asked;
  const known = standings.flatMap(({ territory, actual }) => {
    const figure = figureIn(actual, indexCode);
    return figure ? [{ territory, quote: quoteOf(figure) }] : [];
  });
  const missing = standings
    .map(({ territory }) => territory)
    .filter((id) => !known.some((each) => each.territory === id));
  const items = standings
    .map((standing): TerritoryIndex => {
      const { territory, actual } = standing;
      const figure = figureIn(actual, indexCode);
      const rank = statedRank(asked, standing);
      return {
        territory,
        index: scoreOf(figure),
        components: {
          peopleInfrastructure: component(standing, 'people-infrastructure'),
          b2c: component(standing, 'b2c'),
          b2b: component(standing, 'b2b'),
        },
        stated: rank && shownRank(rank),
        rank: figure ? rankIn(quoteOf(figure), known) : null,
        changeOnYearBefore: changeOf(standing),
        check:
          rank &&
          checkStatedRank({ ...rank, territory, index: figure && quoteOf(figure), known, missing, most }),
      };
    })
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.territory < b.territory ? -1 : 1));
  const { id, note } = versionOf(indexIndicator(), period);
  return {
    ...{ year, among, version: id, versionNote: { ...note }, items },
    ...{ of: known.length, members: standings.length, missing },
    national: scoreOf(figureIn(national.actual, indexCode)),
  };
}

function indexIndicator(): Indicator {
  const found = indicatorOf(indexCode);
  if (!found) throw new Error(`the catalogue has no ${indexCode}`);
  return found;
}

/** The stretch of a series that a period is in: its versions stand in the order of time. */
function versionOf({ seriesVersions }: Indicator, { from: first }: Period) {
  const [version] = seriesVersions.filter(({ from }) => from === null || from <= first).slice(-1);
  if (!version) throw new Error(`${indexCode} has no version`);
  return version;
}

function scoreOf(figure: Known | null): IndexScore | null {
  if (!figure) return null;
  const { id, value, status, source } = figure;
  return { observationId: id, value, status, source };
}

const component = ({ actual }: Standing, name: string): IndexScore | null =>
  scoreOf(figureIn(actual, indexCode, { component: name }));

/** A rank in the group, stated as a figure of its own or printed beside the index. */
interface RankStated {
  readonly figure: Known;
  readonly stated: Quote;
  readonly ranked: Quote | null;
}

function statedRank({ among, isCountry }: Asked, { actual }: Standing): RankStated | null {
  const own = figureIn(actual, rankCode, { among });
  if (own) return { figure: own, stated: countedOf(own), ranked: quoteOfStated(own, 'rankOf') };
  const index = isCountry ? figureIn(actual, indexCode) : null;
  const stated = quoteOfStated(index, 'rank');
  return (
    index && stated && { figure: index, stated: exactOf(stated), ranked: quoteOfStated(index, 'rankOf') }
  );
}

const shownRank = ({ figure, stated, ranked }: RankStated): StatedRank => ({
  observationId: figure.id,
  rank: decimalText(stated.value),
  of: ranked && decimalText(ranked.value),
});

/** Points, since a score is no amount that grows by per cent. */
function changeOf({ actual, previous, period }: Standing): Cell {
  const [figure, base] = [figureIn(actual, indexCode), figureIn(previous, indexCode)];
  if (!figure) return refused('no-figure', [indexCode]);
  if (!base) return refused('base-unknown', [`${indexCode} ${yearBefore(period).key}`]);
  const different = differenceIn(indexIndicator(), base, figure);
  if (different) return different;
  const [now, before] = [quoteOf(figure), quoteOf(base)];
  const places = Math.max(now.decimals, before.decimals, 0);
  const change = now.value.minus(before.value);
  return computed(change, sub(now.interval, before.interval), places, 'index − index of the year before', [
    now,
    before,
  ]);
}
