import type { Bilingual } from './text';

/**
 * An edition of the ASEAN Harmonised Tariff Nomenclature and the days on which Viet Nam's list of exports and imports
 * was drawn up by it (`YYYY-MM-DD`, both included, null = still). `edition` is the year of its name. `verified` is
 * false while the days were not read in the official text.
 */
export interface HsEdition {
  readonly edition: number;
  readonly legalSource: Bilingual;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly verified: boolean;
  readonly toVerify: Bilingual | null;
}

/** The editions known here, the oldest first; what held before 2012 is not known here. */
export const hsEditions: readonly HsEdition[] = [
  {
    ...edition(2012, '2012-01-01', '2017-12-31', '156/2011/TT-BTC; 103/2015/TT-BTC'),
    // The second circular put the first one's list in order and kept its edition, so its own day decides nothing here.
    toVerify: {
      vi: 'ngày có hiệu lực của Thông tư 156/2011/TT-BTC và 103/2015/TT-BTC',
      en: 'days on which Circulars 156/2011/TT-BTC and 103/2015/TT-BTC took effect',
    },
  },
  edition(2017, '2018-01-01', '2022-11-30', '65/2017/TT-BTC'),
  edition(2022, '2022-12-01', null, '31/2022/TT-BTC'),
];

function edition(year: number, validFrom: string, validTo: string | null, circular: string): HsEdition {
  const legalSource = { vi: `Thông tư ${circular}`, en: `Circular ${circular}` };
  const toVerify = { vi: 'ngày có hiệu lực của thông tư', en: 'day on which the circular took effect' };
  return { edition: year, legalSource, validFrom, validTo, verified: false, toVerify };
}

/** The edition in force on a day (`YYYY-MM-DD`); null before the first known here. */
export function hsEditionOn(day: string): HsEdition | null {
  return hsEditions.find((each) => each.validFrom <= day && (!each.validTo || day <= each.validTo)) ?? null;
}

/**
 * Whether a text has the form of a code of the Harmonised System: a chapter (2 digits), heading (4), subheading (6) or
 * a line of the AHTN (8), in the chapters 01–97 without 77, which is reserved. Chapter 98 is none: it stands in the
 * preferential tariff beside a code of another chapter, under which the goods are counted. Whether an edition has the
 * very line is not asked.
 */
export function isHsCode(text: string): boolean {
  if (!/^\d{2}(?:\d{2}){0,3}$/.test(text)) return false;
  const chapter = text.slice(0, 2);
  return chapter >= '01' && chapter <= '97' && chapter !== '77';
}

/**
 * A code as it is kept, digits alone, from how tables print it: `0901.11.10`, `0901 11 10`, `09011110`. Null for
 * anything else; also for an odd number of digits, where a spreadsheet may have dropped a leading zero: `901` could be
 * nothing, `9011110` is not guessed at.
 */
export function parseHsCode(written: string): string | null {
  const text = written.trim();
  if (!/^\d{2}(?:\d{2})?(?:[. ]?\d{2}){0,2}$/.test(text)) return null;
  const digits = text.replace(/[. ]/g, '');
  return isHsCode(digits) ? digits : null;
}
