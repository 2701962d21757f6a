/** Where a unit stands on the map of tiles: row from the north, column from the west. */
export interface Tile {
  readonly id: string;
  readonly row: number;
  readonly column: number;
}

/** The same as a picture in letters: one line a row, units from the west on; `.` is no land of ours. */
function tilesOf(rows: readonly string[]): Tile[] {
  return rows.flatMap((line, row) =>
    line
      .trim()
      .split(/\s+/)
      .flatMap((id, column) => (id === '.' ? [] : [{ id, row, column }])),
  );
}

/** The 63 until 30 June 2025. */
const before = tilesOf([
  '. lai-chau lao-cai ha-giang cao-bang',
  'dien-bien son-la yen-bai tuyen-quang bac-kan lang-son',
  '. . phu-tho vinh-phuc thai-nguyen bac-giang quang-ninh',
  '. . hoa-binh ha-noi bac-ninh hai-duong hai-phong',
  '. . . ha-nam hung-yen thai-binh',
  '. . . ninh-binh nam-dinh',
  '. . . thanh-hoa',
  '. . . nghe-an',
  '. . . . ha-tinh',
  '. . . . quang-binh',
  '. . . . quang-tri',
  '. . . . . hue da-nang',
  '. . . . . quang-nam quang-ngai',
  '. . . . . kon-tum binh-dinh',
  '. . . . . gia-lai phu-yen',
  '. . . . dak-nong dak-lak khanh-hoa',
  '. . tay-ninh binh-duong binh-phuoc lam-dong ninh-thuan',
  '. dong-thap long-an ho-chi-minh dong-nai binh-thuan',
  'an-giang vinh-long tien-giang ben-tre ba-ria-vung-tau',
  'kien-giang can-tho tra-vinh',
  '. hau-giang soc-trang',
  'ca-mau bac-lieu',
]);

/** The 34 since 1 July 2025. */
const after = tilesOf([
  '. lai-chau lao-cai-2025 tuyen-quang-2025 cao-bang',
  'dien-bien son-la . thai-nguyen-2025 lang-son',
  '. . phu-tho-2025 ha-noi bac-ninh-2025 quang-ninh',
  '. . . ninh-binh-2025 hung-yen-2025 hai-phong-2025',
  '. . . thanh-hoa',
  '. . . nghe-an',
  '. . . . ha-tinh',
  '. . . . quang-tri-2025',
  '. . . . hue da-nang-2025',
  '. . . . . quang-ngai-2025',
  '. . . . . gia-lai-2025',
  '. . . . . dak-lak-2025',
  '. . tay-ninh-2025 dong-nai-2025 lam-dong-2025 khanh-hoa-2025',
  'an-giang-2025 dong-thap-2025 . ho-chi-minh-2025',
  '. can-tho-2025 vinh-long-2025',
  'ca-mau-2025',
]);

/** Archipelagos are shown beside the unit that they belong to, and with its figure. */
export interface Islands extends Tile {
  readonly name: string;
}

export const tileMaps = {
  before: {
    tiles: before,
    islands: [
      { id: 'da-nang', name: 'Hoàng Sa', row: 11, column: 8 },
      { id: 'khanh-hoa', name: 'Trường Sa', row: 17, column: 8 },
    ],
  },
  after: {
    tiles: after,
    islands: [
      { id: 'da-nang-2025', name: 'Hoàng Sa', row: 8, column: 7 },
      { id: 'khanh-hoa-2025', name: 'Trường Sa', row: 13, column: 7 },
    ],
  },
} as const satisfies Record<string, { tiles: readonly Tile[]; islands: readonly Islands[] }>;
