import type { ReactNode } from 'react';

/** A sentence under a cell. A fault keeps the cell from being sent; a warning does not. */
export interface CellNote {
  readonly kind: 'fault' | 'warning' | 'hint';
  readonly text: string;
}

export interface GridColumn<Row> {
  readonly id: string;
  readonly header: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand on the right; `name` heads its row, `entry` is where one types. */
  readonly kind: 'name' | 'entry' | 'number' | 'text';
}

export interface GridProps<Row> {
  label: string;
  /** Id of what says how the keys work. */
  describedBy?: string;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  columns: readonly GridColumn<Row>[];
  /** What stands in the cell, as one would type it: begun with at F2, and copied. */
  textOf: (row: Row) => string;
  notesOf: (row: Row, typed?: string) => readonly CellNote[];
  isLocked: (row: Row) => boolean;
  /** Texts that were typed, filled down or cleared (empty), each for its row: one step. */
  onEnter: (texts: ReadonlyMap<Row, string>) => void;
  /** A block from the clipboard, for the rows from this one on. */
  onPaste: (text: string, firstRow: number) => void;
  onUndo: () => void;
  onRedo: () => void;
}
