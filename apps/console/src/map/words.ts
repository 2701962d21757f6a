import type { Words } from '../words/languages';

const vi = {
  classes:
    'Các nhóm gần bằng nhau về số địa bàn, nhiều nhất là năm nhóm. Số trong ô là nhóm, 1 là thấp nhất.',
  classOf: 'nhóm {nth} ({least} – {most})',
  classCount: '{count} địa bàn',
  classCountOne: '1 địa bàn',
  tileMap: 'Bản đồ ô: mỗi tỉnh, thành một ô, đặt theo vị trí gần đúng',
  tileHover: 'Chỉ vào một ô để đọc số của địa bàn đó.',
  tileHelp: 'Dùng phím mũi tên để đi giữa các ô.',
  islands: 'Quần đảo Hoàng Sa thuộc thành phố Đà Nẵng, quần đảo Trường Sa thuộc tỉnh Khánh Hòa.',
};

const en: Words<typeof vi> = {
  classes:
    'Classes with about as many territories in each, five at most. The number in a tile is its class; 1 is the lowest.',
  classOf: 'class {nth} ({least} – {most})',
  classCount: '{count} territories',
  classCountOne: '1 territory',
  tileMap: 'Tile map: one tile for each province or city, placed roughly where it lies',
  tileHover: 'Point at a tile to read its figure.',
  tileHelp: 'Arrow keys move between tiles.',
  islands:
    'Hoàng Sa (Paracel Islands) belongs to Da Nang city, Trường Sa (Spratly Islands) to Khanh Hoa province.',
};

export const words = { vi, en };
