import { useEffect, useId, useRef, useState } from 'react';
import { Editor } from './editor';
import type { GridProps } from './grid-props';
import { rowsBetween, type Spot } from './moves';
import css from './grid.module.css';
import { useGridKeys } from './use-grid-keys';

/** ARIA's practices make a table a grid so that cells keep their headers. */
const asGrid = { role: 'grid' };

/** One column to type into, beside what helps to judge: a grid as of a spreadsheet (ARIA grid, one cell in the tab order). */
export function Grid<Row>(props: GridProps<Row>) {
  const { label, describedBy, rows, rowKey, columns, notesOf, isLocked } = props;
  const table = useRef<HTMLTableElement>(null);
  const prefix = useId();
  const entryColumn = columns.findIndex(({ kind }) => kind === 'entry');
  const [at, setAt] = useState<Spot>({ row: 0, column: entryColumn });
  const keyAt = (row: number) => rows.slice(row, row + 1).map(rowKey)[0];
  const [key, setKey] = useState(() => keyAt(0));
  const [anchor, setAnchor] = useState<Spot | null>(null);
  /** What is being typed, and whether the arrows move within it (F2). */
  const [typing, setTyping] = useState<{ text: string; inPlace: boolean } | null>(null);
  const wantsFocus = useRef(false);
  // Rows may come and go while one types: one stays with one's row.
  const same = rows.findIndex((row) => rowKey(row) === key);
  const spot = {
    row: same >= 0 ? same : Math.min(at.row, Math.max(0, rows.length - 1)),
    column: at.column,
  };
  const selected = new Set(anchor ? rowsBetween(anchor, spot) : [spot.row]);

  const go = (to: Spot, extending = false) => {
    setAnchor(extending ? (anchor ?? spot) : null);
    setAt(to);
    setKey(keyAt(to.row));
    wantsFocus.current = true;
  };
  const { edit, commit, ...keys } = useGridKeys({
    ...props,
    shape: { rows: rows.length, columns: columns.length },
    entryColumn,
    spot,
    selected,
    typing,
    setTyping,
    go,
  });

  useEffect(() => {
    if (!wantsFocus.current || typing) return;
    wantsFocus.current = false;
    table.current?.querySelector<HTMLElement>('[data-spot]')?.focus();
  });

  return (
    <div className={css.scroll}>
      <table
        ref={table}
        {...asGrid}
        className={css.grid}
        aria-label={label}
        aria-multiselectable="true"
        aria-rowcount={rows.length + 1}
        {...(describedBy && { 'aria-describedby': describedBy })}
        {...keys}
      >
        <thead>
          <tr>
            {columns.map(({ id, header, kind }) => (
              <th key={id} scope="col" className={kind === 'name' ? css.name : css[kind]}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, n) => {
            const key = rowKey(row);
            const isEditing = typing !== null && n === spot.row;
            const notes = notesOf(row, isEditing ? typing.text : undefined);
            const noteId = `${prefix}-${n}`;
            return (
              <tr key={key} aria-rowindex={n + 2}>
                {columns.map(({ id, kind, cell }, column) => {
                  const isSpot = n === spot.row && column === spot.column;
                  const isEntry = kind === 'entry';
                  const isFaulty = isEntry && notes.some((note) => note.kind === 'fault');
                  return (
                    <td
                      key={id}
                      role={kind === 'name' ? 'rowheader' : 'gridcell'}
                      tabIndex={isSpot ? 0 : -1}
                      className={`${css[kind] ?? ''} ${isFaulty ? (css.faulty ?? '') : ''}`}
                      {...(isSpot && { 'data-spot': '' })}
                      {...(isEntry && {
                        'aria-selected': selected.has(n) && spot.column === entryColumn,
                        'aria-readonly': isLocked(row),
                        'aria-invalid': isFaulty,
                        ...(notes.length > 0 && { 'aria-describedby': noteId }),
                      })}
                      onMouseDown={(event) => {
                        if (event.target instanceof HTMLInputElement) return;
                        commit();
                        // Pressed where one stands already: by touch there is no F2.
                        const again = isSpot && isEntry && event.currentTarget === document.activeElement;
                        if (again && !isLocked(row)) edit();
                        else go({ row: n, column }, event.shiftKey);
                      }}
                    >
                      {isEntry && isEditing ? (
                        <Editor
                          label={label}
                          describedBy={noteId}
                          typing={typing}
                          onChange={(text) => setTyping({ ...typing, text })}
                        />
                      ) : (
                        cell(row)
                      )}
                      {/* There before its first sentence: what appears together with it is not read out. */}
                      {isEntry && (notes.length > 0 || n === spot.row) && (
                        <div id={noteId} className={css.notes} aria-live={n === spot.row ? 'polite' : 'off'}>
                          {notes.map((note) => (
                            <p key={note.text} className={css[note.kind]}>
                              {note.text}
                            </p>
                          ))}
                        </div>
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
