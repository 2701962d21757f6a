import type { Implied, RecordedObservation, StatedComparison, Vintage } from '@doit/contracts';
import { decimal, decimalText, type Locale } from '@doit/reference';
import { html, type Html } from '../reports/html';
import { sourceWords } from '../reports/names';
import { cellWords, figureWords, quantity } from '../reports/numbers';
import { statusWords, words as reportWords } from '../reports/words';
import { cell, instant, linkTo, tableOf, type Heading } from './markup';
import { dayWords, documentWords, measureWords, words } from './words';

/** Everything that is known of the figure by itself; what was not said has no row. */
export function factsTable(figure: RecordedObservation, language: Locale): Html {
  const { window, basis, periodBasis } = figure;
  const facts: [heading: Heading, said: string | Html | null][] = [
    ['value', html`<b>${figureWords(figure, language)}</b>`],
    ['unitPrinted', figure.unitPrinted],
    ['measure', measureWords[figure.measure][language]],
    ['status', statusWords[figure.status][language]],
    ['period', periodBasis === 'inferred' ? reportWords.inferred[language] : null],
    ['window', window && `${dayWords(window.from, language)} – ${dayWords(window.to, language)}`],
    ['basis', basis && words.recast[language]],
    ['source', sourceWords(figure.source, language)],
    ['asOf', dayWords(figure.asOf, language)],
    ['document', documentWords(figure, language)],
    ['recordedAt', instant(figure.recordedAt, language)],
    ['recordedBy', figure.recordedBy],
  ];
  const row = ([heading, said]: (typeof facts)[number]): Html =>
    html`<tr role="row">
      <th scope="row" role="rowheader">${words[heading][language]}</th>
      <td role="cell" class="text">${said}</td>
    </tr>`;
  return html`<table role="table" class="facts">
    <caption>
      ${words.told[language]}
    </caption>
    <tbody role="rowgroup">
      ${facts.filter(([, said]) => said !== null).map(row)}
    </tbody>
  </table>`;
}

/** What else is stated for the cell and period; each number leads to its own page. */
export function vintagesTable(vintages: readonly Vintage[], language: Locale): Html | null {
  if (vintages.length === 0) return null;
  const row = (vintage: Vintage): Html => {
    const { observationId, status, source, asOf, recordedAt } = vintage;
    return html`<tr role="row">
      <th scope="row" role="rowheader">${linkTo(observationId, figureWords(vintage, language), language)}</th>
      ${cell('status', statusWords[status][language], language)}
      ${cell('source', sourceWords(source, language), language)}
      ${cell('asOf', dayWords(asOf, language), language)}
      ${cell('document', documentWords(vintage, language), language)}
      ${cell('recordedAt', instant(recordedAt, language), language)}
    </tr>`;
  };
  const columns = ['value', 'status', 'source', 'asOf', 'document', 'recordedAt'] as const;
  return tableOf('vintagesCaption', columns, vintages.map(row), language);
}

/** Each printed comparison, and the number that follows from it. */
export function statedTable(stated: readonly StatedComparison[], language: Locale): Html | null {
  if (stated.length === 0) return null;
  const row = ({ name, value, decimals, unit, implied }: StatedComparison): Html => {
    const printed = quantity(decimalText(decimal(value), decimals), unit, language);
    const follows = implied
      ? impliedWords(implied, language)
      : html`<span class="refused">${words.nothingImplied[language]}</span>`;
    return html`<tr role="row">
      <th scope="row" role="rowheader">${name[language]}</th>
      ${cell('printed', printed, language)} ${cell('implied', follows, language)}
    </tr>`;
  };
  return tableOf('statedCaption', ['comparison', 'printed', 'implied'], stated.map(row), language);
}

function impliedWords({ name, formula, unit, cell: number }: Implied, language: Locale): Html {
  const said = cellWords(number, language, (text) => quantity(text, unit, language));
  return html`${name[language]}: ${said}<small>${formula[language]}</small>`;
}
