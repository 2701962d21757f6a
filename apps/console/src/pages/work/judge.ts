import type { CellNote } from '../../kit/grid/grid-props';
import { readWritten, type NumberStyle } from '../../kit/grid/written-number';
import type { Language } from '../../words/languages';
import { writeNumber } from '../../words/numbers';
import { changeOf, exceeds } from './difference';
import type { Entry } from './entry';
import { fill } from './fill';
import { unitToSend, type Line } from './lines';
import type { Observation } from '../../api/observations';
import type { WorkWords } from './words';

/** From how many per cent on a figure is looked at again. It may be right all the same. */
export const most = 30;

/** Levels that are measured: below zero, the sign is likely wrong. Balances and rates may be. */
const isLevel = ({ indicator: { kind, code } }: Line): boolean =>
  ['flow', 'stock', 'index', 'peak', 'ratio'].includes(kind) && code !== 'TRADE_BALANCE';

interface Beside {
  readonly period: string;
  readonly stands: Observation | undefined;
  readonly before: Observation | undefined;
  readonly yearBefore: Observation | undefined;
  /** How final what is new is said to be. */
  readonly status: Observation['status'];
}
interface Speech {
  readonly words: WorkWords;
  readonly language: Language;
  readonly style: NumberStyle;
}

/** What is to be said of what is being typed, or was. */
export function notesOf(
  line: Line,
  entered: { typed: string } | { entry: Entry | undefined },
  beside: Beside,
  speech: Speech,
): CellNote[] {
  const { words, language, style } = speech;
  const write = (value: string) => writeNumber(value, language);
  const { stands } = beside;
  if ('typed' in entered) {
    const reading = readWritten(entered.typed, style);
    if (reading.kind === 'empty') return [];
    if (reading.kind === 'unreadable') return [unreadable(reading.text, speech)];
    if (reading.value === stands?.value) return [];
    return ofNumber(line, reading, beside, speech);
  }
  const { entry } = entered;
  if (!entry) return [];
  if ('unreadable' in entry) return [unreadable(entry.unreadable, speech)];
  if ('cleared' in entry)
    return [{ kind: 'hint', text: fill(words.cleared, { value: write(stands?.value ?? '') }) }];
  return ofNumber(line, entry, beside, speech);
}

function unreadable(text: string, { words, style, language }: Speech): CellNote {
  const reading = readWritten(text, style);
  const named = style === 'vi' ? words.styleNameVi : words.styleNameEn;
  const other = reading.kind === 'unreadable' ? reading.otherwise : undefined;
  const parts = { text, style: named };
  return {
    kind: 'fault',
    text:
      other === undefined
        ? fill(words.unreadable, parts)
        : fill(words.unreadableOther, { ...parts, other: writeNumber(other, language) }),
  };
}

function ofNumber(
  line: Line,
  { value, otherwise }: { value: string; otherwise?: string },
  { period, stands, before, yearBefore, status }: Beside,
  { words, language }: Speech,
): CellNote[] {
  const write = (text: string) => writeNumber(text, language);
  const notes: CellNote[] = [];
  const warn = (text: string) => notes.push({ kind: 'warning', text });
  if (otherwise !== undefined) warn(fill(words.ambiguous, { value: write(value), other: write(otherwise) }));
  if (value.startsWith('-') && isLevel(line)) warn(words.negative);
  const figure = { value, unit: unitToSend(line, stands), period };
  const isRun = period.includes('/');
  const onBefore = changeOf(line.indicator, figure, before);
  const onYear = changeOf(line.indicator, figure, yearBefore);
  const far = (change: ReturnType<typeof changeOf>, sentence: string) => {
    if (change && 'amount' in change && change.unit === 'PCT' && exceeds(change.amount, most))
      warn(fill(sentence, { pct: writeNumber(change.amount, language, { signed: true }), most }));
  };
  const breaks = [onBefore, onYear].flatMap((one) => (one && 'broken' in one ? [one.broken] : []));
  const isLessThanBefore =
    line.indicator.kind === 'flow' && before !== undefined && Number(value) < Number(before.value);
  if (!isRun) far(onBefore, words.farBefore);
  else if (isLessThanBefore && !(onBefore && 'broken' in onBefore))
    warn(fill(words.lessThanRun, { value: write(before.value) }));
  far(onYear, words.farYear);
  for (const why of new Set(breaks.map(({ note }) => note[language])))
    notes.push({ kind: 'hint', text: fill(words.brokenWhy, { why }) });
  if (stands && stands.state !== 'approved' && stands.status !== status)
    notes.push({ kind: 'hint', text: fill(words.keepsStatus, { status: words[stands.status] }) });
  if (stands?.state === 'submitted')
    notes.push({ kind: 'hint', text: fill(words.replaces, { value: write(stands.value) }) });
  if (stands?.state === 'approved')
    notes.push({ kind: 'hint', text: fill(words.newVintage, { value: write(stands.value) }) });
  return notes;
}
