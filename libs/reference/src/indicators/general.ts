import { growthSector, required, subject } from './dimensions';
import { entries } from './indicator';
import { legalSources } from './legal-sources';

/** The frame that the sectors are seen in. Departments quote GRDP; only the statistics office compiles it. */
export const generalIndicators = entries('reporting', 'general', [
  {
    code: 'GRDP_GROWTH',
    name: { vi: 'Tốc độ tăng tổng sản phẩm trên địa bàn (GRDP)', en: 'Growth of GRDP' },
    unit: 'PCT',
    kind: 'rate',
    direction: 'up',
    frequency: 'quarter',
    definition: {
      vi: 'Tăng trưởng theo giá so sánh so với cùng kỳ năm trước, do cơ quan thống kê công bố.',
      en: 'Change at constant prices on the same period of the previous year, as the statistics office states it.',
    },
    legalSource: legalSources.accounts,
  },
  {
    code: 'GRDP_CONTRIBUTION',
    name: { vi: 'Đóng góp vào tăng trưởng GRDP', en: 'Contribution to growth of GRDP' },
    unit: 'PP',
    kind: 'contribution',
    direction: 'up',
    frequency: 'quarter',
    dimensions: [required(growthSector)],
    definition: {
      vi: 'Số điểm phần trăm trong mức tăng GRDP do ngành tạo ra; các ngành cùng cấp cộng lại bằng mức tăng.',
      en: 'Percentage points of the growth of GRDP made by a sector; sectors of one level add up to the growth.',
    },
    legalSource: legalSources.accounts,
  },
  {
    code: 'NONAGRI_SHARE',
    name: {
      vi: 'Tỷ trọng công nghiệp - xây dựng và thương mại - dịch vụ trong GRDP',
      en: 'Share of industry, construction, trade and services in GRDP',
    },
    unit: 'PCT',
    kind: 'ratio',
    direction: 'up',
    frequency: 'year',
    definition: {
      vi: 'Phần của GRDP ngoài nông, lâm nghiệp và thủy sản.',
      en: 'The part of GRDP outside agriculture, forestry and fishery.',
    },
    legalSource: legalSources.accounts,
  },
  {
    code: 'GROWTH_TARGET',
    name: { vi: 'Mục tiêu tăng trưởng', en: 'Growth target' },
    unit: 'PCT',
    kind: 'rate',
    direction: 'up',
    frequency: 'year',
    dimensions: [required(subject)],
    definition: {
      vi: 'Tốc độ tăng được giao cho chỉ tiêu; với giai đoạn nhiều năm là bình quân mỗi năm.',
      en: 'Growth assigned to an indicator; for a run of several years the average of each year.',
    },
    legalSource: legalSources.plans,
  },
  {
    code: 'LOCALITIES_ABOVE_NATIONAL',
    name: { vi: 'Số địa phương tăng cao hơn cả nước', en: 'Localities above the national figure' },
    unit: 'COUNT',
    kind: 'rank',
    direction: 'up',
    frequency: 'year',
    dimensions: [required(subject)],
    definition: {
      vi: 'Số địa phương trong nhóm có chỉ tiêu cao hơn mức cả nước; đếm địa phương, không bình quân.',
      en: 'Members of the group whose figure exceeds the national one; a count of members, not a mean.',
    },
    legalSource: legalSources.statistics,
  },
  {
    code: 'POPULATION',
    name: { vi: 'Dân số', en: 'Population' },
    unit: 'PERSON',
    kind: 'stock',
    direction: 'neutral',
    frequency: 'year',
    definition: { vi: 'Dân số của địa phương.', en: 'Inhabitants of the territory.' },
    legalSource: legalSources.statistics,
    addsToCountry: true,
  },
  {
    code: 'AREA',
    name: { vi: 'Diện tích tự nhiên', en: 'Area' },
    unit: 'KM2',
    kind: 'stock',
    direction: 'neutral',
    frequency: 'year',
    definition: { vi: 'Tổng diện tích tự nhiên.', en: 'Total area of the territory.' },
    legalSource: legalSources.statistics,
    addsToCountry: true,
  },
]);
