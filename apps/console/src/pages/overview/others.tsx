import type { ColumnDef } from '@tanstack/react-table';
import { useNaming, usePageWords } from '../../app/settings';
import { useBreakdown } from '../../figures/breakdown';
import { FigureValue } from '../../figures/figure-value';
import { Table } from '../../kit/table';
import type { Item } from './item';
import { words as both } from './words';

interface Props {
  items: Item[];
  territory: string;
  period: string;
}

/** What has no plan: its value and its growth, or why there is none. */
export function OtherIndicators({ items, territory, period }: Props) {
  const words = usePageWords(both);
  const naming = useNaming();
  const breakdown = useBreakdown();
  const nameOf = ({ name, indicator, dimensions }: Item) => {
    const parts = breakdown(indicator, dimensions);
    return naming(name) + (parts && ` (${parts})`);
  };
  const keyOf = ({ indicator, dimensions }: Item) => ({ indicator, dimensions, territory, period });
  const columns: ColumnDef<Item>[] = [
    {
      id: 'name',
      header: words.indicator,
      cell: ({ row }) => nameOf(row.original),
      meta: { kind: 'rowHeader' },
    },
    {
      id: 'value',
      header: words.value,
      meta: { kind: 'number' },
      cell: ({ row: { original } }) => (
        <FigureValue
          of={original.actual ?? original.made ?? { value: null, refusal: original.refusal }}
          unit={original.unit}
          to={keyOf(original)}
        />
      ),
    },
    {
      id: 'growth',
      header: words.growth,
      meta: { kind: 'number' },
      cell: ({ row: { original } }) => (
        <FigureValue of={original.yoyPct} unit="PCT" to={keyOf(original)} number="yoyPct" signed />
      ),
    },
  ];
  return <Table caption={words.others} columns={columns} rows={items} />;
}
