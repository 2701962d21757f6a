import { formatQuantity, unit, units, type UnitCode } from './units';

describe('units', () => {
  it('have one row for each code that a figure may carry', () => {
    const codes =
      'VND_BN VND_MN USD_MN USD PCT PP INDEX HA KM2 M2 MW MWP KWH_MN TOE KT_CO2E KT TONNE MN_M3 ' +
      'MN_L K_L MN_M2 MN_PIECES K_PIECES K_EGGS MN_PAIRS MN_PACKS M3_DAY COUNT PERSON RANK';
    expect(units.map((each) => each.code)).toEqual(codes.split(' '));
  });

  it('are found by code and by nothing else', () => {
    expect(unit('VND_BN')?.short).toEqual({ vi: 'tỷ đồng', en: 'VND billion' });
    expect(unit('vnd_bn')).toBeNull();
    expect(unit('constructor')).toBeNull();
  });

  it.each<[string, UnitCode, string, string]>([
    ['49496.26', 'VND_BN', '49.496,26 tỷ đồng', '49,496.26 VND billion'],
    ['892.3', 'USD_MN', '892,3 triệu USD', '892.3 USD million'],
    ['11.11', 'PCT', '11,11%', '11.11%'],
    ['3.11', 'PP', '3,11 điểm phần trăm', '3.11 percentage points'],
    ['45', 'COUNT', '45', '45'],
    ['73.54', 'MWP', '73,54 MWp', '73.54 MWp'],
    ['1200.5', 'KT', '1.200,5 nghìn tấn', '1,200.5 thousand tonnes'],
    ['12.3', 'KT_CO2E', '12,3 nghìn tấn CO₂e', '12.3 kt CO₂e'],
  ])('print %s %s as %s and %s', (text, code, vi, en) => {
    expect(formatQuantity(text, code, 'vi')).toBe(vi);
    expect(formatQuantity(text, code, 'en')).toBe(en);
  });
});
