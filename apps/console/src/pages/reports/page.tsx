import { Link } from '@tanstack/react-router';
import { PageHeading } from '../../app/heading';
import { usePlace } from '../../app/place';
import { usePageWords, useSettings, useWords } from '../../app/settings';
import { Skeleton } from '../../kit/notice';
import { inPath, periodKey, readPeriod, writePeriod, writePeriodWithin } from '../../words/periods';
import css from './report.module.css';
import { words as both } from './words';

const monthsOfYear = Array.from({ length: 12 }, (_, n) => n + 1);

/** Of which territory and period is a report to be read? */
export default function Reports() {
  const words = usePageWords(both);
  const frame = useWords();
  const { language } = useSettings();
  const { territory, territoryName, period } = usePlace();
  const span = period ? readPeriod(period) : null;
  if (!period || !span)
    return (
      <>
        <PageHeading title={words.title} />
        <Skeleton lines={6} />
      </>
    );
  const { year } = span;
  const groups = [
    { name: words.runs, spans: monthsOfYear.map((months) => ({ year, month: 1, months })).reverse() },
    { name: words.quarters, spans: [1, 4, 7, 10].map((month) => ({ year, month, months: 3 })) },
    { name: words.months, spans: monthsOfYear.map((month) => ({ year, month, months: 1 })) },
  ];
  const of = (key: string) => ({
    to: '/reports/$territory/$period' as const,
    params: { territory, period: inPath(key) },
    search: { territory, period: key },
  });
  return (
    <>
      <PageHeading title={words.title} />
      <p>{words.intro.replace('{territory}', territoryName)}</p>
      <section className={css.section} aria-labelledby="chosen">
        <h2 id="chosen">{words.chosen}</h2>
        <p>
          <Link {...of(period)} className={css.chosen}>
            {words.reportOf
              .replace('{territory}', territoryName)
              .replace('{period}', writePeriodWithin(period, language))}
          </Link>
        </p>
        <p>{words.otherPlace.replace('{choose}', frame.chooseContext)}</p>
      </section>
      <section className={css.section} aria-labelledby="periods">
        <h2 id="periods">{words.otherPeriods.replace('{year}', String(year))}</h2>
        <div className={css.periods}>
          {groups.map(({ name, spans }) => (
            <div key={name}>
              <h3>{name}</h3>
              <ul>
                {spans.map(periodKey).map((key) => (
                  <li key={key}>
                    <Link {...of(key)}>{writePeriod(key, language)}</Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </section>
      <nav className={css.years} aria-label={words.years}>
        {[year - 1, year + 1].map((one) => (
          <Link key={one} to="/reports" search={{ territory, period: periodKey({ ...span, year: one }) }}>
            {one < year ? '← ' : ''}
            {words.earlier.replace('{year}', String(one))}
            {one > year ? ' →' : ''}
          </Link>
        ))}
      </nav>
    </>
  );
}
