import {
  commodityGroup,
  commodityGroups,
  commodityNames,
  commodityOf,
  groupsOfMacro,
  hsEditions,
  indicator,
  isHsCode,
  macroGroupOf,
  macroGroups,
} from '.';

const editionDays = hsEditions.flatMap(({ validFrom, validTo }) => [validFrom, validTo ?? '2030-06-30']);
const on = (day: string): { hs: string; code: string }[] =>
  commodityGroups.flatMap(({ code, prefixes }) =>
    prefixes
      .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))
      .map(({ hs }) => ({ hs, code })),
  );

it.each([
  ['03', '2024-01-01', 'seafood'],
  ['09011110', '2024-01-01', 'coffee'],
  ['0901', '2012-01-01', 'coffee'],
  ['080132', '2024-01-01', 'cashew'],
  ['080111', '2024-01-01', 'vegetables-fruit'],
  ['071410', '2024-01-01', 'cassava'],
  ['85171300', '2024-01-01', 'phones'],
  ['8524', '2023-01-01', 'computers-electronics'],
  ['940360', '2015-01-01', 'wood'],
  ['940371', '2015-01-01', 'other'],
  ['940370', '2015-01-01', 'furniture'],
  ['94013100', '2023-01-01', 'wood'],
  ['940130', '2020-01-01', 'furniture'],
  ['3004', '2024-01-01', 'other'],
  ['30', '2024-01-01', 'other'],
  ['2523', '2024-01-01', 'other'],
  ['7204', '2024-01-01', 'other'],
])('goods of %s are on %s in %s', (hs, day, group) => {
  expect(commodityOf(hs, day)).toBe(group);
});

it.each([
  ['85', '2024-01-01', 'a chapter of many groups'],
  ['08', '2024-01-01', 'fruit, and cashew'],
  ['0801', '2024-01-01', 'a heading of cashew and other nuts'],
  ['9403', '2024-01-01', 'furniture of wood and of other materials'],
  ['19', '2024-01-01', 'a chapter of which a group has a part'],
  ['940130', '2023-01-01', 'split by wood or not in the edition of that day'],
  ['852411', '2020-01-01', 'not yet in the edition of that day'],
  ['0901', '2011-12-31', 'before the first edition known'],
  ['77', '2024-01-01', 'reserved'],
  ['0901.11', '2024-01-01', 'not normalised'],
])('of %s on %s it cannot be told: %s', (hs, day) => {
  expect(commodityOf(hs, day)).toBeNull();
});

it('no group has goods of another on any day: all pairs of their codes, in each edition', () => {
  for (const day of editionDays) {
    const codes = on(day);
    const pairs = codes.flatMap((a, i) =>
      codes
        .filter((b, j) => i !== j && b.hs.startsWith(a.hs))
        .map((b) => `${day} ${a.code} ${a.hs} ${b.code} ${b.hs}`),
    );
    expect(pairs).toEqual([]);
    expect(codes.length).toBeGreaterThan(300);
  }
});

it('each code of the list has the form of one, and is found again', () => {
  for (const day of editionDays) {
    for (const { hs, code } of on(day)) {
      expect(isHsCode(hs)).toBe(true);
      expect(commodityOf(hs, day)).toBe(code);
      expect(commodityOf(hs.padEnd(8, '9'), day)).toBe(code);
    }
  }
});

it('the answer is that of going through the whole list', () => {
  const day = '2024-05-01';
  const codes = on(day);
  const every = Array.from({ length: 10_000 }, (_, i) => String(i).padStart(4, '0')).filter(isHsCode);
  for (const hs of every) {
    const within = codes.find((each) => hs.startsWith(each.hs))?.code;
    const parts = codes.some((each) => each.hs.startsWith(hs));
    const elsewhere = editionDays.some((other) => on(other).some((each) => hs.startsWith(each.hs)));
    expect([hs, commodityOf(hs, day)]).toEqual([hs, within ?? (parts || elsewhere ? null : 'other')]);
  }
});

it('a group is named in both languages and makes no claim to be read', () => {
  const pattern = new RegExp(
    `^(?:${indicator('EXPORT')?.dimensions.find(({ name }) => name === 'commodity')?.pattern ?? ''})$`,
  );
  const codes = commodityGroups.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).not.toContain('other');
  for (const { code, name, verified, toVerify } of [...commodityGroups, ...macroGroups]) {
    expect(code).toMatch(pattern);
    expect(name.vi && name.en).toBeTruthy();
    expect(verified).toBe(toVerify === null);
  }
  expect(Object.keys(commodityNames)).toEqual([...codes, 'other']);
  expect(commodityGroup('coffee')?.name.vi).toBe('Cà phê');
  expect(commodityGroup('other')).toBeNull();
});

it('every group is in one macro group, and what is no group in none', () => {
  for (const day of editionDays) {
    const members = macroGroups.flatMap((each) => groupsOfMacro(each, day));
    expect([...members].sort()).toEqual(commodityGroups.map(({ code }) => code).sort());
  }
  expect(macroGroupOf('wood', '2024-01-01')).toBe('forest');
  expect(macroGroupOf('rice', '2024-01-01')).toBe('agricultural');
  expect(macroGroupOf('other', '2024-01-01')).toBeNull();
  expect(macroGroupOf('rice', '2011-01-01')).toBeNull();
});
