import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { en } from '../words/en';
import { languages, type InBoth, type Language } from '../words/languages';
import { vi } from '../words/vi';

export type Theme = 'system' | 'light' | 'dark';
export type TextSize = 'small' | 'normal' | 'large' | 'larger';
const themes: readonly Theme[] = ['system', 'light', 'dark'];
export const textSizes: readonly TextSize[] = ['small', 'normal', 'large', 'larger'];

/** How somebody wants to see the console; kept in the browser, the same on every page. */
export interface Settings {
  readonly language: Language;
  readonly textSize: TextSize;
  readonly contrast: boolean;
  readonly theme: Theme;
}

const place = 'doit.settings';
const pick = <T extends string>(from: readonly T[], given: unknown, otherwise: T): T =>
  from.find((one) => one === given) ?? otherwise;

/** `?lang=` of a link that was sent wins over what the browser has kept. */
function keptSettings(): Settings {
  let kept: Partial<Record<keyof Settings, unknown>> = {};
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(place) ?? '{}');
    if (typeof parsed === 'object' && parsed !== null) kept = parsed;
  } catch {
    // What cannot be read is as good as nothing.
  }
  return {
    language: pick(languages, new URLSearchParams(location.search).get('lang') ?? kept.language, 'vi'),
    textSize: pick(textSizes, kept.textSize, 'normal'),
    contrast: kept.contrast === true,
    theme: pick(themes, kept.theme, 'system'),
  };
}

interface Chosen extends Settings {
  change: (change: Partial<Settings>) => void;
}
const Context = createContext<Chosen | null>(null);

/** The language outside of components: in requests' headers. */
export let spokenLanguage: Language = 'vi';

export function SettingsProvider({ children }: { children: ReactNode }) {
  const [settings, setSettings] = useState(keptSettings);
  useEffect(() => {
    const { lang, dataset } = document.documentElement;
    if (lang !== settings.language) document.documentElement.lang = settings.language;
    spokenLanguage = settings.language;
    dataset['text'] = settings.textSize;
    dataset['contrast'] = settings.contrast ? 'high' : 'normal';
    dataset['theme'] = settings.theme;
    localStorage.setItem(place, JSON.stringify(settings));
  }, [settings]);
  const chosen = useMemo(
    () => ({
      ...settings,
      change: (change: Partial<Settings>) => setSettings((before) => ({ ...before, ...change })),
    }),
    [settings],
  );
  return <Context value={chosen}>{children}</Context>;
}

export function useSettings(): Chosen {
  const chosen = use(Context);
  if (!chosen) throw new Error('Settings are read inside of the SettingsProvider.');
  return chosen;
}

/** The frame's words in the language chosen. */
export const useWords = () => (useSettings().language === 'vi' ? vi : en);

/** A page's own words: `const words = usePageWords({ vi, en })`; also picks a name that the API gives in both languages. */
export function usePageWords<T>(both: Readonly<Record<Language, T>>): T {
  return both[useSettings().language];
}

/** Picks from what the API names in both languages. */
export function useNaming(): (name: InBoth) => string {
  const { language } = useSettings();
  return (name) => name[language];
}
