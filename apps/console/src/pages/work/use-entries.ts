import { useRef, useState } from 'react';
import { begin, enter, redo, undo, type Entries, type Step } from '../../kit/grid/history';
import { keep, kept, leftAfter, type Entry } from './entry';

/** What is entered into one grid, with its undo, kept on this computer under `place`; and what was kept there before. */
export function useEntries(place: string) {
  const [offered, setOffered] = useState(() => kept(place));
  const [history, setHistory] = useState(() => begin<Entry>());
  const [isKept, setKept] = useState(true);
  /** What is so by now: an answer comes later than the render that asked for it. */
  const now = useRef(history);
  /** What this window has kept, or was offered and nobody has said what becomes of it. */
  const mine = useRef<Entries<Entry>>(offered?.entries ?? {});
  const stillOffered = useRef(offered?.entries ?? {});
  const put = (next: typeof history) => {
    now.current = next;
    setHistory(next);
    // What was kept stays beside what is entered until somebody has said what becomes of it.
    const toKeep = { ...stillOffered.current, ...next.entries };
    const done = keep(place, mine.current, toKeep);
    if (done) mine.current = toKeep;
    setKept(done);
  };
  const answerOffer = (next: typeof history) => {
    stillOffered.current = {};
    setOffered(null);
    put(next);
  };
  return {
    entries: history.entries,
    /** Whether this computer keeps them: a browser that is full or forbidden to does not. */
    isKept,
    mayUndo: history.before.length > 0,
    mayRedo: history.undone.length > 0,
    enter: (step: Step<Entry>) => put(enter(now.current, step)),
    undo: () => put(undo(now.current)),
    redo: () => put(redo(now.current)),
    /** After these have been recorded: what was entered meanwhile, and what could not be sent, stays. */
    sent: (recorded: Entries<Entry>) => put(begin(leftAfter(now.current.entries, recorded))),
    offered,
    takeUp: () => {
      if (offered) answerOffer(enter(now.current, { ...offered.entries, ...now.current.entries }));
    },
    discard: () => answerOffer(now.current),
  };
}
