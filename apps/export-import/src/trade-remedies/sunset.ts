import type { Entry, TradeRemedyFields } from '@doit/contracts';
import { ruleOn, type Rule, type RuleId } from '@doit/reference';
import { byLaw } from '@doit/registers';

/** What the last day of a measure follows from. */
export type Measured = Pick<Entry<TradeRemedyFields>, 'instrument' | 'measureFrom' | 'extendedOn' | 'endsOn'>;

const yearsOf = {
  'anti-dumping': 'trade-remedy.anti-dumping-years',
  countervailing: 'trade-remedy.countervailing-years',
} as const satisfies Partial<Record<Measured['instrument'], RuleId>>;
const first = 'trade-remedy.safeguard-years';
const total = 'trade-remedy.safeguard-total-years';

/**
 * By when a measure ends or is reviewed: the authority's own day, else the latest that the WTO's rules allow: five years from
 * its beginning or its last extension, where a duty offsets dumping or a subsidy; of a safeguard four, and with all extensions
 * eight, from its beginning. What keeps another measure from being circumvented ends with that one: null.
 */
export function sunsetOf(
  { instrument, measureFrom, extendedOn, endsOn }: Measured,
  law?: readonly Rule[],
): string | null {
  if (endsOn !== null) return endsOn;
  if (measureFrom === null || instrument === 'anti-circumvention') return null;
  if (instrument === 'safeguard')
    return yearsAfter(measureFrom, ruleOn(extendedOn === null ? first : total, measureFrom, law));
  const since = extendedOn ?? measureFrom;
  return yearsAfter(since, ruleOn(yearsOf[instrument], since, law));
}

/** The day of the same number; 29 February becomes the 28th, as PostgreSQL has it. */
function yearsAfter(day: string, rule: Rule | null): string | null {
  if (rule === null) return null;
  const year = String(Number(day.slice(0, 4)) + Number(rule.value)).padStart(4, '0');
  const isLeap = new Date(Date.UTC(Number(year), 1, 29)).getUTCMonth() === 1;
  return `${year}${day.slice(4) === '-02-29' && !isLeap ? '-02-28' : day.slice(4)}`;
}

/** SQL of the same, over a row of cases. */
export const sunsetSql =
  (law?: readonly Rule[]) =>
  (row: string): string => {
    const since = `coalesce(${row}.extended_on, ${row}.measure_from)`;
    const after = (id: RuleId, day: string): string =>
      byLaw(
        { ids: [id], day, ...(law && { law }) },
        (said) => `(${day} + interval '${said[id]} years')::date`,
      );
    const from = `${row}.measure_from`;
    return `coalesce(${row}.ends_on, case when ${from} is null then null
      ${Object.entries(yearsOf)
        .map(([instrument, id]) => `when ${row}.instrument = '${instrument}' then ${after(id, since)}`)
        .join('\n      ')}
      when ${row}.instrument = 'safeguard' and ${row}.extended_on is null then ${after(first, from)}
      when ${row}.instrument = 'safeguard' then ${after(total, from)} end)`;
  };
