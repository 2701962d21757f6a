import { lastDay, parsePeriod } from '@doit/reference';

/** A month by its key (`2024-03`), its first and its last day. */
export interface Month {
  readonly key: string;
  readonly first: string;
  readonly last: string;
}

/** A month as tables write it: `2024-03`, `2024-03-01`, `03/2024`, `3/2024`; null: it is none. */
export function monthOf(written: string): Month | null {
  const [, year, month] = /^(\d{4})-(\d{2})(?:-01)?$/.exec(written) ?? [];
  const [, slashed = '', itsYear] = /^(\d{1,2})\/(\d{4})$/.exec(written) ?? [];
  const key = year ? `${year}-${month}` : itsYear ? `${itsYear}-${slashed.padStart(2, '0')}` : '';
  const period = parsePeriod(key);
  return period && period.key === key && key.length === 7
    ? { key, first: `${key}-01`, last: lastDay(period) }
    : null;
}
