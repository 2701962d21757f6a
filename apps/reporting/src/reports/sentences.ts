import type { CheckResult, ClusterSummary, ComparisonItem, ReportSection, Verdict } from '@doit/contracts';
import { decimal, formatQuantity, indicator, type Locale } from '@doit/reference';
import { changeWords, figureWords, gapWords, quantity } from './numbers';
import { dimensionWords } from './names';
import { verdictWords, words } from './words';

const mostSentences = 3;

/** What a section says before its table: its leading figures as a clerk would write them. */
export function sentencesOf({ key, items, clusters, checks }: ReportSection, language: Locale): string {
  if (key === 'checks') return sumOfChecks(checks ?? [], language);
  // Targets and the growth of GRDP stand in industry's table, but are no figures of industry.
  const known = items.filter((item) => item.actual && indicator(item.indicator)?.section === key);
  const figures = known.slice(0, mostSentences).map((item) => sentenceOf(item, language));
  const register = clusters ? [sumOfRegister(clusters, language)] : [];
  if (figures.length + register.length === 0) return words.none[language];
  return [...figures, ...register].join(' ');
}

function sentenceOf(item: ComparisonItem, language: Locale): string {
  const { actual, dimensions, name, yoyPct } = item;
  if (!actual) return '';
  const breakdown = dimensionWords(dimensions, language);
  const subject = breakdown === '' ? name[language] : `${name[language]} (${breakdown})`;
  const clauses = [
    // "Tốc độ tăng … ước đạt 1,62%", but never a growth of minus something.
    isGrowth(item) && actual.value.startsWith('-')
      ? changeWords(actual.value, language)
      : valueClause(actual, language),
    yoyPct.value === null ? null : `${changeWords(yoyPct.value, language)} ${onYear[language]}`,
    planClause(item, language),
    paceClause(item, language),
  ].filter((clause) => clause !== null);
  return `${subject}${language === 'vi' ? '' : ':'} ${clauses.join(', ')}.`;
}

/** Rates of growth are worded as changes too. */
export function isGrowth({ indicator: code, unit, actual }: ComparisonItem): boolean {
  return indicator(code)?.kind === 'rate' && unit === 'PCT' && actual?.comparator === 'eq';
}

function valueClause(actual: NonNullable<ComparisonItem['actual']>, language: Locale): string {
  const number = figureWords(actual, language);
  if (language === 'en') return actual.status === 'estimate' ? `estimated at ${number}` : number;
  return `${actual.status === 'estimate' ? 'ước đạt' : 'là'} ${number}`;
}

function planClause({ overPlanPct, excess, planPct, unit }: ComparisonItem, language: Locale): string | null {
  if (overPlanPct.value !== null) {
    const above = decimal(overPlanPct.value);
    if (above.isZero()) return language === 'vi' ? 'bằng kế hoạch' : 'equal to the plan';
    const size = formatQuantity(overPlanPct.value.replace('-', ''), 'PCT', language);
    const amount =
      excess.value === null ? '' : ` (${quantity(excess.value.replace('-', ''), unit, language)})`;
    if (language === 'vi') return `${above.isNegative() ? 'thấp hơn' : 'vượt'} kế hoạch ${size}${amount}`;
    return `${size}${amount} ${above.isNegative() ? 'below' : 'above'} the plan`;
  }
  if (planPct.value === null) return null;
  const share = formatQuantity(planPct.value, 'PCT', language);
  return language === 'vi' ? `đạt ${share} kế hoạch năm` : `${share} of the year’s plan`;
}

function paceClause({ gapPp, expectedPct }: ComparisonItem, language: Locale): string | null {
  if (gapPp.value === null || expectedPct.label === undefined) return null;
  const gap = gapWords(gapPp.value, language);
  if (expectedPct.label === 'scenario')
    return language === 'vi' ? `${gap} so với kịch bản tăng trưởng` : `${gap} of the growth scenario`;
  return language === 'vi' ? `${gap} so với tiến độ đều theo tháng` : `${gap} of an even monthly pace`;
}

function sumOfRegister({ count, established, areaEstablishedHa }: ClusterSummary, language: Locale): string {
  if (count === 0) {
    return language === 'vi'
      ? 'Sổ đăng ký chưa có cụm công nghiệp nào của địa bàn.'
      : 'The register holds no cluster of this territory yet.';
  }
  const area = areaEstablishedHa === null ? '' : `, ${formatQuantity(areaEstablishedHa, 'HA', language)}`;
  return language === 'vi'
    ? `Sổ đăng ký có ${count} cụm, trong đó ${established} cụm đã thành lập${area}.`
    : `The register holds ${count} clusters, ${established} of them established${area}.`;
}

function sumOfChecks(checks: readonly CheckResult[], language: Locale): string {
  const counts = verdicts.map((verdict) => ({
    verdict,
    count: checks.filter((check) => check.verdict === verdict).length,
  }));
  const said = counts
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => `${verdictWords[verdict][language]}: ${count}`);
  return said.length > 0 ? `${said.join('; ')}.` : nothingToCheck[language];
}

const verdicts: readonly Verdict[] = ['contradicts', 'cannot-tell', 'agrees'];
const nothingToCheck = {
  vi: 'Kỳ này không có số nào đối chiếu được với số khác.',
  en: 'Nothing in this period can be held against another figure.',
};
const onYear = { vi: 'so với cùng kỳ', en: 'on the previous year' };
