import type { RecordedObservation } from '@doit/contracts';

/** Kinds of sources, told by how their names begin: `gso`, `statistics-ha-tinh`, `customs`, `doit-nghe-an`. */
const kinds = {
  statistics: /^(gso|nso|statistics)(-|$)/,
  customs: /^customs(-|$)/,
  power: /^evn/,
  department: /^doit-/,
  ministry: /^(moit|arit)(-|$)/,
  press: /^press(-|$)/,
} as const;
type SourceKind = keyof typeof kinds;

/** Who owns which number (Law on Statistics; Decree 94/2022/NĐ-CP for GRDP): the owner's figure comes first. */
const ownersFirst: readonly { indicators: RegExp; order: readonly SourceKind[] }[] = [
  {
    indicators: /^(IIP|IIP_GROWTH|RETAIL|RETAIL_GOODS|VA_.*|GRDP_.*|NONAGRI_SHARE|POPULATION|AREA)$/,
    order: ['statistics', 'department', 'ministry', 'press'],
  },
  {
    indicators: /^(EXPORT|IMPORT|TRADE_TURNOVER|TRADE_BALANCE)$/,
    order: ['customs', 'statistics', 'department', 'ministry', 'press'],
  },
  // Certificates of origin are the ministry's to count.
  {
    indicators: /^(PREFERENTIAL_EXPORT|EXPORT_TO_FTA_MARKETS|FTA_UTILISATION)$/,
    order: ['ministry', 'customs', 'statistics', 'department', 'press'],
  },
  {
    indicators: /^(ELECTRICITY_SOLD|PEAK_LOAD|ROOFTOP_.*)$/,
    order: ['power', 'department', 'ministry', 'statistics', 'press'],
  },
  // Clusters, markets, plan progress and the like are the department's own.
  { indicators: /./, order: ['department', 'ministry', 'statistics', 'customs', 'power', 'press'] },
];

/** The rank of a figure's source for its indicator, 0 first; sources that nobody listed come last. */
export function priorityOf({ indicator, source }: Pick<RecordedObservation, 'indicator' | 'source'>): number {
  const order = ownersFirst.find(({ indicators }) => indicators.test(indicator))?.order ?? [];
  const rank = order.findIndex((kind) => kinds[kind].test(source));
  return rank < 0 ? order.length : rank;
}

/** The same rank as SQL, of the columns or expressions that hold the two. */
export function priorityOfSource(indicator: string, source: string): string {
  const ranked = ownersFirst.map(({ indicators, order }) => {
    const ranks = order.map((kind, rank) => `when ${source} ~ '${kinds[kind].source}' then ${rank}`);
    return `when ${indicator} ~ '${indicators.source}' then case ${ranks.join(' ')} else ${order.length} end`;
  });
  return `case ${ranked.join(' ')} end`;
}
