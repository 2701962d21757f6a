import type { BothLanguages } from '@doit/contracts';
import {
  countryName,
  indicator,
  indicators,
  lastDay,
  territory,
  type Locale,
  type Period,
} from '@doit/reference';

/** What parts are called within a sentence, by dimension and value; a part has one name in all indicators. */
const partNames = new Map(
  indicators.flatMap(({ dimensions }) =>
    dimensions.flatMap(({ name, names = {}, hasProperNames }) =>
      Object.entries(names).map(([value, { vi, en }]) => [
        `${name} ${value}`,
        hasProperNames ? { vi, en } : { vi: uncapitalised(vi), en: uncapitalised(en) },
      ]),
    ),
  ),
);

/** A breakdown in words, as it stands inside a sentence: `chế biến, chế tạo`; a reference to an indicator or a group by its name. */
export function dimensionWords(dimensions: Readonly<Record<string, string>>, language: Locale): string {
  const said = Object.entries(dimensions).map(([name, value]) => {
    if (name === 'path') return language === 'vi' ? `kịch bản ${value}` : `path ${value}`;
    const proper =
      name === 'partner' ? countryName(value) : (indicator(value)?.name ?? territory(value)?.name);
    return (partNames.get(`${name} ${value}`) ?? proper)?.[language] ?? value;
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
