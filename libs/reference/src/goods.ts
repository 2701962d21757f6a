import type { Bilingual } from './text';
import type { UnitCode } from './units';

/** A group of essential goods, and the one unit that it is counted in. */
export interface EssentialGoods {
  readonly code: string;
  readonly unit: UnitCode;
  readonly name: Bilingual;
}

/**
 * Essential goods (hàng hóa thiết yếu) that provinces' programmes of price stabilisation cover. It is no list of the law: each
 * programme names its own. What two groups come to is never added, also where their units are the same.
 */
export const essentialGoods: readonly EssentialGoods[] = [
  row('rice', 'TONNE', 'Gạo, nếp', 'Rice'),
  row('noodles', 'TONNE', 'Mì, bún, phở khô', 'Noodles'),
  row('sugar', 'TONNE', 'Đường ăn', 'Sugar'),
  row('salt', 'TONNE', 'Muối ăn', 'Salt'),
  row('cooking-oil', 'TONNE', 'Dầu ăn', 'Cooking oil'),
  row('spices', 'TONNE', 'Gia vị, nước chấm', 'Spices and sauces'),
  row('pork', 'TONNE', 'Thịt lợn', 'Pork'),
  row('beef', 'TONNE', 'Thịt bò', 'Beef'),
  row('poultry-meat', 'TONNE', 'Thịt gia cầm', 'Poultry meat'),
  row('eggs', 'K_EGGS', 'Trứng gia cầm', 'Eggs'),
  row('seafood', 'TONNE', 'Thủy hải sản', 'Seafood'),
  row('vegetables', 'TONNE', 'Rau, củ, quả', 'Vegetables and fruit'),
  row('processed-food', 'TONNE', 'Thực phẩm chế biến', 'Processed food'),
  row('milk', 'K_L', 'Sữa nước', 'Milk'),
  row('powdered-milk', 'TONNE', 'Sữa bột', 'Powdered milk'),
  row('medicine', 'VND_MN', 'Thuốc thiết yếu', 'Essential medicine'),
  row('notebooks', 'K_PIECES', 'Tập, vở học sinh', 'Notebooks'),
  row('school-uniforms', 'K_PIECES', 'Đồng phục học sinh', 'School uniforms'),
  row('school-bags', 'K_PIECES', 'Cặp, ba lô học sinh', 'School bags'),
  row('face-masks', 'K_PIECES', 'Khẩu trang', 'Face masks'),
  row('petrol-and-oil', 'K_L', 'Xăng, dầu', 'Petrol and oils'),
  row('cooking-gas', 'TONNE', 'Khí dầu mỏ hóa lỏng (LPG)', 'Liquefied petroleum gas'),
];

function row(code: string, unit: UnitCode, vi: string, en: string): EssentialGoods {
  return { code, unit, name: { vi, en } };
}
