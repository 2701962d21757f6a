import type { Bilingual } from './text';

/** A line of the list: a group's code and names, and its codes of the HS as one writes them, see {@link codesOf}. */
export interface Headline {
  readonly code: string;
  readonly name: Bilingual;
  /** Codes that hold in every edition known here. */
  readonly always: string;
  /** Codes that came or went with an edition: the first edition that has them, the last one, and which. */
  readonly since2022?: string;
  readonly since2017?: string;
  readonly until2017?: string;
  readonly only2012?: string;
}

/**
 * The customs headline list of exports and imports. Names as customs print them; the codes are put together from the
 * titles of the HS and from the codes of the series that the statistics office publishes for eighteen of them (03, 0901,
 * 0902, 0904, 1006, 2709, 4001, 44, 64, 8517 …): the definition that customs use was not read, so no group is verified.
 *
 * What is drawn by decision: furniture of wood counts with wood, as customs print it ("gỗ và sản phẩm gỗ"), and furniture
 * of anything else is a group of its own; hats and umbrellas count with bags, carpets with bamboo and rattan, as the printed
 * names say; fabrics in the piece with textiles and garments; household appliances with machinery; tools and sundry
 * articles of base metal (82, 83) with other base metals, as section XV has them. Cement, scrap of iron, pharmaceuticals,
 * meat, flowers, spices, cereals other than rice and cotton are not on the list here and fall to "other".
 */
export const customsList: readonly Headline[] = [
  row('seafood', 'Hàng thủy sản', 'Seafood', '03 1604 1605'),
  row(
    'vegetables-fruit',
    'Hàng rau quả',
    'Vegetables and fruit',
    `0701-0713 071420 071430 071440 071450 071490 080111 080112 080119 080121 080122 0802-0814 20`,
  ),
  row('cashew', 'Hạt điều', 'Cashew nuts', '080131 080132'),
  row('coffee', 'Cà phê', 'Coffee', '0901'),
  row('tea', 'Chè', 'Tea', '0902'),
  row('pepper', 'Hạt tiêu', 'Pepper', '0904'),
  row('rice', 'Gạo', 'Rice', '1006'),
  row('cassava', 'Sắn và các sản phẩm từ sắn', 'Cassava and products of it', '071410 110814 1903'),
  row(
    'confectionery-cereal',
    'Bánh kẹo và các sản phẩm từ ngũ cốc',
    'Confectionery and cereal products',
    '1704 1806 1901 1902 1904 1905',
  ),
  row('animal-feed', 'Thức ăn gia súc và nguyên liệu', 'Animal feed and its materials', '23'),
  row('ores', 'Quặng và khoáng sản khác', 'Ores and other minerals', '2501-2522 2524-2530 26'),
  row('coal', 'Than các loại', 'Coal', '2701-2704'),
  row('crude-oil', 'Dầu thô', 'Crude oil', '2709'),
  row('petroleum-products', 'Xăng dầu các loại', 'Petroleum products', '2710'),
  row('chemicals', 'Hóa chất', 'Chemicals', '28 29'),
  row('chemical-products', 'Sản phẩm hóa chất', 'Chemical products', '32 33 34 35 36 37 38'),
  row('fertiliser', 'Phân bón các loại', 'Fertiliser', '31'),
  row('plastics-materials', 'Chất dẻo nguyên liệu', 'Plastics as materials', '3901-3915'),
  row('plastics-articles', 'Sản phẩm từ chất dẻo', 'Articles of plastics', '3916-3926'),
  row('rubber', 'Cao su', 'Rubber', '4001-4005'),
  row('rubber-articles', 'Sản phẩm từ cao su', 'Articles of rubber', '4006-4017'),
  row('bags', 'Túi xách, ví, vali, mũ và ô dù', 'Bags, suitcases, hats and umbrellas', '4202 65 66'),
  row(
    'bamboo-rattan',
    'Sản phẩm mây, tre, cói và thảm',
    'Articles of bamboo, rattan and sedge, carpets',
    '1401 46 57',
  ),
  {
    ...row(
      'wood',
      'Gỗ và sản phẩm gỗ',
      'Wood and products of it',
      '44 940161 940169 940330 940340 940350 940360',
    ),
    since2022: '940131 940141 940191 940391',
  },
  row('paper', 'Giấy và các sản phẩm từ giấy', 'Paper and products of it', '48'),
  row(
    'yarn',
    'Xơ, sợi dệt các loại',
    'Textile fibres and yarn',
    '5004-5006 5105-5110 5204-5207 5306-5308 5401-5406 5501-5511',
  ),
  row(
    'textiles-garments',
    'Hàng dệt, may',
    'Textiles and garments',
    '5007 5111-5113 5208-5212 5309-5311 5407 5408 5512-5516 5801-5805 5809 5811 60 61 62 63',
  ),
  row(
    'technical-fabric',
    'Vải mành, vải kỹ thuật khác',
    'Tyre cord and other technical fabric',
    '5602 5603 59',
  ),
  row('footwear', 'Giày dép các loại', 'Footwear', '6401-6405'),
  row(
    'textile-footwear-materials',
    'Nguyên phụ liệu dệt, may, da, giày',
    'Materials for textiles, garments, leather and footwear',
    '41 5806-5808 5810 6406 9606 9607',
  ),
  row('ceramics', 'Sản phẩm gốm, sứ', 'Ceramics', '69'),
  row('glass', 'Thủy tinh và các sản phẩm từ thủy tinh', 'Glass and products of it', '70'),
  row('gems', 'Đá quý, kim loại quý và sản phẩm', 'Precious stones and metals, and products of them', '71'),
  row('iron-steel', 'Sắt thép các loại', 'Iron and steel', '7201-7203 7205-7229'),
  row('iron-steel-articles', 'Sản phẩm từ sắt thép', 'Articles of iron and steel', '73'),
  row(
    'other-base-metals',
    'Kim loại thường khác và sản phẩm',
    'Other base metals and products of them',
    '74 75 76 78 79 80 81 82 83',
  ),
  {
    ...row(
      'computers-electronics',
      'Máy vi tính, sản phẩm điện tử và linh kiện',
      'Computers, electronic products and parts',
      '8471 8473 8518 8519 8521-8523 8526-8529 8532-8534 8540-8542',
    ),
    // Modules of flat panel displays; the number was free in the editions before.
    since2022: '8524',
  },
  row('phones', 'Điện thoại các loại và linh kiện', 'Phones and parts', '8517'),
  row('cameras', 'Máy ảnh, máy quay phim và linh kiện', 'Cameras, camcorders and parts', '8525 9006 9007'),
  {
    ...row(
      'machinery',
      'Máy móc, thiết bị, dụng cụ, phụ tùng khác',
      'Other machinery, equipment, instruments and parts',
      `8401-8470 8472 8474-8484 8486 8487 8501-8516 8530 8531 8535-8539 8543 8545-8548
       9001-9005 9008 9010-9033`,
    ),
    // Machines for additive manufacturing.
    since2022: '8485',
  },
  row('wires-cables', 'Dây điện và dây cáp điện', 'Electric wires and cables', '8544'),
  row('vehicles-parts', 'Phương tiện vận tải và phụ tùng', 'Vehicles and parts', '86 87 88 89'),
  {
    ...row(
      'furniture',
      'Sản phẩm nội thất từ chất liệu khác gỗ',
      'Furniture of materials other than wood',
      `940110 940120 940159 940171 940179 940180 940310 940320 940370 940389 9402 9404`,
    ),
    // Cane, bamboo and rattan got numbers of their own in 2017; seats and parts were split by wood or not in 2022.
    only2012: '940151 940381',
    since2017: '940152 940153 940382 940383',
    until2017: '940130 940140 940190 940390',
    since2022: '940139 940149 940199 940399',
  },
  row('toys', 'Đồ chơi, dụng cụ thể thao và bộ phận', 'Toys, sports requisites and parts', '95'),
];

function row(code: string, vi: string, en: string, always: string): Headline {
  return { code, name: { vi, en }, always };
}

/** Written codes, one by one: `0701-0713` are the headings from the one to the other. */
export function codesOf(written: string | undefined): string[] {
  return (written ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((each) => {
      const [first = '', last = first] = each.split('-');
      return Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) =>
        String(Number(first) + i).padStart(first.length, '0'),
      );
    });
}
