import type { Entry, OcopProductFields } from '@doit/contracts';
import { decimal, ruleOn, type Rule } from '@doit/reference';
import { byLaw, today } from '@doit/registers';

/** What the stars of a product follow from. */
export type Scored = Pick<Entry<OcopProductFields>, 'score' | 'council'>;

const scores = ['ocop.3-stars-score', 'ocop.4-stars-score', 'ocop.5-stars-score'] as const;
const central = 'ocop.central-stars';

/**
 * The stars of a score by the law of a day. Those that the central council alone gives another council only proposes: until
 * then the product has one less. Null: too low a score for any that count, or not known.
 */
export function starsOn({ score, council }: Scored, on: string, law?: readonly Rule[]): number | null {
  const said = scores.map((id) => ruleOn(id, on, law)?.value);
  const centrals = ruleOn(central, on, law)?.value;
  if (score === null || centrals === undefined) return null;
  let stars: number | null = null;
  for (const [n, least] of said.entries()) {
    if (least === undefined) return null;
    const given = n + 3;
    const isTheirs = given < Number(centrals) || council === 'central';
    if (decimal(score).greaterThanOrEqualTo(least) && isTheirs) stars = given;
  }
  return stars;
}

/** The day whose law a certificate follows: its own, or today's while it has none. */
const certified = (row: string): string => `coalesce(${row}.issued_on, ${today})`;

/** SQL of the same, over a row of products, by the law of the day of its certificate. */
export const starsSql =
  (law?: readonly Rule[]) =>
  (row: string): string =>
    byLaw({ ids: [...scores, central], day: certified(row), ...(law && { law }) }, (said) => {
      const whens = [...scores.entries()].reverse().map(([n, id]) => {
        const isTheirs = n + 3 < Number(said[central]) ? '' : ` and ${row}.council = 'central'`;
        return `when ${row}.score >= ${said[id]}${isTheirs} then ${n + 3}`;
      });
      return `case ${whens.join(' ')} end`;
    });

/**
 * SQL of the last day of a certificate: months end with the day of the same number (Civil Code 91/2015/QH13, article 148).
 */
export const expirySql =
  (law?: readonly Rule[]) =>
  (row: string): string =>
    byLaw(
      { ids: ['ocop.certificate-months'], day: `${row}.issued_on`, ...(law && { law }) },
      (said) => `(${row}.issued_on + interval '${said['ocop.certificate-months']} months')::date`,
    );
