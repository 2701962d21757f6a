import type { FaultCode, Params } from '@doit/contracts';
import {
  commodityOf,
  customsListSince,
  hsEditionOn,
  isCountry,
  isTerritory,
  parseHsCode,
  territory as territoryOf,
  territoryNamed,
} from '@doit/reference';
import { monthOf } from '../flows/months';

/** What a word of a file means, or why it means nothing. */
export type Meant<T> =
  | ({ readonly [K in keyof T]: T[K] } & { readonly fault?: undefined })
  | { readonly fault: FaultCode; readonly params: Params };

const unmeant = (fault: FaultCode, params: Params = {}): { fault: FaultCode; params: Params } => ({
  fault,
  params,
});

export interface Place {
  readonly territory: string;
  /** Its first day. */
  readonly month: string;
  /** Since when the list of commodity groups stands as it does in that month; `''`: not known. */
  readonly since: string;
  /** Edition of the AHTN in force; 0: not known. */
  readonly edition: number;
}

/** Whose lines may be written: territories, or `*`. */
export type Allowed = readonly string[];

/**
 * A territory and a month as a file names them: an id, or a name that means the unit in force on the month's last day.
 * @param today in Viet Nam
 */
export function placeMeant(name: string, written: string, allowed: Allowed, today: string): Meant<Place> {
  if (name.trim() === '' || written.trim() === '') return unmeant('import.missing-value');
  const month = monthOf(written.trim());
  if (!month) return unmeant('flow.unreadable-month', { month: written.slice(0, 40) });
  if (month.first > today) return unmeant('flow.month-not-begun', { month: month.key });
  const id = isTerritory(name.trim()) ? name.trim() : territoryNamed(name, month.last)?.id;
  const found = id === undefined ? null : territoryOf(id, month.last);
  const territory = name.slice(0, 60);
  if (!found) {
    const isKnown = id !== undefined;
    return isKnown
      ? unmeant('territory.not-in-force', { territory, day: month.last })
      : unmeant('territory.unknown', { territory });
  }
  if (!['province', 'city'].includes(found.type)) return unmeant('territory.unknown', { territory });
  if (!allowed.includes('*') && !allowed.includes(found.id))
    return unmeant('territory.not-yours', { territory });
  return {
    territory: found.id,
    month: month.first,
    since: customsListSince(month.first) ?? '',
    edition: hsEditionOn(month.first)?.edition ?? 0,
  };
}

/** A code of the HS as a table prints it, and the group it belongs to while the list stands as it did since a day. */
export function headingMeant(written: string, since: string): Meant<{ hs: string; commodity: string }> {
  if (written.trim() === '') return unmeant('import.missing-value');
  const hs = parseHsCode(written);
  if (hs === null) return unmeant('flow.unknown-hs', { hs: written.slice(0, 40) });
  return { hs, commodity: since === '' ? '' : (commodityOf(hs, since) ?? '') };
}

type Word = Meant<{ word: string }>;

const words: Readonly<Record<'flow' | 'regime' | 'status' | 'basis', Readonly<Record<string, string>>>> = {
  flow: {
    export: 'export',
    import: 'import',
    x: 'export',
    m: 'import',
    'xuất khẩu': 'export',
    'nhập khẩu': 'import',
  },
  regime: { '': '', domestic: 'domestic', fdi: 'fdi', 'trong nước': 'domestic' },
  status: {
    '': '',
    ...{ estimate: 'estimate', preliminary: 'preliminary', official: 'official' },
    ...{ 'ước tính': 'estimate', 'sơ bộ': 'preliminary', 'chính thức': 'official' },
  },
  basis: { '': '', fob: 'FOB', cif: 'CIF' },
};
const unknown = {
  flow: 'flow.unknown-flow',
  regime: 'flow.unknown-regime',
  status: 'flow.unknown-status',
  basis: 'flow.other-basis',
} as const;

/** A word of a column that has few; `''` where nothing is told. */
export function wordMeant(column: keyof typeof words | 'partner' | 'unit', written: string): Word {
  const text = written.trim();
  if (column === 'unit') return text.length > 20 ? unmeant('field.too-long', { max: 20 }) : { word: text };
  if (text === '' && (column === 'partner' || column === 'flow')) return unmeant('import.missing-value');
  if (column === 'partner') {
    const partner = text.toUpperCase();
    return isCountry(partner)
      ? { word: partner }
      : unmeant('flow.unknown-partner', { partner: text.slice(0, 40) });
  }
  const said = text.normalize('NFC').toLowerCase();
  // What every object has besides (`constructor`) is no word of the column.
  const word = Object.hasOwn(words[column], said) ? words[column][said] : undefined;
  return word === undefined ? unmeant(unknown[column], { [column]: text.slice(0, 40) }) : { word };
}
