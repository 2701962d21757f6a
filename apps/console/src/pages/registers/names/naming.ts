import { useSettings } from '../../../app/settings';
import type { Language } from '../../../words/languages';
import { exportImportFields } from './export-import-fields';
import { exportImportValues } from './export-import-values';
import { industryFields } from './industry-fields';
import type { Names } from './names';
import { departmentNames, registerNames } from './register-names';
import { stateNames } from './states';
import { stepNames } from './steps';
import { tradeFields } from './trade-fields';
import { valueNames } from './values';

const fields: Names = { ...industryFields, ...tradeFields, ...exportImportFields };
const values: Names = { ...valueNames, ...exportImportValues };

/** A value that has no word yet, so that it can at least be read. */
const spelled = (code: string): string =>
  code.replaceAll('-', ' ').replace(/^\p{Ll}/u, (first) => first.toUpperCase());

const named = (names: Names, keys: readonly string[], language: Language): string | undefined => {
  const found = keys.map((key) => names[key]).find((each) => each !== undefined);
  return found?.[language === 'vi' ? 0 : 1];
};

/** The words for what the API names by codes, in one language. */
export function namesIn(language: Language) {
  return {
    department: (service: string) => named(departmentNames, [service], language) ?? spelled(service),
    register: (register: string) => named(registerNames, [register], language) ?? spelled(register),
    /** `says`: its description in the API, which is English and stands where there is no name yet. */
    field: (register: string, { name, says }: { name: string; says: string }) =>
      named(fields, [`${register}.${name}`, name], language) ?? says,
    state: (register: string, state: string) =>
      named(stateNames, [`${register}.${state}`, state], language) ?? spelled(state),
    step: (register: string, step: string) =>
      named(stepNames, [`${register}.${step}`, step], language) ?? spelled(step),
    value: (field: string, value: string) =>
      named(values, [`${field}.${value}`, value], language) ??
      (/^[a-z]/.test(value) ? spelled(value) : value),
  };
}
export type Naming = ReturnType<typeof namesIn>;

const both = { vi: namesIn('vi'), en: namesIn('en') };
export const useNames = (): Naming => both[useSettings().language];
