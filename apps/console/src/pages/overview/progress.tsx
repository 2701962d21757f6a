import { usePageWords, useSettings } from '../../app/settings';
import { writeNumber } from '../../words/numbers';
import type { Item } from './item';
import css from './overview.module.css';
import { words as both } from './words';

interface Props {
  reached: Item['planPct'];
  expected: string | null;
}

/** How much of the plan is reached, and where the mark of what is due stands. Whoever does not see it has the numbers below. */
export function Progress({ reached, expected }: Props) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const share = reached.value ?? reached.interval?.low ?? null;
  const most = Math.max(100, Number(share), Number(expected));
  const at = (value: string) => `${(Math.max(0, Number(value)) / most) * 100}%`;
  return (
    <div className={css.progress} aria-hidden="true">
      <div className={css.line}>
        {share !== null && <span className={css.reached} style={{ width: at(share) }} />}
        {expected !== null && <span className={css.due} style={{ left: at(expected) }} />}
      </div>
      {expected !== null && (
        <span className={css.dueWord} style={{ paddingLeft: `min(${at(expected)}, 100% - 9rem)` }}>
          {writeNumber(expected, language)}% {words.expected}
        </span>
      )}
    </div>
  );
}
