import { Problem, type Entry } from '@doit/contracts';
import { territory as territoryOf } from '@doit/reference';

/** In Viet Nam a day begins seven hours before the clock of the server says so. */
export const todayInVietNam = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** By the rules of which day an entry is judged that is entered: since then it stands as it does. */
export const dayOf = ({ stateOn }: Entry): string => stateOn ?? todayInVietNam();

/** @throws Problem register.step-in-future */
export function refuseFuture(on: string, pointer: string): void {
  if (on <= todayInVietNam()) return;
  throw new Problem('register.step-in-future', { on }, [
    { pointer, code: 'register.step-in-future', params: { on } },
  ]);
}

/** Whether it is the whole country, of which some registers have entries. */
export const isCountryWide = (territory: string): boolean => territoryOf(territory)?.type === 'country';

/**
 * What is registered lies in a province or city, of today or of its day; never in a region or the country.
 * @throws Problem territory.unknown
 */
export function requireProvince(territory: string): void {
  if (['province', 'city'].includes(territoryOf(territory)?.type ?? '')) return;
  const params = { territory };
  throw new Problem('territory.unknown', params, [
    { pointer: '/territory', code: 'territory.unknown', params },
  ]);
}

/** An event that tells an entry, with what was done to it, must stay below 256 KiB. */
const longest = 200_000;

/** @param body the entry as its contract's JSON. @throws Problem register.entry-too-large */
export function requireFits(body: string): void {
  const bytes = Buffer.byteLength(body);
  if (bytes > longest) throw new Problem('register.entry-too-large', { bytes, max: longest });
}
