type Values = readonly (string | null)[];

/** Whether a value has no neighbour that a line could join it to: between gaps and cuts (before which the line ends). */
export function isLonely(values: Values, cuts: readonly number[], n: number): boolean {
  const isKnown = (at: number): boolean => (values[at] ?? null) !== null;
  const isJoined = (at: number): boolean => isKnown(at) && isKnown(at - 1) && !cuts.includes(at);
  return isKnown(n) && !isJoined(n) && !isJoined(n + 1);
}
