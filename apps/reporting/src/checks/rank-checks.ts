import type { BothLanguages, CheckResult } from '@doit/contracts';
import {
  decimalText,
  Exact,
  formatQuantity,
  lastDay,
  membersOf,
  parsePeriod,
  territory,
  type Locale,
} from '@doit/reference';
import { inputsOf, type Quote, quoteOf, quoteOfStated } from '../comparisons/quotes';
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
}

function rankingsOf({ figure, indicator }: Subject): Ranking[] {
  const { dimensions, territory: place } = figure;
  const found: Ranking[] = [];
  if (indicator.kind === 'rank') {
    const isCount = indicator.unit !== 'RANK';
    const group = isCount ? place : (dimensions['among'] ?? country);
    found.push({ stated: quoteOf(figure), group, isCount });
  }
  const printed = quoteOfStated(figure, 'rank');
  const type = territory(place)?.type;
  // Whatever group the source means, it is no larger than the country.
  if (printed && (type === 'province' || type === 'city')) {
    found.push({ stated: printed, group: dimensions['among'] ?? country, isCount: false });
  }
  return found;
}

function held({ figure, name, period }: Subject, { stated, group, isCount }: Ranking): CheckResult {
  const day = lastDay(parsePeriod(figure.period) ?? period);
  const members = membersOf(group, day).length;
  const known = {
    code: 'rank.range',
    indicators: [figure.indicator],
    statement: both((language) => {
      const rank = language === 'vi' ? 'hạng' : 'rank';
      return `${name[language]}: ${isCount ? '' : `${rank} `}${said(stated, 'COUNT', language)}`;
    }),
    formula: isCount ? '0 ≤ count ≤ members of the group' : '1 ≤ rank ≤ members of the group',
  };
  const groupName = territory(group)?.name ?? { vi: group, en: group };
  if (members === 0) {
    const message = {
      vi: `Không rõ ${groupName.vi} có bao nhiêu địa phương vào ngày đó nên chưa kết luận được.`,
      en: `It is not known how many localities ${groupName.en} had on that day, so nothing follows.`,
    };
    return cannotTell({ ...known, message, missing: [group], from: [stated] });
  }
  const low = isCount ? 0 : 1;
  const beyond = Exact.max(0, stated.value.minus(members), new Exact(low).minus(stated.value));
  const fits = beyond.isZero();
  return {
    ...known,
    verdict: fits ? 'agrees' : 'contradicts',
    recomputed: { low: String(low), high: String(members) },
    difference: decimalText(beyond),
    message: both((language) => {
      const number = said(stated, 'COUNT', language);
      return sentence({ group: groupName, members, number, isCount, fits }, language);
    }),
    missing: [],
    lineage: inputsOf([stated]),
  };
}

interface Words {
  readonly group: BothLanguages;
  readonly members: number;
  readonly number: string;
  readonly isCount: boolean;
  readonly fits: boolean;
}

function sentence({ group, members, number, isCount, fits }: Words, language: Locale): string {
  const count = formatQuantity(String(members), 'COUNT', language);
  if (language === 'vi') {
    if (isCount) {
      const verdict = fits ? `con số ${number} là hợp lệ` : `không thể có ${number} địa phương`;
      return `${group.vi} có ${count} địa phương: ${verdict}.`;
    }
    const verdict = fits ? `hạng ${number} là hợp lệ` : `không thể có hạng ${number}`;
    return `${group.vi} có ${count} địa phương, hạng từ 1 đến ${count}: ${verdict}.`;
  }
  if (isCount) {
    const verdict = fits ? `a count of ${number} is possible` : `${number} of them cannot be`;
    return `${group.en} has ${count} localities: ${verdict}.`;
  }
  const verdict = fits ? `rank ${number} is possible` : `there is no rank ${number}`;
  return `${group.en} has ${count} localities, ranked 1 to ${count}: ${verdict}.`;
}

const country = 'viet-nam';
