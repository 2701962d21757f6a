import { readPeriod, writeMoment } from './periods';

describe('a moment', () => {
  it.each([
    ['2023-06-07T01:30:00.000Z', '08:30 07/6/2023', '7 June 2023 at 08:30'],
    ['2026-11-23T17:54:33.852+00:00', '00:54 24/11/2026', '24 November 2026 at 00:54'],
    ['2024-12-31T17:00:00Z', '00:00 01/01/2025', '1 January 2025 at 00:00'],
  ])('%s is %s in Viet Nam', (iso, vietnamese, english) => {
    expect([writeMoment(iso, 'vi'), writeMoment(iso, 'en')]).toEqual([vietnamese, english]);
  });
});

describe('a period', () => {
  it.each([
    ['1900', { year: 1900, month: 1, months: 12 }],
    ['2199-12', { year: 2199, month: 12, months: 1 }],
    ['2023-01--P5M', { year: 2023, month: 1, months: 5 }],
    ['1899-12', null],
    ['2200', null],
  ])('%s is read as the API reads it', (text, span) => {
    expect(readPeriod(text)).toEqual(span);
  });
});
