import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { usePageWords } from '../../app/settings';
import { TroubleNotice } from '../../kit/notice';
import { answered, entries } from '../registers/entries';
import { readDay, type Draft } from '../registers/draft';
import { Overlaps } from '../registers/overlaps';
import css from './calendar.module.css';
import { words as both } from './words';

const named = ['territory', 'level', 'place', 'country', 'placeTerritory', 'sectors', 'targetMarkets'];
const text = (value: Draft[string] | undefined): string => (typeof value === 'string' ? value : '');

const pause = 400;
/** What was typed, once nothing more was for a moment: not every letter is a question. */
function useSettled(draft: Draft): Draft {
  const [settled, setSettled] = useState(draft);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(draft), pause);
    return () => clearTimeout(timer);
  }, [draft]);
  return settled;
}

/** What an event would overlap with, while it is being entered; nothing is kept. */
export function DraftOverlaps({ draft: typed }: { draft: Draft }) {
  const words = usePageWords(both);
  const draft = useSettled(typed);
  const [startsOn, endsOn] = [readDay(text(draft['startsOn'])), readDay(text(draft['endsOn']))];
  const body = {
    ...Object.fromEntries(
      named.flatMap((name) => {
        const value = draft[name];
        return value === undefined || value.length === 0 ? [] : [[name, value]];
      }),
    ),
    startsOn,
    endsOn,
  };
  const isReady =
    startsOn !== null && endsOn !== null && startsOn <= endsOn && text(draft['territory']) !== '';
  const found = useQuery({
    queryKey: ['trade', 'promotion-events', 'draft', body],
    enabled: isReady,
    queryFn: async () => answered(await entries.POST('/v1/trade/promotion-events/overlaps', { body })),
    placeholderData: (before) => before,
  });
  return (
    <section aria-live="polite" className={css.draft} aria-label={words.draftOverlaps}>
      <h2>{words.draftOverlaps}</h2>
      {!isReady && <p>{words.fillFirst}</p>}
      {found.error && <TroubleNotice error={found.error} />}
      {isReady && found.data && <Overlaps found={found.data} />}
    </section>
  );
}
