import type { Entry, NextStep } from './entries';
import type { Passed } from './past';

export interface LifeStation {
  readonly state: string;
  readonly at: 'passed' | 'current' | 'ahead';
  readonly on: string | null;
  /** A step that may be taken now leads there. */
  readonly isNext: boolean;
}

/** A life as a line: where it was, where it is, and where it may still come without leaving its way. */
export function stationsOf(
  { state, stateOn }: Pick<Entry, 'state' | 'stateOn'>,
  passed: readonly Passed[],
  steps: readonly NextStep[],
  states: readonly string[],
): LifeStation[] {
  const onward = steps.filter(({ needsReason, to }) => !needsReason && to !== null);
  const next = onward.filter(({ isAllowed }) => isAllowed).flatMap(({ to }) => to ?? []);
  const reached = new Set(next);
  for (const at of reached)
    for (const { from, to } of onward) if (to !== null && from.includes(at)) reached.add(to);
  const rank = (one: string) => states.indexOf(one);
  const ahead = states.filter(
    (one) => one !== state && reached.has(one) && (rank(one) > rank(state) || next.includes(one)),
  );
  const behind = passed.at(-1)?.state === state ? passed.slice(0, -1) : passed;
  return [
    ...behind.map((one) => ({ ...one, at: 'passed' as const, isNext: false })),
    { state, on: stateOn, at: 'current', isNext: false },
    ...ahead.map((one) => ({ state: one, on: null, at: 'ahead' as const, isNext: next.includes(one) })),
  ];
}
