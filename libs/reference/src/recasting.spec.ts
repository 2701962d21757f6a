import { decimal, decimalText, Exact, type Decimal } from './decimals';
import { parsePeriod, type Period } from './periods';
import { recastLevel, type MemberLevel, type Recast } from './recasting';
import { valueOfSpan, type Spanned } from './spans';

const member = (territory: string, value: string | null, weight?: string | null): MemberLevel => ({
  territory,
  value: value === null ? null : decimal(value),
  ...(weight === undefined ? {} : { weight: weight === null ? null : decimal(weight) }),
});

/** The value as text, or the refusal. */
const shown = (result: Recast | Spanned) => ('value' in result ? decimalText(result.value) : result);

/** Numbers below `bound`, the same in every run (Park and Miller's generator). */
function drawing(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state * 48271) % 2147483647;
    return state % bound;
  };
}

function read(text: string): Period {
  const found = parsePeriod(text);
  if (!found) throw new Error(`unread: ${text}`);
  return found;
}

describe('a recast level', () => {
  it.each(['flow', 'stock'] as const)('of a %s is the exact sum of its members', (kind) => {
    const sum = recastLevel(kind, [member('an-giang', '0.1'), member('kien-giang', '0.2')]);
    expect(shown(sum)).toBe('0.3');
  });

  it.each(['flow', 'stock', 'index'] as const)('of a %s names the members without a value', (kind) => {
    const members = [member('phu-tho', '5', '1'), member('vinh-phuc', null, '1'), member('hoa-binh', null)];
    const refusal = { refusal: 'incomplete-members', missing: ['vinh-phuc', 'hoa-binh'] };
    expect(recastLevel(kind, members)).toEqual(refusal);
    expect(recastLevel(kind, [])).toEqual({ refusal: 'incomplete-members', missing: [] });
  });

  it('counts a zero that was stated', () => {
    expect(shown(recastLevel('flow', [member('an-giang', '0'), member('kien-giang', '7')]))).toBe('7');
  });

  it('of an index is weighted by value added', () => {
    const members = [member('an-giang', '110', '3'), member('kien-giang', '120', '1')];
    expect(shown(recastLevel('index', members))).toBe('112.5');
  });

  it.each([
    ['without', undefined, '1'],
    ['with unknown', null, '1'],
    ['with negative', '-2', '1'],
  ] as const)('of an index %s weights is refused', (_, first, second) => {
    const members = [member('an-giang', '110', first), member('kien-giang', '120', second)];
    expect(recastLevel('index', members)).toEqual({ refusal: 'needs-weights', missing: ['an-giang'] });
  });

  it('of an index lets a member without industry weigh nothing, but not all of them', () => {
    const [a, b] = [member('an-giang', '110', '0'), member('kien-giang', '120', '4')];
    expect(shown(recastLevel('index', [a, b]))).toBe('120');
    const missing = ['an-giang', 'an-giang'];
    expect(recastLevel('index', [a, a])).toEqual({ refusal: 'needs-weights', missing });
  });

  it.each(['ratio', 'rate', 'rank', 'contribution', 'peak'] as const)('of a %s is refused', (kind) => {
    const members = [member('an-giang', '1'), member('kien-giang', '2')];
    expect(recastLevel(kind, members)).toEqual({ refusal: 'not-comparable', missing: [] });
  });

  it.each(['flow', 'index', 'ratio', 'rank', 'peak'] as const)(
    'of a %s passes the only member on',
    (kind) => {
      expect(shown(recastLevel(kind, [member('nghe-an', '4.5')]))).toBe('4.5');
      const refusal = { refusal: 'incomplete-members', missing: ['nghe-an'] };
      expect(recastLevel(kind, [member('nghe-an', null)])).toEqual(refusal);
    },
  );
});

describe('whatever the figures', () => {
  const draw = drawing(20250701);
  const some = (most: number) => Array.from({ length: 1 + draw(most) }, (_, i) => i);
  const amount = (): Decimal => new Exact(draw(2_000_000_000) - 1_000_000_000).div(10 ** draw(7));
  const valueOf = (result: Recast | Spanned): Decimal | null => ('value' in result ? result.value : null);

  it('a flow recast then summed over months is summed over months then recast, missing ones included', () => {
    let refused = 0;
    for (let round = 0; round < 500; round++) {
      const of = read(['2023-Q2', '2023', '2022-11/P5M', '2023-05'][draw(4)] ?? '');
      const months = Array.from(
        { length: 24 },
        (_, i) => `${2022 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
      );
      const holes = draw(2) === 0;
      const units = some(4).map((unit) => ({
        territory: `unit-${unit}`,
        months: months.map((month) => ({ month, value: holes && draw(40) === 0 ? null : amount() })),
      }));
      const recastFirst = valueOfSpan(
        'flow',
        of,
        months.map((month, i) => ({
          month,
          value: valueOf(
            recastLevel(
              'flow',
              units.map((unit) => ({ territory: unit.territory, value: unit.months[i]?.value ?? null })),
            ),
          ),
        })),
      );
      const summedFirst = recastLevel(
        'flow',
        units.map((unit) => ({
          territory: unit.territory,
          value: valueOf(valueOfSpan('flow', of, unit.months)),
        })),
      );
      refused += 'refusal' in summedFirst ? 1 : 0;
      expect(valueOf(recastFirst)?.toFixed()).toBe(valueOf(summedFirst)?.toFixed());
    }
    expect(refused).toBeGreaterThan(50);
    expect(refused).toBeLessThan(450);
  });

  it('an index lies between its lowest and highest member, and only the proportion of weights counts', () => {
    for (let round = 0; round < 500; round++) {
      const members = [0, ...some(3)].map((_, i) => ({
        territory: `unit-${i}`,
        value: amount().abs(),
        weight: amount().abs().plus(1),
      }));
      const mean = valueOf(recastLevel('index', members));
      const levels = members.map((each) => each.value);
      expect(mean?.gte(Exact.min(...levels)) && mean.lte(Exact.max(...levels))).toBe(true);
      const thousandfold = members.map((each) => ({ ...each, weight: each.weight.mul(1000) }));
      expect(valueOf(recastLevel('index', thousandfold))?.toFixed()).toBe(mean?.toFixed());
    }
  });
});
