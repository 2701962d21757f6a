import { baseline, basis, path, pathOfBaseline, required, savedAgainst } from './dimensions';
import { entries } from './indicator';
import { legalSources } from './legal-sources';

/** Electricity sold and produced, the saving of energy, and what it emits. */
export const energyIndicators = entries('industry', 'energy', [
  {
    code: 'ELECTRICITY_SOLD',
    name: { vi: 'Điện thương phẩm', en: 'Electricity sold' },
    unit: 'KWH_MN',
    kind: 'flow',
    direction: 'up',
    frequency: 'month',
    definition: {
      vi: 'Sản lượng điện bán cho khách hàng sử dụng điện trên địa bàn.',
      en: 'Electricity sold to users in the territory.',
    },
    legalSource: legalSources.ministry,
  },
  {
    code: 'PEAK_LOAD',
    name: { vi: 'Công suất cực đại (Pmax)', en: 'Peak load (Pmax)' },
    unit: 'MW',
    kind: 'peak',
    direction: 'neutral',
    frequency: 'month',
    definition: {
      vi: 'Phụ tải lớn nhất trong kỳ; các địa phương không đạt đỉnh cùng lúc nên không cộng.',
      en: 'Highest load of the period; peaks of several territories do not coincide and are never added.',
    },
    legalSource: legalSources.electricity,
  },
  {
    code: 'ENERGY_SAVED',
    name: { vi: 'Điện tiết kiệm được', en: 'Electricity saved' },
    unit: 'KWH_MN',
    kind: 'flow',
    direction: 'up',
    frequency: 'year',
    dimensions: [required(savedAgainst)],
    definition: {
      vi: 'Điện không phải dùng nhờ tiết kiệm: so với mức sẽ tiêu thụ khi không tiết kiệm, hoặc so với năm trước.',
      en: 'Electricity not used thanks to saving: against consumption without the saving, or against the previous year.',
    },
    legalSource: legalSources.saving,
  },
  {
    code: 'ENERGY_USE',
    name: { vi: 'Tiêu thụ năng lượng cuối cùng', en: 'Final energy consumption' },
    unit: 'TOE',
    kind: 'flow',
    direction: 'neutral',
    frequency: 'year',
    definition: {
      vi: 'Tổng năng lượng các loại mà các hộ tiêu thụ cuối cùng sử dụng, quy ra tấn dầu.',
      en: 'Energy of all kinds used by final consumers, in tonnes of oil equivalent.',
    },
    legalSource: legalSources.saving,
  },
  {
    code: 'ENERGY_SAVING',
    name: { vi: 'Tỷ lệ tiết kiệm năng lượng', en: 'Energy saving ratio' },
    unit: 'PCT',
    kind: 'ratio',
    direction: 'up',
    frequency: 'year',
    dimensions: [required(baseline), pathOfBaseline],
    definition: {
      vi: 'Năng lượng tiết kiệm chia cho mức sẽ tiêu thụ nếu không tiết kiệm, theo mốc so sánh nêu rõ.',
      en: 'Energy saved over what would have been consumed, against a named baseline.',
    },
    legalSource: legalSources.saving,
  },
  {
    code: 'GHG_EMISSIONS',
    name: {
      vi: 'Phát thải khí nhà kính từ hoạt động năng lượng',
      en: 'Emissions of greenhouse gases from energy',
    },
    unit: 'KT_CO2E',
    kind: 'flow',
    direction: 'down',
    frequency: 'year',
    definition: {
      vi: 'Khí nhà kính phát thải từ hoạt động năng lượng trong kỳ, quy ra CO₂.',
      en: 'Greenhouse gases that energy activities emitted in the period, in CO₂ equivalent.',
    },
    legalSource: legalSources.energyPolicy,
  },
  {
    code: 'GHG_REDUCTION',
    name: {
      vi: 'Tỷ lệ giảm phát thải khí nhà kính từ hoạt động năng lượng',
      en: 'Reduction of greenhouse gases from energy',
    },
    unit: 'PCT',
    kind: 'ratio',
    direction: 'up',
    frequency: 'year',
    dimensions: [required(baseline), pathOfBaseline],
    definition: {
      vi: 'Một trừ phát thải thực tế chia cho phát thải theo mốc so sánh.',
      en: 'One less actual emissions over those of the named baseline.',
    },
    legalSource: legalSources.energyPolicy,
  },
  {
    code: 'POWER_PLANTS',
    name: { vi: 'Số nhà máy điện đã phát điện', en: 'Power plants in operation' },
    unit: 'COUNT',
    kind: 'stock',
    direction: 'up',
    frequency: 'month',
    definition: {
      vi: 'Số nhà máy đã phát điện cuối kỳ, không kể điện mặt trời mái nhà.',
      en: 'Plants that generate at the end of the period, rooftop systems left out.',
    },
    legalSource: legalSources.electricity,
  },
  {
    code: 'POWER_CAPACITY',
    name: { vi: 'Công suất nhà máy điện đã phát điện', en: 'Capacity of power plants in operation' },
    unit: 'MW',
    units: ['MW', 'MWP'],
    kind: 'stock',
    direction: 'up',
    frequency: 'month',
    dimensions: [required(basis)],
    definition: {
      vi: 'Tổng công suất lắp đặt cuối kỳ; không cộng MW với MWp.',
      en: 'Installed capacity at the end of the period; MW and MWp are never added.',
    },
    legalSource: legalSources.electricity,
  },
  {
    code: 'ROOFTOP_SYSTEMS',
    name: { vi: 'Số hệ thống điện mặt trời mái nhà', en: 'Rooftop solar systems' },
    unit: 'COUNT',
    kind: 'stock',
    direction: 'up',
    frequency: 'month',
    definition: {
      vi: 'Số hệ thống đã phát điện cuối kỳ.',
      en: 'Systems that generate at the end of the period.',
    },
    legalSource: legalSources.electricity,
    addsToCountry: true,
  },
  {
    code: 'ROOFTOP_CAPACITY',
    name: { vi: 'Công suất điện mặt trời mái nhà', en: 'Capacity of rooftop solar systems' },
    unit: 'MW',
    units: ['MW', 'MWP'],
    kind: 'stock',
    direction: 'up',
    frequency: 'month',
    dimensions: [required(basis)],
    definition: {
      vi: 'Tổng công suất lắp đặt cuối kỳ; không cộng MW với MWp.',
      en: 'Installed capacity at the end of the period; MW and MWp are never added.',
    },
    legalSource: legalSources.electricity,
    addsToCountry: true,
  },
]);

/** What would be used and emitted without any measure, by version of the path. Nobody measures it: it is a scenario. */
export const energyPaths = entries('reporting', 'energy', [
  {
    code: 'ENERGY_BAU',
    name: {
      vi: 'Tiêu thụ năng lượng theo kịch bản phát triển bình thường',
      en: 'Energy consumption under business as usual',
    },
    unit: 'TOE',
    kind: 'flow',
    direction: 'neutral',
    frequency: 'year',
    dimensions: [required(path)],
    definition: {
      vi: 'Mức tiêu thụ năng lượng cuối cùng nếu không có biện pháp tiết kiệm, theo một phiên bản kịch bản.',
      en: 'Final energy that would be used without measures of saving, by one version of the path.',
    },
    legalSource: legalSources.energyPolicy,
    onlyAs: 'scenario',
  },
  {
    code: 'GHG_BAU',
    name: {
      vi: 'Phát thải khí nhà kính theo kịch bản phát triển bình thường',
      en: 'Emissions of greenhouse gases under business as usual',
    },
    unit: 'KT_CO2E',
    kind: 'flow',
    direction: 'neutral',
    frequency: 'year',
    dimensions: [required(path)],
    definition: {
      vi: 'Mức phát thải từ hoạt động năng lượng nếu không có biện pháp giảm nhẹ, theo một phiên bản kịch bản.',
      en: 'Emissions from energy without measures against them, by one version of the path.',
    },
    legalSource: legalSources.energyPolicy,
    onlyAs: 'scenario',
  },
]);
