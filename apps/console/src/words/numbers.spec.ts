import { readNumber } from './numbers';

describe('a number as it is typed', () => {
  it.each([
    ['1.234,5', 'vi', '1234.5'],
    ['1,234.5', 'en', '1234.5'],
    ['1 234 567,5', 'vi', '1234567.5'],
    ['1\u00a0234', 'vi', '1234'],
    ['12\u202f345.6', 'en', '12345.6'],
    [' 105 ', 'vi', '105'],
    ['− 5', 'vi', '-5'],
    ['-1 234', 'en', '-1234'],
    ['10 5', 'vi', null],
    ['1 2345', 'vi', null],
    ['1234 567', 'vi', null],
    ['1 234 5', 'vi', null],
    ['0 123', 'vi', null],
    ['1 234.567', 'vi', null],
    ['1  234', 'vi', null],
    ['1 234, 5', 'vi', null],
    ['1,2 345', 'vi', null],
    ['1\n234', 'vi', null],
  ] as const)('%j in %s is %s', (text, language, value) => {
    expect(readNumber(text, language)).toBe(value);
  });
});
