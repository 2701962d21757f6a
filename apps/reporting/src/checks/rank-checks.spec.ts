import type { RecordedObservation } from '@doit/contracts';
import { like, publishedFigure, standingWith } from '../../test/published';
import { checkRank } from './rank-checks';
import { subjectsOf } from './subject';

const rank = publishedFigure('nghe-an', 'ECOMMERCE_RANK');

function found(other: Partial<RecordedObservation>): string[] {
  const figure = like(rank, { period: '2023', ...other });
  const standing = standingWith('nghe-an', '2023', [{ part: 'actual', figure }]);
  const [subject] = subjectsOf(standing).filter(({ indicator }) => indicator.code === 'ECOMMERCE_RANK');
  if (!subject) throw new Error('the rank is no subject');
  return checkRank(subject).map(
    ({ verdict, statement, recomputed }) =>
      `${verdict} ${statement.en.split(': ').at(-1)} in ${recomputed?.low}–${recomputed?.high}`,
  );
}
const ranked = (value: string) => ({ rankOf: { value, decimals: 0 } });

/** The North Central region of 2024 has six provinces. */
const cases: [value: string, stated: RecordedObservation['stated'], expected: string[]][] = [
  ['6', {}, ['agrees rank 6 in 1–6']],
  ['7', {}, ['contradicts rank 7 in 1–6']],
  ['6', ranked('6'), ['agrees rank 6 / 6 in 1–6', 'agrees 6 in 0–6']],
  ['5', ranked('4'), ['contradicts rank 5 / 4 in 1–4', 'agrees 4 in 0–6']],
  ['7', ranked('7'), ['agrees rank 7 / 7 in 1–7', 'contradicts 7 in 0–6']],
];

describe('a stated rank', () => {
  it.each(cases)('%s beside %j: %j', (value, stated, expected) => {
    expect(found({ value, stated })).toEqual(expected);
  });

  it('that is said with “at least” has no last place that it may be', () => {
    expect(found({ value: '7', comparator: 'ge' })).toEqual(['contradicts rank 7 in 1–6']);
    expect(found({ value: '0', comparator: 'ge' })).toEqual(['agrees rank 0 in 1–6']);
    expect(found({ value: '0' })).toEqual(['contradicts rank 0 in 1–6']);
  });

  it('of a year in which units were merged is one of either map', () => {
    const of2025 = { period: '2025', dimensions: { among: 'viet-nam' } };
    expect(found({ ...of2025, value: '58' })).toEqual(['agrees rank 58 in 1–63']);
    expect(found({ ...of2025, value: '64' })).toEqual(['contradicts rank 64 in 1–63']);
    expect(found({ ...of2025, period: '2026', value: '58' })).toEqual(['contradicts rank 58 in 1–34']);
  });

  it('is of as many as the source says, where it is not known how many there were', () => {
    const unknown = { dimensions: { among: 'power-companies' }, value: '3' };
    expect(found(unknown)).toEqual(['cannot-tell rank 3 in undefined–undefined']);
    expect(found({ ...unknown, stated: ranked('2') })).toEqual([
      'contradicts rank 3 / 2 in 1–2',
      'cannot-tell 2 in undefined–undefined',
    ]);
  });
});
