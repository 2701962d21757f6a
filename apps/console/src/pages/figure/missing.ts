import { useIndicators, useTerritories } from '../../api/reference';
import { useNaming, useSettings } from '../../app/settings';
import { readPeriod, writePeriod } from '../../words/periods';

/** What a refusal misses, in words: periods, territories, indicators; what has no name is left out. */
export function useMissing(missing: readonly string[]): string {
  const naming = useNaming();
  const { language } = useSettings();
  const { data: territories } = useTerritories();
  const { data: indicators } = useIndicators();
  return missing
    .flatMap((one) => {
      if (readPeriod(one)) return [writePeriod(one, language)];
      const name = territories?.get(one)?.name ?? indicators?.get(one)?.name;
      return name ? [naming(name)] : [];
    })
    .join('; ');
}
