import type { Locale } from '@doit/reference';
import { html, type Html } from '../reports/html';
import { words } from './words';

export type Heading = keyof typeof words;

/** To the page of another figure, which stands beside this one. */
export function linkTo(observationId: string, said: string, language: Locale): Html {
  return html`<a href="${observationId}.html?lang=${language}">${said}</a>`;
}

/** A table whose rows are cards on narrow screens. */
export function tableOf(
  caption: Heading,
  columns: readonly Heading[],
  rows: readonly Html[],
  language: Locale,
): Html {
  const heading = (key: Heading): Html =>
    html`<th scope="col" role="columnheader">${words[key][language]}</th>`;
  return html`<table role="table">
    <caption>
      ${words[caption][language]}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map(heading)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows}
    </tbody>
  </table>`;
}

/** A cell that knows its heading, for narrow screens. */
export function cell(heading: Heading, content: string | Html, language: Locale): Html {
  return html`<td role="cell" class="text" data-label="${words[heading][language]}">
    <div>${content}</div>
  </td>`;
}

/** An instant by the clock of Hà Nội, which the departments of Viet Nam read. */
export function instant(recordedAt: string, language: Locale): Html {
  const said = new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(new Date(recordedAt));
  return html`<time datetime="${recordedAt}">${said}</time>`;
}
