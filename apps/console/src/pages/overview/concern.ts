import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

/** Of which territory and period the page speaks. */
export interface Asked {
  readonly territory: string;
  readonly period: string;
}

/** One kind of what needs somebody, each of it with where to go. */
export interface Concern {
  readonly key: string;
  readonly title: string;
  readonly items: readonly { readonly key: string; readonly content: ReactNode }[];
  /** How many there are beyond those listed here. */
  readonly more?: number;
  /** Where to go for all of it. */
  readonly after?: ReactNode;
}

/** What was found of a kind so far. */
export interface Found {
  readonly concerns: readonly Concern[];
  readonly isPending: boolean;
  /** What could not be asked; told, for nobody should take it for calm. */
  readonly trouble: unknown;
  /** What is worth knowing and needs nobody now. */
  readonly note?: ReactNode;
}

/** How the asking stands; queries that are not asked at all are neither pending nor in trouble. */
export function standing(
  of: readonly UseQueryResult<unknown, unknown>[],
): Pick<Found, 'isPending' | 'trouble'> {
  return {
    isPending: of.some(({ isLoading }) => isLoading),
    trouble: of.find(({ error }) => error !== null)?.error ?? null,
  };
}

/** As many as one looks through at a glance. */
export const listed = 5;
