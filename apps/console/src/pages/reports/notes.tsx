import { useNaming, usePageWords, useSettings } from '../../app/settings';
import { useSourceName } from '../../figures/sources';
import { writeDay } from '../../words/periods';
import type { Cell, Item, Report } from './answer';
import type { Reference, References } from './references';
import css from './report.module.css';
import { words as both } from './words';

const cellsOf = ({ plan, planPct, overPlanPct, expectedPct, gapPp, yoyPct }: Item): Cell[] => [
  ...[plan, planPct, overPlanPct, expectedPct, gapPp, yoyPct],
];

/** What the few words and ranges in the tables mean, and where the figures come from. */
export function Notes({ report, references }: { report: Report; references: References }) {
  const words = usePageWords(both);
  const naming = useNaming();
  const items = report.sections.flatMap((section) => section.items);
  const cells = items.flatMap(cellsOf);
  const refusals = new Map(
    [...cells, ...items].flatMap(({ refusal }) =>
      refusal ? [[refusal.code + naming(refusal.message), refusal] as const] : [],
    ),
  );
  const notes = [
    ...(cells.some(({ value, interval }) => value === null && interval) ? [words.implied] : []),
    ...(items.some(({ expectedPct }) => expectedPct.label === 'linear') ? [words.linear] : []),
    ...[...refusals.values()].map(({ code, message }) =>
      words.refused.replace('{short}', words[code]).replace('{sentence}', naming(message)),
    ),
  ];
  return (
    <>
      {notes.length > 0 && (
        <section className={css.notes} aria-labelledby="notes">
          <h2 id="notes">{words.notes}</h2>
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
      {references.list.length > 0 && (
        <section className={css.notes} aria-labelledby="sources">
          <h2 id="sources">{words.sourcesTitle}</h2>
          <ol>
            {references.list.map((reference, n) => (
              <li key={n} id={`source-${n + 1}`}>
                <SourceWords reference={reference} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function SourceWords({ reference: { source, asOf, document, rows } }: { reference: Reference }) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const nameOf = useSourceName();
  const said = words.source
    .replace('{source}', nameOf(source))
    .replace('{day}', asOf === null ? words.unknownDate : writeDay(asOf, language));
  const where =
    document === null
      ? words.noDocument
      : words.document.replace('{document}', document).replace('{rows}', rows.join(', '));
  return (
    <>
      {said} – {where}
    </>
  );
}
