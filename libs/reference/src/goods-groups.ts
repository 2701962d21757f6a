import type { Bilingual } from './text';

/** A group of goods that retail sales are broken down by. */
export interface GoodsGroup {
  readonly code: string;
  readonly name: Bilingual;
}

/**
 * The twelve groups of goods (nhóm hàng) that retail sales of goods are broken down by, in the order of a province's monthly
 * table; together they are all goods, repair of vehicles among them. Names: that table as it is shown in public code of
 * provincial dashboards, and where they have the same group the yearbooks of Hưng Yên (2022) and Quảng Ngãi (2016); English
 * is ours where the yearbooks have none. Not verified in the official text of the statistical regime. Other tables draw
 * other lines (Quảng Ngãi 2016: nine groups, cars of up to 12 seats together with all means of transport), and
 * "dưới 9 chỗ ngồi" stands as it is printed: where a car of nine seats counts is left to the source.
 */
export const goodsGroups: readonly GoodsGroup[] = [
  row('food', 'Lương thực, thực phẩm', 'Food and foodstuffs'),
  row('garments', 'Hàng may mặc', 'Garments'),
  row(
    'household-equipment',
    'Đồ dùng, dụng cụ, trang thiết bị gia đình',
    'Household appliances, tools and equipment',
  ),
  row('cultural-educational', 'Vật phẩm văn hóa, giáo dục', 'Cultural and educational goods'),
  row('wood-construction-materials', 'Gỗ và vật liệu xây dựng', 'Wood and construction materials'),
  row('cars', 'Ô tô con (dưới 9 chỗ ngồi)', 'Passenger cars (under 9 seats)'),
  row(
    'other-vehicles',
    'Phương tiện đi lại, trừ ô tô con (kể cả phụ tùng)',
    'Means of transport other than passenger cars, with parts',
  ),
  row('petrol-oil', 'Xăng, dầu các loại', 'Petrol and oil'),
  row('other-fuels', 'Nhiên liệu khác (trừ xăng, dầu)', 'Fuels other than petrol and oil'),
  row(
    'precious-stones-metals',
    'Đá quý, kim loại quý và sản phẩm',
    'Precious stones and metals, and articles of them',
  ),
  row('other-goods', 'Hàng hóa khác', 'Other goods'),
  row(
    'vehicle-repair',
    'Sửa chữa ô tô, mô tô, xe máy và xe có động cơ khác',
    'Repair of motor vehicles and motorcycles',
  ),
];

function row(code: string, vi: string, en: string): GoodsGroup {
  return { code, name: { vi, en } };
}
