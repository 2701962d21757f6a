import type { ColumnDef } from '@tanstack/react-table';
import { useNaming, usePageWords, useSettings } from '../../app/settings';
import { useAccountName } from '../../app/account-name';
import type { components } from '../../api/schema';
import { useIndicators } from '../../api/reference';
import { FigureValue } from '../../figures/figure-value';
import { Table } from '../../kit/table';
import { writeMoment, writePeriod } from '../../words/periods';
import { changeOf, writeChange } from './difference';
import { fill } from './fill';
import type { Waiting } from './queue';
import type { Observation } from '../../api/observations';
import { useLineName } from './use-line-name';
import css from './work.module.css';
import { words as both } from './queue-words';

export type Check = components['schemas']['CheckResult'];

interface Props {
  rows: Waiting[];
  chosen: ReadonlySet<string>;
  onChoose: (id: string, isChosen: boolean) => void;
  /** What contradicts a figure, were all that waits approved. */
  checksOf: (figure: Observation) => readonly Check[];
  refusals: ReadonlyMap<string, string>;
}

/** What a figure is held against. */
const bases = ['before', 'yearBefore', 'vintage'] as const;

/** The figures that wait: each beside what it was last time, with what speaks against it. */
export function QueueTable({ rows, chosen, onChoose, checksOf, refusals }: Props) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const naming = useLineName();
  const accountName = useAccountName();
  const nameOf = ({ indicator, dimensions }: Observation) => {
    const { whole, part } = naming(indicator, dimensions);
    return part ? `${whole}: ${part}` : whole;
  };
  const { data: indicators } = useIndicators();
  const changeOn = (waiting: Waiting, base: (typeof bases)[number]) => {
    const indicator = indicators?.get(waiting.figure.indicator);
    return indicator ? changeOf(indicator, waiting.figure, waiting[base]) : null;
  };
  const whyBroken = (waiting: Waiting): string[] => {
    const changes = bases.map((base) => changeOn(waiting, base));
    const notes = changes.flatMap((one) => (one && 'broken' in one ? [one.broken.note[language]] : []));
    return [...new Set(notes)];
  };
  const columns: ColumnDef<Waiting>[] = [
    {
      id: 'choose',
      header: () => <span className="visually-hidden">{words.choose}</span>,
      cell: ({ row: { original } }) => (
        <input
          type="checkbox"
          className={css.check}
          aria-label={fill(words.chooseOne, {
            name: `${nameOf(original.figure)}, ${writePeriod(original.figure.period, language)}`,
          })}
          checked={chosen.has(original.figure.id)}
          onChange={({ target }) => onChoose(original.figure.id, target.checked)}
        />
      ),
    },
    {
      id: 'indicator',
      header: words.indicator,
      meta: { kind: 'rowHeader' },
      cell: ({ row: { original } }) => (
        <>
          {nameOf(original.figure)}
          {words[original.figure.measure] && ` (${words[original.figure.measure]})`}
          <Remarks
            isLeftToOthers={original.isLeftToOthers}
            breaks={whyBroken(original)}
            checks={checksOf(original.figure)}
            refusal={refusals.get(original.figure.id)}
          />
        </>
      ),
    },
    {
      id: 'period',
      header: words.period,
      cell: ({ row }) => writePeriod(row.original.figure.period, language),
    },
    {
      id: 'by',
      header: words.by,
      cell: ({ row: { original } }) => (
        <>
          {original.figure.recordedBy !== null && accountName(original.figure.recordedBy)}
          <br />
          <span className={css.small}>{writeMoment(original.figure.recordedAt, language)}</span>
        </>
      ),
    },
    {
      id: 'value',
      header: words.value,
      meta: { kind: 'number' },
      cell: ({ row: { original } }) => (
        <FigureValue of={original.figure} unit={original.figure.unit} to={original.figure.id} />
      ),
    },
    ...bases.map((base): ColumnDef<Waiting> => ({
      id: base,
      header: words[base],
      meta: { kind: 'number' },
      cell: ({ row: { original } }) => (
        <Difference figure={original.figure} base={original[base]} change={changeOn(original, base)} />
      ),
    })),
  ];
  return <Table caption={words.title} columns={columns} rows={rows} />;
}

interface DifferenceProps {
  figure: Observation;
  base: Observation | undefined;
  change: ReturnType<typeof changeOf>;
}
/** “+9,6% từ 33.328”: the number it is held against leads to its page. */
function Difference({ figure, base, change }: DifferenceProps) {
  const words = usePageWords(both);
  const { language } = useSettings();
  if (!base) return <span className={css.small}>–</span>;
  const [from, after] = (change && 'amount' in change ? words.of : words.beside).split('{value}');
  return (
    <>
      {change && 'amount' in change && <div>{writeChange(change, language)}</div>}
      <span className={css.small}>
        {from}
        <FigureValue
          of={{ value: base.value, decimals: base.decimals }}
          unit={base.unit === figure.unit ? undefined : base.unit}
          to={base.id}
        />
        {after}
      </span>
      {change && 'broken' in change && <div className={css.small}>{words.broken}</div>}
    </>
  );
}

function Remarks({
  isLeftToOthers,
  breaks,
  checks,
  refusal,
}: {
  isLeftToOthers: boolean;
  /** Why it is not held against what was before. */
  breaks: readonly string[];
  checks: readonly Check[];
  refusal?: string | undefined;
}) {
  const words = usePageWords(both);
  const naming = useNaming();
  return (
    <div className={css.remarks}>
      {refusal && <p className={css.refused}>{refusal}</p>}
      {isLeftToOthers && <p>{words.own}</p>}
      {breaks.map((why) => (
        <p key={why}>{fill(words.brokenWhy, { why })}</p>
      ))}
      {checks.map(({ code, message }) => (
        <p key={`${code} ${message.vi}`}>{naming(message)}</p>
      ))}
    </div>
  );
}
