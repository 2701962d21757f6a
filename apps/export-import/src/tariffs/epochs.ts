/** A month by its first day, and the first of the months for which the same tariffs hold. */
export interface Epoch {
  readonly month: string;
  readonly since: string;
}

/**
 * Puts months together between which neither a tariff nor who is party to an agreement changes: what holds for the first
 * of them holds for all, so that it is looked up once.
 * @param months by their first days, in order
 * @param changes days on which anything begins or ends
 */
export function epochsOf(months: readonly string[], changes: readonly string[]): Epoch[] {
  const days = [...new Set(changes)].sort();
  let since = '';
  return months.map((month) => {
    const isOther = since === '' || days.some((day) => since < day && day <= month);
    if (isOther) since = month;
    return { month, since };
  });
}
