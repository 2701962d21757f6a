import { macroGroups } from '@doit/reference';

const members = macroGroups.flatMap(({ code, members }) => members.map((each) => ({ code, ...each })));

/** Which commodity group counts in which macro group, from which month to which: columns for `unnest`. */
export const macroColumns: readonly [string[], string[], string[], string[]] = [
  members.map(({ code }) => code),
  members.map(({ group }) => group),
  members.map(({ validFrom }) => validFrom),
  members.map(({ validTo }) => validTo ?? '9999-12-31'),
];
