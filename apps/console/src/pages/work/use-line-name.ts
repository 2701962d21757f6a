import { useIndicators, useTerritories, type Indicator } from '../../api/reference';
import { useSettings } from '../../app/settings';
import { dimensionsOf } from './lines';
import { partNames } from './part-names';

/** What a figure is called: its indicator, and the part of it that is meant. */
export function useLineName() {
  const { language } = useSettings();
  const { data: indicators } = useIndicators();
  const { data: territories } = useTerritories();
  const countries = new Intl.DisplayNames([language], { type: 'region' });
  const part = (indicator: Indicator | undefined, name: string, value: string): string => {
    const dimension = indicator && dimensionsOf(indicator).find((one) => one.name === name);
    const known =
      dimension?.names?.[value] ??
      partNames[`${name}=${value}`] ??
      (name === 'subject' ? indicators?.get(value)?.name : territories?.get(value)?.name);
    if (known) return known[language];
    return name === 'partner' ? (countries.of(value) ?? value) : value;
  };
  return (
    code: string,
    dimensions: Readonly<Record<string, string>> = {},
  ): { whole: string; part: string } => {
    const indicator = indicators?.get(code);
    return {
      whole: indicator?.name[language] ?? '',
      part: Object.entries(dimensions)
        .map(([name, value]) => part(indicator, name, value))
        .join(', '),
    };
  };
}
