import { useTerritories } from '../api/reference';
import { useSettings } from '../app/settings';
import type { InBoth } from '../words/languages';

const named: Readonly<Record<string, InBoth>> = {
  gso: { vi: 'Cơ quan thống kê quốc gia', en: 'National statistics office' },
  customs: { vi: 'Hải quan', en: 'Customs' },
  evn: { vi: 'Ngành điện', en: 'Power company' },
  arit: { vi: 'Cục Công Thương địa phương', en: 'Agency for Regional Industry and Trade' },
  press: { vi: 'Báo chí', en: 'Press' },
  register: { vi: 'Sổ đăng ký', en: 'Register' },
};

/** While territories are still asked for. */
const aDepartment: InBoth = { vi: 'Sở Công Thương', en: 'Department of Industry and Trade' };
const another: InBoth = { vi: 'Nguồn khác', en: 'Another source' };

/** Who says so, in words: a department by the name of its territory. */
export function useSourceName(): (source: string) => string {
  const { language } = useSettings();
  const { data: territories } = useTerritories();
  return (source) => {
    const department = /^doit-(.+)$/.exec(source)?.[1];
    const territory = department && territories?.get(department)?.name[language];
    if (territory)
      return language === 'vi'
        ? `Sở Công Thương ${territory}`
        : `Department of Industry and Trade of ${territory}`;
    return (named[source] ?? (department ? aDepartment : another))[language];
  };
}
