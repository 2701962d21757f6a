import { agreements } from '../agreements';
import { commodityNames } from '../commodities';
import { divisions } from '../divisions';
import { goodsGroups } from '../goods-groups';
import { partnerGroups } from '../partner-groups';
import { products } from '../products';
import type { Bilingual } from '../text';
import type { Dimension } from './indicator';

/** The same dimension, without which a figure would not say what it counts. */
export function required(dimension: Dimension): Dimension {
  return { ...dimension, required: true };
}

const sections = [
  part('B', 'Khai khoáng', 'Mining'),
  part('C', 'Chế biến, chế tạo', 'Manufacturing'),
  part('D', 'Sản xuất, phân phối điện, khí', 'Electricity and gas'),
  part('E', 'Nước, xử lý rác thải', 'Water and waste'),
];

/** Level-1 sections of VSIC 2018 that make up industry. */
export const sector = oneOf(
  'sector',
  'Ngành cấp 1 (B, C, D, E)',
  'Section of industry (B, C, D, E)',
  sections,
);

/** Level-2 divisions of VSIC 2018, finer than the sections: a figure is of a section or of a division. */
export const division: Dimension = {
  ...oneOf(
    'division',
    'Ngành cấp 2 (VSIC 2018)',
    'Division of industry (VSIC 2018)',
    divisions.map(({ code, name }) => [code, name]),
  ),
  refines: {
    dimension: 'sector',
    partOf: Object.fromEntries(divisions.map(({ code, section }) => [code, section])),
  },
};

export const product: Dimension = {
  ...oneOf(
    'product',
    'Sản phẩm công nghiệp chủ yếu',
    'Key product of industry',
    products.map(({ code, name }) => [code, name]),
  ),
  units: Object.fromEntries(products.map(({ code, unit }) => [code, unit])),
};

/** Parts that make up the growth of GRDP, coarse and fine; only one level may be summed at a time. */
export const growthSector = oneOf(
  'sector',
  'Khu vực hoặc ngành đóng góp vào tăng trưởng',
  'Sector that contributes to growth',
  [
    part('agriculture', 'Nông, lâm nghiệp và thủy sản', 'Agriculture, forestry, fishery'),
    part('industry', 'Công nghiệp', 'Industry'),
    part('construction', 'Xây dựng', 'Construction'),
    part('industry-construction', 'Công nghiệp - xây dựng', 'Industry and construction'),
    part('services', 'Dịch vụ', 'Services'),
    part('product-taxes', 'Thuế sản phẩm trừ trợ cấp', 'Product taxes less subsidies'),
    ...sections,
  ],
);

export const stage = oneOf('stage', 'Giai đoạn của cụm công nghiệp', 'Stage of the clusters counted', [
  part('planned', 'Trong quy hoạch', 'Planned'),
  part('established', 'Đã thành lập', 'Established'),
  part('detailed-plan', 'Có quy hoạch chi tiết', 'With a detailed plan'),
  part('with-investor', 'Có chủ đầu tư hạ tầng', 'With an investor'),
]);

/** `unknown` where the source does not say; never summed with either of the others. */
export const basis = oneOf(
  'basis',
  'Công suất xoay chiều (ac), một chiều (dc) hay không rõ',
  'Capacity counted as alternating (ac) or direct current (dc), or not said',
  [
    part('ac', 'Xoay chiều', 'Alternating current'),
    part('dc', 'Một chiều', 'Direct current'),
    part('unknown', 'Nguồn không nêu xoay chiều hay một chiều', 'Not said whether AC or DC'),
  ],
);

const savings = [
  part('consumption', 'So với mức sẽ tiêu thụ', 'Against consumption without the saving'),
  part('previous-year', 'So với năm trước', 'Against the previous year'),
];
export const baseline = oneOf(
  'baseline',
  'So với: kịch bản phát triển bình thường (bau), mức tiêu thụ khi không tiết kiệm, hay năm trước',
  'Against: business as usual (bau), consumption without the saving, or the previous year',
  [part('bau', 'So với kịch bản phát triển bình thường', 'Against business as usual'), ...savings],
);

/** What electricity was saved against; what a scenario would have used is no electricity sold. */
export const savedAgainst = oneOf(
  'baseline',
  'So với: mức tiêu thụ khi không tiết kiệm, hay năm trước',
  'Against: consumption without the saving, or the previous year',
  savings,
);

/** Which version of the path of business as usual: the document that it stands in, and its year. */
export const path = matching(
  'path',
  'Phiên bản của kịch bản phát triển bình thường, như resolution-55-2020',
  'Version of the path of business as usual, such as resolution-55-2020',
  '[a-z0-9]+(?:-[a-z0-9]+)*',
);

/** The same of a ratio, which may be against something else, and whose source may not say which path it means. */
export const pathOfBaseline: Dimension = { ...path, onlyWith: { dimension: 'baseline', value: 'bau' } };

export const budget = oneOf('budget', 'Nguồn kinh phí', 'Budget', [
  part('national', 'Kinh phí quốc gia', 'National budget'),
  part('local', 'Kinh phí địa phương', 'Local budget'),
]);

/** Goods are an indicator of their own, RETAIL_GOODS, and therefore no component here. */
export const retailService = oneOf(
  'component',
  'Cấu phần dịch vụ (bán lẻ hàng hóa: xem RETAIL_GOODS)',
  'Component of services (goods: see RETAIL_GOODS)',
  [
    part('accommodation-food', 'Lưu trú, ăn uống', 'Accommodation and food'),
    part('travel', 'Du lịch lữ hành', 'Travel'),
    part('other-services', 'Dịch vụ khác', 'Other services'),
  ],
);

/** What retail sales of goods are broken down by; all groups together are all goods. */
export const goodsGroup: Dimension = {
  ...oneOf(
    'goodsGroup',
    'Nhóm hàng bán lẻ',
    'Group of goods sold by retail',
    goodsGroups.map(({ code, name }) => [code, name]),
  ),
};

export const ocopScope = oneOf(
  'scope',
  'Chỉ sản phẩm được Sở hỗ trợ trong kỳ',
  'Only products that the department supported in the period',
  [part('supported', 'Được hỗ trợ trong kỳ', 'Supported in the period')],
);

export const ebiComponent = oneOf('component', 'Chỉ số thành phần của EBI', 'Component of the EBI', [
  part('people-infrastructure', 'Nhân lực và hạ tầng', 'People and infrastructure'),
  part('b2c', 'Giao dịch với người tiêu dùng (B2C)', 'Business to consumers (B2C)'),
  part('b2b', 'Giao dịch giữa doanh nghiệp (B2B)', 'Business to business (B2B)'),
]);

/** Any word, since sources have groups of their own; those of the customs headline list are named. */
export const commodity: Dimension = {
  ...matching('commodity', 'Nhóm hàng', 'Commodity group', '[a-z]+(?:-[a-z]+)*'),
  names: commodityNames,
};
export const partner = matching(
  'partner',
  'Nước đối tác (ISO 3166-1)',
  'Partner country (ISO 3166-1)',
  '[A-Z]{2}',
);
/** Groups of partners share members, so that a figure is of a partner or of a group, and groups are never added. */
export const partnerGroup: Dimension = {
  ...oneOf(
    'partnerGroup',
    'Nhóm nước đối tác (các nhóm trùng thành viên, không cộng)',
    'Group of partner countries (groups share members and are not added)',
    partnerGroups.map(({ code, name }) => [code, name]),
  ),
  overlaps: true,
  hasProperNames: true,
  insteadOf: 'partner',
};
/** Who trades: of all trade a part by each. */
export const regime = oneOf(
  'regime',
  'Khu vực kinh tế: trong nước hoặc có vốn đầu tư nước ngoài',
  'Sector of the economy: domestic, or foreign-invested',
  [
    part('domestic', 'Khu vực kinh tế trong nước', 'Domestic sector'),
    part('fdi', 'Khu vực có vốn đầu tư nước ngoài', 'Foreign-invested sector'),
  ],
);
/** Markets have several agreements (Japan four), so that agreements are never added. */
export const agreement: Dimension = {
  ...oneOf(
    'agreement',
    'Hiệp định thương mại tự do (các hiệp định trùng thị trường, không cộng)',
    'Free-trade agreement (agreements share markets and are not added)',
    agreements.map(({ id, name }) => [id, name]),
  ),
  overlaps: true,
  hasProperNames: true,
};
export const subject = naming('subject', 'Chỉ tiêu được nói đến', 'Indicator spoken of', 'indicator');
export const among = naming('among', 'Xếp hạng trong nhóm địa phương', 'Group of localities ranked', 'group');

type Named = readonly [value: string, name: Bilingual];

function part(value: string, vi: string, en: string): Named {
  return [value, { vi, en }];
}

/** In this order; the names stand beside it, since numbers would come first among the keys of an object. */
function oneOf(name: string, vi: string, en: string, parts: readonly Named[]): Dimension {
  const values = parts.map(([value]) => value);
  return { ...open(name, { vi, en }), values, names: Object.fromEntries(parts) };
}

function matching(name: string, vi: string, en: string, pattern: string): Dimension {
  return { ...open(name, { vi, en }), pattern };
}

function naming(name: string, vi: string, en: string, refersTo: 'indicator' | 'group'): Dimension {
  return { ...open(name, { vi, en }), refersTo };
}

function open(name: string, label: Bilingual): Dimension {
  return { name, label, required: false, values: null, pattern: null, refersTo: null };
}
