import { countryName, isCountry } from './countries';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter(isCountry);

describe('a country of ISO 3166-1', () => {
  it('is one of 249, each of which has a name and is no old or other code of another', () => {
    const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    expect(codes).toHaveLength(249);
    expect(codes.filter((code) => names.of(code) === undefined)).toEqual([]);
    expect(codes.filter((code) => new Intl.Locale(`und-${code}`).region !== code)).toEqual([]);
  });

  it.each([
    ['GB', true],
    ['UK', false],
    ['VN', true],
    ['TW', true],
    ['EU', false],
    ['SU', false],
    ['XK', false],
    ['ZZ', false],
    ['vn', false],
    ['', false],
  ])('%s: %s', (code, is) => {
    expect(isCountry(code)).toBe(is);
  });

  it('has a name in both languages', () => {
    expect(countryName('KR')).toEqual({ vi: 'Hàn Quốc', en: 'South Korea' });
    expect(countryName('HK')?.vi).toBe('Hồng Kông (Trung Quốc)');
    expect(codes.filter((code) => countryName(code)?.vi === code || countryName(code)?.en === code)).toEqual(
      [],
    );
    expect(countryName('UK')).toBeNull();
  });
});
