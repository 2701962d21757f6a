import { like, publishedFigure, standingWith } from '../../test/published';
import { comparisonsOf } from './comparison';
import type { Found } from './standing';

const production = publishedFigure('kien-giang', 'IPV');
const found = (part: Found['part'], period: string, value: string, sector?: string): Found => ({
  part,
  figure: like(production, {
    ...{
      id: `${part} ${period} ${sector ?? ''}`,
      period,
      value,
      decimals: 0,
      stated: {},
      asOf: '2024-06-01',
    },
    ...{ status: 'official', dimensions: sector ? { sector } : {} },
  }),
});
const itemOf = (sector: string | undefined, more: readonly Found[]) => {
  const items = comparisonsOf(standingWith('kien-giang', '2023', more));
  const own = items.find((each) => each.indicator === 'IPV' && each.dimensions['sector'] === sector);
  if (!own) throw new Error(sector);
  return own;
};

describe('a part within its total', () => {
  const totals = [found('actual', '2023', '49500'), found('previous', '2022', '44500')];
  const parts = [found('actual', '2023', '990', 'D'), found('previous', '2022', '445', 'D')];

  it('has a share, its change in a year, and what it adds to growth', () => {
    const part = itemOf('D', [...totals, ...parts]);
    // 990 ÷ 49,500 against 445 ÷ 44,500; (990 − 445) ÷ 44,500.
    expect(part.sharePct).toMatchObject({ value: '2.00', interval: { low: '1.998', high: '2.002' } });
    expect(part.shareChangePp?.value).toBe('1.00');
    expect(part.contributionPp?.value).toBe('1.22');
    const inputs = part.contributionPp?.lineage.map(({ period, value }) => `${period} ${value}`);
    expect(inputs).toEqual(['2023 990', '2022 445', '2022 44500']);
  });

  it('may be a division, of which the total is all industry', () => {
    const of = (part: Found['part'], period: string, value: string): Found => {
      const { figure } = found(part, period, value, 'C');
      return { part, figure: like(figure, { id: `${part} food`, dimensions: { division: '10' } }) };
    };
    const more = [...totals, of('actual', '2023', '990'), of('previous', '2022', '445')];
    const items = comparisonsOf(standingWith('kien-giang', '2023', [...more, ...parts]));
    const own = items.find(({ dimensions }) => dimensions['division'] === '10');
    expect(own?.sharePct?.value).toBe('2.00');
    expect(own?.contributionPp?.value).toBe('1.22');
  });

  it('is refused what is not known, and a total is no part', () => {
    const part = itemOf('D', [...totals, ...parts.slice(0, 1)]);
    expect(part.sharePct?.value).toBe('2.00');
    expect(part.shareChangePp?.refusal?.code).toBe('base-unknown');
    expect(part.contributionPp?.refusal?.code).toBe('base-unknown');
    expect(itemOf(undefined, totals)).not.toHaveProperty('sharePct');
  });
});

describe('average growth a year', () => {
  it('is the root of the growth since the last five-year plan ended', () => {
    const { annualAverageGrowthPct } = itemOf(undefined, [
      ...[found('actual', '2023', '49500'), found('start', '2020', '37190')],
    ]);
    // (49,500 ÷ 37,190)^(1/3) = 1.1000 (37,190 × 1.331 = 49,500).
    expect(annualAverageGrowthPct).toMatchObject({
      ...{ value: '10.00', formula: '((figure ÷ figure of 2020) to the power of 1 ÷ 3 − 1) × 100' },
      interval: { low: '9.999', high: '10.001' },
    });
  });

  it('needs the figure of that year, and is not asked of parts of a year', () => {
    expect(itemOf(undefined, []).annualAverageGrowthPct?.refusal).toMatchObject({
      ...{ code: 'base-unknown', missing: ['2020'] },
    });
  });
});
