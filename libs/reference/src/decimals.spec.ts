import { Decimal } from 'decimal.js';
import {
  decimal,
  decimalsOf,
  decimalText,
  Exact,
  formatDecimal,
  isDecimalText,
  parseWritten,
  roundHalfAway,
  unitOfDecimals,
} from './decimals';

describe('decimal text', () => {
  it.each(['0', '-3.1', '36539', '0.50', '123456789012345678.000000000001'])(
    'carries %s without loss',
    (text) => {
      expect(decimalText(decimal(text), decimalsOf(text))).toBe(text);
    },
  );

  it.each(['', '1e3', '+1', '01', '.5', '1.', '1,5', 'NaN', 'Infinity', ' 1', '--1'])(
    'refuses %p',
    (text) => {
      expect(isDecimalText(text)).toBe(false);
      expect(() => decimal(text)).toThrow(RangeError);
    },
  );

  it('never prints an exponent or a negative zero', () => {
    expect(decimalText(decimal('1000000000000000000000000'))).toBe('1000000000000000000000000');
    expect(decimalText(new Exact('0.00000000000001'))).toBe('0.00000000000001');
    expect(decimalText(decimal('-0.001'), 2)).toBe('0.00');
  });

  it('counts printed decimals', () => {
    expect(['892.3', '36539', '0.50'].map(decimalsOf)).toEqual([1, 0, 2]);
    expect([1, 0, -3].map((each) => decimalText(unitOfDecimals(each)))).toEqual(['0.1', '1', '1000']);
  });

  it('is not disturbed by a change of the library-wide settings', () => {
    const before = Decimal.precision;
    Decimal.set({ precision: 3 });
    expect(decimalText(decimal('12345.678').plus('0.001'))).toBe('12345.679');
    Decimal.set({ precision: before });
  });
});

describe('rounding', () => {
  it.each([
    ['2.345', 2, '2.35'],
    ['-2.345', 2, '-2.35'],
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['1500', -3, '2000'],
    ['668449', -2, '668400'],
    ['1.005', 2, '1.01'],
  ])('takes %s to %i decimals as %s, halves away from zero', (text, places, rounded) => {
    expect(decimalText(roundHalfAway(decimal(text), places))).toBe(rounded);
  });
});

describe('writing numbers', () => {
  it.each([
    ['49496.26', '49.496,26', '49,496.26'],
    ['36539', '36.539', '36,539'],
    ['-3.1', '-3,1', '-3.1'],
    ['1791510', '1.791.510', '1,791,510'],
    ['999', '999', '999'],
    ['-1000.50', '-1.000,50', '-1,000.50'],
  ])('prints %s as %s and %s', (text, vi, en) => {
    expect(formatDecimal(text, 'vi')).toBe(vi);
    expect(formatDecimal(text, 'en')).toBe(en);
  });
});

describe('reading numbers', () => {
  const number = (text: string) => ({ kind: 'number', text, decimals: decimalsOf(text) });

  it.each([
    ['49.496,26', 'vi', '49496.26'],
    ['49,496.26', 'en', '49496.26'],
    ['75.641', 'vi', '75641'],
    ['75.641', 'en', '75.641'],
    ['1.791.510', 'vi', '1791510'],
    ['-3,10', 'vi', '-3.10'],
    ['\u22123,1', 'vi', '-3.1'],
    ['007', 'en', '7'],
  ] as const)('reads %s in a %s document as %s', (written, locale, text) => {
    expect(parseWritten(written, locale)).toEqual(number(text));
  });

  it.each([
    ['49.496,26', '49496.26'],
    ['49,496.26', '49496.26'],
    ['36539', '36539'],
    ['892.3', '892.3'],
    ['0.641', '0.641'],
    ['1.791.510', '1791510'],
  ])('needs no locale for %s, which has one reading', (written, text) => {
    expect(parseWritten(written, null)).toEqual(number(text));
  });

  it.each(['75.641', '75,641', '-1.000'])('asks back for %s without a declared locale', (written) => {
    expect(parseWritten(written, null)).toEqual({ kind: 'refused', code: 'number.ambiguous' });
  });

  it.each(['', 'n/a', '1 000', '12.34.5', '1.2345,6', '3.1%', '1e3'])(
    'refuses %p in any document',
    (written) => {
      for (const locale of ['vi', 'en', null] as const) {
        expect(parseWritten(written, locale)).toEqual({ kind: 'refused', code: 'number.malformed' });
      }
    },
  );

  it('tells nothing there from not known', () => {
    expect(parseWritten(' - ', 'vi')).toEqual({ kind: 'none' });
    expect(parseWritten('...', 'vi')).toEqual({ kind: 'unknown' });
    expect(parseWritten('..', 'en')).toEqual({ kind: 'unknown' });
  });

  it('reads back what it prints, in both locales', () => {
    for (let n = -2000; n <= 2000; n += 37) {
      const text = decimalText(new Exact(n).mul('13.37'), 2);
      expect(parseWritten(formatDecimal(text, 'vi'), 'vi')).toEqual(number(text));
      expect(parseWritten(formatDecimal(text, 'en'), 'en')).toEqual(number(text));
    }
  });
});
