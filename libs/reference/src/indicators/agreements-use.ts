import { agreement, partner, partnerGroup } from './dimensions';
import { entries } from './indicator';
import { legalSources } from './legal-sources';

/** How far exporters use the free-trade agreements. A market has several of them, so that none of this is added over agreements. */
export const agreementsUseIndicators = entries('export-import', 'export-import', [
  {
    code: 'PREFERENTIAL_EXPORT',
    name: {
      vi: 'Kim ngạch xuất khẩu sử dụng chứng nhận xuất xứ ưu đãi',
      en: 'Exports with a preferential proof of origin',
    },
    unit: 'USD_MN',
    kind: 'flow',
    direction: 'up',
    frequency: 'month',
    dimensions: [partner, partnerGroup, agreement],
    definition: {
      vi: 'Giá trị hàng xuất khẩu được cấp hoặc tự chứng nhận xuất xứ ưu đãi theo các hiệp định thương mại tự do.',
      en: 'Value of goods exported with a preferential certificate or declaration of origin under free-trade agreements.',
    },
    legalSource: legalSources.ministry,
  },
  {
    code: 'EXPORT_TO_FTA_MARKETS',
    name: {
      vi: 'Kim ngạch xuất khẩu sang các thị trường có hiệp định thương mại tự do',
      en: 'Exports to the markets of free-trade agreements',
    },
    unit: 'USD_MN',
    kind: 'flow',
    direction: 'up',
    frequency: 'month',
    dimensions: [partner, partnerGroup, agreement],
    definition: {
      vi: 'Kim ngạch xuất khẩu sang các thị trường có hiệp định đang có hiệu lực; mỗi thị trường chỉ tính một lần, kể cả khi có nhiều hiệp định.',
      en: 'Exports to markets with an agreement in force; each market counts once, however many agreements it has.',
    },
    legalSource: legalSources.ministry,
  },
  {
    code: 'FTA_UTILISATION',
    name: {
      vi: 'Tỷ lệ tận dụng ưu đãi các hiệp định thương mại tự do',
      en: 'Utilisation of free-trade agreements',
    },
    unit: 'PCT',
    kind: 'ratio',
    direction: 'up',
    frequency: 'year',
    dimensions: [partner, partnerGroup, agreement],
    definition: {
      vi: 'Kim ngạch xuất khẩu sử dụng chứng nhận xuất xứ ưu đãi chia cho kim ngạch xuất khẩu sang các thị trường có hiệp định. Không cộng, không lấy bình quân theo hiệp định. Mặt hàng có thuế MFN 0% không cần chứng nhận nên tỷ lệ thấp chưa hẳn là kém.',
      en: 'Exports with a preferential proof of origin over exports to the markets of agreements. Neither added nor averaged over agreements. Goods of which the MFN duty is zero need no proof, so that a low rate is not always a failure.',
    },
    legalSource: legalSources.ministry,
  },
]);
