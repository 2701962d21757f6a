import { useIndicators, useTerritories } from '../api/reference';
import { useSettings } from '../app/settings';
import type { InBoth } from '../words/languages';

/** What stands in a breakdown where the catalogue has no name of its own for it. */
const known: Readonly<Record<string, InBoth>> = {
  'stage planned': { vi: 'trong quy hoạch', en: 'planned' },
  'stage established': { vi: 'đã thành lập', en: 'established' },
  'stage detailed-plan': { vi: 'có quy hoạch chi tiết', en: 'with a detailed plan' },
  'stage with-investor': { vi: 'có chủ đầu tư hạ tầng', en: 'with an investor' },
  'sector B': { vi: 'khai khoáng', en: 'mining' },
  'sector C': { vi: 'chế biến, chế tạo', en: 'manufacturing' },
  'sector D': { vi: 'sản xuất, phân phối điện, khí', en: 'electricity and gas' },
  'sector E': { vi: 'nước, xử lý rác thải', en: 'water and waste' },
  'sector agriculture': { vi: 'nông, lâm nghiệp và thủy sản', en: 'agriculture, forestry, fishery' },
  'sector industry': { vi: 'công nghiệp', en: 'industry' },
  'sector construction': { vi: 'xây dựng', en: 'construction' },
  'sector industry-construction': { vi: 'công nghiệp - xây dựng', en: 'industry and construction' },
  'sector services': { vi: 'dịch vụ', en: 'services' },
  'sector product-taxes': { vi: 'thuế sản phẩm trừ trợ cấp', en: 'product taxes less subsidies' },
  'basis ac': { vi: 'xoay chiều', en: 'alternating current' },
  'basis dc': { vi: 'một chiều', en: 'direct current' },
  'basis unknown': { vi: 'nguồn không nêu xoay chiều hay một chiều', en: 'AC or DC not said' },
  'baseline bau': { vi: 'so với kịch bản phát triển bình thường', en: 'against business as usual' },
  'baseline consumption': { vi: 'so với mức sẽ tiêu thụ', en: 'against consumption without the saving' },
  'baseline previous-year': { vi: 'so với năm trước', en: 'against the previous year' },
  'budget national': { vi: 'kinh phí quốc gia', en: 'national budget' },
  'budget local': { vi: 'kinh phí địa phương', en: 'local budget' },
  'component goods': { vi: 'hàng hóa', en: 'goods' },
  'component accommodation-food': { vi: 'lưu trú, ăn uống', en: 'accommodation and food' },
  'component travel': { vi: 'du lịch lữ hành', en: 'travel' },
  'component other-services': { vi: 'dịch vụ khác', en: 'other services' },
  'component people-infrastructure': { vi: 'nhân lực và hạ tầng', en: 'people and infrastructure' },
  'component b2c': { vi: 'B2C', en: 'B2C' },
  'component b2b': { vi: 'B2B', en: 'B2B' },
  'regime domestic': { vi: 'khu vực kinh tế trong nước', en: 'domestic sector' },
  'regime fdi': { vi: 'khu vực có vốn đầu tư nước ngoài', en: 'foreign-invested sector' },
  'scope supported': { vi: 'được hỗ trợ trong kỳ', en: 'supported in the period' },
};

/** A breakdown in words: `chế biến, chế tạo`; what the catalogue lists by the catalogue’s names. */
export function useBreakdown(): (indicator: string, dimensions: Readonly<Record<string, string>>) => string {
  const { language } = useSettings();
  const { data: indicators } = useIndicators();
  const { data: territories } = useTerritories();
  const countries = new Intl.DisplayNames(language, { type: 'region' });
  const write = (indicator: string, name: string, value: string): string | undefined => {
    if (name === 'partner') return countries.of(value);
    const listed = namedIn(indicators?.get(indicator)?.dimensions, name, value);
    const meant = known[`${name} ${value}`] ?? listed ?? indicators?.get(value)?.name;
    return (meant ?? territories?.get(value)?.name)?.[language];
  };
  return (indicator, dimensions) =>
    Object.entries(dimensions)
      .map(([name, value]) => write(indicator, name, value) ?? value)
      .join('; ');
}

/** The catalogue describes its dimensions freely: looked at one by one. */
function namedIn(declared: unknown, name: string, value: string): InBoth | undefined {
  const list: unknown[] = Array.isArray(declared) ? declared : [];
  const names = list.find((one) => isRecord(one) && one['name'] === name);
  const found = isRecord(names) && isRecord(names['names']) ? names['names'][value] : undefined;
  return isRecord(found) && typeof found['vi'] === 'string' && typeof found['en'] === 'string'
    ? { vi: found['vi'], en: found['en'] }
    : undefined;
}

const isRecord = (given: unknown): given is Record<string, unknown> =>
  typeof given === 'object' && given !== null && !Array.isArray(given);
