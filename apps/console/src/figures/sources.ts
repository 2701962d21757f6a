import { useTerritories } from '../api/reference';
import { useSettings } from '../app/settings';
import type { InBoth } from '../words/languages';

const named: Readonly<Record<string, InBoth>> = {
  gso: { vi: 'Cơ quan thống kê quốc gia', en: 'National statistics office' },
  nso: { vi: 'Cơ quan thống kê quốc gia', en: 'National statistics office' },
  moit: { vi: 'Bộ Công Thương', en: 'Ministry of Industry and Trade' },
  customs: { vi: 'Hải quan', en: 'Customs' },
  evn: { vi: 'Ngành điện', en: 'Power company' },
  arit: { vi: 'Cục Công Thương địa phương', en: 'Agency for Regional Industry and Trade' },
  vecom: { vi: 'Hiệp hội Thương mại điện tử Việt Nam', en: 'Viet Nam E-commerce Association' },
  press: { vi: 'Báo chí', en: 'Press' },
  register: { vi: 'Sổ đăng ký', en: 'Register' },
};

/** The same office of many territories; without its territory while those are still asked for. */
const offices: Readonly<Record<string, InBoth>> = {
  doit: { vi: 'Sở Công Thương', en: 'Department of Industry and Trade' },
  statistics: { vi: 'Cơ quan thống kê', en: 'Statistics office' },
};
const another: InBoth = { vi: 'Nguồn khác', en: 'Another source' };

/** Who says so, in words: a department by the name of its territory. */
export function useSourceName(): (source: string) => string {
  const { language } = useSettings();
  const { data: territories } = useTerritories();
  return (source) => {
    const [, kind = '', of = ''] = /^(doit|statistics)-(.+)$/.exec(source) ?? [];
    const office = offices[kind]?.[language];
    const territory = territories?.get(of)?.name[language];
    if (office && territory)
      return language === 'vi' ? `${office} ${territory}` : `${office} of ${territory}`;
    const name = office ?? named[source]?.[language];
    // Whoever records may write a source out; only codes are no words for people.
    return name ?? (/^[a-z0-9-]+$/.test(source) ? another[language] : source);
  };
}
