import { commodity, partner, partnerGroup, regime } from './dimensions';
import { entries } from './indicator';
import { legalSources } from './legal-sources';

/** Trade in goods across the border. */
export const exportImportIndicators = entries('export-import', 'export-import', [
  {
    code: 'EXPORT',
    name: { vi: 'Kim ngạch xuất khẩu hàng hóa', en: 'Exports of goods' },
    unit: 'USD_MN',
    kind: 'flow',
    direction: 'up',
    frequency: 'month',
    dimensions: [commodity, partner, partnerGroup, regime],
    definition: {
      vi: 'Giá trị hàng xuất khẩu, giá FOB. Tổng các Sở không nhất thiết bằng số của hải quan.',
      en: 'Value of exported goods, FOB. The departments’ figures need not add up to the customs total.',
    },
    legalSource: legalSources.statistics,
  },
  {
    code: 'IMPORT',
    name: { vi: 'Kim ngạch nhập khẩu hàng hóa', en: 'Imports of goods' },
    unit: 'USD_MN',
    kind: 'flow',
    direction: 'neutral',
    frequency: 'month',
    dimensions: [commodity, partner, partnerGroup, regime],
    definition: { vi: 'Giá trị hàng nhập khẩu, giá CIF.', en: 'Value of imported goods, CIF.' },
    legalSource: legalSources.statistics,
  },
  {
    code: 'TRADE_TURNOVER',
    name: { vi: 'Tổng kim ngạch xuất nhập khẩu', en: 'Total exports and imports' },
    unit: 'USD_MN',
    kind: 'flow',
    direction: 'up',
    frequency: 'month',
    dimensions: [partner, partnerGroup, regime],
    definition: { vi: 'Xuất khẩu (FOB) cộng nhập khẩu (CIF).', en: 'Exports (FOB) plus imports (CIF).' },
    legalSource: legalSources.statistics,
    derivedFrom: [
      { indicator: 'EXPORT', sign: 1 },
      { indicator: 'IMPORT', sign: 1 },
    ],
  },
  {
    code: 'TRADE_BALANCE',
    name: { vi: 'Cán cân thương mại hàng hóa', en: 'Balance of trade in goods' },
    unit: 'USD_MN',
    kind: 'flow',
    direction: 'up',
    frequency: 'month',
    dimensions: [partner, partnerGroup, regime],
    definition: {
      vi: 'Xuất khẩu (FOB) trừ nhập khẩu (CIF); âm là nhập siêu.',
      en: 'Exports (FOB) less imports (CIF); negative is a deficit.',
    },
    legalSource: legalSources.statistics,
    derivedFrom: [
      { indicator: 'EXPORT', sign: 1 },
      { indicator: 'IMPORT', sign: -1 },
    ],
  },
  {
    code: 'EXPORT_PORTAL_ENTERPRISES',
    name: {
      vi: 'Doanh nghiệp trên Cổng thông tin xuất khẩu quốc gia',
      en: 'Enterprises on the National Export Information Portal',
    },
    unit: 'COUNT',
    kind: 'stock',
    direction: 'up',
    frequency: 'year',
    definition: {
      vi: 'Doanh nghiệp xuất nhập khẩu của địa phương được giới thiệu trên cổng, cuối kỳ.',
      en: 'Importers and exporters of the territory presented on the portal at the end of the period.',
    },
    legalSource: legalSources.ministry,
  },
]);
