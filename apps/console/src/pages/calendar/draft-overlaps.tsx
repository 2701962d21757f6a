import { useQuery } from '@tanstack/react-query';
import { usePageWords } from '../../app/settings';
import { TroubleNotice } from '../../kit/notice';
import { answered, entries } from '../registers/entries';
import type { Draft } from '../registers/draft';
import { Overlaps } from '../registers/overlaps';
import css from './calendar.module.css';
import { words as both } from './words';

const named = [
  'territory',
  'level',
  'startsOn',
  'endsOn',
  'place',
  'country',
  'placeTerritory',
  'sectors',
  'targetMarkets',
];
const day = /^[12]\d{3}-\d\d-\d\d$/;
const text = (value: Draft[string] | undefined): string => (typeof value === 'string' ? value : '');

/** What an event would overlap with, while it is being entered; nothing is kept. */
export function DraftOverlaps({ draft }: { draft: Draft }) {
  const words = usePageWords(both);
  const [from, to] = [text(draft['startsOn']), text(draft['endsOn'])];
  const body = Object.fromEntries(
    named.flatMap((name) => {
      const value = draft[name];
      return value === undefined || value.length === 0 ? [] : [[name, value]];
    }),
  );
  const isReady = day.test(from) && day.test(to) && from <= to && text(draft['territory']) !== '';
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
