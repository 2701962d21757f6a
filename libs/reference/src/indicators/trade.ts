import { among, ebiComponent, ocopScope, required, retailService } from './dimensions';
import { entries, type SeriesVersion } from './indicator';
import { legalSources } from './legal-sources';

const ebiVersions: SeriesVersion[] = [
  { id: 'before-2020', territory: null, from: null, note: { vi: 'Phương pháp cũ', en: 'Former method' } },
  {
    id: 'since-2020',
    territory: null,
    from: '2020-01',
    note: { vi: 'VECOM đổi phương pháp năm 2020', en: 'VECOM changed the method in 2020' },
  },
];

/** Retail, its outlets, one-commune-one-product goods and electronic commerce. */
export const tradeIndicators = entries('trade', 'trade', [
  {
    code: 'RETAIL',
    name: {
      vi: 'Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng',
      en: 'Retail sales of goods and consumer services',
    },
    unit: 'VND_BN',
    kind: 'flow',
    direction: 'up',
    frequency: 'month',
    dimensions: [retailService],
    definition: {
      vi: 'Bán lẻ hàng hóa cộng dịch vụ lưu trú, ăn uống, du lịch lữ hành và dịch vụ khác, giá hiện hành.',
      en: 'Goods plus accommodation and food, travel and other services, at current prices.',
    },
    legalSource: legalSources.statistics,
  },
  {
    code: 'RETAIL_GOODS',
    name: { vi: 'Doanh thu bán lẻ hàng hóa', en: 'Retail sales of goods' },
    unit: 'VND_BN',
    kind: 'flow',
    direction: 'up',
    frequency: 'month',
    definition: {
      vi: 'Chỉ riêng hàng hóa, giá hiện hành; không so sánh với tổng mức bán lẻ có dịch vụ.',
      en: 'Goods alone, at current prices; never compared with the total that includes services.',
    },
    legalSource: legalSources.statistics,
  },
  {
    code: 'MARKETS',
    name: { vi: 'Số chợ', en: 'Markets' },
    unit: 'COUNT',
    kind: 'stock',
    direction: 'neutral',
    frequency: 'year',
    definition: { vi: 'Số chợ các hạng cuối kỳ.', en: 'Markets of all classes at the end of the period.' },
    legalSource: legalSources.markets,
  },
  {
    code: 'SUPERMARKETS',
    name: { vi: 'Số siêu thị', en: 'Supermarkets' },
    unit: 'COUNT',
    kind: 'stock',
    direction: 'up',
    frequency: 'year',
    definition: {
      vi: 'Số siêu thị các hạng cuối kỳ.',
      en: 'Supermarkets of all classes at the end of the period.',
    },
    legalSource: legalSources.outlets,
  },
  {
    code: 'MALLS',
    name: { vi: 'Số trung tâm thương mại', en: 'Shopping centres' },
    unit: 'COUNT',
    kind: 'stock',
    direction: 'up',
    frequency: 'year',
    definition: {
      vi: 'Số trung tâm thương mại các hạng cuối kỳ.',
      en: 'Shopping centres of all classes at the end of the period.',
    },
    legalSource: legalSources.outlets,
  },
  {
    code: 'CONVENIENCE_STORES',
    name: { vi: 'Số cửa hàng tiện lợi', en: 'Convenience stores' },
    unit: 'COUNT',
    kind: 'stock',
    direction: 'up',
    frequency: 'year',
    definition: {
      vi: 'Số cửa hàng cuối kỳ; pháp luật không phân hạng.',
      en: 'Stores at the end of the period; the law knows no classes of them.',
    },
    legalSource: legalSources.ministry,
  },
  {
    code: 'OCOP_PRODUCTS',
    name: { vi: 'Số sản phẩm OCOP', en: 'One Commune One Product goods' },
    unit: 'COUNT',
    kind: 'stock',
    direction: 'up',
    frequency: 'year',
    dimensions: [ocopScope],
    definition: {
      vi: 'Sản phẩm có giấy chứng nhận còn hiệu lực cuối kỳ; hoặc chỉ các sản phẩm được Sở hỗ trợ.',
      en: 'Products with an unexpired certificate at the end of the period, or only those that were supported.',
    },
    legalSource: legalSources.ocop,
  },
  {
    code: 'OCOP_PRODUCERS',
    name: { vi: 'Số chủ thể OCOP', en: 'Producers of One Commune One Product goods' },
    unit: 'COUNT',
    kind: 'stock',
    direction: 'up',
    frequency: 'year',
    dimensions: [ocopScope],
    definition: {
      vi: 'Chủ thể của các sản phẩm OCOP được đếm.',
      en: 'Makers of the products counted.',
    },
    legalSource: legalSources.ocop,
  },
  {
    code: 'ECOMMERCE_INDEX',
    name: { vi: 'Chỉ số thương mại điện tử (EBI)', en: 'E-Business Index (EBI)' },
    unit: 'INDEX',
    kind: 'rate',
    direction: 'up',
    frequency: 'year',
    dimensions: [ebiComponent],
    definition: {
      vi: 'Điểm do VECOM công bố hằng năm từ ba thành phần.',
      en: 'Score published every year by VECOM from three components.',
    },
    legalSource: legalSources.ecommerce,
    seriesVersions: ebiVersions,
  },
  {
    code: 'ECOMMERCE_RANK',
    name: { vi: 'Thứ hạng chỉ số thương mại điện tử', en: 'Rank by E-Business Index' },
    unit: 'RANK',
    kind: 'rank',
    direction: 'down',
    frequency: 'year',
    dimensions: [required(among)],
    definition: {
      vi: 'Thứ hạng trong nhóm địa phương nêu rõ; 1 là cao nhất.',
      en: 'Rank among a named group of localities; 1 is the highest.',
    },
    legalSource: legalSources.ecommerce,
    seriesVersions: ebiVersions,
  },
]);
