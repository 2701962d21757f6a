import type { ColumnDef } from '@tanstack/react-table';
import { useNaming, usePageWords, useSettings } from '../../app/settings';
import { useBreakdown } from '../../figures/breakdown';
import type { NumberOfCell } from '../../figures/figure-key';
import { FigureValue, useUnitName } from '../../figures/figure-value';
import { Table } from '../../kit/table';
import { writePeriodWithin } from '../../words/periods';
import { isWholeYear, type Cell, type Item, type Of, type Section } from './answer';
import type { References } from './references';
import css from './report.module.css';
import { words as both } from './words';

interface Props {
  section: Section;
  of: Of;
  references: References;
}

/** The figures of a section as a department prints them; what nobody has a plan for has no columns about it. */
export function FiguresTable({ section, of, references }: Props) {
  const words = usePageWords(both);
  const naming = useNaming();
  const { items } = section;
  if (items.length === 0) return null;
  const isPlanned = items.some(({ plan }) => plan.value !== null || plan.interval !== undefined);
  const number = (id: string, header: string, cell: (item: Item) => React.ReactNode): ColumnDef<Item> => ({
    ...{ id, header, meta: { kind: 'number' } },
    cell: ({ row }) => cell(row.original),
  });
  const derived = (as: NumberOfCell, header: string, read: (item: Item) => Cell, unit?: string) =>
    number(as, header, (item) => (
      <Derived cell={read(item)} as={as} item={item} of={of} unit={unit} signed={unit !== undefined} />
    ));
  const aboutPlan = isWholeYear(of.period)
    ? [derived('overPlanPct', words.above, ({ overPlanPct }) => overPlanPct, 'PCT')]
    : [
        number('expectedPct', words.expected, (item) => (
          <Derived cell={item.expectedPct} as="expectedPct" item={item} of={of} unit="PCT" />
        )),
        derived('gapPp', words.gap, ({ gapPp }) => gapPp, 'PP'),
      ];
  const columns: ColumnDef<Item>[] = [
    {
      ...{ id: 'name', header: words.indicator, meta: { kind: 'rowHeader' } },
      cell: ({ row }) => <Name item={row.original} />,
    },
    number('actual', words.actual, (item) => <Actual item={item} of={of} />),
    ...(isPlanned
      ? [
          derived('plan', words.planColumn, ({ plan }) => plan),
          number('planPct', words.planPct, (item) => (
            <Derived cell={item.planPct} as="planPct" item={item} of={of} unit="PCT" />
          )),
          ...aboutPlan,
        ]
      : []),
    derived('yoyPct', words.yoy, ({ yoyPct }) => yoyPct, 'PCT'),
    number('sources', words.sources, (item) => <Refer numbers={references.of(item)} />),
  ];
  return (
    <div className={css.table}>
      <Table
        caption={words.table.replace('{section}', naming(section.title))}
        columns={columns}
        rows={items}
      />
    </div>
  );
}

function Name({ item }: { item: Item }) {
  const naming = useNaming();
  const breakdown = useBreakdown();
  const unit = useUnitName(item.unit);
  const parts = breakdown(item.indicator, item.dimensions);
  return (
    <>
      {naming(item.name)}
      {unit && <span className={css.small}> ({unit})</span>}
      {parts && <small className={css.part}>{parts}</small>}
    </>
  );
}

/** The figure, how final it is, and its own period where that is another one. */
function Actual({ item, of }: { item: Item; of: Of }) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const { actual, made, refusal, indicator, dimensions } = item;
  const shown = actual ?? made;
  if (!shown) {
    const why = indicator === 'GROWTH_TARGET' ? words.targetOnly : words[refusal?.code ?? 'no-figure'];
    return <span className={css.refused}>{why}</span>;
  }
  const notes = [
    ...(made && !actual ? [words.made] : []),
    ...(shown.period === of.period ? [] : [writePeriodWithin(shown.period, language)]),
    ...(actual?.periodBasis === 'inferred' ? [words.inferred] : []),
  ];
  return (
    <>
      <FigureValue of={shown} to={{ indicator, ...of, dimensions }} />
      {notes.length > 0 && <small className={css.part}>{notes.join('; ')}</small>}
    </>
  );
}

interface DerivedProps {
  cell: Cell;
  as: NumberOfCell;
  item: Item;
  of: Of;
  unit?: string | undefined;
  signed?: boolean;
}

/** A number of the item; in its place a few words, whose sentence stands among the notes. */
function Derived({ cell, as, item, of, unit, signed = false }: DerivedProps) {
  const words = usePageWords(both);
  const { indicator, dimensions } = item;
  if (cell.refusal) return <span className={css.refused}>{words[cell.refusal.code]}</span>;
  return (
    <FigureValue of={cell} unit={unit} to={{ indicator, ...of, dimensions }} number={as} signed={signed} />
  );
}

function Refer({ numbers }: { numbers: readonly number[] }) {
  return numbers.map((number) => (
    <a key={number} href={`#source-${number}`} className={css.refer}>
      [{number}]
    </a>
  ));
}
