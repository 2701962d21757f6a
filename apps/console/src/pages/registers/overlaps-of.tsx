import { useQuery } from '@tanstack/react-query';
import { usePageWords } from '../../app/settings';
import { Answer } from '../../kit/answer';
import { answered, entries } from './entries';
import { Overlaps } from './overlaps';
import css from './overlaps.module.css';
import { words as both } from './overlap-words';

/** What a registered event overlaps with as the calendar stands now. `version`: asked again when it was moved. */
export function OverlapsOf({ id, version }: { id: string; version: number }) {
  const words = usePageWords(both);
  const overlaps = useQuery({
    queryKey: ['trade', 'promotion-events', id, 'overlaps', version],
    queryFn: async () =>
      answered(await entries.GET('/v1/trade/promotion-events/{id}/overlaps', { params: { path: { id } } })),
  });
  return (
    <section className={css.section} aria-labelledby={`overlaps-${id}`}>
      <h2 id={`overlaps-${id}`}>{words.title}</h2>
      <Answer of={overlaps} lines={2}>
        {(found) => <Overlaps found={found} />}
      </Answer>
    </section>
  );
}
