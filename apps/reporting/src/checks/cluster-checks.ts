import type { CheckResult } from '@doit/contracts';
import {
  decimal,
  decimalText,
  div,
  exactly,
  formatQuantity,
  lastDay,
  meets,
  parsePeriod,
  ruleOn,
  sub,
  toWire,
  type Locale,
} from '@doit/reference';
import { inputsOf, quoteOf } from '../comparisons/quotes';
import { figureIn, type Standing } from '../comparisons/standing';
import { both, cannotTell, said, saidAbout } from './verdict';

/**
 * The clusters without a detailed plan are what is left of number and area; on average they may not be larger than the
 * law allows one cluster to be. Thái Bình: 45 with 2,380.7 ha, 41 with 1,723.7 ha leave 4 with 657 ha.
 */
export function checkRemainingArea({ period, actual }: Standing): CheckResult[] {
  const stage = (code: string, name: string) => figureIn(actual, code, { stage: name });
  const figures = [
    stage('CLUSTERS', 'established'),
    stage('CLUSTER_AREA', 'established'),
    stage('CLUSTERS', 'detailed-plan'),
    stage('CLUSTER_AREA', 'detailed-plan'),
  ].flatMap((figure) => (figure ? [figure] : []));
  const [first] = figures;
  const [all, allHa, planned, plannedHa] = figures.map(quoteOf);
  if (!first || !all || !allHa || !planned || !plannedHa) return [];
  if (figures.some((figure) => figure.period !== first.period || figure.comparator !== 'eq')) return [];
  const left = all.value.minus(planned.value);
  if (left.lte(0)) return [];
  const leftHa = sub(allHa.interval, plannedHa.interval);
  // Clusters are counted, not rounded.
  const average = div(leftHa, exactly(decimalText(left)));
  if (!average) return [];
  const known = {
    code: 'clusters.remaining-area',
    indicators: ['CLUSTERS', 'CLUSTER_AREA'],
    statement: both((language) => {
      const [a, aHa] = [said(all, 'COUNT', language), said(allHa, 'HA', language)];
      const [p, pHa] = [said(planned, 'COUNT', language), said(plannedHa, 'HA', language)];
      return language === 'vi'
        ? `${a} cụm đã thành lập, ${aHa}; trong đó ${p} cụm có quy hoạch chi tiết, ${pHa}`
        : `${a} clusters established with ${aHa}; ${p} of them with a detailed plan, ${pHa}`;
    }),
    formula:
      '(area established − area with detailed plan) ÷ (clusters established − clusters with detailed plan)',
  };
  const from = [all, allHa, planned, plannedHa];
  const rest = (language: Locale): string => {
    const [n, ha] = [
      formatQuantity(decimalText(left), 'COUNT', language),
      saidAbout(leftHa, 1, 'HA', language),
    ];
    const each = saidAbout(average, 0, 'HA', language);
    return language === 'vi'
      ? `${n} cụm chưa có quy hoạch chi tiết còn lại ${ha}, bình quân ${each} một cụm`
      : `The ${n} clusters without a detailed plan are left with ${ha}, ${each} each on average`;
  };
  // The law of the day for which the clusters were counted, which may be long before the period asked.
  const counted = parsePeriod(first.period) ?? period;
  const cap = ruleOn('cluster.max-area-ha', lastDay(counted));
  if (!cap?.verified) {
    const message = both((language) =>
      language === 'vi'
        ? `${rest('vi')}; chưa có mức trần đã kiểm chứng cho ngày đó.`
        : `${rest('en')}; no verified cap is known for that day.`,
    );
    return [cannotTell({ ...known, message, missing: ['cluster.max-area-ha'], from })];
  }
  const allowed = { low: decimal('0'), high: decimal(cap.value) };
  const fits = meets(average, allowed);
  const beyond = average.low?.greaterThan(allowed.high)
    ? average.low.minus(allowed.high)
    : average.high?.abs();
  return [
    {
      ...known,
      verdict: fits ? 'agrees' : 'contradicts',
      recomputed: toWire(average, allHa.decimals + 1),
      difference: fits ? '0' : beyond ? decimalText(beyond, allHa.decimals) : null,
      message: both((language) => {
        const [limit, law] = [formatQuantity(cap.value, 'HA', language), cap.legalSource[language]];
        if (language === 'vi') {
          return fits
            ? `${rest('vi')}, trong mức trần ${limit} (${law}).`
            : `${rest('vi')}, trái với mức trần ${limit} một cụm (${law}): hai tổng diện tích không cùng phạm vi.`;
        }
        return fits
          ? `${rest('en')}, within the cap of ${limit} (${law}).`
          : `${rest('en')}, against a cap of ${limit} for one cluster (${law}): the two totals cannot cover the same land.`;
      }),
      missing: [],
      lineage: inputsOf(from),
    },
  ];
}
