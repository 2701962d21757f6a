import { useQuery } from '@tanstack/react-query';
import { patiently } from '../../app/lazy-page';

/** A field of a register as openapi.json describes it; the build reads it there (apps/console/registers.mjs). */
export interface Field {
  readonly name: string;
  /** Its description, in English. */
  readonly says: string;
  /** `text`, `prose`, `choice`, `flag`, `whole`, `year`, `decimal`, `day`, `month`, `territory`, `country` or `parts`. */
  readonly kind: string;
  readonly isMany?: boolean;
  readonly isRequired?: boolean;
  readonly values?: readonly string[];
  readonly longest?: number;
  readonly parts?: readonly Field[];
}

/** What is known of a register before any of its entries was read. */
export interface Shape {
  readonly service: string;
  readonly register: string;
  /** Whether everybody reads it. */
  readonly isPublic: boolean;
  readonly fields: readonly Field[];
  /** Names of the fields with which an entry is entered, changed, taken a step further; of filters and of orders. */
  readonly enter: readonly string[];
  readonly change: readonly string[];
  readonly known: readonly string[];
  readonly filters: readonly string[];
  readonly sorts: readonly string[];
}

/** What every register has; its own fields come between the first four and these. */
export const standing: readonly string[] = ['state', 'stateOn'];
const forAll: readonly string[] = ['code', 'name', 'territory', ...standing];

/** The fields that are a register's own. */
export const ownFields = ({ fields }: Shape): Field[] => fields.filter(({ name }) => !forAll.includes(name));

/** The fields of these names, in the register's order. */
export const fieldsOf = ({ fields }: Shape, names: readonly string[]): Field[] =>
  fields.filter(({ name }) => names.includes(name));

/** All registers; loaded when one comes to a page of theirs. */
export function useShapes() {
  return useQuery({
    queryKey: ['shapes of registers'],
    queryFn: async (): Promise<readonly Shape[]> =>
      (await patiently(() => import('../../api/registers.json'))).default.registers,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** One register; null: there is none of that name. */
export function useShape(service: string, register: string) {
  const { data } = useShapes();
  return data && (data.find((one) => one.service === service && one.register === register) ?? null);
}
