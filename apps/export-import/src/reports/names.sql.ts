import { commodityNames, countryName, indicator, macroGroups } from '@doit/reference';
import { quoted } from './words.sql';

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const pairs = letters.flatMap((first) => letters.map((second) => first + second));

/** The names of all that a key of a cell can be: groups of goods, partners, regimes; no two are spelled alike. */
const names = {
  ...commodityNames,
  ...Object.fromEntries(macroGroups.map(({ code, name }) => [code, name])),
  ...Object.fromEntries(pairs.flatMap((code) => (countryName(code) ? [[code, countryName(code)]] : []))),
  ...indicator('EXPORT')?.dimensions.find(({ name }) => name === 'regime')?.names,
};

/** The name of a key, as JSON; null where it has none. */
export const nameOf = (key: string): string => `${quoted(names)}::jsonb -> ${key}`;
