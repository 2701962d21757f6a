import type {
  BothLanguages,
  CheckResult,
  ClusterSummary,
  ComparisonItem,
  Report,
  ReportSection,
  SectionKey,
} from '@doit/contracts';
import { indicator, lastDay, territory } from '@doit/reference';
import { comparisonsOf } from '../comparisons/comparison';
import type { Standing } from '../comparisons/standing';

/** The report of a territory and period, from its figures of record and the register of clusters. */
export function reportOf(standing: Standing, clusters: ClusterSummary, checks: CheckResult[]): Report {
  const items = comparisonsOf(standing);
  const { territory: id, period } = standing;
  const name = territory(id, lastDay(period))?.name ?? { vi: id, en: id };
  return {
    territory: id,
    territoryName: { ...name },
    period: period.key,
    sections: keys.map((key) => sectionOf(key, { items, clusters, checks })),
    knownAt: knownAt(standing, clusters),
  };
}

interface Content {
  items: readonly ComparisonItem[];
  clusters: ClusterSummary;
  checks: CheckResult[];
}

function sectionOf(key: SectionKey, { items, clusters, checks }: Content): ReportSection {
  const own = items.filter((item) => indicator(item.indicator)?.section === key);
  // Growth of GRDP and the targets frame industry; they have no section of their own.
  const frame =
    key === 'industry' ? items.filter((item) => indicator(item.indicator)?.section === 'general') : [];
  return {
    key,
    title: { ...titles[key] },
    items: [...own, ...frame],
    ...(key === 'clusters' && { clusters }),
    ...(key === 'checks' && { checks }),
  };
}

function knownAt({ actual, plan, previous }: Standing, { items }: ClusterSummary): string | null {
  const figures = [actual, plan, previous].flatMap((part) => [...part.values()]);
  const entered = [
    ...figures.map(({ recordedAt }) => recordedAt),
    ...items.map(({ changedAt }) => changedAt),
  ].map((instant) => new Date(instant).toISOString());
  return entered.sort().at(-1) ?? null;
}

const keys: readonly SectionKey[] = ['industry', 'energy', 'trade', 'export-import', 'clusters', 'checks'];

const titles: Record<SectionKey, BothLanguages> = {
  industry: { vi: 'Công nghiệp', en: 'Industry' },
  energy: { vi: 'Năng lượng', en: 'Energy' },
  trade: { vi: 'Thương mại', en: 'Trade' },
  'export-import': { vi: 'Xuất khẩu, nhập khẩu', en: 'Exports and imports' },
  clusters: { vi: 'Cụm công nghiệp', en: 'Industrial clusters' },
  checks: { vi: 'Những chỗ chưa khớp', en: 'What does not add up' },
};
