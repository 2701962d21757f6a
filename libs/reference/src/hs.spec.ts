import { hsEditionOn, hsEditions, isHsCode, parseHsCode } from '.';

it.each(['09', '0901', '090111', '09011110', '01', '97'])('%s has the form of a code of the HS', (code) => {
  expect(isHsCode(code)).toBe(true);
});

it.each([
  '',
  '9',
  '901',
  '00',
  '0001',
  '77',
  '7701',
  '98',
  '98251000',
  '99',
  '0901111',
  '0901111000',
  '0901.11',
])('%s has not', (code) => {
  expect(isHsCode(code)).toBe(false);
});

it.each([
  ['0901.11.10', '09011110'],
  ['0901 11 10', '09011110'],
  [' 0901.11 ', '090111'],
  ['09.01', '0901'],
  ['09', '09'],
])('reads %s as %s', (written, code) => {
  expect(parseHsCode(written)).toBe(code);
});

it.each(['901', '9011110', '09-01', '0901..11', '77.01', '0901.11.10.00', 'cà phê', '٠٩٠١'])(
  'does not guess at %s',
  (written) => {
    expect(parseHsCode(written)).toBeNull();
  },
);

it.each([
  ['2011-12-31', null],
  ['2012-01-01', 2012],
  ['2017-12-31', 2012],
  ['2018-01-01', 2017],
  ['2022-11-30', 2017],
  ['2022-12-01', 2022],
  ['2031-01-01', 2022],
])('on %s the edition is %s', (day, edition) => {
  expect(hsEditionOn(day)?.edition ?? null).toBe(edition);
});

it('one edition follows the other without a gap, and none claims to be read that was not', () => {
  hsEditions.slice(1).forEach((each, i) => {
    const before = new Date(`${each.validFrom}T00:00:00Z`).getTime() - 86_400_000;
    expect(hsEditions[i]?.validTo).toBe(new Date(before).toISOString().slice(0, 10));
  });
  for (const { verified, toVerify } of hsEditions) expect(verified).toBe(toVerify === null);
});
