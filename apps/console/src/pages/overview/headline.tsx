import { useNaming, usePageWords, useSettings } from '../../app/settings';
import { FigureValue } from '../../figures/figure-value';
import { writeNumber } from '../../words/numbers';
import css from './overview.module.css';
import type { Item } from './item';
import { words as both } from './words';

interface Props {
  item: Item;
  territory: string;
  period: string;
}

/** A sentence that says what happened, the share of the plan as a line, and the small print. */
export function Headline({ item, territory, period }: Props) {
  const words = usePageWords(both);
  const naming = useNaming();
  const { actual, made, plan, planPct, expectedPct, yoyPct, indicator, dimensions, unit } = item;
  const to = { indicator, territory, period, dimensions };
  return (
    <li className={css.headline}>
      <h3>
        {naming(item.name)} {useSentence(item)}
      </h3>
      <Progress reached={planPct.value} expected={expectedPct.value} />
      <dl className={css.numbers}>
        <div>
          <dt>{words.value}</dt>
          <dd>
            <FigureValue of={actual ?? made ?? { value: null }} unit={unit} to={to} />
          </dd>
        </div>
        <div>
          <dt>{words.plan}</dt>
          <dd>
            <FigureValue of={plan} unit={unit} to={to} number="plan" />
          </dd>
        </div>
        <div>
          <dt>{words.growth}</dt>
          <dd>
            <FigureValue of={yoyPct} unit="PCT" to={to} number="yoyPct" signed />
          </dd>
        </div>
      </dl>
    </li>
  );
}

/** “đạt 35,7% kế hoạch năm, chậm 5,97 điểm so với tiến độ” */
function useSentence({ planPct, gapPp }: Item): string {
  const words = usePageWords(both);
  const { language } = useSettings();
  const write = (value: string) => writeNumber(value.replace(/^-/, ''), language);
  const reached = words.reached.replace('{pct}', write(planPct.value ?? ''));
  const gap = gapPp.value;
  if (gap === null) return reached;
  const pace = Number(gap) === 0 ? words.onTime : gap.startsWith('-') ? words.behind : words.ahead;
  return `${reached}, ${pace.replace('{pp}', write(gap))}`;
}

/** How much of the plan is reached, and where the mark of what is due stands. */
function Progress({ reached, expected }: { reached: string | null; expected: string | null }) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const most = Math.max(100, Number(reached), Number(expected));
  const at = (value: string) => `${(Math.max(0, Number(value)) / most) * 100}%`;
  return (
    <div className={css.progress} aria-hidden="true">
      <div className={css.line}>
        {reached !== null && <span className={css.reached} style={{ width: at(reached) }} />}
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
