import { useNaming, usePageWords } from '../../app/settings';
import { useBreakdown } from '../../figures/breakdown';
import { FigureValue } from '../../figures/figure-value';
import { writeFigureKey } from '../../figures/figure-key';
import type { Asked } from './concern';
import type { Item } from './item';
import css from './overview.module.css';
import { words as both } from './words';

/** What has no plan, or a plan and nothing done: its value and its growth, or why there is none. */
export function OtherIndicators({ items, ...asked }: Asked & { items: Item[] }) {
  return (
    <ul className={css.others}>
      {items.map((item) => (
        <Other key={writeFigureKey({ ...item, ...asked })} item={item} {...asked} />
      ))}
    </ul>
  );
}

function Other({ item, territory, period }: Asked & { item: Item }) {
  const words = usePageWords(both);
  const naming = useNaming();
  const breakdown = useBreakdown();
  const { name, indicator, dimensions, unit, actual, made, refusal, plan, yoyPct } = item;
  const to = { indicator, dimensions, territory, period };
  const parts = breakdown(indicator, dimensions);
  const value = actual ?? made;
  return (
    <li className={css.other}>
      <h3>{naming(name) + (parts && ` (${parts})`)}</h3>
      <dl className={css.numbers}>
        {(value ?? refusal ?? null) !== null || plan.value === null ? (
          <div>
            <dt>{words.value}</dt>
            <dd>
              <FigureValue of={value ?? { value: null, ...(refusal && { refusal }) }} unit={unit} to={to} />
            </dd>
          </div>
        ) : (
          <div>
            <dt>{words.target}</dt>
            <dd>
              <FigureValue of={plan} unit={unit} to={to} number="plan" />
            </dd>
          </div>
        )}
        {value && yoyPct.refusal?.code !== 'not-comparable' && (
          <div>
            <dt>{words.growth}</dt>
            <dd>
              <FigureValue of={yoyPct} unit="PCT" to={to} number="yoyPct" signed />
            </dd>
          </div>
        )}
      </dl>
    </li>
  );
}
