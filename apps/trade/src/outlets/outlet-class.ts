import type { Entry, OutletFields } from '@doit/contracts';
import { decimal, ruleOn, type Rule, type RuleId } from '@doit/reference';
import { byLaw, today } from '@doit/registers';

/** What the class of an outlet follows from. */
export type Sized = Pick<Entry<OutletFields>, 'kind' | 'areaM2' | 'items'>;

interface Bound {
  readonly m2: RuleId;
  /** Malls are classed by their area alone. */
  readonly items: RuleId | null;
}
const supermarket = (of: 'general' | 'specialised'): Bound[] =>
  ([1, 2, 3] as const).map((n) => ({
    m2: `supermarket.${of}-${n}-m2`,
    items: `supermarket.${of}-${n}-items`,
  }));

/** The bounds of the classes 1, 2 and 3, by kind. A convenience store has no class, nor has any other outlet. */
const bounds: Partial<Record<Sized['kind'], readonly Bound[]>> = {
  'supermarket-general': supermarket('general'),
  'supermarket-specialised': supermarket('specialised'),
  mall: ([1, 2, 3] as const).map((n) => ({ m2: `mall.${n}-m2`, items: null })),
};

/**
 * The class of a supermarket or mall by the law of a day: the highest whose area and number of goods it reaches. Null: it
 * reaches none, has no class by law, or what decides is not known.
 */
export function classOn({ kind, areaM2, items }: Sized, on: string, law?: readonly Rule[]): number | null {
  for (const [n, bound] of (bounds[kind] ?? []).entries()) {
    const [m2, goods] = [ruleOn(bound.m2, on, law), bound.items && ruleOn(bound.items, on, law)];
    if (!m2 || (goods === null && bound.items !== null)) return null;
    if (areaM2 === null || (goods && items === null)) return null;
    if (decimal(areaM2).greaterThanOrEqualTo(m2.value) && (!goods || Number(items) >= Number(goods.value)))
      return n + 1;
  }
  return null;
}

/** SQL of the same, over a row of outlets; by the law of today, or of another day. */
export const classSql =
  (day = today, law?: readonly Rule[]) =>
  (row: string): string => {
    const kinds = Object.entries(bounds).map(([kind, of]) => {
      const ids = of.flatMap(({ m2, items }) => (items ? [m2, items] : [m2]));
      const highest = byLaw({ ids, day, ...(law && { law }) }, (said) => {
        const whens = of.map(({ m2, items }, n) => {
          const goods = items ? ` and ${row}.items >= ${said[items]}` : '';
          return `when ${row}.area_m2 >= ${said[m2]}${goods} then ${n + 1}`;
        });
        return `case ${whens.join(' ')} end`;
      });
      return `when '${kind}' then ${highest}`;
    });
    return `case ${row}.kind ${kinds.join(' ')} end`;
  };
