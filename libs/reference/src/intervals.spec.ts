import { decimal, decimalText, Exact, roundHalfAway, type Decimal } from './decimals';
import {
  add,
  contains,
  div,
  exactly,
  gap,
  meets,
  mul,
  ofPrinted,
  percent,
  sub,
  toWire,
  widenOutward,
  type Interval,
} from './intervals';

const between = (low: string | null, high: string | null): Interval => ({
  low: low === null ? null : decimal(low),
  high: high === null ? null : decimal(high),
});

/** A true value of either sign, and what it can be once it is printed with fewer decimals. */
function drawn(draw: (bound: number) => number): [Decimal, Interval] {
  const value = new Exact(draw(2_000_000_000) - 1_000_000_000).div(10 ** draw(7));
  const decimals = draw(6) - 2;
  return [value, ofPrinted(decimalText(roundHalfAway(value, decimals)), decimals)];
}

/** The plan behind "value, which is pct % of the plan". */
function impliedPlan(value: [string, number], pct: [string, number]): Interval | null {
  return div(ofPrinted(...value), mul(ofPrinted(...pct), exactly('0.01')));
}

describe('a printed number', () => {
  it.each([
    ['36539', 0, 'eq', '36538.5', '36539.5'],
    ['892.3', 1, 'eq', '892.25', '892.35'],
    ['-3.1', 1, 'eq', '-3.15', '-3.05'],
    ['2000', -3, 'eq', '1500', '2500'],
    ['668500', -2, 'eq', '668450', '668550'],
    ['80', 0, 'ge', '80', null],
    ['8.6', 1, 'about', '8.55', '8.65'],
  ] as const)('%s at %i decimals (%s) means %s to %s', (value, decimals, comparator, low, high) => {
    expect(ofPrinted(value, decimals, comparator)).toEqual(between(low, high));
  });
});

describe('plans that the sources imply', () => {
  it.each<[[string, number], [string, number], string, string]>([
    [['36539', 0], ['42.98', 2], '85002.9', '85025.1'],
    [['892.3', 1], ['35.7', 1], '2495.80', '2503.09'],
    [['589', 0], ['39.27', 2], '1498.4', '1501.4'],
  ])('%j at %j per cent is a plan of %s to %s', (value, pct, low, high) => {
    const plan = impliedPlan(value, pct);
    expect(plan && toWire(plan, value[1] + 1)).toEqual({ low, high });
  });

  it('fit the round plans of exports and imports, and not the round plan of retail', () => {
    expect(contains(impliedPlan(['892.3', 1], ['35.7', 1]) ?? exactly('0'), decimal('2500'))).toBe(true);
    expect(contains(impliedPlan(['589', 0], ['39.27', 2]) ?? exactly('0'), decimal('1500'))).toBe(true);
    expect(contains(impliedPlan(['36539', 0], ['42.98', 2]) ?? exactly('0'), decimal('85000'))).toBe(false);
  });
});

describe('arithmetic', () => {
  const samples = ['-3', '-0.5', '0', '0.25', '7'].map(decimal);
  const intervals = samples.flatMap((low, i) =>
    samples.slice(i).flatMap((high) => [
      { low, high },
      { low, high: null },
      { low: null, high },
    ]),
  );
  const membersOf = (interval: Interval) => samples.filter((each) => contains(interval, each));

  it('holds every result of members, also without bounds', () => {
    let tried = 0;
    for (const a of intervals) {
      for (const b of intervals) {
        const quotient = div(a, b);
        for (const x of membersOf(a)) {
          for (const y of membersOf(b)) {
            tried++;
            const held = [
              contains(add(a, b), x.plus(y)),
              contains(sub(a, b), x.minus(y)),
              contains(mul(a, b), x.mul(y)),
              quotient === null || contains(quotient, x.div(y)),
            ];
            if (held.includes(false)) throw new Error(`${JSON.stringify([a, b, x, y])}: ${held.join()}`);
          }
        }
      }
    }
    expect(tried).toBeGreaterThan(10_000);
  });

  it('holds the true value of whatever was rounded before it was printed, 5,000 times', () => {
    let state = 20231231;
    const draw = (bound: number): number => (state = (state * 48271) % 2147483647) % bound;
    for (let n = 0; n < 5000; n++) {
      const [[a, printedA], [b, printedB], [c, printedC]] = [drawn(draw), drawn(draw), drawn(draw)];
      expect(contains(add(sub(printedA, printedB), printedC), a.minus(b).plus(c))).toBe(true);
      expect(contains(mul(sub(printedA, printedB), printedC), a.minus(b).mul(c))).toBe(true);
      const share = percent(sub(printedA, printedB), printedC);
      if (share) expect(contains(share, a.minus(b).div(c).mul(100))).toBe(true);
      else expect(contains(printedC, new Exact(0))).toBe(true);
      const wire = toWire(mul(printedA, printedC), draw(4));
      expect(contains(between(wire.low, wire.high), a.mul(c))).toBe(true);
    }
  });

  it('is as narrow as it can be', () => {
    const [a, b] = [between('-2', '3'), between('4', '5')];
    expect(add(a, b)).toEqual(between('2', '8'));
    expect(sub(a, b)).toEqual(between('-7', '-1'));
    expect(mul(a, b)).toEqual(between('-10', '15'));
    expect(div(a, b)).toEqual(between('-0.5', '0.75'));
    expect(div(between('1', null), between('2', '4'))).toEqual(between('0.25', null));
    expect(div(between('1', '6'), between('2', null))).toEqual(between('0', '3'));
    expect(mul(between('0', '2'), between('3', null))).toEqual(between('0', null));
  });

  it.each([
    ['0', '0'],
    ['-1', '1'],
    ['0', null],
    [null, '0'],
    [null, null],
  ])('refuses to divide by %s to %s', (low, high) => {
    expect(div(exactly('1'), between(low, high))).toBeNull();
  });

  it('keeps the true quotient inside though its digits never end', () => {
    const third = div(exactly('1'), exactly('3'));
    expect(third?.low?.toFixed()).toBe(`0.${'3'.repeat(40)}`);
    expect(third?.high?.toFixed()).toBe(`0.${'3'.repeat(39)}4`);
  });
});

describe('widening', () => {
  it.each([
    ['1.2301', '1.2399', 2, '1.23', '1.24'],
    ['-1.239', '-1.231', 2, '-1.24', '-1.23'],
    ['1.5', '1.5', 2, '1.50', '1.50'],
    ['1234', '1266', -2, '1200', '1300'],
    ['1', null, 1, '1.0', null],
  ])('%s to %s at %i decimals is %s to %s', (low, high, places, wireLow, wireHigh) => {
    expect(toWire(between(low, high), places)).toEqual({ low: wireLow, high: wireHigh });
  });

  it('never loses a part and never adds more than one unit to a side', () => {
    for (let n = -500; n <= 500; n += 7) {
      const low = new Exact(n).div(13);
      const wide = widenOutward({ low, high: low.plus('0.001') }, 1);
      expect(contains(wide, low) && contains(wide, low.plus('0.001'))).toBe(true);
      expect(wide.low?.plus('0.1').gt(low)).toBe(true);
      expect(wide.high?.minus('0.1').lt(low.plus('0.001'))).toBe(true);
    }
  });
});

describe('two statements', () => {
  it.each([
    ['1', '2', '2', '3', '0'],
    ['1', '2', '2.5', '3', '0.5'],
    ['5', '6', '1', '2', '3'],
    ['1', null, '5', '6', '0'],
    ['7', null, '5', '6', '1'],
    [null, null, '5', '6', '0'],
  ])('%s..%s and %s..%s lie %s apart', (a, b, c, d, distance) => {
    const [x, y] = [between(a, b), between(c, d)];
    expect(decimalText(gap(x, y))).toBe(distance);
    expect(gap(y, x)).toEqual(gap(x, y));
    expect(meets(x, y)).toBe(distance === '0');
  });

  it('that follow from one plan meet: 2.73 % over it and an excess of 1,315.43', () => {
    const actual = ofPrinted('49496.26', 2);
    const plan = sub(actual, ofPrinted('1315.43', 2));
    const over = mul(div(sub(actual, plan), plan) ?? exactly('0'), exactly('100'));
    expect(meets(over, ofPrinted('2.73', 2))).toBe(true);
  });
});
