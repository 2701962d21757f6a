import { dimensionsOf, useIndicators, useTerritories } from '../api/reference';
import { useSettings } from '../app/settings';

/** What a part of an indicator is called, as it stands in a list: by the catalogue's name, or as what it refers to. */
export function usePartName(): (indicator: string, dimension: string, value: string) => string {
  const { language } = useSettings();
  const { data: indicators } = useIndicators();
  const { data: territories } = useTerritories();
  const countries = new Intl.DisplayNames(language, { type: 'region' });
  return (indicator, dimension, value) => {
    if (dimension === 'partner') return countries.of(value) ?? value;
    const of = indicators?.get(indicator);
    const named = of && dimensionsOf(of).find(({ name }) => name === dimension)?.names[value];
    return (named ?? indicators?.get(value)?.name ?? territories?.get(value)?.name)?.[language] ?? value;
  };
}

/** Whose names keep their capitals wherever they stand. */
const properNames: ReadonlySet<string> = new Set([
  'partner',
  'partnerGroup',
  'agreement',
  'subject',
  'among',
]);

/** A breakdown as it stands within a sentence: `chế biến, chế tạo`. */
export function useBreakdown(): (indicator: string, dimensions: Readonly<Record<string, string>>) => string {
  const partName = usePartName();
  return (indicator, dimensions) =>
    Object.entries(dimensions)
      .map(([dimension, value]) => {
        const name = partName(indicator, dimension, value);
        return properNames.has(dimension) ? name : name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
      })
      .join('; ');
}
