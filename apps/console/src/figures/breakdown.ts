import { dimensionsOf, type Dimension } from '../api/indicator';
import { useIndicators, useTerritories } from '../api/reference';
import { useSettings } from '../app/settings';

interface Part {
  readonly name: string;
  /** In whose list it stands; none: the name of something that it refers to. */
  readonly listed: Dimension | undefined;
}

function usePart(): (indicator: string, dimension: string, value: string) => Part {
  const { language } = useSettings();
  const { data: indicators } = useIndicators();
  const { data: territories } = useTerritories();
  const countries = new Intl.DisplayNames(language, { type: 'region' });
  return (indicator, dimension, value) => {
    if (dimension === 'partner') return { name: countries.of(value) ?? value, listed: undefined };
    const of = indicators?.get(indicator);
    const listed = of && dimensionsOf(of).find(({ name, names }) => name === dimension && value in names);
    const meant = listed?.names[value] ?? indicators?.get(value)?.name ?? territories?.get(value)?.name;
    return { name: meant?.[language] ?? value, listed };
  };
}

/** What a part of an indicator is called, as it stands in a list: by the catalogue's name, or as what it refers to. */
export function usePartName(): (indicator: string, dimension: string, value: string) => string {
  const part = usePart();
  return (...of) => part(...of).name;
}

/** A breakdown as it stands within a sentence: `chế biến, chế tạo`. */
export function useBreakdown(): (indicator: string, dimensions: Readonly<Record<string, string>>) => string {
  const part = usePart();
  return (indicator, dimensions) =>
    Object.entries(dimensions)
      .map(([dimension, value]) => {
        const { name, listed } = part(indicator, dimension, value);
        if (!listed || listed.hasProperNames) return name;
        return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
      })
      .join('; ');
}
