import type { ReactNode } from 'react';
import { useIndicators } from '../../api/reference';
import { useNaming, usePageWords } from '../../app/settings';
import { useBreakdown } from '../../figures/breakdown';
import { FigureValue } from '../../figures/figure-value';
import { Sentence } from '../../figures/sentence';
import type { NumberOfCell } from '../../figures/figure-key';
import { bare, isWholeYear, isZero, type Item, type Of, type Section } from './answer';
import { words as both } from './words';

const most = 3;

/** What a section says before its table: its leading figures as a clerk would write them, each number a link. */
export function Sentences({ section, of }: { section: Section; of: Of }) {
  const words = usePageWords(both);
  const { data: indicators } = useIndicators();
  // Targets and the growth of GRDP stand in industry's table, but are no figures of industry.
  const leading = section.items
    .filter(({ actual, made }) => actual ?? made)
    .filter(({ indicator }) => !indicators || indicators.get(indicator)?.section === section.key)
    .slice(0, most);
  if (leading.length === 0 && section.clusters === undefined) return <p>{words.none}</p>;
  return leading.map((item) => (
    <p key={JSON.stringify([item.indicator, item.dimensions])}>
      <ItemSentence item={item} of={of} />
    </p>
  ));
}

function ItemSentence({ item, of }: { item: Item; of: Of }) {
  const words = usePageWords(both);
  const naming = useNaming();
  const breakdown = useBreakdown();
  const { actual, made, dimensions, indicator, unit } = item;
  const shown = actual ?? made;
  if (!shown) return null;
  const parts = breakdown(indicator, dimensions);
  const name = parts === '' ? naming(item.name) : `${naming(item.name)} (${parts})`;
  const number = (value: string, as: NumberOfCell, of_ = 'PCT') => (
    <FigureValue of={{ value }} unit={of_} to={{ indicator, ...of, dimensions }} number={as} />
  );
  const value = (
    <FigureValue
      of={{ value: shown.value, decimals: shown.decimals }}
      unit={unit}
      to={{ indicator, ...of, dimensions }}
    />
  );
  const isEstimate = shown.status === 'estimate';
  const clauses = [
    <Sentence key="value" of={isEstimate ? words.isEstimate : words.isFigure} with={{ name, value }} />,
    growthClause(words, item, number),
    planClause(words, item, of, number),
    paceClause(words, item, of, number),
  ].filter((clause) => clause !== null);
  return (
    <>
      {clauses.map((clause, n) => (
        <span key={n}>
          {n > 0 && ', '}
          {clause}
        </span>
      ))}
      .
    </>
  );
}

type PageWords = (typeof both)['vi'];
type Write = (value: string, as: NumberOfCell, unit?: string) => ReactNode;

function growthClause(words: PageWords, { yoyPct: { value } }: Item, write: Write): ReactNode {
  if (value === null) return null;
  if (isZero(value)) return words.same;
  const pct = write(bare(value), 'yoyPct');
  return <Sentence of={value.startsWith('-') ? words.fell : words.rose} with={{ pct }} />;
}

function planClause(
  words: PageWords,
  { overPlanPct, excess, planPct, unit }: Item,
  { period }: Of,
  write: Write,
): ReactNode {
  if (isWholeYear(period) && overPlanPct.value !== null) {
    if (isZero(overPlanPct.value)) return words.equal;
    const pct = write(bare(overPlanPct.value), 'overPlanPct');
    const said = (
      <Sentence of={overPlanPct.value.startsWith('-') ? words.under : words.over} with={{ pct }} />
    );
    if (excess.value === null) return said;
    return <Sentence of={words.excess} with={{ said, amount: write(bare(excess.value), 'excess', unit) }} />;
  }
  if (planPct.value === null) return null;
  return <Sentence of={words.reached} with={{ pct: write(planPct.value, 'planPct') }} />;
}

function paceClause(
  words: PageWords,
  { gapPp, expectedPct: { label } }: Item,
  { period }: Of,
  write: Write,
): ReactNode {
  if (gapPp.value === null || label === undefined || isWholeYear(period) || isZero(gapPp.value)) return null;
  const isSlow = gapPp.value.startsWith('-');
  const [slow, fast] =
    label === 'scenario' ? [words.slowScenario, words.fastScenario] : [words.slowEven, words.fastEven];
  return <Sentence of={isSlow ? slow : fast} with={{ gap: write(bare(gapPp.value), 'gapPp', 'PP') }} />;
}
