import type { CheckResult } from '@doit/contracts';
import type { Locale } from '@doit/reference';
import { html, type Html } from './html';
import type { SourcesList } from './sources-list';
import { verdictWords } from './words';

/** Each check as the sentence that a director reads, contradictions first. */
export function checksList(
  checks: readonly CheckResult[],
  { language, sources }: { language: Locale; sources: SourcesList },
): Html | null {
  if (checks.length === 0) return null;
  const entry = ({ verdict, statement, message, lineage }: CheckResult): Html =>
    html`<li class="${verdict}">
      <span class="verdict">${verdictWords[verdict][language]}</span>: ${message[language]}
      <small>${statement[language]} ${sources.refer(lineage)}</small>
    </li>`;
  return html`<ul class="checks">
    ${checks.map(entry)}
  </ul>`;
}
