import {
  flexRender,
  getCoreRowModel,
  getSortedRowModel,
  useReactTable,
  type ColumnDef,
  type RowData,
  type SortingState,
} from '@tanstack/react-table';
import { useState, type ReactNode } from 'react';
import css from './kit.module.css';

declare module '@tanstack/react-table' {
  interface ColumnMeta<TData extends RowData, TValue> {
    /** Numbers stand on the right; their unit in the header. */
    kind?: 'number' | 'rowHeader';
    readonly never?: [TData, TValue];
  }
}

interface Props<T> {
  caption: ReactNode;
  /** Whether the caption is shown or only read out: beside a heading that says the same. */
  captionShown?: boolean;
  columns: ColumnDef<T>[];
  rows: T[];
  /** Given where the order stands in the address. */
  sorting?: SortingState;
  onSortingChange?: (sorting: SortingState) => void;
  /** Sorted by whoever answers the rows, a page at a time. */
  sortedElsewhere?: boolean;
}

/** A table of rows. Columns sort where they have an accessor and are not told otherwise. */
export function Table<T>({
  caption,
  captionShown = false,
  columns,
  rows,
  sorting: given,
  onSortingChange,
  sortedElsewhere = false,
}: Props<T>) {
  const [own, setOwn] = useState<SortingState>([]);
  const sorting = given ?? own;
  const table = useReactTable({
    data: rows,
    columns,
    state: { sorting },
    onSortingChange: (change) => {
      const next = typeof change === 'function' ? change(sorting) : change;
      (onSortingChange ?? setOwn)(next);
    },
    manualSorting: sortedElsewhere,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
  });
  return (
    <div
      className={css.scroll}
      role="group"
      tabIndex={0}
      aria-label={typeof caption === 'string' ? caption : undefined}
    >
      <table className={css.table}>
        <caption className={captionShown ? '' : 'visually-hidden'}>{caption}</caption>
        <thead>
          {table.getHeaderGroups().map(({ id, headers }) => (
            <tr key={id}>
              {headers.map(({ column, getContext }) => {
                const name = flexRender(column.columnDef.header, getContext());
                const sorted = column.getIsSorted();
                return (
                  <th
                    key={column.id}
                    scope="col"
                    className={column.columnDef.meta?.kind === 'number' ? css.number : undefined}
                    {...(sorted && {
                      'aria-sort': sorted === 'asc' ? ('ascending' as const) : ('descending' as const),
                    })}
                  >
                    {column.getCanSort() ? (
                      <button type="button" className={css.sort} onClick={column.getToggleSortingHandler()}>
                        {name}
                        <span aria-hidden="true">
                          {sorted === 'asc' ? ' ↑' : sorted === 'desc' ? ' ↓' : ''}
                        </span>
                      </button>
                    ) : (
                      name
                    )}
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {row.getVisibleCells().map(({ id, column, getContext }) => {
                const content = flexRender(column.columnDef.cell, getContext());
                const kind = column.columnDef.meta?.kind;
                return kind === 'rowHeader' ? (
                  <th key={id} scope="row">
                    {content}
                  </th>
                ) : (
                  <td key={id} className={kind === 'number' ? css.number : undefined}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
