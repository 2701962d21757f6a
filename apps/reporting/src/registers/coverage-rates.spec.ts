import { decimal, tallies } from '@doit/reference';
import { like, publishedFigure } from '../../test/published';
import { rateOf } from './coverage-rates';
import type { Tallied } from './tallied';

const tally = tallies.find(({ indicator }) => indicator === 'MARKETS');
const of = (value: string | null, more: Partial<Tallied> = {}): Tallied => {
  if (!tally) throw new Error('declared');
  const number = value === null ? null : decimal(value);
  const all = { value: number, sure: number, possible: number, counted: Number(value) };
  return {
    tally,
    territories: ['kien-giang'],
    day: '2023-12-31',
    lacking: 0,
    undated: 0,
    completeOn: null,
    isOver: true,
    ...all,
    ...more,
  };
};
const people = (value: string, decimals = 0) =>
  like(publishedFigure('nghe-an', 'POWER_PLANTS'), {
    ...{ indicator: 'POPULATION', unit: 'PERSON', period: '2023', value, decimals },
  });

describe('markets for the people of a territory', () => {
  it.each([
    ['150', '1500000', '1.0000'],
    ['1', '30000', '0.3333'],
    ['2', '30000', '0.6667'],
  ])('that are %s for %s people are %s per 10,000', (number, population, expected) => {
    expect(rateOf(of(number), people(population))).toMatchObject({
      ...{ indicator: 'MARKETS', value: Number(number) },
      per10000: {
        ...{ value: expected, basis: 'computed' },
        formula: 'MARKETS by its register × 10,000 ÷ POPULATION of 2023',
        lineage: [{ indicator: 'POPULATION', value: population }],
      },
    });
  });

  it('are as many as the printed population allows', () => {
    // 1.5 million, rounded to the next 100,000.
    const { per10000 } = rateOf(of('150'), people('1500000', -5));
    expect(per10000.interval).toEqual({ low: '0.96774', high: '1.03449' });
  });

  it('are as many as were there for certain, and as may have been', () => {
    const some = { undated: 3, sure: decimal('2'), possible: decimal('5') };
    const { value, per10000 } = rateOf(of('4', some), people('10000'));
    expect([value, per10000.value, per10000.interval]).toEqual([
      4,
      '4.0000',
      { low: '1.99990', high: '5.00026' },
    ]);
  });

  it.each([
    ['whose population nobody states', of('150'), undefined, 150, 'no-figure POPULATION'],
    ['whose population is 0', of('150'), people('0'), 150, 'non-positive-base POPULATION'],
    ['whose register is empty and not declared', of('0'), people('1000'), null, 'no-figure MARKETS'],
    [
      'whose register is empty and declared since a later day',
      of('0', { completeOn: '2024-01-01' }),
      people('1000'),
      null,
      'no-figure MARKETS',
    ],
  ])('%s are not told', (_, tallied, population, value, why) => {
    const { per10000, ...rate } = rateOf(tallied, population);
    expect([rate.value, per10000.value]).toEqual([value, null]);
    expect([per10000.refusal?.code, ...(per10000.refusal?.missing ?? [])].join(' ')).toBe(why);
  });

  it('are none where the register is declared complete and empty', () => {
    expect(rateOf(of('0', { completeOn: '2023-12-31' }), people('1000'))).toMatchObject({
      ...{ value: 0, per10000: { value: '0.0000' } },
    });
  });
});
