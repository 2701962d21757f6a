import type { BothLanguages, SectionKey } from '@doit/contracts';
import { lastDay, territory } from '@doit/reference';
import type { Place } from '../comparisons/asked';
import { itemsOf, type Answers, type Part } from '../places/answers';
import type { Register } from './cluster-summary.sql';

/** The contract's Report as JSON: what is answered about a place, beside the register of clusters as it stands. */
export function reportText(place: Place, answers: Answers, register: Register | null): string {
  const { territory: id, period, on, asOf } = place;
  const name = territory(id, on ?? lastDay(period))?.name ?? { vi: id, en: id };
  const sections = keys.map((key) => {
    const fields = [
      `"key":${JSON.stringify(key)}`,
      `"title":${JSON.stringify(titles[key])}`,
      `"items":${itemsOf(answers, partsOf[key])}`,
      ...(key === 'clusters' && register ? [`"clusters":${register.summary}`] : []),
      ...(key === 'checks' ? [`"checks":${answers.results}`] : []),
    ];
    return `{${fields.join(',')}}`;
  });
  const known = [answers.knownAt, register?.changedAt ?? null].filter((instant) => instant !== null);
  const head = JSON.stringify({ territory: id, territoryName: name, period: period.key, on, asOf });
  const knownAt = JSON.stringify(known.sort().at(-1) ?? null);
  return `${head.slice(0, -1)},"sections":[${sections.join(',')}],"knownAt":${knownAt}}`;
}

const keys: readonly SectionKey[] = ['industry', 'energy', 'trade', 'export-import', 'clusters', 'checks'];

/** Growth of GRDP and the targets frame industry; they have no section of their own. What nobody states has none. */
const partsOf: Record<SectionKey, readonly Part[]> = {
  industry: ['industry', 'general'],
  energy: ['energy'],
  trade: ['trade'],
  'export-import': ['export-import'],
  clusters: ['clusters'],
  checks: [],
};

const titles: Record<SectionKey, BothLanguages> = {
  industry: { vi: 'Công nghiệp', en: 'Industry' },
  energy: { vi: 'Năng lượng', en: 'Energy' },
  trade: { vi: 'Thương mại', en: 'Trade' },
  'export-import': { vi: 'Xuất khẩu, nhập khẩu', en: 'Exports and imports' },
  clusters: { vi: 'Cụm công nghiệp', en: 'Industrial clusters' },
  checks: { vi: 'Những chỗ chưa khớp', en: 'What does not add up' },
};
