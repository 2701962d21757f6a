import { products } from '../products';
import { budget, division, product, required, sector } from './dimensions';
import { entries } from './indicator';
import { legalSources } from './legal-sources';

/** Production, value added and promotion. */
export const industryIndicators = entries('industry', 'industry', [
  {
    code: 'IIP',
    name: { vi: 'Chỉ số sản xuất công nghiệp', en: 'Index of industrial production' },
    unit: 'INDEX',
    kind: 'index',
    direction: 'up',
    frequency: 'month',
    dimensions: [sector, division],
    definition: {
      vi: 'Chỉ số khối lượng so với bình quân tháng của năm gốc, quyền số là giá trị tăng thêm của năm gốc.',
      en: 'Volume index against the monthly average of the base year, weighted by value added of the base year.',
    },
    legalSource: legalSources.statistics,
    weights: { indicator: 'VA_INDUSTRY', year: 2015 },
    seriesVersions: [
      {
        id: '2015-base',
        territory: null,
        from: null,
        note: { vi: 'Năm gốc 2015', en: 'Base year 2015' },
      },
      {
        id: '2015-base-from-2023',
        territory: 'viet-nam',
        from: '2023-01',
        note: {
          vi: 'Cấp quốc gia rơi từ 166,03 (12/2022) xuống 128,34 (01/2023) dưới cùng nhãn 2015=100; chuỗi công bố trên e-GDDS.',
          en: 'The national level falls from 166.03 (Dec 2022) to 128.34 (Jan 2023) under one label 2015=100; series published through e-GDDS.',
        },
      },
    ],
  },
  {
    code: 'IIP_GROWTH',
    name: {
      vi: 'Tốc độ tăng chỉ số sản xuất công nghiệp',
      en: 'Growth of the index of industrial production',
    },
    unit: 'PCT',
    kind: 'rate',
    direction: 'up',
    frequency: 'month',
    dimensions: [sector, division],
    definition: {
      vi: 'Tăng, giảm so với cùng kỳ năm trước, như nguồn công bố; là số liệu riêng, không tính lại từ IIP.',
      en: 'Change on the same period of the previous year as its source states it; a fact of its own beside IIP.',
    },
    legalSource: legalSources.statistics,
  },
  {
    code: 'IPV',
    name: {
      vi: 'Giá trị sản xuất công nghiệp (giá so sánh 2010)',
      en: 'Industrial production value (2010 prices)',
    },
    unit: 'VND_BN',
    kind: 'flow',
    direction: 'up',
    frequency: 'month',
    dimensions: [sector, division],
    definition: {
      vi: 'Giá trị sản xuất của các ngành B, C, D, E theo giá so sánh 2010.',
      en: 'Gross output of sections B, C, D and E at constant prices of 2010.',
    },
    legalSource: legalSources.ministry,
  },
  {
    code: 'IPV_CURRENT',
    name: {
      vi: 'Giá trị sản xuất công nghiệp (giá hiện hành)',
      en: 'Industrial production value (current prices)',
    },
    unit: 'VND_BN',
    kind: 'flow',
    direction: 'up',
    frequency: 'month',
    dimensions: [sector, division],
    definition: {
      vi: 'Giá trị sản xuất theo giá hiện hành; dùng để xem cơ cấu, tăng trưởng lẫn biến động giá.',
      en: 'Gross output at current prices; for structure, since its growth mixes in prices.',
    },
    legalSource: legalSources.ministry,
  },
  {
    code: 'IPV_SHARE',
    name: {
      vi: 'Tỷ trọng ngành trong giá trị sản xuất công nghiệp',
      en: 'Share of a section in industrial production value',
    },
    unit: 'PCT',
    kind: 'ratio',
    direction: 'neutral',
    frequency: 'month',
    dimensions: [required(sector)],
    definition: {
      vi: 'Giá trị sản xuất của ngành chia cho giá trị sản xuất toàn ngành công nghiệp.',
      en: 'Production value of the section over that of all industry.',
    },
    legalSource: legalSources.ministry,
  },
  {
    code: 'VA_INDUSTRY',
    name: {
      vi: 'Giá trị tăng thêm ngành công nghiệp (giá so sánh 2010)',
      en: 'Value added of industry (2010 prices)',
    },
    unit: 'VND_BN',
    kind: 'flow',
    direction: 'up',
    frequency: 'quarter',
    dimensions: [sector, division],
    definition: {
      vi: 'Giá trị sản xuất trừ chi phí trung gian, theo giá so sánh 2010.',
      en: 'Gross output less intermediate consumption, at constant prices of 2010.',
    },
    legalSource: legalSources.accounts,
  },
  {
    code: 'VA_GROWTH',
    name: { vi: 'Tốc độ tăng giá trị tăng thêm ngành công nghiệp', en: 'Growth of value added of industry' },
    unit: 'PCT',
    kind: 'rate',
    direction: 'up',
    frequency: 'quarter',
    dimensions: [sector, division],
    definition: {
      vi: 'Tăng, giảm giá trị tăng thêm theo giá so sánh so với cùng kỳ năm trước; khác với tốc độ tăng IIP.',
      en: 'Change of value added at constant prices on the same period of the previous year; not the growth of IIP.',
    },
    legalSource: legalSources.accounts,
  },
  {
    code: 'PRODUCT_OUTPUT',
    name: { vi: 'Sản lượng sản phẩm công nghiệp chủ yếu', en: 'Output of key industrial products' },
    unit: 'KT',
    units: [...new Set(products.map(({ unit }) => unit))],
    kind: 'flow',
    direction: 'up',
    frequency: 'month',
    dimensions: [required(product)],
    definition: {
      vi: 'Sản lượng hiện vật của từng sản phẩm, theo đơn vị riêng của sản phẩm; không cộng các sản phẩm với nhau.',
      en: 'Output of each product in its own natural unit; products are never added to each other.',
    },
    legalSource: legalSources.statistics,
  },
  {
    code: 'PROMOTION_BUDGET',
    name: { vi: 'Kinh phí khuyến công', en: 'Budget of industrial promotion' },
    unit: 'VND_BN',
    kind: 'flow',
    direction: 'up',
    frequency: 'year',
    dimensions: [budget],
    definition: {
      vi: 'Kinh phí khuyến công quốc gia và địa phương được giao cho kỳ.',
      en: 'National and local funds of industrial promotion assigned for the period.',
    },
    legalSource: legalSources.promotion,
  },
]);
