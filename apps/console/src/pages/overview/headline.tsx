import { useNaming, usePageWords, useSettings } from '../../app/settings';
import { useBreakdown } from '../../figures/breakdown';
import { FigureValue } from '../../figures/figure-value';
import { rounded } from '../../figures/decimals';
import { Sentence } from '../../figures/sentence';
import { readPeriod, writePeriodWithin } from '../../words/periods';
import type { Item } from './item';
import css from './overview.module.css';
import { Progress } from './progress';
import { words as both } from './words';

interface Props {
  item: Item;
  territory: string;
  period: string;
}

/** A sentence that says what happened, the share of the plan as a line, and the numbers that it rests on. */
export function Headline({ item, territory, period }: Props) {
  const words = usePageWords(both);
  const { actual, made, plan, planPct, expectedPct, gapPp, yoyPct, indicator, dimensions, unit } = item;
  const to = { indicator, territory, period, dimensions };
  const scenario = scenarioOf(item);
  return (
    <li className={css.headline}>
      <h3>
        <Said item={item} territory={territory} period={period} />
      </h3>
      <Progress reached={planPct} expected={expectedPct.value} />
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
        {scenario && (
          <div>
            <dt>{words.scenario}</dt>
            <dd>
              <FigureValue of={scenario} unit={unit} to={scenario.observationId} />
            </dd>
          </div>
        )}
        <div>
          <dt>{words[dueNames[expectedPct.label ?? ''] ?? 'due']}</dt>
          <dd>
            <FigureValue of={expectedPct} unit="PCT" to={to} number="expectedPct" />
          </dd>
        </div>
        <div>
          <dt>{readPeriod(period)?.months === 12 ? words.gapAtEnd : words.gap}</dt>
          <dd>
            <FigureValue of={gapPp} unit="PP" to={to} number="gapPp" signed />
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

const dueNames: Readonly<Record<string, 'dueEvenly' | 'dueByScenario'>> = {
  linear: 'dueEvenly',
  scenario: 'dueByScenario',
};

/** The level that the scenario asks for by now, where one statement says it; several are on the figure’s page. */
function scenarioOf({ expectedPct, plan }: Item) {
  if (expectedPct.label !== 'scenario') return undefined;
  const ofPlan = new Set(plan.lineage.map(({ observationId }) => observationId));
  const levels = expectedPct.lineage.filter(
    ({ observationId, field }) => field === 'value' && !ofPlan.has(observationId),
  );
  return levels.length === 1 ? levels[0] : undefined;
}

/** “Kim ngạch xuất khẩu 5 tháng đạt 35,7% kế hoạch năm, chậm 6,0 điểm so với tiến độ”, its numbers links. */
function Said({ item, territory, period }: Props) {
  const words = usePageWords(both);
  const naming = useNaming();
  const breakdown = useBreakdown();
  const { planPct, gapPp, indicator, dimensions } = item;
  const to = { indicator, territory, period, dimensions };
  const parts = breakdown(indicator, dimensions);
  const name = naming(item.name) + (parts && ` (${parts})`);
  const reached = (
    <Sentence
      of={words.reached}
      with={{
        name,
        span: useShortSpan(period),
        pct: <FigureValue of={planPct} unit="PCT" to={to} number="planPct" />,
      }}
    />
  );
  if (gapPp.value === null) return reached;
  const gap = rounded(gapPp.value.replace(/^-/, ''), 1);
  const isWhole = readPeriod(period)?.months === 12;
  const way = !/[1-9]/.test(gap) ? 'even' : gapPp.value.startsWith('-') ? 'less' : 'more';
  const sentence = sentences[isWhole ? 'whole' : 'part'][way];
  return (
    <Sentence
      of={words[sentence]}
      with={{ reached, gap: <FigureValue of={{ value: gap }} to={to} number="gapPp" /> }}
    />
  );
}

/** At the end of its year a plan is met or missed; before, one is ahead of its pace or behind. */
const sentences = {
  whole: { even: 'met', less: 'short', more: 'over' },
  part: { even: 'onTime', less: 'behind', more: 'ahead' },
} as const;

/** The period within a sentence whose page names the year: “5 tháng”. */
function useShortSpan(period: string): string {
  const words = usePageWords(both);
  const { language } = useSettings();
  const span = readPeriod(period);
  if (span && span.month === 1 && span.months > 1 && span.months < 12 && span.months !== 3)
    return words.months.replace('{months}', String(span.months));
  return writePeriodWithin(period, language);
}
