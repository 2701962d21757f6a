import { commodityNames, countryName, macroGroups } from '@doit/reference';
import { quoted } from './words.sql';

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const pairs = letters.flatMap((first) => letters.map((second) => first + second));

/** The names of all that a key of a cell can be: groups of goods, partners, regimes; no two are spelled alike. */
const names = {
  ...commodityNames,
  ...Object.fromEntries(macroGroups.map(({ code, name }) => [code, name])),
  ...Object.fromEntries(pairs.flatMap((code) => (countryName(code) ? [[code, countryName(code)]] : []))),
  domestic: { vi: 'Khu vực kinh tế trong nước', en: 'Domestic sector' },
  fdi: { vi: 'Khu vực có vốn đầu tư nước ngoài', en: 'Foreign-invested sector' },
};

/** The name of a key, as JSON; null where it has none. */
export const nameOf = (key: string): string => `${quoted(names)}::jsonb -> ${key}`;
