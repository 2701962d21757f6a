import type { RecordedObservation, Stated, StatedField } from '@doit/contracts';
import { like, publishedFigure } from '../../test/published';
import { statedOf } from './stated';

const implied = (figure: RecordedObservation, field: StatedField) =>
  statedOf(figure).find((one) => one.field === field)?.implied?.cell;

const export_ = publishedFigure('nghe-an', 'EXPORT');
const printing = (stated: Stated, more: Partial<RecordedObservation> = {}) =>
  like(export_, { value: '200', decimals: 0, stated, ...more });

describe('what a source prints beside its figure', () => {
  it('implies Nghệ An’s plan of exports, and last year’s', () => {
    const stated = statedOf(export_);
    expect(stated.map(({ field, value, unit }) => [field, value, unit])).toEqual([
      ['yoyPct', expect.any(String) as string, 'PCT'],
      ['planPct', '35.7', 'PCT'],
    ]);
    expect(implied(export_, 'planPct')).toMatchObject({
      basis: 'implied',
      interval: { low: '2495.80', high: '2503.09' },
      lineage: [{ field: 'value' }, { field: 'planPct' }],
    });
    expect(implied(export_, 'yoyPct')?.interval).toBeDefined();
  });

  it('implies Kiên Giang’s plan twice, each time from its own words, and the target from the points above it', () => {
    const production = publishedFigure('kien-giang', 'IPV');
    expect(implied(production, 'excess')).toMatchObject({
      value: '48180.83',
      interval: { low: '48180.820', high: '48180.840' },
    });
    expect(implied(production, 'overPlanPct')?.value).toBeNull();
    expect(implied(production, 'overPlanPct')?.lineage.map(({ field }) => field)).toEqual([
      'value',
      'overPlanPct',
    ]);
    expect(implied(production, 'overGrowthTargetPp')).toMatchObject({
      value: '8.00',
      interval: { low: '7.990', high: '8.010' },
    });
  });

  it.each<[string, StatedField, RecordedObservation, object]>([
    [
      'the whole, by a share of 25%',
      'sharePct',
      printing({ sharePct: { value: '25', decimals: 0 } }),
      { low: '782.3', high: '818.4' },
    ],
    [
      'the month before, by a month’s change',
      'momPct',
      printing({ momPct: { value: '100', decimals: 0 } }, { period: '2023-05' }),
      { low: '99.5', high: '100.6' },
    ],
  ])('implies %s', (_what, field, figure, interval) => {
    expect(implied(figure, field)?.interval).toEqual(interval);
  });

  it.each<[string, StatedField, RecordedObservation]>([
    ['a month’s change beside five of them', 'momPct', printing({ momPct: { value: '1', decimals: 0 } })],
    [
      'above the plan, before the year is over',
      'overPlanPct',
      printing({ overPlanPct: { value: '1', decimals: 0 } }),
    ],
    [
      'points above a target, without the growth',
      'overGrowthTargetPp',
      printing({ overGrowthTargetPp: { value: '1', decimals: 0 } }),
    ],
    ['a rank', 'rank', printing({ rank: { value: '3', decimals: 0 } })],
    ['a share of nothing', 'sharePct', printing({ sharePct: { value: '0', decimals: 0 } })],
    [
      'a share beside a rate',
      'sharePct',
      like(publishedFigure('nghe-an', 'IIP_GROWTH'), { stated: { sharePct: { value: '5', decimals: 0 } } }),
    ],
    [
      'a share of the plan beside the plan itself',
      'planPct',
      printing({ planPct: { value: '99', decimals: 0 } }, { measure: 'plan' }),
    ],
  ])('implies nothing by %s', (_what, field, figure) => {
    const [found] = statedOf(figure);
    expect(found).toMatchObject({ field, implied: null });
  });
});
