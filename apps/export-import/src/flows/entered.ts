import type { EnterFlow, Fault } from '@doit/contracts';
import { isCountry } from '@doit/reference';
import { headingMeant, placeMeant } from '../imports/meant';

/** A line as `stated` takes it. */
export interface Stated {
  row: number;
  territory: string;
  month: string;
  flow: string;
  source: string;
  partner: string;
  regime: string;
  enterprise: string;
  hs: string;
  hs_edition: number;
  commodity: string;
  value_usd: string;
  quantity: string | null;
  unit: string | null;
  status: string;
  as_of: string;
}

/**
 * What somebody entered, as lines, by the same rules as a file is read; or what is wrong with it.
 * @param pointer of a field of the nth line
 * @param asOf the day of a line that says none, or a month's last
 */
export function enteredLines(
  items: readonly EnterFlow[],
  {
    today,
    asOf,
    pointer,
  }: {
    today: string;
    asOf: (said: string | undefined) => string;
    pointer: (nth: number, field: string) => string;
  },
): { stated: Stated[]; faults: Fault[] } {
  const stated: Stated[] = [];
  const faults: Fault[] = [];
  items.forEach((item, nth) => {
    const place = placeMeant(item.territory, item.month, ['*'], today);
    const heading = headingMeant(item.hs, place.fault === undefined ? place.since : '');
    const fault = (field: string, code: Fault['code'], params: Fault['params'] = {}): void => {
      faults.push({ pointer: pointer(nth, field), code, params });
    };
    if (place.fault !== undefined)
      fault(/month/.test(place.fault) ? 'month' : 'territory', place.fault, place.params);
    if (heading.fault !== undefined) fault('hs', heading.fault, heading.params);
    if (!isCountry(item.partner)) fault('partner', 'flow.unknown-partner', { partner: item.partner });
    if (((item.quantity ?? null) === null) !== ((item.unit ?? null) === null))
      fault('unit', 'flow.quantity-without-unit');
    if (place.fault !== undefined || heading.fault !== undefined) return;
    stated.push({
      ...{
        row: nth + 1,
        territory: place.territory,
        month: place.month,
        flow: item.flow,
        source: item.source,
      },
      ...{
        partner: item.partner,
        regime: item.regime ?? '',
        enterprise: item.enterprise ?? '',
        hs: heading.hs,
      },
      ...{ hs_edition: place.edition, commodity: heading.commodity, value_usd: item.valueUsd },
      ...{
        quantity: item.quantity ?? null,
        unit: item.unit ?? null,
        status: item.status,
        as_of: asOf(item.asOf),
      },
    });
  });
  return { stated, faults };
}
