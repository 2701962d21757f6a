import type { CheckResult, Lineage, LineageInput } from '@doit/contracts';
import { indicator, lastDay, parsePeriod, type Locale } from '@doit/reference';
import { Html, html } from '../reports/html';
import { dimensionWords, periodWords, sourceWords, territoryWords, uncapitalised } from '../reports/names';
import { style } from '../reports/page-style';
import { verdictWords } from '../reports/words';
import { linkTo } from './markup';
import { factsTable, statedTable, vintagesTable } from './tables';
import { words } from './words';

/** What stands behind one figure as a small self-contained HTML page; each other figure in it leads to its own. */
export function pageOf(lineage: Lineage, language: Locale): string {
  const heading = headingOf(lineage, language);
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.lineage[language]}: ${heading}</title>
        <style>
          ${new Html(style + ownStyle)}
        </style>
      </head>
      <body>
        <header>
          <h1>${heading}</h1>
          <p>${words.lineage[language]}</p>
        </header>
        <main>
          ${factsTable(lineage.observation, language)} ${recordSection(lineage, language)}
          ${vintagesSection(lineage, language)} ${statedSection(lineage, language)}
          ${checksSection(lineage, language)}
        </main>
      </body>
    </html> `.text;
}

// Words, not numbers, stand in most columns. The first table's row headings say all: it needs no labels when narrow.
const ownStyle = `
thead th { text-align: left; }
td { overflow-wrap: anywhere; }
.facts th { width: 35%; }
@media screen and (max-width: 700px) {
  .facts th { width: auto; }
  .facts td { display: block; }
  .facts td::before { content: none; }
}
`;

/** Indicator and breakdown, territory, period. */
function headingOf({ observation, name }: Lineage, language: Locale): string {
  const period = parsePeriod(observation.period);
  if (!period) throw new RangeError(`no period: ${observation.period}`);
  const breakdown = dimensionWords(observation.dimensions, language);
  return [
    breakdown === '' ? name[language] : `${name[language]} (${breakdown})`,
    territoryWords(observation.territory, lastDay(period), language),
    periodWords(period, language),
  ].join(' – ');
}

function recordSection({ record }: Lineage, language: Locale): Html {
  const { isThis, observationId, message } = record;
  const other = isThis ? null : linkTo(observationId, words.toRecord[language], language);
  return html`<section id="record">
    <h2>${words.record[language]}</h2>
    <p>${message[language]} ${other}</p>
  </section>`;
}

function vintagesSection({ vintages, vintageCount }: Lineage, language: Locale): Html {
  const isCut = vintageCount > vintages.length;
  return html`<section id="vintages">
    <h2>${words.vintages[language]}</h2>
    ${vintagesTable(vintages, language) ?? html`<p>${words.noVintages[language]}</p>`}
    ${isCut ? html`<p class="note">${words.olderVintages[language]}</p>` : null}
  </section>`;
}

function statedSection({ stated }: Lineage, language: Locale): Html {
  const isImplied = stated.some(({ implied }) => implied);
  return html`<section id="stated">
    <h2>${words.stated[language]}</h2>
    ${statedTable(stated, language) ?? html`<p>${words.noStated[language]}</p>`}
    ${isImplied ? html`<p id="implied" class="note">* ${words.impliedNote[language]}</p>` : null}
  </section>`;
}

function checksSection({ checks, observation }: Lineage, language: Locale): Html {
  const entry = ({ verdict, statement, message, lineage }: CheckResult): Html =>
    html`<li class="${verdict}">
      <span class="verdict">${verdictWords[verdict][language]}</span>: ${message[language]}
      <small>${statement[language]}. ${otherInputs(lineage, observation.id, language)}</small>
    </li>`;
  const list = html`<ul class="checks">
    ${checks.map(entry)}
  </ul>`;
  return html`<section id="checks">
    <h2>${words.checks[language]}</h2>
    ${checks.length > 0 ? list : html`<p>${words.noChecks[language]}</p>`}
  </section>`;
}

/** The other figures that a check rests on, each once, as links. */
function otherInputs(inputs: readonly LineageInput[], own: string, language: Locale): Html | null {
  const once = new Map(inputs.map((input) => [input.observationId, input]));
  once.delete(own);
  if (once.size === 0) return null;
  const links = [...once.values()].map((input, at) => {
    const period = parsePeriod(input.period);
    const when = period ? uncapitalised(periodWords(period, language)) : input.period;
    const what = indicator(input.indicator)?.name[language] ?? input.indicator;
    const said = `${what}, ${when} (${sourceWords(input.source, language)})`;
    return html`${at === 0 ? null : '; '}${linkTo(input.observationId, said, language)}`;
  });
  return html`${words.inputs[language]}: ${links}.`;
}
