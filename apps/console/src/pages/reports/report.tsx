import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { queries } from '../../api/client';
import { PageHeading } from '../../app/heading';
import { useNaming, usePageWords, useSettings } from '../../app/settings';
import { Answer } from '../../kit/answer';
import { Notice } from '../../kit/notice';
import { fromPath, inPath, writeDay, writeMoment, writePeriodWithin } from '../../words/periods';
import { Actions } from './actions';
import type { Of, Report } from './answer';
import { sectionOf } from './answer';
import { AllChecks, ChecksBeside } from './checks';
import { Clusters } from './clusters';
import { FiguresTable } from './figures-table';
import { Notes } from './notes';
import { References } from './references';
import css from './report.module.css';
import { Sentences } from './sentences';
import { usePlaceOfPath } from './place-of-path';
import { words as both } from './words';

const from = '/reports/$territory/$period';

/** The report of a territory and period: what we tell others, each figure leading to its page. */
export default function ReportPage() {
  const words = usePageWords(both);
  const { language } = useSettings();
  const params = useParams({ from });
  const { on, asOf } = useSearch({ from });
  const { territory } = params;
  const period = fromPath(params.period);
  usePlaceOfPath({ territory, period });
  const asked = useQuery(
    queries.queryOptions('get', '/v1/reporting/reports/{territory}/{period}', {
      params: { path: { territory, period: inPath(period) }, query: { on, asOf } },
    }),
  );
  const name = asked.data?.territoryName[language];
  const title = name ? `${words.report}: ${name}, ${writePeriodWithin(period, language)}` : words.report;
  return (
    <article className={css.report}>
      <PageHeading title={title} />
      <Actions key={asOf} of={{ territory, period }} on={on} asOf={asOf} />
      <Answer of={asked} lines={12}>
        {(report) => <Read report={report} of={{ territory, period }} />}
      </Answer>
    </article>
  );
}

function Read({ report, of }: { report: Report; of: Of }) {
  const words = usePageWords(both);
  const naming = useNaming();
  const { sections } = report;
  const references = new References(sections);
  const checks = sections.flatMap((section) => section.checks ?? []);
  const isEmpty = sections.every(({ items, clusters }) => items.length === 0 && !clusters?.count);
  return (
    <>
      <Dates report={report} />
      {isEmpty && (
        <Notice title={words.nothing.replace('{territory}', naming(report.territoryName))}>
          <p>{words.nothingToDo}</p>
        </Notice>
      )}
      {sections.map((section, n) => (
        <section key={section.key} className={css.section} aria-labelledby={section.key}>
          <h2 id={section.key}>
            {n + 1}. {naming(section.title)}
          </h2>
          {section.key === 'checks' ? (
            <AllChecks checks={checks} sections={sections} />
          ) : (
            <>
              <div className={css.said}>
                <div className={css.sentences}>
                  <Sentences section={section} of={of} />
                  {section.clusters && <Clusters clusters={section.clusters} />}
                </div>
                <ChecksBeside
                  section={section}
                  checks={checks.filter((check) => sectionOf(check, sections) === section)}
                />
              </div>
              <FiguresTable section={section} of={of} references={references} />
            </>
          )}
        </section>
      ))}
      <Notes report={report} references={references} />
    </>
  );
}

/** On which map, as known when, and when it was printed. */
function Dates({ report: { on, asOf, knownAt } }: { report: Report }) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const printedAt = usePrinting();
  const said = [
    ...(on ? [words.onMap.replace('{day}', writeDay(on, language))] : []),
    ...(asOf ? [words.knownOn.replace('{day}', writeDay(asOf, language))] : []),
    ...(knownAt ? [words.knownAt.replace('{moment}', writeMoment(knownAt, language))] : []),
  ];
  return (
    <p className={css.dates}>
      {said.join(' · ')}
      <span className={css.printedAt}>
        {' '}
        · {words.printedAt.replace('{moment}', writeMoment(printedAt, language))}
      </span>
    </p>
  );
}

/** When it is printed; what is folded up is printed, too. */
function usePrinting(): string {
  const [at, setAt] = useState(() => new Date().toISOString());
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const before = (): void => {
      setAt(new Date().toISOString());
      opened = [...document.querySelectorAll('main details')].filter(
        (one): one is HTMLDetailsElement => one instanceof HTMLDetailsElement && !one.open,
      );
      for (const one of opened) one.open = true;
    };
    const after = (): void => {
      for (const one of opened) one.open = false;
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return at;
}
