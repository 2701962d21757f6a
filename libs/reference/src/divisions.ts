import type { Bilingual } from './text';

/** A division of industry: two digits of VSIC 2018, and the section that it belongs to. */
export interface Division {
  readonly code: string;
  readonly section: 'B' | 'C' | 'D' | 'E';
  readonly name: Bilingual;
}

/**
 * The divisions of sections B, C, D and E in their order, by Decision 27/2018/QĐ-TTg (VSIC 2018), which has no division 34.
 */
export const divisions: readonly Division[] = [
  row('05', 'B', 'Khai thác than cứng và than non', 'Mining of coal and lignite'),
  row('06', 'B', 'Khai thác dầu thô và khí đốt tự nhiên', 'Extraction of crude petroleum and natural gas'),
  row('07', 'B', 'Khai thác quặng kim loại', 'Mining of metal ores'),
  row('08', 'B', 'Khai khoáng khác', 'Other mining and quarrying'),
  row('09', 'B', 'Hoạt động dịch vụ hỗ trợ khai khoáng', 'Mining support services'),
  row('10', 'C', 'Sản xuất, chế biến thực phẩm', 'Manufacture of food products'),
  row('11', 'C', 'Sản xuất đồ uống', 'Manufacture of beverages'),
  row('12', 'C', 'Sản xuất sản phẩm thuốc lá', 'Manufacture of tobacco products'),
  row('13', 'C', 'Dệt', 'Manufacture of textiles'),
  row('14', 'C', 'Sản xuất trang phục', 'Manufacture of wearing apparel'),
  row('15', 'C', 'Sản xuất da và các sản phẩm có liên quan', 'Manufacture of leather and related products'),
  row(
    '16',
    'C',
    'Chế biến gỗ và sản xuất sản phẩm từ gỗ, tre, nứa (trừ giường, tủ, bàn, ghế)',
    'Manufacture of wood and of products of wood and bamboo, except furniture',
  ),
  row('17', 'C', 'Sản xuất giấy và sản phẩm từ giấy', 'Manufacture of paper and paper products'),
  row('18', 'C', 'In, sao chép bản ghi các loại', 'Printing and reproduction of recorded media'),
  row(
    '19',
    'C',
    'Sản xuất than cốc, sản phẩm dầu mỏ tinh chế',
    'Manufacture of coke and refined petroleum products',
  ),
  row('20', 'C', 'Sản xuất hóa chất và sản phẩm hóa chất', 'Manufacture of chemicals and chemical products'),
  row(
    '21',
    'C',
    'Sản xuất thuốc, hóa dược và dược liệu',
    'Manufacture of pharmaceuticals, medicinal chemicals and botanical products',
  ),
  row('22', 'C', 'Sản xuất sản phẩm từ cao su và plastic', 'Manufacture of rubber and plastics products'),
  row(
    '23',
    'C',
    'Sản xuất sản phẩm từ khoáng phi kim loại khác',
    'Manufacture of other non-metallic mineral products',
  ),
  row('24', 'C', 'Sản xuất kim loại', 'Manufacture of basic metals'),
  row(
    '25',
    'C',
    'Sản xuất sản phẩm từ kim loại đúc sẵn (trừ máy móc, thiết bị)',
    'Manufacture of fabricated metal products, except machinery and equipment',
  ),
  row(
    '26',
    'C',
    'Sản xuất sản phẩm điện tử, máy vi tính và sản phẩm quang học',
    'Manufacture of computer, electronic and optical products',
  ),
  row('27', 'C', 'Sản xuất thiết bị điện', 'Manufacture of electrical equipment'),
  row(
    '28',
    'C',
    'Sản xuất máy móc, thiết bị chưa được phân vào đâu',
    'Manufacture of machinery and equipment not elsewhere classified',
  ),
  row('29', 'C', 'Sản xuất ô tô và xe có động cơ khác', 'Manufacture of motor vehicles and trailers'),
  row('30', 'C', 'Sản xuất phương tiện vận tải khác', 'Manufacture of other transport equipment'),
  row('31', 'C', 'Sản xuất giường, tủ, bàn, ghế', 'Manufacture of furniture'),
  row('32', 'C', 'Công nghiệp chế biến, chế tạo khác', 'Other manufacturing'),
  row(
    '33',
    'C',
    'Sửa chữa, bảo dưỡng và lắp đặt máy móc và thiết bị',
    'Repair and installation of machinery and equipment',
  ),
  row(
    '35',
    'D',
    'Sản xuất và phân phối điện, khí đốt, nước nóng, hơi nước và điều hòa không khí',
    'Electricity, gas, steam and air conditioning supply',
  ),
  row('36', 'E', 'Khai thác, xử lý và cung cấp nước', 'Water collection, treatment and supply'),
  row('37', 'E', 'Thoát nước và xử lý nước thải', 'Sewerage'),
  row(
    '38',
    'E',
    'Hoạt động thu gom, xử lý và tiêu hủy rác thải; tái chế phế liệu',
    'Waste collection, treatment and disposal; materials recovery',
  ),
  row(
    '39',
    'E',
    'Xử lý ô nhiễm và hoạt động quản lý chất thải khác',
    'Remediation and other waste management services',
  ),
];

function row(code: string, section: Division['section'], vi: string, en: string): Division {
  return { code, section, name: { vi, en } };
}
