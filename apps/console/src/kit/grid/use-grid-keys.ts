import type { ClipboardEvent, FocusEvent, KeyboardEvent } from 'react';
import { writeBlock } from './block';
import type { GridProps } from './grid-props';
import { moved, type Spot } from './moves';

interface Typing {
  text: string;
  inPlace: boolean;
}
interface State<Row> extends Pick<
  GridProps<Row>,
  'rows' | 'textOf' | 'isLocked' | 'onEnter' | 'onPaste' | 'onUndo' | 'onRedo'
> {
  shape: { rows: number; columns: number };
  entryColumn: number;
  spot: Spot;
  selected: ReadonlySet<number>;
  typing: Typing | null;
  setTyping: (typing: Typing | null) => void;
  go: (to: Spot, extending?: boolean) => void;
}

/** What the keys and the clipboard do in a grid. */
export function useGridKeys<Row>(state: State<Row>) {
  const { rows, textOf, isLocked, onEnter, onPaste, onUndo, onRedo } = state;
  const { shape, entryColumn, spot, selected, typing, setTyping, go } = state;
  const row = rows[spot.row];
  const chosen = [...selected].flatMap((n) => rows[n] ?? []);
  const mayType = row !== undefined && spot.column === entryColumn && !isLocked(row);

  const edit = () => {
    if (row && mayType) setTyping({ text: textOf(row), inPlace: true });
  };
  const commit = () => {
    if (row && typing && typing.text.trim() !== textOf(row)) onEnter(new Map([[row, typing.text]]));
    setTyping(null);
  };
  const fillDown = () => {
    const first = chosen.length > 1 ? chosen[0] : rows[spot.row - 1];
    const rest = (chosen.length > 1 ? chosen.slice(1) : chosen).filter((one) => !isLocked(one));
    if (first && rest.length > 0) onEnter(new Map(rest.map((one) => [one, textOf(first)])));
  };

  const whileTyping = (event: KeyboardEvent) => {
    const leaves = !typing?.inPlace && /^Arrow(Up|Down)$/.test(event.key);
    if (event.key === 'Escape') setTyping(null);
    else if (event.key === 'Tab') {
      commit();
      go({ row: spot.row + (event.shiftKey ? -1 : 1), column: entryColumn });
    } else if (event.key === 'Enter' || leaves) {
      commit();
      go(moved(spot, event, shape) ?? spot);
    } else if (event.key === 'F2') {
      setTyping(typing && { ...typing, inPlace: !typing.inPlace });
      event.preventDefault();
      return;
    } else return;
    if (event.key === 'Escape') go(spot);
    // At the last cell, Tab goes on to what comes after the grid.
    const after = spot.row + (event.shiftKey ? -1 : 1);
    if (event.key !== 'Tab' || (after >= 0 && after < shape.rows)) event.preventDefault();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (typing) {
      whileTyping(event);
      return;
    }
    const ctrl = event.ctrlKey || event.metaKey;
    const letter = event.key.toLowerCase();
    const isPlain = event.key.length === 1 && !ctrl && !event.altKey;
    if (ctrl && letter === 'z') (event.shiftKey ? onRedo : onUndo)();
    else if (ctrl && letter === 'y') onRedo();
    else if (ctrl && letter === 'd') {
      if (spot.column === entryColumn) fillDown();
    } else if (event.key === 'F2') edit();
    else if ((event.key === 'Delete' || event.key === 'Backspace') && mayType)
      onEnter(new Map(chosen.filter((one) => !isLocked(one)).map((one) => [one, ''])));
    else if (isPlain && event.key !== ' ' && mayType) setTyping({ text: event.key, inPlace: false });
    else if (event.key === 'Enter' && spot.column !== entryColumn && hasLink(event)) return;
    else {
      const to = moved(spot, event, shape);
      if (!to) return;
      go(to, event.shiftKey && event.key !== 'Enter');
    }
    event.preventDefault();
  };

  return {
    edit,
    commit,
    onKeyDown,
    /** Whoever goes elsewhere has entered what stands there. */
    onBlur: (event: FocusEvent) => {
      if (typing && !event.currentTarget.contains(event.relatedTarget)) commit();
    },
    onCopy: (event: ClipboardEvent) => {
      if (typing) return;
      event.clipboardData.setData('text/plain', writeBlock(chosen.map((one) => [textOf(one)])));
      event.preventDefault();
    },
    /** One number goes into the field that is open; several cells are a block, also there. */
    onPaste: (event: ClipboardEvent) => {
      const text = event.clipboardData.getData('text/plain');
      if (typing && !/[\t\n]/.test(text.trim())) return;
      setTyping(null);
      go(spot);
      onPaste(text, spot.row);
      event.preventDefault();
    },
  };
}

/** Follows the link of a cell, as a press on it would. */
function hasLink({ target }: KeyboardEvent): boolean {
  const link = target instanceof Element ? target.querySelector('a') : null;
  link?.click();
  return link !== null;
}
