import type { BothLanguages } from '@doit/contracts';
import {
  agreements,
  commodityNames,
  countryName,
  divisions,
  goodsGroups,
  indicator,
  lastDay,
  partnerGroups,
  products,
  territory,
  type Locale,
  type Period,
} from '@doit/reference';

/** What stands in a dimension, by dimension and value; codes that are words already stand as they are. */
const dimensionValues: Record<string, BothLanguages> = {
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

/** The classification's own names, as they stand inside a sentence. */
const listed = new Map<string, BothLanguages>([
  ...divisions.map(({ code, name }) => [`division ${code}`, name] as const),
  ...goodsGroups.map(({ code, name }) => [`goodsGroup ${code}`, name] as const),
  ...Object.entries(commodityNames).map(([code, name]) => [`commodity ${code}`, name] as const),
  ...products.map(({ code, name }) => [`product ${code}`, name] as const),
]);

/** Names that keep their capitals wherever they stand. */
const properNames = new Map<string, BothLanguages>([
  ...partnerGroups.map(({ code, name }) => [`partnerGroup ${code}`, name] as const),
  ...agreements.map(({ id, name }) => [`agreement ${id}`, name] as const),
]);

/** A breakdown in words: `chế biến, chế tạo`; a reference to an indicator or a group by its name. */
export function dimensionWords(dimensions: Readonly<Record<string, string>>, language: Locale): string {
  const said = Object.entries(dimensions).map(([name, value]) => {
    if (name === 'path') return language === 'vi' ? `kịch bản ${value}` : `path ${value}`;
    const proper = name === 'partner' ? countryName(value) : properNames.get(`${name} ${value}`);
    if (proper) return proper[language];
    const own = listed.get(`${name} ${value}`);
    if (own) return uncapitalised(own[language]);
    const known = dimensionValues[`${name} ${value}`] ?? indicator(value)?.name ?? territory(value)?.name;
    return known?.[language] ?? value;
  });
  return said.join('; ');
}

/** A period as a title says it: `Năm 2023`, `5 tháng đầu năm 2023`. */
export function periodWords(period: Period, language: Locale): string {
  const { key, from, months } = period;
  const [year = '', month = ''] = from.split('-');
  const last = lastDay(period).slice(0, 7).split('-').reverse().join('/');
  if (months === 12 && month === '01') return language === 'vi' ? `Năm ${year}` : year;
  if (months === 1)
    return language === 'vi' ? `Tháng ${Number(month)} năm ${year}` : `${Number(month)}/${year}`;
  if (key.includes('-Q')) {
    return language === 'vi'
      ? `Quý ${romans[key.slice(-1)] ?? ''} năm ${year}`
      : `Quarter ${key.slice(-1)} of ${year}`;
  }
  if (month === '01' && months < 12) {
    return language === 'vi' ? `${months} tháng đầu năm ${year}` : `First ${months} months of ${year}`;
  }
  return `${month}/${year} – ${last}`;
}

/** The same words inside a sentence or a list. */
export function uncapitalised(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}

const romans: Record<string, string> = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' };

/** Who says so, as a reader knows them: `doit-nghe-an` is the department of Nghệ An. */
export function sourceWords(source: string, language: Locale): string {
  const of = territory(source.replace(/^[a-z]+-/, ''))?.name[language];
  if (source.startsWith('doit-') && of) {
    return language === 'vi' ? `Sở Công Thương ${of}` : `Department of Industry and Trade of ${of}`;
  }
  return sources[source]?.[language] ?? source;
}

const sources: Record<string, BothLanguages> = {
  gso: { vi: 'Cơ quan thống kê quốc gia', en: 'National statistics office' },
  customs: { vi: 'Hải quan', en: 'Customs' },
  evn: { vi: 'Ngành điện', en: 'Power company' },
  arit: { vi: 'Cục Công Thương địa phương', en: 'Agency for Regional Industry and Trade' },
  press: { vi: 'Báo chí', en: 'Press' },
};

/** A territory as a title calls it on a day: `Tỉnh Kiên Giang`, `Thành phố Hà Nội`; a group by its name alone. */
export function territoryWords(id: string, on: string, language: Locale): string {
  const found = territory(id, on);
  if (!found) return id;
  const name = found.name[language];
  if (found.type !== 'province' && found.type !== 'city') return name;
  if (language === 'vi') return `${found.type === 'city' ? 'Thành phố' : 'Tỉnh'} ${name}`;
  return `${name} ${found.type === 'city' ? 'City' : 'Province'}`;
}
