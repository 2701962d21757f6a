import { isCountry } from './countries';
import { partnerGroup, partnerGroupMembers, partnerGroups, partnersShared } from './partner-groups';

describe('groups of partner countries', () => {
  it.each(partnerGroups.map((each) => [each.code, each] as const))('%s is well formed', (_, each) => {
    expect(each.memberships.filter(({ country }) => !isCountry(country))).toEqual([]);
    for (const { validFrom, validTo } of each.memberships) {
      expect(validFrom).toMatch(/^\d{4}(-\d{2}){0,2}$/);
      expect(validTo ?? '2100').toMatch(/^\d{4}(-\d{2}){0,2}$/);
      expect(validFrom <= (validTo ?? '2100')).toBe(true);
    }
    expect(each.verified).toBe(each.toVerify === null);
  });

  it.each([
    ['EU', '1994-12-31', 12],
    ['EU', '1995-01-01', 15],
    ['EU', '2004-04-30', 15],
    ['EU', '2004-05-01', 25],
    ['EU', '2007-01-01', 27],
    ['EU', '2013-07-01', 28],
    ['EU', '2020-01-31', 28],
    ['EU', '2020-02-01', 27],
    ['ASEAN', '1995-07-27', 6],
    ['ASEAN', '1995-07-28', 7],
    ['ASEAN', '1999-04-30', 10],
    ['ASEAN', '2025-10-25', 10],
    ['ASEAN', '2025-10-26', 11],
    ['APEC', '1998-10-31', 18],
    ['APEC', '1998-11-30', 21],
    ['OPEC', '2008-12-31', 13],
    ['OPEC', '2009-01-01', 12],
    ['OPEC', '2015-12-31', 12],
    ['OPEC', '2016-11-30', 14],
    ['OPEC', '2016-12-01', 13],
    ['EAEU', '2014-12-31', 0],
    ['EAEU', '2016-01-01', 5],
    ['NONE', '2016-01-01', 0],
  ])('%s has on %s %i members', (code, day, many) => {
    expect(partnerGroupMembers(code, day)).toHaveLength(many);
  });

  it('leave and come back on their days', () => {
    const isOpec = (day: string) => partnerGroupMembers('OPEC', day).includes('ID');
    expect(['2008-12-31', '2009-06-30', '2016-01-01', '2016-11-30', '2016-12-01'].map(isOpec)).toEqual([
      ...[true, false, true, true, false],
    ]);
    expect(partnerGroupMembers('EU', '2020-01-31')).toContain('GB');
    expect(partnerGroupMembers('EU', '2020-02-01')).not.toContain('GB');
    expect(partnerGroup('COMECON')).toBeNull();
  });

  const year = (of: number, ...partners: string[]) => partnersShared(partners, `${of}-01-01`, `${of}-12-31`);

  it('share members, of which Viet Nam itself is no partner', () => {
    expect(year(2016, 'ASEAN', 'APEC')).toEqual({
      among: ['ASEAN', 'APEC'],
      common: ['BN', 'ID', 'MY', 'PH', 'SG', 'TH'],
    });
    expect(partnerGroupMembers('APEC', '2016-12-31')).toContain('VN');
    expect(year(2016, 'ASEAN', 'EU')).toEqual({ among: [], common: [] });
    expect(year(2015, 'APEC', 'EU', 'EAEU').common).toEqual(['RU']);
  });

  it('share one that was in both for a part of the time alone', () => {
    expect(year(2016, 'ASEAN', 'OPEC').common).toEqual(['ID']);
    expect(year(2015, 'ASEAN', 'OPEC').common).toEqual([]);
    expect(partnersShared(['EU', 'GB'], '2020-01-01', '2020-12-31').common).toEqual(['GB']);
    expect(partnersShared(['EU', 'GB'], '2020-02-01', '2020-12-31').common).toEqual([]);
  });

  it('hold a country that is asked for beside them', () => {
    expect(year(2016, 'EU', 'DE', 'US')).toEqual({ among: ['EU', 'DE'], common: ['DE'] });
    expect(year(2016, 'US', 'CN').common).toEqual([]);
    expect(year(2016, 'US', 'US').common).toEqual([]);
  });
});
