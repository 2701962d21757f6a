import type { RecordedObservation } from '@doit/contracts';
import { compared } from '../../test/compared';
import { like, publishedFigure } from '../../test/published';
import type { Found } from './standing';

describe('the change on the month before', () => {
  const figure = like(publishedFigure('nghe-an', 'EXPORT'), { period: '2023-05', value: '190', decimals: 0 });
  const may = like(figure, { stated: { momPct: { value: '5.6', decimals: 1 } } });
  const april: Found = {
    part: 'before',
    figure: like(figure, { id: 'april', period: '2023-04', value: '180' }),
  };
  const change = (asked: string, actual: RecordedObservation, ...more: Found[]) =>
    compared('nghe-an', asked, 'EXPORT', [{ part: 'actual', figure: actual }, ...more]).momPct;

  it('is computed, else as printed, else refused', () => {
    expect(change('2023-05', may, april)).toMatchObject({
      value: '5.56',
      basis: 'computed',
      lineage: [{ period: '2023-05' }, { period: '2023-04' }],
    });
    expect(change('2023-05', may)).toMatchObject({ value: '5.6', basis: 'stated' });
    expect(change('2023-05', like(may, { stated: {} })).refusal?.code).toBe('base-unknown');
  });

  it('is that of a single month only', () => {
    const quarter = like(may, { period: '2023-Q2' });
    expect(change('2023-Q2', quarter, april).refusal?.code).toBe('not-comparable');
  });

  it('is not taken across a break of the series', () => {
    const iip = like(figure, { indicator: 'IIP', unit: 'INDEX', territory: 'viet-nam' });
    const { momPct } = compared('viet-nam', '2023-01', 'IIP', [
      { part: 'actual', figure: like(iip, { period: '2023-01', value: '128.34' }) },
      { part: 'before', figure: like(iip, { period: '2022-12', value: '166.03' }) },
    ]);
    expect(momPct.refusal?.code).toBe('series-break');
  });
});
