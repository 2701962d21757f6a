import { dayPlus, ruleOn, rules, type Rule, type RuleId } from '@doit/reference';

/** SQL of the day in Viet Nam on which it is asked; a subquery, so that it is worked out once and not for each row. */
export const today = `(select (now() at time zone 'UTC' + interval '7 hours')::date)`;

/** What of the law a value follows from. */
export interface Dated<I extends RuleId> {
  readonly ids: readonly I[];
  /** SQL of the day whose law it is. */
  readonly day: string;
  readonly law?: readonly Rule[];
}

/**
 * SQL of a value that follows from rules of a day: one branch for each time in which they say the same, null on days on which
 * one of them is not known.
 * @param make SQL of the value from what the rules say
 */
export function byLaw<const I extends RuleId>(
  { ids, day, law = rules }: Dated<I>,
  make: (said: Readonly<Record<I, string>>) => string,
): string {
  const branches = turns(ids, law).map((since) => {
    const said = ids.map((id) => [id, ruleOn(id, since, law)?.value] as const);
    const isKnown = said.every(([, value]) => value !== undefined);
    const value = isKnown ? make(Object.fromEntries(said) as Record<I, string>) : 'null';
    return `when ${day} >= '${since}' then ${value}`;
  });
  return `case ${branches.reverse().join(' ')} end`;
}

/** The days on which one of the rules begins to hold, or no longer does, in their order. */
export function turns(ids: readonly RuleId[], law: readonly Rule[] = rules): string[] {
  const of = law.filter(({ id }) => ids.includes(id));
  const days = of.flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo ? [dayPlus(validTo, 1)] : [])]);
  return [...new Set(days)].sort();
}
