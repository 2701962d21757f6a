import { agreement, agreements, agreementsInForce, agreementsWith, isInForce, marketsOf } from './agreements';
import { isCountry } from './countries';
import { freePorts, isFreePort } from './free-ports';
import { agreementOfForm, formOf, originForms } from './origin-forms';

const ids = (found: readonly { id: string }[]): string => found.map(({ id }) => id).join(' ');

describe('agreements', () => {
  it('are the seventeen that a trader may use, and three arrangements with single countries', () => {
    const names =
      'ATIGA ACFTA AKFTA AJCEP VJEPA AIFTA AANZFTA VCFTA VKFTA VN-EAEU CPTPP AHKFTA EVFTA UKVFTA RCEP VIFTA CEPA-UAE';
    expect(ids(agreements.filter(({ kind }) => kind === 'free-trade'))).toBe(names);
    expect(ids(agreements.filter(({ kind }) => kind === 'arrangement'))).toBe('VN-LA VN-KH VN-CU');
  });

  it('name the four that overlap on Japan', () => {
    expect(agreementsWith('JP').map((each) => each.id)).toEqual(['AJCEP', 'VJEPA', 'CPTPP', 'RCEP']);
    expect(agreementsWith('US')).toEqual([]);
  });

  it.each(agreements.map((each) => [each.id, each] as const))('%s is well formed', (_, each) => {
    const { memberships } = each;
    expect(each.inForceFrom ?? '2100').toMatch(/^\d{4}(-\d{2}){0,2}$/);
    expect(each.members.filter((code) => !isCountry(code) || code === 'VN')).toEqual([]);
    expect(each.members).toHaveLength(new Set(each.members).size);
    expect(each.verified).toBe(each.toVerify === null);
    expect(memberships.map(({ country }) => country)).toEqual(expect.arrayContaining([...each.members]));
    expect(memberships.filter(({ country }) => !isCountry(country))).toEqual([]);
    expect(memberships.some(({ isMarket }) => isMarket)).toBe(true);
    expect(
      memberships.filter(({ from, to }) => !/^\d{4}(-\d{2}){0,2}$/.test(from ?? '2100') || (to && !from)),
    ).toEqual([]);
    // Nobody is party before there is an agreement.
    expect(memberships.filter(({ from }) => from !== null && from < (each.inForceFrom ?? ''))).toEqual([]);
  });

  it('say what is known of the newest', () => {
    expect(agreement('VIFTA')).toMatchObject({ inForceFrom: '2024-11-17', verified: true });
    expect(agreement('CEPA-UAE')).toMatchObject({ inForceFrom: null, certificate: null, verified: false });
    expect(agreement('EVFTA')?.members).toHaveLength(27);
    expect(agreement('TPP')).toBeNull();
  });

  it.each([
    ['JP', '2008-11-30', ''],
    ['JP', '2008-12-01', 'AJCEP'],
    ['JP', '2009-10-01', 'AJCEP VJEPA'],
    ['JP', '2019-01-13', 'AJCEP VJEPA'],
    ['JP', '2019-01-14', 'AJCEP VJEPA CPTPP'],
    ['JP', '2022-01-01', 'AJCEP VJEPA CPTPP RCEP'],
    ['PE', '2021-09-18', ''],
    ['PE', '2021-09-19', 'CPTPP'],
    ['GB', '2020-07-31', ''],
    ['GB', '2020-12-31', 'EVFTA'],
    ['GB', '2021-01-01', 'UKVFTA'],
    ['GB', '2024-12-15', 'CPTPP UKVFTA'],
    ['DE', '2020-12-31', 'EVFTA'],
    ['MM', '2024-06-01', 'ATIGA ACFTA AKFTA AJCEP AIFTA AANZFTA AHKFTA'],
    ['AE', '2026-01-01', ''],
    ['CU', '2020-04-01', 'VN-CU'],
    ['US', '2024-01-01', ''],
  ])('are in force with %s on %s: %s', (country, day, found) => {
    expect(ids(agreementsInForce(country, day))).toBe(found);
  });

  it('of which the month or the year alone is known are in force from its first day on', () => {
    expect(isInForce({ from: '2007-06', to: null }, '2007-05-31')).toBe(false);
    expect(isInForce({ from: '2007-06', to: null }, '2007-06-01')).toBe(true);
    expect(isInForce({ from: '2005', to: null }, '2004-12-31')).toBe(false);
    expect(isInForce({ from: '2005', to: null }, '2005-01-01')).toBe(true);
    expect(isInForce({ from: null, to: null }, '2025-01-01')).toBe(false);
    expect(isInForce({ from: '2020-08-01', to: '2020-12-31' }, '2021-01-01')).toBe(false);
  });

  it.each([
    ['AJCEP', '2023-01-01', 'JP'],
    ['AANZFTA', '2023-01-01', 'AU NZ'],
    ['AHKFTA', '2019-06-10', ''],
    ['AHKFTA', '2019-06-11', 'HK'],
    ['CPTPP', '2019-01-14', 'AU CA JP MX NZ SG'],
    ['CPTPP', '2024-12-15', 'AU BN CA CL JP MX MY NZ PE SG GB'],
    ['RCEP', '2022-01-31', 'BN KH LA SG TH AU CN JP NZ'],
    ['TPP', '2023-01-01', ''],
  ])('%s has as its markets on %s: %s', (id, day, found) => {
    expect(marketsOf(id, day).join(' ')).toBe(found);
  });
});

describe('forms of certificates', () => {
  it('belong to one agreement each, or to none', () => {
    const codes = originForms.map(({ code }) => code);
    expect(codes.join(' ')).toBe(
      'D E AK AJ VJ AI AANZ VC VK EAV CPTPP AHK EUR.1 EUR.1 UK RCEP VI S X VN-CU A B',
    );
    expect(new Set(codes).size).toBe(codes.length);
    for (const { id, certificate } of agreements) expect(formOf(id)?.code ?? null).toBe(certificate);
    expect(agreementOfForm('VJ')?.id).toBe('VJEPA');
    expect([agreementOfForm('A'), agreementOfForm('B'), agreementOfForm('Z')]).toEqual([null, null, null]);
    expect(originForms.filter(({ preference }) => preference !== 'agreement')).toMatchObject([
      { code: 'A', preference: 'gsp' },
      { code: 'B', preference: 'none' },
    ]);
  });
});

describe('markets without duties for anybody', () => {
  it('are free ports, not yet read in an official text', () => {
    expect(freePorts.map(({ country, verified }) => [country, verified])).toEqual([
      ['SG', false],
      ['HK', false],
    ]);
    expect([isFreePort('SG', '2022-06-01'), isFreePort('JP', '2022-06-01')]).toEqual([true, false]);
  });
});
