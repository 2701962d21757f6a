import type { Cell, ComparisonItem, Refusal } from '@doit/contracts';
import { decimal, type Locale } from '@doit/reference';
import { html, type Html } from './html';
import { aboveWords, cellWords, gapWords, percent, plain, quantity } from './numbers';
import { refusalWords, words } from './words';

/** A column about the plan: its heading and its cell. */
export interface Column {
  /** The name that the style gives it a width by. */
  readonly kind: string;
  readonly heading: string;
  readonly cell: (item: ComparisonItem) => Html;
  readonly of: (item: ComparisonItem) => Cell;
}

function planColumn(language: Locale): Column {
  const of = (item: ComparisonItem): Cell => item.plan;
  const cell = (item: ComparisonItem): Html =>
    cellWords(item.plan, language, (number) =>
      item.unit === 'PCT' ? percent(language)(number) : plain(language)(number),
    );
  return { kind: 'plan', heading: words.plan[language], cell, of };
}

function shareColumn(language: Locale): Column {
  const cell = (item: ComparisonItem): Html => cellWords(item.planPct, language, percent(language));
  return { kind: 'share', heading: words.planPct[language], cell, of: (item) => item.planPct };
}

/** At the year's end: the plan, the share reached, how far above or below. */
export function yearColumns(language: Locale): Column[] {
  const above = (item: ComparisonItem): Html => {
    const change = cellWords(item.overPlanPct, language, (number) => aboveWords(number, language));
    const amount = item.excess.value;
    if (amount === null || item.overPlanPct.value === null || decimal(amount).isZero()) return change;
    return html`${change}<small>${quantity(amount, item.unit, language)}</small>`;
  };
  return [
    planColumn(language),
    shareColumn(language),
    { kind: 'above', heading: words.above[language], cell: above, of: (item) => item.overPlanPct },
  ];
}

/** During the year: the plan, the share reached, the share expected by now, the distance. */
export function runColumns(language: Locale): Column[] {
  const expected = (item: ComparisonItem): Html => cellWords(item.expectedPct, language, percent(language));
  const gap = (item: ComparisonItem): Html =>
    cellWords(item.gapPp, language, (number) => gapWords(number, language));
  return [
    planColumn(language),
    shareColumn(language),
    { kind: 'expected', heading: words.expected[language], cell: expected, of: (item) => item.expectedPct },
    { kind: 'gap', heading: words.gap[language], cell: gap, of: (item) => item.gapPp },
  ];
}

/** Where nothing can be said about the plan, or about the progress, one cell says so once. */
export function planCells(item: ComparisonItem, columns: readonly Column[], language: Locale): Html[] {
  const [plan, ...progress] = columns;
  if (!plan) return [];
  // The pace expected needs no figure; alone it says nothing.
  const refusals = progress.map(({ of }) => of(item)).flatMap((cell) => cell.refusal ?? []);
  const silent =
    refusals.length > 0 && progress.every(({ of }) => of(item).refusal ?? of(item) === item.expectedPct);
  const { refusal } = item.plan;
  if (silent && refusal) return [refusedTd(plan.heading, refusal, columns.length, language)];
  const [first] = refusals;
  const [next] = progress;
  if (silent && first && next) {
    return [td(plan.heading, plan.cell(item)), refusedTd(next.heading, first, progress.length, language)];
  }
  return columns.map(({ heading, cell }) => td(heading, cell(item)));
}

/** A cell that knows its heading, for narrow screens. */
export function td(label: string, content: Html): Html {
  return html`<td role="cell" data-label="${label}"><div>${content}</div></td>`;
}

function refusedTd(label: string, { code, message }: Refusal, columns: number, language: Locale): Html {
  const said = html`<span class="refused" title="${message[language]}"
    >${refusalWords[code][language]}</span
  >`;
  return html`<td role="cell" colspan="${columns}" data-label="${label}" class="wide">
    <div>${said}</div>
  </td>`;
}
