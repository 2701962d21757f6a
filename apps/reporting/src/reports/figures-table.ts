import type { Cell, ComparisonItem } from '@doit/contracts';
import { parsePeriod, type Locale } from '@doit/reference';
import { html, type Html } from './html';
import { cellWords, changeWords, figureWords, gapWords, percent, plain, quantity } from './numbers';
import { isGrowth } from './sentences';
import { inputsOfItem, type SourcesList } from './sources-list';
import { dimensionWords, periodWords, refusalWords, statusWords, words } from './words';

/** A column about the plan: its heading and its cell. */
interface Column {
  readonly heading: string;
  readonly cell: (item: ComparisonItem) => Html;
  readonly of: (item: ComparisonItem) => Cell;
}

/** The figures of a section. At the year's end they are held against the plan, before that against the pace. */
export function figuresTable(
  items: readonly ComparisonItem[],
  { caption, language, isWholeYear, period, sources }: TableOptions,
): Html | null {
  if (items.length === 0) return null;
  const columns = isWholeYear ? yearColumns(language) : runColumns(language);
  const headings = [
    words.indicator[language],
    words.actual[language],
    ...columns.map(({ heading }) => heading),
    words.yoy[language],
    words.sources[language],
  ];
  const row = (item: ComparisonItem): Html => html`<tr role="row">
<th scope="row" role="rowheader">${nameOf(item, language)}</th>
<td role="cell" data-label="${words.actual[language]}">${actualOf(item, { language, period })}</td>
${planCells(item, columns, language)}
<td role="cell" data-label="${words.yoy[language]}">${cellWords(item.yoyPct, language, (number) => changeWords(number, language))}</td>
<td role="cell" data-label="${words.sources[language]}" class="refs">${sources.refer(inputsOfItem(item))}</td>
</tr>`;
  return html`<table role="table"><caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${headings.map((heading) => html`<th scope="col" role="columnheader">${heading}</th>`)}</tr></thead>
<tbody role="rowgroup">${items.map(row)}</tbody></table>`;
}

export interface TableOptions {
  readonly caption: string;
  readonly language: Locale;
  readonly period: string;
  readonly isWholeYear: boolean;
  readonly sources: SourcesList;
}

function planColumn(language: Locale): Column {
  const of = (item: ComparisonItem): Cell => item.plan;
  const cell = (item: ComparisonItem): Html =>
    cellWords(item.plan, language, (number) =>
      item.unit === 'PCT' ? percent(language)(number) : plain(language)(number),
    );
  return { heading: words.plan[language], cell, of };
}

function shareColumn(language: Locale): Column {
  const cell = (item: ComparisonItem): Html => cellWords(item.planPct, language, percent(language));
  return { heading: words.planPct[language], cell, of: (item) => item.planPct };
}

function yearColumns(language: Locale): Column[] {
  const above = (item: ComparisonItem): Html => {
    const change = cellWords(item.overPlanPct, language, (number) => changeWords(number, language));
    if (item.excess.value === null || item.overPlanPct.value === null) return change;
    const amount = quantity(item.excess.value, item.unit, language);
    return html`${change}<small>${amount}</small>`;
  };
  return [
    planColumn(language),
    shareColumn(language),
    { heading: words.above[language], cell: above, of: (item) => item.overPlanPct },
  ];
}

function runColumns(language: Locale): Column[] {
  const expected = (item: ComparisonItem): Html => cellWords(item.expectedPct, language, percent(language));
  const gap = (item: ComparisonItem): Html =>
    cellWords(item.gapPp, language, (number) => gapWords(number, language));
  return [
    planColumn(language),
    shareColumn(language),
    { heading: words.expected[language], cell: expected, of: (item) => item.expectedPct },
    { heading: words.gap[language], cell: gap, of: (item) => item.gapPp },
  ];
}

/** Where nothing can be said about the plan, one cell says so once. */
function planCells(item: ComparisonItem, columns: readonly Column[], language: Locale): Html | Html[] {
  const without = item.plan.refusal;
  const rest = columns.filter(({ of }) => of(item) !== item.expectedPct);
  if (without && rest.every(({ of }) => of(item).refusal)) {
    const label = words.plan[language];
    return html`<td role="cell" colspan="${columns.length}" data-label="${label}" class="wide"><span class="refused" title="${without.message[language]}">${refusalWords[without.code][language]}</span></td>`;
  }
  return columns.map(
    ({ heading, cell }) => html`<td role="cell" data-label="${heading}">${cell(item)}</td>`,
  );
}

function nameOf({ name, dimensions }: ComparisonItem, language: Locale): Html {
  const breakdown = dimensionWords(dimensions, language);
  return html`${name[language]}${breakdown === '' ? null : html`<small>${breakdown}</small>`}`;
}

/** The figure, how final it is, and its own period where that is another one. */
function actualOf(item: ComparisonItem, { language, period }: Pick<TableOptions, 'language' | 'period'>): Html {
  const { actual } = item;
  if (!actual) return html`<span class="refused">${refusalWords['no-figure'][language]}</span>`;
  const own = actual.period === period ? null : parsePeriod(actual.period);
  const notes = [
    statusWords[actual.status][language],
    ...(own ? [periodWords(own, language)] : []),
    ...(actual.periodBasis === 'inferred' ? [words.inferred[language]] : []),
  ];
  const number = isGrowth(item) ? changeWords(actual.value, language) : figureWords(actual, language);
  return html`<b>${number}</b><small>${notes.join('; ')}</small>`;
}
