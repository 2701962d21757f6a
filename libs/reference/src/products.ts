import type { Bilingual } from './text';
import type { UnitCode } from './units';

/** A key industrial product: the division that makes it, and the one unit that its output is counted in. */
export interface Product {
  readonly code: string;
  readonly division: string;
  readonly unit: UnitCode;
  readonly name: Bilingual;
}

/**
 * Key products of industry (sản phẩm chủ yếu của ngành công nghiệp) as the statistics office publishes them each month, by
 * division. What two of them come to cannot be added, also where their units are the same.
 */
export const products: readonly Product[] = [
  row('coal', '05', 'KT', 'Than đá (than sạch)', 'Coal'),
  row('crude-oil', '06', 'KT', 'Dầu mỏ thô khai thác', 'Crude oil'),
  row('natural-gas', '06', 'MN_M3', 'Khí đốt thiên nhiên dạng khí', 'Natural gas'),
  row('processed-seafood', '10', 'KT', 'Thủy hải sản chế biến', 'Processed seafood'),
  row('fresh-milk', '10', 'MN_L', 'Sữa tươi', 'Fresh milk'),
  row('powdered-milk', '10', 'KT', 'Sữa bột', 'Powdered milk'),
  row('sugar', '10', 'KT', 'Đường kính', 'Sugar'),
  row('animal-feed', '10', 'KT', 'Thức ăn cho gia súc', 'Animal feed'),
  row('aquatic-feed', '10', 'KT', 'Thức ăn cho thủy sản', 'Aquatic feed'),
  row('beer', '11', 'MN_L', 'Bia các loại', 'Beer'),
  row('cigarettes', '12', 'MN_PACKS', 'Thuốc lá điếu', 'Cigarettes'),
  row('natural-fibre-fabric', '13', 'MN_M2', 'Vải dệt từ sợi tự nhiên', 'Fabric of natural fibres'),
  row(
    'synthetic-fabric',
    '13',
    'MN_M2',
    'Vải dệt từ sợi tổng hợp hoặc sợi nhân tạo',
    'Fabric of synthetic or artificial fibres',
  ),
  row('clothes', '14', 'MN_PIECES', 'Quần áo mặc thường', 'Ready-made clothes'),
  row('leather-footwear', '15', 'MN_PAIRS', 'Giày, dép da', 'Leather footwear'),
  row('petrol-and-oil', '19', 'KT', 'Xăng, dầu các loại', 'Petrol and oils'),
  row('urea', '20', 'KT', 'Phân u rê', 'Urea fertiliser'),
  row('npk-fertiliser', '20', 'KT', 'Phân hỗn hợp N.P.K', 'Mixed fertiliser (NPK)'),
  row('paint', '20', 'KT', 'Sơn hóa học', 'Chemical paint'),
  row('cement', '23', 'KT', 'Xi măng', 'Cement'),
  row('crude-steel', '24', 'KT', 'Sắt, thép thô', 'Crude iron and steel'),
  row('rolled-steel', '24', 'KT', 'Thép cán', 'Rolled steel'),
  row('steel-bars', '24', 'KT', 'Thép thanh, thép góc', 'Steel bars and angles'),
  row('mobile-phones', '26', 'MN_PIECES', 'Điện thoại di động', 'Mobile phones'),
  row('televisions', '26', 'K_PIECES', 'Ti vi các loại', 'Television sets'),
  row('cars', '29', 'K_PIECES', 'Ô tô', 'Cars'),
  row('motorcycles', '30', 'K_PIECES', 'Xe máy', 'Motorcycles'),
  row('electricity', '35', 'KWH_MN', 'Điện sản xuất', 'Electricity produced'),
  row('tap-water', '36', 'MN_M3', 'Nước máy thương phẩm', 'Tap water sold'),
];

function row(code: string, division: string, unit: UnitCode, vi: string, en: string): Product {
  return { code, division, unit, name: { vi, en } };
}
