import { Problem, type Fault } from '@doit/contracts';
import { isCountry } from '@doit/reference';

/**
 * Countries are those of ISO 3166-1: GB, and not UK.
 * @param named each with the pointer at which it was given
 * @throws Problem country.unknown, with each that is none
 */
export function requireCountries(named: readonly (readonly [pointer: string, country: string])[]): void {
  const code = 'country.unknown';
  const faults = named
    .filter(([, country]) => !isCountry(country))
    .map(([pointer, country]): Fault => ({ pointer, code, params: { country } }));
  if (faults[0]) throw new Problem(code, faults[0].params, faults);
}
