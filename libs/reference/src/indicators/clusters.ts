import { required, stage } from './dimensions';
import { entries } from './indicator';
import { legalSources } from './legal-sources';

/** Industrial clusters (cụm công nghiệp); industrial parks are another thing and not counted here. */
export const clusterIndicators = entries('industry', 'clusters', [
  {
    code: 'CLUSTERS',
    name: { vi: 'Số cụm công nghiệp', en: 'Industrial clusters' },
    unit: 'COUNT',
    kind: 'stock',
    direction: 'up',
    frequency: 'half',
    dimensions: [required(stage)],
    definition: {
      vi: 'Số cụm theo quy hoạch, đã thành lập, có quy hoạch chi tiết hoặc có chủ đầu tư hạ tầng, cuối kỳ.',
      en: 'Clusters that are planned, established, have a detailed plan or an investor, at the end of the period.',
    },
    legalSource: legalSources.clusters,
    addsToCountry: true,
  },
  {
    code: 'CLUSTER_AREA',
    name: { vi: 'Diện tích cụm công nghiệp', en: 'Area of industrial clusters' },
    unit: 'HA',
    kind: 'stock',
    direction: 'up',
    frequency: 'half',
    dimensions: [required(stage)],
    definition: {
      vi: 'Tổng diện tích các cụm ở giai đoạn đó, cuối kỳ.',
      en: 'Total area of the clusters of that stage at the end of the period.',
    },
    legalSource: legalSources.clusters,
    addsToCountry: true,
  },
  {
    code: 'CLUSTER_OCCUPANCY',
    name: { vi: 'Tỷ lệ lấp đầy cụm công nghiệp', en: 'Occupancy of industrial clusters' },
    unit: 'PCT',
    kind: 'ratio',
    direction: 'up',
    frequency: 'half',
    definition: {
      vi: 'Đất công nghiệp đã cho thuê chia cho đất công nghiệp của các cụm đang hoạt động.',
      en: 'Leased industrial land over industrial land of the clusters in operation.',
    },
    legalSource: legalSources.clusters,
  },
]);
