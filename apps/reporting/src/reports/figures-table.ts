import type { ComparisonItem } from '@doit/contracts';
import { parsePeriod, type Locale } from '@doit/reference';
import { html, type Html } from './html';
import { dimensionWords, periodWords, uncapitalised } from './names';
import { cellWords, changeWords, figureWords } from './numbers';
import { planCells, runColumns, td, yearColumns } from './plan-columns';
import { isGrowth } from './sentences';
import { inputsOfItem, type SourcesList } from './sources-list';
import { refusalWords, statusWords, words } from './words';

/** The figures of a section. At the year's end they are held against the plan, before that against the pace. */
export function figuresTable(
  items: readonly ComparisonItem[],
  { caption, language, isWholeYear, period, sources }: TableOptions,
): Html | null {
  if (items.length === 0) return null;
  const columns = isWholeYear ? yearColumns(language) : runColumns(language);
  const headings = [
    { kind: 'name', heading: words.indicator[language] },
    { kind: 'result', heading: words.actual[language] },
    ...columns,
    { kind: 'yoy', heading: words.yoy[language] },
    { kind: 'refs', heading: words.sources[language] },
  ];
  const row = (item: ComparisonItem): Html =>
    html`<tr role="row">
      <th scope="row" role="rowheader">${nameOf(item, language)}</th>
      ${td(words.actual[language], actualOf(item, { language, period }))}
      ${planCells(item, columns, language)}
      ${td(
        words.yoy[language],
        cellWords(item.yoyPct, language, (number) => changeWords(number, language)),
      )}
      ${td(words.sources[language], html`${sources.refer(inputsOfItem(item))}`)}
    </tr>`;
  return html`<table role="table">
    <caption>
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${headings.map(({ kind, heading }) => html`<th scope="col" role="columnheader" class="${kind}">${heading}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${items.map(row)}
    </tbody>
  </table>`;
}

export interface TableOptions {
  readonly caption: string;
  readonly language: Locale;
  readonly period: string;
  readonly isWholeYear: boolean;
  readonly sources: SourcesList;
}

function nameOf({ name, dimensions }: ComparisonItem, language: Locale): Html {
  const breakdown = dimensionWords(dimensions, language);
  return html`${name[language]}${breakdown === '' ? null : html`<small>${breakdown}</small>`}`;
}

/** The figure, how final it is, and its own period where that is another one. */
function actualOf(
  item: ComparisonItem,
  { language, period }: Pick<TableOptions, 'language' | 'period'>,
): Html {
  const { actual, made } = item;
  if (made) {
    const notes = [uncapitalised(words.made[language]), statusWords[made.status][language]];
    const number = figureWords(Object.assign({ comparator: 'eq' as const }, made), language);
    return html`<b>${number}</b><small>${notes.join('; ')}</small>`;
  }
  if (!actual) {
    const why =
      item.indicator === 'GROWTH_TARGET' ? words.target : refusalWords[item.refusal?.code ?? 'no-figure'];
    return html`<span class="refused">${why[language]}</span>`;
  }
  const own = actual.period === period ? null : parsePeriod(actual.period);
  const notes = [
    statusWords[actual.status][language],
    ...(own ? [uncapitalised(periodWords(own, language))] : []),
    ...(actual.periodBasis === 'inferred' ? [words.inferred[language]] : []),
  ];
  const number = isGrowth(item) ? changeWords(actual.value, language) : figureWords(actual, language);
  // From the report's page to that of the figure, what stands behind it.
  const page = `../../lineage/${actual.observationId}.html?lang=${language}`;
  return html`<b><a href="${page}">${number}</a></b
    ><small>${notes.join('; ')}</small>`;
}
