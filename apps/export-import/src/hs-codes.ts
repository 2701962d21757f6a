import { Problem, type Fault } from '@doit/contracts';
import { isHsCode } from '@doit/reference';

/**
 * Codes of goods lie in chapters of the Harmonized System.
 * @param field the list that they were given in; null: not known
 * @throws Problem flow.unknown-hs, with each that is none
 */
export function requireHsCodes(field: string, codes: readonly string[] | null): void {
  const code = 'flow.unknown-hs';
  const faults = (codes ?? []).flatMap((hs, n): Fault[] =>
    isHsCode(hs) ? [] : [{ pointer: `/${field}/${n}`, code, params: { hs } }],
  );
  if (faults[0]) throw new Problem(code, faults[0].params, faults);
}
