import type { ComparisonItem, LineageInput, Report } from '@doit/contracts';
import type { Locale } from '@doit/reference';
import { html, type Html } from './html';
import { sourceWords } from './names';
import { words } from './words';

/** The numbered sources of a report: one for each document and line, in the order in which they are first needed. */
export class SourcesList {
  private readonly numbers = new Map<string, { number: number; input: LineageInput }>();

  constructor(report: Report) {
    for (const { items, checks = [] } of report.sections) {
      for (const input of [...items.flatMap(inputsOfItem), ...checks.flatMap(({ lineage }) => lineage)]) {
        const key = keyOf(input);
        if (!this.numbers.has(key)) this.numbers.set(key, { number: this.numbers.size + 1, input });
      }
    }
  }

  /** Links to the sources of these inputs: `[1] [3]`. */
  refer(inputs: readonly LineageInput[]): Html[] {
    const numbers = new Set(inputs.flatMap((input) => this.numbers.get(keyOf(input))?.number ?? []));
    return [...numbers].sort((a, b) => a - b).map((n) => html`<a href="#source-${n}">[${n}]</a> `);
  }

  list(language: Locale): Html | null {
    if (this.numbers.size === 0) return null;
    const entries = [...this.numbers.values()].map(
      ({ number, input }) => html`<li id="source-${number}">${entryOf(input, language)}</li>`,
    );
    return html`<section>
      <h2>${words.sourcesTitle[language]}</h2>
      <ol class="sources">
        ${entries}
      </ol>
    </section>`;
  }
}

/** Everything that stands behind the numbers of one row. */
export function inputsOfItem(item: ComparisonItem): LineageInput[] {
  const { actual, made, plan, previous, yoyPct, planPct, overPlanPct, excess, gapPp } = item;
  const cells = [plan, previous, yoyPct, planPct, overPlanPct, excess, gapPp];
  return [...((actual ?? made)?.lineage ?? []), ...cells.flatMap(({ lineage }) => lineage)];
}

function keyOf({ source, asOf, document, row }: LineageInput): string {
  return JSON.stringify([source, asOf, document, row]);
}

function entryOf({ source, asOf, document, row }: LineageInput, language: Locale): string {
  const day = asOf === null ? words.unknownDate[language] : asOf.split('-').reverse().join('/');
  const line = row === null ? '' : `, ${words.row[language]} ${row}`;
  const where =
    document === null ? words.noDocument[language] : `${words.document[language]} ${document}${line}`;
  return `${sourceWords(source, language)} (${day}): ${where}`;
}
