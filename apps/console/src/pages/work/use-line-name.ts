import { useIndicators } from '../../api/reference';
import { useSettings } from '../../app/settings';
import { usePartName } from '../../figures/breakdown';

/** What a figure is called: its indicator, and the part of it that is meant. */
export function useLineName() {
  const { language } = useSettings();
  const { data: indicators } = useIndicators();
  const partName = usePartName();
  return (
    code: string,
    dimensions: Readonly<Record<string, string>> = {},
  ): { whole: string; part: string } => ({
    whole: indicators?.get(code)?.name[language] ?? '',
    part: Object.entries(dimensions)
      .map(([dimension, value]) => partName(code, dimension, value))
      .join(', '),
  });
}
