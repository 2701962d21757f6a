/** A cell by row and column. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}
interface Shape {
  readonly rows: number;
  readonly columns: number;
}
interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey?: boolean;
  readonly shiftKey?: boolean;
}

const page = 10;

/** Where a key leads from a cell, as in a spreadsheet; null where it is no key that moves. It stops at the edges. */
export function moved({ row, column }: Spot, { key, ...pressed }: Pressed, shape: Shape): Spot | null {
  const far = pressed.ctrlKey || pressed.metaKey === true;
  const [lastRow, lastColumn] = [shape.rows - 1, shape.columns - 1];
  const to = (toRow: number, toColumn: number): Spot => ({
    row: Math.max(0, Math.min(toRow, lastRow)),
    column: Math.max(0, Math.min(toColumn, lastColumn)),
  });
  switch (key) {
    case 'ArrowUp':
      return to(far ? 0 : row - 1, column);
    case 'ArrowDown':
      return to(far ? lastRow : row + 1, column);
    case 'ArrowLeft':
      return to(row, far ? 0 : column - 1);
    case 'ArrowRight':
      return to(row, far ? lastColumn : column + 1);
    case 'Home':
      return to(far ? 0 : row, 0);
    case 'End':
      return to(far ? lastRow : row, lastColumn);
    case 'PageUp':
      return to(row - page, column);
    case 'PageDown':
      return to(row + page, column);
    case 'Enter':
      return to(row + (pressed.shiftKey ? -1 : 1), column);
    default:
      return null;
  }
}

/** The rows from one cell to another, in order, both included. */
export function rowsBetween(a: Spot, b: Spot): number[] {
  const first = Math.min(a.row, b.row);
  return Array.from({ length: Math.abs(a.row - b.row) + 1 }, (_, n) => first + n);
}
