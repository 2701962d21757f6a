import { Problem, type Fault, type TariffRow } from '@doit/contracts';
import { agreement } from '@doit/reference';
import { reasonNotInForce } from '../origin/origin-rules';

/**
 * A tariff is of an agreement that is in force with the market on its first day, and stands once in a batch.
 * @throws Problem tariff.refused with each row that cannot stand
 */
export function requireTariffs(items: readonly TariffRow[]): void {
  const rows = new Map<string, number>();
  const faults = items.flatMap((item, n): Fault[] => {
    const { market, hs, agreement: id, validFrom } = item;
    const key = `${market} ${hs} ${id} ${validFrom}`;
    const first = rows.get(key);
    if (first !== undefined)
      return [{ pointer: `/items/${n}`, code: 'tariff.twice-in-batch', params: { first: first + 1 } }];
    rows.set(key, n);
    const pointer = `/items/${n}/agreement`;
    const found = agreement(id);
    if (!found) return [{ pointer, code: 'tariff.agreement-unknown', params: { agreement: id } }];
    const source = reasonNotInForce(found, market, validFrom);
    if (!source) return [];
    return [
      { pointer, code: 'tariff.not-of-agreement', params: { market, agreement: id, on: validFrom, source } },
    ];
  });
  if (faults.length > 0) throw new Problem('tariff.refused', {}, faults);
}
