import { Fragment, type ReactNode } from 'react';

/** A sentence of the words with its `{places}` filled: with a number that is a link, a mark, a name. */
export function Sentence({ of, with: parts }: { of: string; with: Readonly<Record<string, ReactNode>> }) {
  return of
    .split(/\{(\w+)\}/)
    .map((text, n) => <Fragment key={n}>{n % 2 === 0 ? text : (parts[text] ?? '')}</Fragment>);
}
