import { agreement, agreements, agreementsWith } from './agreements';

describe('agreements', () => {
  it('are the seventeen that a trader may use', () => {
    const names =
      'ATIGA ACFTA AKFTA AJCEP VJEPA AIFTA AANZFTA VCFTA VKFTA VN-EAEU CPTPP AHKFTA EVFTA UKVFTA RCEP VIFTA CEPA-UAE';
    expect(agreements.map((each) => each.id)).toEqual(names.split(' '));
  });

  it('name the four that overlap on Japan', () => {
    expect(agreementsWith('JP').map((each) => each.id)).toEqual(['AJCEP', 'VJEPA', 'CPTPP', 'RCEP']);
    expect(agreementsWith('US')).toEqual([]);
  });

  it.each(agreements.map((each) => [each.id, each] as const))('%s is well formed', (_, each) => {
    expect(each.inForceFrom ?? '2100').toMatch(/^\d{4}(-\d{2}){0,2}$/);
    expect(each.members.filter((code) => !/^[A-Z]{2}$/.test(code) || code === 'VN')).toEqual([]);
    expect(each.members).toHaveLength(new Set(each.members).size);
    expect(each.verified).toBe(each.toVerify === null);
  });

  it('say what is known of the newest', () => {
    expect(agreement('VIFTA')).toMatchObject({ inForceFrom: '2024-11-17', verified: true });
    expect(agreement('CEPA-UAE')).toMatchObject({ inForceFrom: null, certificate: null, verified: false });
    expect(agreement('EVFTA')?.members).toHaveLength(27);
    expect(agreement('TPP')).toBeNull();
  });
});
