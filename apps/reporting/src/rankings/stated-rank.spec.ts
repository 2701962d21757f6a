import { decimal, ofPrinted } from '@doit/reference';
import { exactOf, type Quote } from '../comparisons/quotes';
import { checkStatedRank, rankIn } from './stated-rank';

const printed = (value: string, comparator: 'eq' | 'ge' = 'eq'): Quote => {
  const decimals = value.split('.')[1]?.length ?? 0;
  return { value: decimal(value), decimals, interval: ofPrinted(value, decimals, comparator), inputs: [] };
};
/** What is known of the first, b, c …; the first is judged. */
const indexed = (values: readonly string[]) =>
  values.map((value, n) => ({ territory: `t-${n}`, quote: printed(value) }));

function found(stated: string, values: string[], missing: number, ranked?: string, most = 0): string {
  const known = indexed(values);
  const { verdict, recomputed, difference } = checkStatedRank({
    ...{
      territory: 't-0',
      stated: exactOf(printed(stated)),
      ranked: ranked === undefined ? null : printed(ranked),
    },
    ...{ index: known[0]?.quote ?? null, known },
    most,
    missing: Array.from({ length: missing }, (_, n) => `m-${n}`),
  });
  return `${verdict} ${Number(recomputed?.low)}–${Number(recomputed?.high)} by ${Number(difference ?? 0)}`;
}

describe('a stated rank beside the indices that are known', () => {
  it.each<[string, string[], number, string | undefined, string]>([
    // All of a group of three.
    ['1', ['89.2', '85.7', '39.5'], 0, undefined, 'agrees 1–1 by 0'],
    ['2', ['85.7', '89.2', '39.5'], 0, undefined, 'agrees 2–2 by 0'],
    ['1', ['85.7', '89.2', '39.5'], 0, undefined, 'contradicts 2–2 by 1'],
    // Printed alike, either may be the first; a tenth apart, one is.
    ['2', ['89.2', '89.2', '39.5'], 0, undefined, 'agrees 1–2 by 0'],
    ['3', ['89.2', '89.2', '39.5'], 0, undefined, 'contradicts 1–2 by 1'],
    ['2', ['89.2', '89.1', '39.5'], 0, undefined, 'contradicts 1–1 by 1'],
    // What is rounded to the whole may be above or below.
    ['1', ['89.2', '89', '39.5'], 0, undefined, 'agrees 1–2 by 0'],
    // Sixty of 63 are not known: only what those known exclude is contradicted.
    ['1', ['89.2', '85.7', '39.5'], 60, undefined, 'cannot-tell 1–61 by 0'],
    ['61', ['89.2', '85.7', '39.5'], 60, undefined, 'cannot-tell 1–61 by 0'],
    ['62', ['89.2', '85.7', '39.5'], 60, undefined, 'contradicts 1–61 by 1'],
    ['2', ['39.5', '89.2', '85.7'], 60, undefined, 'contradicts 3–63 by 1'],
    // The source ranked the three that are known, though the group has more.
    ['3', ['39.5', '89.2', '85.7'], 60, '3', 'agrees 3–3 by 0'],
    ['3', ['39.5', '89.2', '85.7'], 60, '4', 'cannot-tell 3–4 by 0'],
    // It ranked fewer than are known: one of them it left out.
    ['2', ['39.5', '89.2', '85.7'], 0, '2', 'cannot-tell 2–2 by 0'],
    ['1', ['39.5', '89.2', '85.7'], 0, '2', 'contradicts 2–2 by 1'],
    ['1', ['85.7', '89.2', '39.5'], 0, '2', 'cannot-tell 1–2 by 0'],
  ])('%s of %j, %s unknown, of %s: %s', (stated, values, missing, ranked, expected) => {
    expect(found(stated, values, missing, ranked)).toBe(expected);
  });

  it('of a year in which units were merged may be one of those that there were before', () => {
    const three = ['39.5', '89.2', '85.7'];
    expect(found('58', three, 31)).toBe('contradicts 3–34 by 24');
    expect(found('58', three, 31, undefined, 63)).toBe('cannot-tell 3–63 by 0');
    expect(found('64', three, 31, undefined, 63)).toBe('contradicts 3–63 by 1');
  });

  it('that is said with “at least” is any further down', () => {
    const known = indexed(['39.5', '89.2', '85.7']);
    const claimed = { territory: 't-0', ranked: null, index: known[0]?.quote ?? null, known, missing: [] };
    const verdict = (stated: Quote) => checkStatedRank({ ...claimed, stated, most: 3 }).verdict;
    expect([verdict(printed('2', 'ge')), verdict(exactOf(printed('2')))]).toEqual(['agrees', 'contradicts']);
    expect(verdict(printed('4', 'ge'))).toBe('contradicts');
  });

  it('is not judged where its own index is not known', () => {
    const known = indexed(['89.2']).map(({ quote }) => ({ territory: 'b', quote }));
    const claimed = { stated: printed('1'), ranked: null, known, missing: ['t-0'], most: 1 };
    expect(checkStatedRank({ ...claimed, territory: 't-0', index: null })).toMatchObject({
      ...{ verdict: 'cannot-tell', missing: ['t-0'], recomputed: null },
    });
  });

  it('is excluded by nothing that is only known to be at least so much', () => {
    const known = [
      { territory: 't-0', quote: printed('40', 'ge') },
      { territory: 'b', quote: printed('39.5') },
      { territory: 'c', quote: printed('89.2') },
    ];
    const claimed = {
      territory: 't-0',
      ranked: null,
      index: known[0]?.quote ?? null,
      known,
      missing: [],
      most: 0,
    };
    const verdictOf = (stated: string) => checkStatedRank({ ...claimed, stated: printed(stated) }).verdict;
    expect([verdictOf('1'), verdictOf('2'), verdictOf('3')]).toEqual(['agrees', 'agrees', 'contradicts']);
  });
});

describe('the rank by an index', () => {
  it('is shared by equal ones, and the next one counts them', () => {
    const known = indexed(['89.2', '85.7', '85.7', '39.5']);
    expect(known.map(({ quote }) => rankIn(quote, known))).toEqual([1, 2, 2, 4]);
  });
});
