import { usePageWords, useSettings } from '../../app/settings';
import css from './explore.module.css';
import { grouped } from './grouped';
import type { Line } from './lines';
import { writeReason } from './rows';
import { words as both } from './words';

interface Props {
  lines: readonly Line[];
  periods: readonly string[];
  writePeriod: (period: string) => string;
}

/** Where the chart has gaps that the API gives a reason for: the reason, of whom, and for when. */
export function Refusals({ lines, periods, writePeriod }: Props) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const reasons = new Map<string, string[]>();
  for (const { name, points } of lines) {
    const refused = periods.flatMap((period) => {
      const refusal = points.get(period)?.refusal ?? null;
      return refusal === null ? [] : [{ period, reason: writeReason(refusal, language, words) }];
    });
    for (const [reason, of] of grouped(refused, (one) => one.reason)) {
      const [first, last] = [of[0]?.period ?? '', of.at(-1)?.period ?? ''];
      const when = first === last ? writePeriod(first) : `${writePeriod(first)} – ${writePeriod(last)}`;
      reasons.set(reason, [...(reasons.get(reason) ?? []), `${name} (${when})`]);
    }
  }
  if (reasons.size === 0) return null;
  return (
    <details className={css.more}>
      <summary>{words.missingWhy}</summary>
      <ul className={css.reasons}>
        {[...reasons].map(([reason, whose]) => (
          <li key={reason}>
            <strong>{reason}</strong> {whose.slice(0, 6).join('; ')}
            {whose.length > 6 && ' …'}
          </li>
        ))}
      </ul>
    </details>
  );
}
