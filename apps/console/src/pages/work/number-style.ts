import { useState } from 'react';
import { useSettings } from '../../app/settings';
import type { NumberStyle } from '../../kit/grid/written-number';

const place = 'doit.number-style';

/** How somebody types numbers: as chosen on this computer, else as his language writes them. */
export function useNumberStyle(): [NumberStyle, (style: string) => void] {
  const { language } = useSettings();
  const [chosen, setChosen] = useState(() => localStorage.getItem(place));
  const choose = (style: string) => {
    localStorage.setItem(place, style);
    setChosen(style);
  };
  return [chosen === 'vi' || chosen === 'en' ? chosen : language, choose];
}
