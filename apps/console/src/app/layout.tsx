import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { Skeleton } from '../kit/notice';
import { writePeriod } from '../words/periods';
import { useSignIn } from './account';
import css from './layout.module.css';
import { patiently } from './lazy-page';
import { LiveNotice } from './live-notice';
import { usePlace } from './place';
import { textSizes, useNaming, useSettings, useWords, type Theme } from './settings';

// Its fields are heavy and nobody needs them before he presses the button.
const PlacePicker = lazy(() => patiently(() => import('./place-picker')));

export function Layout() {
  const words = useWords();
  useRefusalsInLanguage();
  return (
    <>
      <a className={css.skip} href="#main">
        {words.skip}
      </a>
      <header className={css.top}>
        <div className={`${css.inner ?? ''} ${css.bar ?? ''}`}>
          <Link to="/" className={css.brand}>
            DOIT
            <span>{words.platform}</span>
          </Link>
          <Display />
          <Who />
        </div>
      </header>
      <Navigation />
      <PlaceBar />
      <LiveNotice />
      <main id="main" className={`${css.inner ?? ''} ${css.main ?? ''}`}>
        <Suspense fallback={<Skeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <Foot />
    </>
  );
}

/** Services say their refusals in the language asked for: in another one they are asked again. */
function useRefusalsInLanguage(): void {
  const { language } = useSettings();
  const asked = useQueryClient();
  useEffect(() => {
    void asked.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
  }, [language, asked]);
}

function Tool({ pressed, label, onPress, children, lang }: ToolProps) {
  return (
    <button
      type="button"
      className={css.tool}
      onClick={onPress}
      {...(pressed !== undefined && { 'aria-pressed': pressed })}
      {...(label && { 'aria-label': label, title: label })}
      {...(lang && { lang })}
    >
      {children}
    </button>
  );
}
interface ToolProps {
  pressed?: boolean;
  label?: string;
  lang?: string;
  onPress: () => void;
  children: ReactNode;
}

/** Language, text size, contrast and background. */
function Display() {
  const words = useWords();
  const { language, textSize, contrast, theme, change } = useSettings();
  const step = (by: number) => {
    const size = textSizes[textSizes.indexOf(textSize) + by];
    if (size) change({ textSize: size });
  };
  const next: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
  const named = { system: words.themeSystem, light: words.themeLight, dark: words.themeDark };
  return (
    <div className={css.tools} role="group" aria-label={words.display}>
      <Tool pressed={language === 'vi'} lang="vi" onPress={() => change({ language: 'vi' })}>
        Tiếng Việt
      </Tool>
      <Tool pressed={language === 'en'} lang="en" onPress={() => change({ language: 'en' })}>
        English
      </Tool>
      <span className={css.divider} />
      <Tool label={words.smaller} onPress={() => step(-1)}>
        A−
      </Tool>
      <Tool
        label={words.normal}
        pressed={textSize === 'normal'}
        onPress={() => change({ textSize: 'normal' })}
      >
        A
      </Tool>
      <Tool label={words.larger} onPress={() => step(1)}>
        A+
      </Tool>
      <span className={css.divider} />
      <Tool pressed={contrast} onPress={() => change({ contrast: !contrast })}>
        {words.contrast}
      </Tool>
      <Tool onPress={() => change({ theme: next[theme] })}>
        {words.theme}: {named[theme]}
      </Tool>
    </div>
  );
}

function Who() {
  const words = useWords();
  const naming = useNaming();
  const { account, pending, signIn, signOut } = useSignIn();
  if (pending) return null;
  return (
    <div className={css.tools}>
      {account && <span className={css.who}>{naming(account.name)}</span>}
      <Tool onPress={() => void (account ? signOut() : signIn())}>
        {account ? words.signOut : words.signIn}
      </Tool>
    </div>
  );
}

function Navigation() {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const [at, setAt] = useState(path);
  if (at !== path) {
    setAt(path);
    setOpen(false);
  }
  return (
    <nav className={`${css.nav ?? ''} ${isOpen ? (css.open ?? '') : ''}`} aria-label={words.sections}>
      <div className={css.inner}>
        <button type="button" className={css.menu} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {words.menu} <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span>
        </button>
        <ul className={css.links}>
          <li>
            <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
              {words.overview}
            </Link>
          </li>
          <li>
            <Link to="/explore">{words.explore}</Link>
          </li>
          <li>
            <Link to="/work">{words.work}</Link>
          </li>
          <li>
            <Link to="/registers">{words.registers}</Link>
          </li>
          <li>
            <Link to="/calendar">{words.calendar}</Link>
          </li>
          <li>
            <Link to="/reports">{words.reports}</Link>
          </li>
        </ul>
      </div>
    </nav>
  );
}

/** What all pages speak of: chosen once, kept in the address. */
function PlaceBar() {
  const words = useWords();
  const { language } = useSettings();
  const place = usePlace();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const [wasOpen, setWasOpen] = useState(false);
  useEffect(() => {
    if (wasOpen && !isOpen) button.current?.focus();
  }, [isOpen, wasOpen]);
  return (
    <section className={css.place} aria-label={words.place}>
      <div className={css.inner}>
        <strong>{place.territoryName || '…'}</strong>
        {place.period && <> · {writePeriod(place.period, language)}</>}{' '}
        <button
          type="button"
          ref={button}
          className={css.tool}
          aria-haspopup="dialog"
          onClick={() => {
            setWasOpen(true);
            setOpen(true);
          }}
        >
          {words.chooseContext}
        </button>
      </div>
      {isOpen && (
        <Suspense>
          <PlacePicker place={place} close={() => setOpen(false)} />
        </Suspense>
      )}
    </section>
  );
}

function Foot() {
  const words = useWords();
  const { language } = useSettings();
  const samples = [
    ['kien-giang', '2023', 'Kiên Giang'],
    ['nghe-an', '2023-01--P5M', 'Nghệ An'],
    ['thai-binh', '2021', 'Thái Bình'],
  ] as const;
  return (
    <footer className={css.foot}>
      <div className={css.inner}>
        {words.samples}
        <ul>
          {samples.map(([territory, period, name]) => (
            <li key={territory}>
              <a href={`/v1/reporting/reports/${territory}/${period}.html?lang=${language}`}>
                {name}, {writePeriod(period, language)}
              </a>
            </li>
          ))}
          <li>
            <a href="/docs">{words.api}</a>
          </li>
          <li>
            <a href="/health/ready">{words.health}</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
