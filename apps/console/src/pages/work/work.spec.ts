import { changePct } from './difference';
import { eventReader } from './event-reader';
import { periodBefore, periodsDue, reportOf, yearBefore } from './periods';

describe('a difference', () => {
  it.each([
    ['110', '100', '10.0'],
    ['36539', '33328.4', '9.6'],
    ['99.95', '100', '-0.1'],
    ['99.96', '100', '0.0'],
    ['0', '12.5', '-100.0'],
    ['100000000000000000.3', '100000000000000000', '0.0'],
    ['1', '0', null],
    ['1', '-4', null],
  ])('%s on %s', (value, base, pct) => {
    expect(changePct(value, base)).toBe(pct);
  });
});

describe('a period', () => {
  it.each([
    ['2026-11', '2026-10', '2025-11', '2026-11'],
    ['2026-01', '2025-12', '2025-01', '2026-01'],
    ['2023-01/P5M', '2023-01/P4M', '2022-01/P5M', '2023-05'],
    ['2023-01/P2M', '2023-01', '2022-01/P2M', '2023-02'],
    ['2023-Q1', '2022-Q4', '2022-Q1', '2023-Q1'],
    ['2023-S2', '2023-S1', '2022-S2', '2023-S2'],
    ['2023', '2022', '2022', '2023'],
  ])('%s comes after %s, a year after %s, and is of the report %s', (period, before, year, report) => {
    expect([periodBefore(period), yearBefore(period), reportOf(period)]).toEqual([before, year, report]);
  });

  it.each([
    ['2026-11-23', ['2026-11', '2026-10', '2026-Q3', '2026-S1', '2025']],
    ['2026-12-02', ['2026-12', '2026-11', '2026-Q4', '2026-S2', '2026']],
    ['2026-01-09', ['2026-01', '2025-12', '2025-Q4', '2025-S2', '2025']],
  ])('is due on %s', (day, due) => {
    expect(periodsDue(day)).toEqual(due);
  });
});

describe('events that come in pieces', () => {
  it.each([
    [['data: {"a":1}\n\ndata: {"a":2}\n\n'], ['{"a":1}', '{"a":2}']],
    [
      ['data: {"a"', ':1}\n', '\nda', 'ta: 2\n\n'],
      ['{"a":1}', '2'],
    ],
    [[': \n\n', 'data: 1\r\n\r\n'], ['1']],
    [['data: cut'], []],
  ])('%j', (pieces, events) => {
    const read = eventReader();
    expect(pieces.flatMap((piece) => read(piece))).toEqual(events);
  });
});
