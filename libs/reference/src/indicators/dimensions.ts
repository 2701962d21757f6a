import type { Bilingual } from '../text';
import type { Dimension } from './indicator';

/** The same dimension, without which a figure would not say what it counts. */
export function required(dimension: Dimension): Dimension {
  return { ...dimension, required: true };
}

/** Level-1 sections of VSIC 2018 that make up industry. */
export const sector = oneOf(
  'sector',
  'Ngành cấp 1 (B, C, D, E)',
  'Section of industry (B, C, D, E)',
  'B C D E',
);

/** Parts that make up the growth of GRDP, coarse and fine; only one level may be summed at a time. */
export const growthSector = oneOf(
  'sector',
  'Khu vực hoặc ngành đóng góp vào tăng trưởng',
  'Sector that contributes to growth',
  'agriculture industry construction industry-construction services product-taxes B C D E',
);

export const stage = oneOf(
  'stage',
  'Giai đoạn của cụm công nghiệp',
  'Stage of the clusters counted',
  'planned established detailed-plan with-investor',
);

/** `unknown` where the source does not say; never summed with either of the others. */
export const basis = oneOf(
  'basis',
  'Công suất xoay chiều (ac), một chiều (dc) hay không rõ',
  'Capacity counted as alternating (ac) or direct current (dc), or not said',
  'ac dc unknown',
);

export const baseline = oneOf(
  'baseline',
  'So với: kịch bản phát triển bình thường (bau), mức tiêu thụ khi không tiết kiệm, hay năm trước',
  'Against: business as usual (bau), consumption without the saving, or the previous year',
  'bau consumption previous-year',
);

export const budget = oneOf('budget', 'Nguồn kinh phí', 'Budget', 'national local');

/** Goods are an indicator of their own, RETAIL_GOODS, and therefore no component here. */
export const retailService = oneOf(
  'component',
  'Cấu phần dịch vụ (bán lẻ hàng hóa: xem RETAIL_GOODS)',
  'Component of services (goods: see RETAIL_GOODS)',
  'accommodation-food travel other-services',
);

export const ocopScope = oneOf(
  'scope',
  'Chỉ sản phẩm được Sở hỗ trợ trong kỳ',
  'Only products that the department supported in the period',
  'supported',
);

export const ebiComponent = oneOf(
  'component',
  'Chỉ số thành phần của EBI',
  'Component of the EBI',
  'people-infrastructure b2c b2b',
);

export const commodity = matching('commodity', 'Nhóm hàng', 'Commodity group', '[a-z]+(?:-[a-z]+)*');
export const partner = matching(
  'partner',
  'Nước đối tác (ISO 3166-1)',
  'Partner country (ISO 3166-1)',
  '[A-Z]{2}',
);
export const subject = naming('subject', 'Chỉ tiêu được nói đến', 'Indicator spoken of', 'indicator');
export const among = naming('among', 'Xếp hạng trong nhóm địa phương', 'Group of localities ranked', 'group');

function oneOf(name: string, vi: string, en: string, values: string): Dimension {
  return { ...open(name, { vi, en }), values: values.split(' ') };
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
