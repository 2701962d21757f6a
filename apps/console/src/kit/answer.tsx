import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Skeleton, TroubleNotice } from './notice';

interface Props<T> {
  of: UseQueryResult<T, unknown>;
  /** How many lines the skeleton has. */
  lines?: number;
  children: (data: T) => ReactNode;
}

/** What was asked, or its waiting, or its trouble. What was known stays while it is asked again and fails. */
export function Answer<T>({ of: { data, error, failureReason, refetch }, lines = 4, children }: Props<T>) {
  if (data !== undefined) return children(data);
  const trouble = error ?? failureReason;
  if (trouble) return <TroubleNotice error={trouble} retry={() => void refetch()} />;
  return <Skeleton lines={lines} />;
}
