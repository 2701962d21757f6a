import type { ReactNode } from 'react';
import { usePageWords, useSettings } from '../../app/settings';
import { StatusMark } from '../../figures/figure-value';
import { useSourceName } from '../../figures/sources';
import { writeDay, writePeriod } from '../../words/periods';
import type { Lineage, Statement } from './cell';
import { usePlaceName } from '../../figures/place-name';
import css from './figure.module.css';
import { words as both } from './words';

interface Props {
  statement: Statement;
  record: Lineage['record'] | undefined;
}

/** What one statement is: of where and when, who says so, in which document and line, and whether it is the one in use. */
export function Facts({ statement, record }: Props) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const sourceName = useSourceName();
  const { status, state, measure, source, asOf, territory, period, periodBasis, basis, unitPrinted, window } =
    statement;
  const facts: [string, ReactNode][] = [
    [words.status, <StatusMark key="status" status={status} />],
    [words.state, words[state]],
    [words.measure, words[measure]],
    [words.territory, usePlaceName(territory) + (basis ? `, ${words.recast}` : '')],
    [words.period, writePeriod(period, language) + (periodBasis === 'inferred' ? `, ${words.inferred}` : '')],
    [words.source, sourceName(source)],
    [words.statedOn, asOf === null ? words.unknownDay : writeDay(asOf, language)],
    [words.document, useDocumentName()(statement)],
  ];
  if (unitPrinted !== null) facts.push([words.unitPrinted, unitPrinted]);
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{words.facts}</h2>
      <dl className={css.facts}>
        {facts.map(([term, fact]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      {window && (
        <p className={css.note}>
          {words.window
            .replace('{from}', writeDay(window.from, language))
            .replace('{to}', writeDay(window.to, language))}
        </p>
      )}
      {record && <p className={css.note}>{record.message[language]}</p>}
    </section>
  );
}

/** Document and line that a number was read in. */
export function useDocumentName(): (from: { document: string | null; row: number | null }) => string {
  const words = usePageWords(both);
  return ({ document, row }) => {
    if (document === null) return words.noDocument;
    if (row === null) return document;
    return words.line.replace('{document}', document).replace('{row}', String(row));
  };
}
