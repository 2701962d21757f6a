import type { CheckResult, ComparisonItem } from '@doit/contracts';
import { indicator, type Indicator } from '@doit/reference';
import type { Place } from '../comparisons/asked';
import { comparisonsOf } from '../comparisons/comparison';
import type { Standing } from '../comparisons/standing';

/**
 * What is answered about a place, as the JSON that is sent. It is made when figures arrive and kept, so that a reader
 * waits for no rule and nothing is parsed on its way.
 */
export interface Answers {
  /** Comparisons without brackets, by part of the answer; '' where there are none. */
  readonly items: Readonly<Record<Part, string>>;
  /** The contract's CheckResults. */
  readonly results: string;
  /** When the newest figure or plan in it entered here. */
  readonly knownAt: string | null;
}

/** The catalogue's sections in its order, then what nobody states for the period and cannot be put together. */
export const parts = [
  'industry',
  'energy',
  'trade',
  'export-import',
  'clusters',
  'general',
  'unstated',
] as const satisfies readonly (Indicator['section'] | 'unstated')[];
export type Part = (typeof parts)[number];

export function answersOf(standing: Standing, results: readonly CheckResult[]): Answers {
  const texts: Record<Part, string[]> = {
    industry: [],
    energy: [],
    trade: [],
    'export-import': [],
    clusters: [],
    general: [],
    unstated: [],
  };
  for (const item of comparisonsOf(standing)) texts[partOf(item)].push(JSON.stringify(item));
  const items = Object.fromEntries(parts.map((part) => [part, texts[part].join(',')])) as Answers['items'];
  return { items, results: JSON.stringify(results), knownAt: knownAt(standing) };
}

/** The items as they are kept, a line for each part: JSON has no line breaks of its own. */
export function linesOf({ items }: Answers): string {
  return parts.map((part) => items[part]).join('\n');
}

/** A place's row as it is read; null where nothing is kept, or something has arrived since. */
export interface Kept {
  readonly items: string | null;
  readonly results: string | null;
  readonly knownAt: string | null;
}

/** What is kept of a place as it is answered; null where nothing is, or not yet. */
export function answersKept({ items: text, results, knownAt }: Kept): Answers | null {
  if (text === null || results === null) return null;
  const lines = text.split('\n');
  const items = Object.fromEntries(parts.map((part, at) => [part, lines[at] ?? ''])) as Answers['items'];
  return { items, results, knownAt };
}

/** The items of these parts, as a JSON array. */
export function itemsOf({ items }: Answers, of: readonly Part[] = parts): string {
  return `[${of
    .map((part) => items[part])
    .filter((text) => text !== '')
    .join(',')}]`;
}

function partOf({ indicator: code, actual, made, plan }: ComparisonItem): Part {
  if (!actual && !made && plan.refusal) return 'unstated';
  return indicator(code)?.section ?? 'general';
}

function knownAt({ actual, plan, previous }: Standing): string | null {
  const figures = [actual, plan, previous].flatMap((part) => [...part.values()]);
  return (
    figures
      .map(({ recordedAt }) => new Date(recordedAt).toISOString())
      .sort()
      .at(-1) ?? null
  );
}

/** The answer that lists something of a place, around items that are JSON already. */
export function answeredOf({ territory, period, on, asOf }: Place, items: string): string {
  const head = JSON.stringify({ territory, period: period.key, on, asOf });
  return `${head.slice(0, -1)},"items":${items}}`;
}
