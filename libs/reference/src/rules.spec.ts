import { isDecimalText } from './decimals';
import { ruleOn, rules } from './rules';

describe('the law on a day', () => {
  it.each([
    ['2017-07-14', undefined, undefined],
    ['2017-07-15', '75', '68/2017'],
    ['2021-12-31', '75', '68/2017'],
    ['2024-04-30', '75', '68/2017'],
    ['2024-05-01', '75', '32/2024'],
    ['2030-01-01', '75', '32/2024'],
  ])('on %s a cluster may have %s ha by Decree %s', (on, value, decree) => {
    const rule = ruleOn('cluster.max-area-ha', on);
    expect(rule?.value).toBe(value);
    expect(rule?.legalSource.en.replace(/^Decree |\/NĐ-CP$/g, '')).toBe(decree);
  });

  it('asks an occupancy of 60 % of a cluster that wants to expand, since 2024', () => {
    expect(ruleOn('cluster.expand-occupancy-pct', '2024-05-01')).toMatchObject({ value: '60', unit: 'PCT' });
    expect(ruleOn('cluster.expand-occupancy-pct', '2024-04-30')).toBeNull();
  });

  it('asks a saving of 2.0 % of electricity consumption since 8 June 2023, by the directive of that day', () => {
    expect(ruleOn('energy-saving.min-pct', '2023-06-07')).toBeNull();
    for (const day of ['2023-06-08', '2025-12-31', '2030-12-31']) {
      const rule = ruleOn('energy-saving.min-pct', day);
      expect(rule).toMatchObject({ value: '2.0', unit: 'PCT', verified: true });
      // Another directive has the same number.
      expect(rule?.legalSource.en).toBe('Directive 20/CT-TTg of 8 June 2023');
    }
  });

  it('never says two things on one day', () => {
    for (const a of rules) {
      const sameDays = rules.filter(
        (b) =>
          b.id === a.id && b !== a && b.validFrom <= (a.validTo ?? '9') && a.validFrom <= (b.validTo ?? '9'),
      );
      expect(sameDays).toEqual([]);
      expect(isDecimalText(a.value)).toBe(true);
    }
  });
});
