/** A group of units: a socio-economic region or a conference group, with the days it is valid and its members. */
export interface Group {
  readonly id: string;
  readonly vi: string;
  readonly en: string;
  readonly type: 'region' | 'conference-group';
  /** The region that this one is a part of. */
  readonly within?: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly members: readonly string[];
}

/** Until the mergers of 1 July 2025. Members that ended earlier (Hà Tây) are counted while they were in force. */
const until2025 = { type: 'region', from: null, to: '2025-06-30' } as const;

/**
 * Resolution 306/NQ-CP of 5 October 2025. Between 1 July and 4 October 2025 no division into regions covered the
 * 34 units: a unit has no region in those days.
 */
const since2025 = { type: 'region', from: '2025-10-05', to: null } as const;

const southEast2024 = ['binh-phuoc', 'tay-ninh', 'binh-duong', 'dong-nai', 'ba-ria-vung-tau', 'ho-chi-minh'];
const mekong2024 = [
  'long-an',
  'tien-giang',
  'ben-tre',
  'tra-vinh',
  'vinh-long',
  'dong-thap',
  'an-giang',
  'kien-giang',
  'can-tho',
  'hau-giang',
  'soc-trang',
  'bac-lieu',
  'ca-mau',
];

/**
 * The regions of 2024 and of 2025 have the same number and nearly the same names, but other boundaries: seven of
 * the new units mix old regions, so totals of the one cannot be carried over to the other.
 */
export const groups: readonly Group[] = [
  {
    id: 'rrd-2024',
    vi: 'Đồng bằng sông Hồng',
    en: 'Red River Delta',
    ...until2025,
    members: [
      'ha-noi',
      'quang-ninh',
      'vinh-phuc',
      'bac-ninh',
      'ha-tay',
      'hai-duong',
      'hai-phong',
      'hung-yen',
      'thai-binh',
      'ha-nam',
      'nam-dinh',
      'ninh-binh',
    ],
  },
  {
    id: 'nmm-2024',
    vi: 'Trung du và miền núi phía Bắc',
    en: 'Northern midlands and mountains',
    ...until2025,
    members: [
      'ha-giang',
      'cao-bang',
      'bac-kan',
      'tuyen-quang',
      'lao-cai',
      'dien-bien',
      'lai-chau',
      'son-la',
      'yen-bai',
      'hoa-binh',
      'thai-nguyen',
      'lang-son',
      'bac-giang',
      'phu-tho',
    ],
  },
  {
    id: 'ncc-2024',
    vi: 'Bắc Trung Bộ và Duyên hải miền Trung',
    en: 'North Central and Central Coast',
    ...until2025,
    members: [
      'thanh-hoa',
      'nghe-an',
      'ha-tinh',
      'quang-binh',
      'quang-tri',
      'hue',
      'da-nang',
      'quang-nam',
      'quang-ngai',
      'binh-dinh',
      'phu-yen',
      'khanh-hoa',
      'ninh-thuan',
      'binh-thuan',
    ],
  },
  {
    id: 'ch-2024',
    vi: 'Tây Nguyên',
    en: 'Central Highlands',
    ...until2025,
    members: ['kon-tum', 'gia-lai', 'dak-lak', 'dak-nong', 'lam-dong'],
  },
  { id: 'se-2024', vi: 'Đông Nam Bộ', en: 'South East', ...until2025, members: southEast2024 },
  {
    id: 'mrd-2024',
    vi: 'Đồng bằng sông Cửu Long',
    en: 'Mekong River Delta',
    ...until2025,
    members: mekong2024,
  },
  // The northern part of the old coastal region, the peers whom documents call North Central; the region of 2025
  // has the same land.
  {
    id: 'nc-2024',
    vi: 'Bắc Trung Bộ',
    en: 'North Central',
    within: 'ncc-2024',
    ...until2025,
    members: ['thanh-hoa', 'nghe-an', 'ha-tinh', 'quang-binh', 'quang-tri', 'hue'],
  },
  {
    id: 'rrd-2025',
    vi: 'Đồng bằng sông Hồng',
    en: 'Red River Delta',
    ...since2025,
    members: ['ha-noi', 'quang-ninh', 'bac-ninh-2025', 'hai-phong-2025', 'hung-yen-2025', 'ninh-binh-2025'],
  },
  {
    id: 'nmm-2025',
    vi: 'Trung du và miền núi phía Bắc',
    en: 'Northern midlands and mountains',
    ...since2025,
    members: [
      'cao-bang',
      'dien-bien',
      'lai-chau',
      'son-la',
      'lang-son',
      'tuyen-quang-2025',
      'lao-cai-2025',
      'thai-nguyen-2025',
      'phu-tho-2025',
    ],
  },
  {
    id: 'nc-2025',
    vi: 'Bắc Trung Bộ',
    en: 'North Central',
    ...since2025,
    members: ['thanh-hoa', 'nghe-an', 'ha-tinh', 'hue', 'quang-tri-2025'],
  },
  {
    id: 'scch-2025',
    vi: 'Duyên hải Nam Trung Bộ và Tây Nguyên',
    en: 'South Central Coast and Central Highlands',
    ...since2025,
    members: [
      'da-nang-2025',
      'quang-ngai-2025',
      'gia-lai-2025',
      'khanh-hoa-2025',
      'dak-lak-2025',
      'lam-dong-2025',
    ],
  },
  {
    id: 'se-2025',
    vi: 'Đông Nam Bộ',
    en: 'South East',
    ...since2025,
    members: ['dong-nai-2025', 'ho-chi-minh-2025', 'tay-ninh-2025'],
  },
  {
    id: 'mrd-2025',
    vi: 'Đồng bằng sông Cửu Long',
    en: 'Mekong River Delta',
    ...since2025,
    members: ['dong-thap-2025', 'vinh-long-2025', 'an-giang-2025', 'can-tho-2025', 'ca-mau-2025'],
  },
  // Bình Thuận, of the coastal region, takes part in the southern conference; it left with Lâm Đồng in 2025.
  {
    id: 'south-20-2024',
    vi: 'Khu vực phía Nam (20 địa phương)',
    en: 'Southern region (20 localities)',
    type: 'conference-group',
    from: null,
    to: '2025-06-30',
    members: [...southEast2024, ...mekong2024, 'binh-thuan'],
  },
];
