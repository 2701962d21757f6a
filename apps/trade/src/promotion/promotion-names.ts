import { eventKinds, promotionSectors } from '@doit/contracts';
import type { Bilingual } from '@doit/reference';

const sectors: Readonly<Record<(typeof promotionSectors)[number], Bilingual>> = {
  general: { vi: 'tổng hợp', en: 'general' },
  ocop: { vi: 'sản phẩm OCOP', en: 'OCOP products' },
  agriculture: { vi: 'nông sản', en: 'agricultural products' },
  rice: { vi: 'gạo', en: 'rice' },
  'fruit-vegetables': { vi: 'rau quả', en: 'fruit and vegetables' },
  seafood: { vi: 'thủy sản', en: 'seafood' },
  'coffee-tea': { vi: 'cà phê, chè', en: 'coffee and tea' },
  'cashew-pepper': { vi: 'hạt điều, hạt tiêu', en: 'cashew and pepper' },
  'food-beverages': { vi: 'thực phẩm, đồ uống', en: 'food and beverages' },
  handicrafts: { vi: 'thủ công mỹ nghệ', en: 'handicrafts' },
  textiles: { vi: 'dệt may', en: 'textiles and garments' },
  'footwear-leather': { vi: 'da giày', en: 'footwear and leather' },
  'wood-furniture': { vi: 'gỗ và nội thất', en: 'wood and furniture' },
  'construction-materials': { vi: 'vật liệu xây dựng', en: 'construction materials' },
  machinery: { vi: 'máy móc, thiết bị', en: 'machinery' },
  electronics: { vi: 'điện tử', en: 'electronics' },
  'supporting-industry': { vi: 'công nghiệp hỗ trợ', en: 'supporting industry' },
  'chemicals-plastics': { vi: 'hóa chất, nhựa', en: 'chemicals and plastics' },
  pharmaceuticals: { vi: 'dược phẩm', en: 'pharmaceuticals' },
  energy: { vi: 'năng lượng', en: 'energy' },
  logistics: { vi: 'logistics', en: 'logistics' },
  'e-commerce': { vi: 'thương mại điện tử', en: 'e-commerce' },
  'tourism-services': { vi: 'du lịch, dịch vụ', en: 'tourism and services' },
};

/** What a promotion event is, in words. */
export const kindWords: Readonly<Record<(typeof eventKinds)[number], Bilingual>> = {
  fair: { vi: 'Hội chợ', en: 'Fair' },
  exhibition: { vi: 'Triển lãm', en: 'Exhibition' },
  'supply-demand-conference': { vi: 'Hội nghị kết nối cung cầu', en: 'Supply and demand conference' },
  'trade-mission': { vi: 'Đoàn giao dịch thương mại', en: 'Trade mission' },
  livestream: { vi: 'Bán hàng trực tuyến', en: 'Livestream' },
  campaign: { vi: 'Chương trình khuyến mại, tiêu dùng', en: 'Campaign' },
  training: { vi: 'Tập huấn', en: 'Training' },
};

/** The words of a sector; a code that is none stands for itself. */
export const sectorWords = (code: string): Bilingual =>
  (sectors as Readonly<Record<string, Bilingual>>)[code] ?? { vi: code, en: code };

const countries = {
  vi: new Intl.DisplayNames(['vi'], { type: 'region' }),
  en: new Intl.DisplayNames(['en'], { type: 'region' }),
};

/** The name of a country of ISO 3166; a code that is none stands for itself. */
export const countryName = (code: string, language: 'vi' | 'en'): string =>
  countries[language].of(code) ?? code;
