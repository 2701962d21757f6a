import { Problem, type Fault } from '@doit/contracts';
import { isCountry } from '@doit/reference';

/**
 * A country is one of ISO 3166 (GB and not UK); that an event is held in Viet Nam is said by no country at all, so that the
 * same is not said in two ways.
 * @throws Problem promotion-event.at-home, promotion-event.country-unknown, with each country that is none
 */
export function requireCountries(event: {
  country?: string | null | undefined;
  targetMarkets?: readonly string[] | null | undefined;
}): void {
  const { country = null, targetMarkets = null } = event;
  if (country === 'VN') {
    const code = 'promotion-event.at-home';
    throw new Problem(code, {}, [{ pointer: '/country', code }]);
  }
  const named = [
    ...(country === null ? [] : [['/country', country] as const]),
    ...(targetMarkets ?? []).map((market, n) => [`/targetMarkets/${n}`, market] as const),
  ];
  const code = 'promotion-event.country-unknown';
  const faults = named
    .filter(([, each]) => !isCountry(each))
    .map(([pointer, each]): Fault => ({ pointer, code, params: { country: each } }));
  if (faults[0]) throw new Problem(code, faults[0].params, faults);
}
