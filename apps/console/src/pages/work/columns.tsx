import { Link } from '@tanstack/react-router';
import { usePageWords, useSettings } from '../../app/settings';
import { useUnitName } from '../../figures/figure-value';
import type { GridColumn } from '../../kit/grid/grid-props';
import type { NumberStyle } from '../../kit/grid/written-number';
import type { Entries } from '../../kit/grid/history';
import { writeNumber } from '../../words/numbers';
import { changeOf, writeChange, type Figure } from './difference';
import { textOfEntry, type Entry } from './entry';
import { unitToSend, type Line } from './lines';
import type { Observation } from '../../api/observations';
import type { Month } from './use-month';
import { useLineName } from './use-line-name';
import css from './work.module.css';
import { words as both } from './words';

/** A figure of before, in grey; a link to its page that Enter follows. */
function Grey({ of }: { of: Observation | undefined }) {
  const { language } = useSettings();
  if (!of) return null;
  return (
    <Link className={css.grey} to="/figures/$id" params={{ id: of.id }} tabIndex={-1}>
      {writeNumber(of.value, language, { decimals: of.decimals })}
    </Link>
  );
}

function Change({ line, of, base }: { line: Line; of: Figure | undefined; base: Observation | undefined }) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const change = of && changeOf(line.indicator, of, base);
  if (!change) return null;
  if ('broken' in change) return <span className={css.small}>{words.broken}</span>;
  return writeChange(change, language);
}

function Name({ line }: { line: Line }) {
  const naming = useLineName();
  const unit = useUnitName(line.unit);
  const { whole, part } = naming(line.indicator.code, line.dimensions);
  return (
    <>
      {part ? (
        <span className={css.part}>
          <span className="visually-hidden">{whole}: </span>
          {part}
        </span>
      ) : (
        whole
      )}
      {unit && <span className={css.unit}> ({unit})</span>}
    </>
  );
}

/** The grid's columns: what is entered first, so that a narrow window shows it; what helps to judge beside it. */
export function useColumns(
  period: string,
  month: Month,
  entries: Entries<Entry>,
  style: NumberStyle,
): GridColumn<Line>[] {
  const words = usePageWords(both);
  const numberOf = (line: Line): Figure | undefined => {
    const entry = entries[line.key];
    const stands = month.own.get(line.key);
    if (!entry) return stands;
    return 'value' in entry ? { value: entry.value, unit: unitToSend(line, stands), period } : undefined;
  };
  return [
    { id: 'name', kind: 'name', header: words.indicator, cell: (line) => <Name line={line} /> },
    {
      id: 'value',
      kind: 'entry',
      header: words.value,
      cell: ({ key }) => textOfEntry(entries[key], month.own.get(key)?.value, style),
    },
    {
      id: 'before',
      kind: 'number',
      header: words.before,
      cell: ({ key }) => <Grey of={month.before.get(key)} />,
    },
    {
      id: 'change',
      kind: 'number',
      header: words.change,
      cell: (line) => <Change line={line} of={numberOf(line)} base={month.before.get(line.key)} />,
    },
    {
      id: 'yearBefore',
      kind: 'number',
      header: words.yearBefore,
      cell: ({ key }) => <Grey of={month.yearBefore.get(key)} />,
    },
    {
      id: 'changeYear',
      kind: 'number',
      header: words.changeYear,
      cell: (line) => <Change line={line} of={numberOf(line)} base={month.yearBefore.get(line.key)} />,
    },
    {
      id: 'state',
      kind: 'text',
      header: words.state,
      cell: ({ key }) => <State of={month.own.get(key)} isUnsaved={entries[key] !== undefined} />,
    },
  ];
}

const marks = { none: '○', draft: '✎', submitted: '◐', approved: '●', returned: '↩' };

/** How far a figure has come, by mark and word, and the way to its page. */
function State({ of, isUnsaved }: { of: Observation | undefined; isUnsaved: boolean }) {
  const words = usePageWords(both);
  const state = of?.state ?? 'none';
  const said = (
    <>
      <span aria-hidden="true">{marks[state]}</span> {words[state]}
      {of && ` (${words[of.status]})`}
    </>
  );
  return (
    <>
      {isUnsaved && (
        <span className={css.unsaved}>
          <span aria-hidden="true">✱</span> {words.unsaved}
        </span>
      )}
      {of ? (
        <Link
          className={state === 'returned' ? css.action : undefined}
          to="/figures/$id"
          params={{ id: of.id }}
          tabIndex={-1}
        >
          {said}
        </Link>
      ) : (
        said
      )}
    </>
  );
}
