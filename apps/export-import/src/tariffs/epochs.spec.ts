import { epochsOf } from './epochs';

const months = ['2023-01-01', '2023-02-01', '2023-03-01', '2023-05-01'];

describe('months are of one epoch', () => {
  it.each([
    ['where nothing changes', [], '01 01 01 01'],
    ['where something changed before them, or on the first day', ['2022-06-01', '2023-01-01'], '01 01 01 01'],
    ['until the first day of a month on which something changes', ['2023-03-01'], '01 01 03 03'],
    ['until the month after a change in its middle', ['2023-02-15'], '01 01 03 03'],
    ['and not over a change in a month that is missing', ['2023-04-01', '2023-04-20'], '01 01 01 05'],
    ['of which each has its own where each begins with a change', months, '01 02 03 05'],
  ])('%s', (_what, changes, since) => {
    expect(
      epochsOf(months, changes)
        .map((epoch) => epoch.since.slice(5, 7))
        .join(' '),
    ).toBe(since);
  });
});
