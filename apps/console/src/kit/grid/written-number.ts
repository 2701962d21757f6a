import type { Language } from '../../words/languages';
import { readNumber } from '../../words/numbers';

/** How a number is written: `1.234,5` (vi) or `1,234.5` (en). People say which; it is never guessed. */
export type NumberStyle = Language;

/** What a text says as a number. */
export type Reading =
  | { readonly kind: 'empty' }
  /** `otherwise`: what it would be in the other style, where that is another number (`75.641`). */
  | { readonly kind: 'number'; readonly value: string; readonly otherwise?: string }
  /** `otherwise`: the number that it is in the other style alone (`892.3` among Vietnamese numbers). */
  | { readonly kind: 'unreadable'; readonly text: string; readonly otherwise?: string };

export const otherStyle = (style: NumberStyle): NumberStyle => (style === 'vi' ? 'en' : 'vi');

export function readWritten(text: string, style: NumberStyle): Reading {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'empty' };
  const value = readNumber(trimmed, style);
  const otherwise = readNumber(trimmed, otherStyle(style));
  if (value === null) return { kind: 'unreadable', text: trimmed, ...(otherwise !== null && { otherwise }) };
  return { kind: 'number', value, ...(otherwise !== null && otherwise !== value && { otherwise }) };
}

/**
 * A cell that can be read in the other style alone: what stands beside it is then likely of that style, too, also where
 * it could be read in this one. Whoever pastes such a block is asked. Null where nothing speaks against the style.
 */
export function speaksAgainst(cells: readonly string[], style: NumberStyle): string | null {
  const against = cells.find((cell) => {
    const reading = readWritten(cell, style);
    return reading.kind === 'unreadable' && reading.otherwise !== undefined;
  });
  return against?.trim() ?? null;
}
