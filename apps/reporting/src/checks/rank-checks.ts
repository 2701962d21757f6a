import type { BothLanguages, CheckResult } from '@doit/contracts';
import {
  decimalText,
  Exact,
  formatQuantity,
  gap,
  parsePeriod,
  territory,
  type Locale,
} from '@doit/reference';
import { countedOf, exactOf, inputsOf, type Quote, quoteOfStated } from '../comparisons/quotes';
import { mostMembers } from '../rankings/members';
import type { Subject } from './subject';
import { both, cannotTell, said } from './verdict';

/** Ranks, and counts of localities, against the number of localities that there were to be ranked or counted. */
export function checkRank(subject: Subject): CheckResult[] {
  return rankingsOf(subject).map((ranking) => held(subject, ranking));
}

/** A place among the members of a group (first to last), or how many of them were counted (none to all). */
interface Ranking {
  readonly stated: Quote;
  readonly group: string;
  readonly isCount: boolean;
  /** How many the source ranked; null: it does not say, or this is a count. */
  readonly ranked: Quote | null;
}

const exactQuote = (quote: Quote | null): Quote | null => quote && exactOf(quote);

/** A rank, how many were ranked, where the source says it, and counts. */
function rankingsOf({ figure, indicator }: Subject): Ranking[] {
  const { dimensions, territory: place } = figure;
  const found: Ranking[] = [];
  const ranked = exactQuote(quoteOfStated(figure, 'rankOf'));
  if (indicator.kind === 'rank') {
    const isCount = indicator.unit !== 'RANK';
    const group = isCount ? place : (dimensions['among'] ?? country);
    found.push({ stated: countedOf(figure), group, isCount, ranked: isCount ? null : ranked });
  }
  const printed = exactQuote(quoteOfStated(figure, 'rank'));
  const type = territory(place)?.type;
  // Whatever group the source means, it is no larger than the country.
  if (printed && (type === 'province' || type === 'city')) {
    found.push({ stated: printed, group: dimensions['among'] ?? country, isCount: false, ranked });
  }
  const [ranking] = found;
  if (ranked && ranking) found.push({ ...ranking, stated: ranked, isCount: true, ranked: null });
  return found;
}

function held({ figure, name, period }: Subject, { stated, group, isCount, ranked }: Ranking): CheckResult {
  // The map may have changed within the period: the source may have ranked those of either.
  const members = mostMembers(group, parsePeriod(figure.period) ?? period);
  const known = {
    code: 'rank.range',
    indicators: [figure.indicator],
    statement: both((language) => {
      const rank = language === 'vi' ? 'hạng' : 'rank';
      const of = ranked ? ` / ${said(ranked, 'COUNT', language)}` : '';
      return `${name[language]}: ${isCount ? '' : `${rank} `}${said(stated, 'COUNT', language)}${of}`;
    }),
    formula: isCount
      ? '0 ≤ count ≤ members of the group'
      : `1 ≤ rank ≤ ${ranked ? 'number ranked' : 'members of the group'}`,
  };
  const groupName = territory(group)?.name ?? { vi: group, en: group };
  if (members === 0 && !ranked) {
    const message = {
      vi: `Không rõ ${groupName.vi} có bao nhiêu địa phương vào ngày đó nên chưa kết luận được.`,
      en: `It is not known how many localities ${groupName.en} had on that day, so nothing follows.`,
    };
    return cannotTell({ ...known, message, missing: [group], from: [stated] });
  }
  const low = isCount ? 0 : 1;
  const high = ranked?.value ?? new Exact(members);
  const beyond = gap(stated.interval, { low: new Exact(low), high });
  const fits = beyond.isZero();
  return {
    ...known,
    verdict: fits ? 'agrees' : 'contradicts',
    recomputed: { low: String(low), high: decimalText(high) },
    difference: decimalText(beyond),
    message: both((language) => {
      const number = said(stated, 'COUNT', language);
      const count = formatQuantity(decimalText(high), 'COUNT', language);
      return sentence(
        { group: groupName, count, number, isCount, isRanked: ranked !== null, fits },
        language,
      );
    }),
    missing: [],
    lineage: inputsOf(ranked ? [stated, ranked] : [stated]),
  };
}

interface Words {
  readonly group: BothLanguages;
  readonly count: string;
  readonly number: string;
  readonly isCount: boolean;
  readonly isRanked: boolean;
  readonly fits: boolean;
}

function sentence({ group, count, number, isCount, isRanked, fits }: Words, language: Locale): string {
  if (language === 'vi') {
    if (isCount) {
      const verdict = fits ? `con số ${number} là hợp lệ` : `không thể có ${number} địa phương`;
      return `${group.vi} có ${count} địa phương: ${verdict}.`;
    }
    const verdict = fits ? `hạng ${number} là hợp lệ` : `không thể có hạng ${number}`;
    const has = isRanked ? 'được xếp hạng' : 'địa phương';
    return `${group.vi} có ${count} ${has}, hạng từ 1 đến ${count}: ${verdict}.`;
  }
  if (isCount) {
    const verdict = fits ? `a count of ${number} is possible` : `${number} of them cannot be`;
    return `${group.en} has ${count} localities: ${verdict}.`;
  }
  const verdict = fits ? `rank ${number} is possible` : `there is no rank ${number}`;
  const has = isRanked ? 'that were ranked' : 'localities';
  return `${group.en} has ${count} ${has}, ranked 1 to ${count}: ${verdict}.`;
}

const country = 'viet-nam';
