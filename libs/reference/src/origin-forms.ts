import { agreement, agreements, type Agreement } from './agreements';
import type { Bilingual } from './text';

/**
 * A form of certificate of origin. `preference`: under an agreement, by a preference that a country grants on its own
 * (GSP), or none at all. Only the first stands in rates of utilisation.
 */
export interface OriginForm {
  readonly code: string;
  readonly agreement: string | null;
  readonly preference: 'agreement' | 'gsp' | 'none';
  readonly name: Bilingual;
}

/** The forms in the order of their agreements, then those of none. */
export const originForms: readonly OriginForm[] = [
  ...agreements.flatMap(({ id, certificate, name }): OriginForm[] => {
    if (certificate === null) return [];
    const words = { vi: `Mẫu ${certificate} (${name.vi})`, en: `Form ${certificate} (${name.en})` };
    return [{ code: certificate, agreement: id, preference: 'agreement', name: words }];
  }),
  {
    ...{ code: 'A', agreement: null, preference: 'gsp' },
    name: { vi: 'Mẫu A (ưu đãi thuế quan phổ cập)', en: 'Form A (generalised system of preferences)' },
  },
  {
    ...{ code: 'B', agreement: null, preference: 'none' },
    name: { vi: 'Mẫu B (không ưu đãi)', en: 'Form B (no preference)' },
  },
];

/** The form of an agreement, or null where it has none (yet). */
export function formOf(agreementId: string): OriginForm | null {
  return originForms.find((form) => form.agreement === agreementId) ?? null;
}

/** The agreement that a form belongs to, or null: of no agreement, or no form. */
export function agreementOfForm(code: string): Agreement | null {
  const form = originForms.find((each) => each.code === code);
  return form?.agreement ? agreement(form.agreement) : null;
}
