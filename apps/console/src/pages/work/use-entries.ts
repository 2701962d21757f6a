import { useState } from 'react';
import { begin, enter, redo, undo, type Entries, type Step } from '../../kit/grid/history';
import { keep, kept, type Entry } from './entry';

/** What is entered into one grid, with its undo, kept on this computer under `place`; and what was kept there before. */
export function useEntries(place: string) {
  const [offered, setOffered] = useState(() => kept(place));
  const [history, setHistory] = useState(() => begin<Entry>());
  const put = (next: typeof history, before: Entries<Entry> = offered?.entries ?? {}) => {
    setHistory(next);
    // What was kept stays beside what is entered until somebody has said what becomes of it.
    keep(place, { ...before, ...next.entries });
  };
  return {
    entries: history.entries,
    mayUndo: history.before.length > 0,
    mayRedo: history.undone.length > 0,
    enter: (step: Step<Entry>) => put(enter(history, step)),
    undo: () => put(undo(history)),
    redo: () => put(redo(history)),
    /** After what was entered has been recorded; what could not be sent stays. */
    sent: () => {
      const left = Object.entries(history.entries).filter(([, entry]) => 'unreadable' in entry);
      put(begin(Object.fromEntries(left)));
    },
    offered,
    takeUp: () => {
      if (offered) put(enter(history, { ...offered.entries, ...history.entries }), {});
      setOffered(null);
    },
    discard: () => {
      setOffered(null);
      put(history, {});
    },
  };
}
