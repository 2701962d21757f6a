import type { RecordedObservation } from '@doit/contracts';
import { compared } from '../../test/compared';
import { like, publishedFigure } from '../../test/published';
import type { Found } from './standing';

describe('the growth that Kiên Giang’s plan of 2023 asks for', () => {
  const figure = publishedFigure('kien-giang', 'IPV');
  const plan = like(figure, {
    id: 'plan',
    measure: 'plan',
    value: '48180.83',
    asOf: '2022-12-31',
    stated: {},
  });
  const estimate = like(figure, {
    id: 'estimate',
    period: '2022',
    value: '44611.9',
    decimals: 1,
    asOf: '2022-12-31',
    stated: {},
  });
  const revised = like(estimate, { id: 'revised', value: '44547.1', asOf: '2023-12-31' });
  const before = (...vintages: RecordedObservation[]): Found[] =>
    vintages.flatMap((vintage): Found[] => [
      { part: 'previous', figure: vintage },
      { part: 'planBase', figure: vintage },
    ]);
  const item = (more: Found[]) => compared('kien-giang', '2023', 'IPV', more);

  it('is 8 % on the estimate that the council knew, while the year itself is compared with the revised figure', () => {
    const { plannedGrowthPct, previous, yoyPct } = item([
      { part: 'plan', figure: plan },
      ...before(estimate, revised),
    ]);
    expect(plannedGrowthPct).toMatchObject({
      value: '8.00',
      interval: { low: '7.999', high: '8.001' },
      basis: 'computed',
      lineage: [
        { observationId: 'plan', asOf: '2022-12-31' },
        { observationId: 'estimate', value: '44611.9', asOf: '2022-12-31' },
      ],
    });
    expect(previous).toMatchObject({ value: '44547.1', lineage: [{ observationId: 'revised' }] });
    expect(yoyPct).toMatchObject({ value: '11.11', basis: 'computed' });
  });

  it('is 8.16 % for a plan that was set after the revision', () => {
    const later = like(plan, { asOf: '2024-01-15' });
    const { plannedGrowthPct } = item([{ part: 'plan', figure: later }, ...before(estimate, revised)]);
    expect(plannedGrowthPct).toMatchObject({
      value: '8.16',
      lineage: [{ observationId: 'plan' }, { observationId: 'revised', asOf: '2023-12-31' }],
    });
  });

  it('is that of the whole year in a part of it too', () => {
    const half = like(figure, { period: '2023-S1', value: '22285.13', stated: {} });
    const { plannedGrowthPct } = compared('kien-giang', '2023-S1', 'IPV', [
      { part: 'actual', figure: half },
      { part: 'plan', figure: plan },
      { part: 'planBase', figure: estimate },
      { part: 'planBase', figure: revised },
    ]);
    expect(plannedGrowthPct.value).toBe('8.00');
  });

  it('changes by no vintage that came after the plan, and by none of another cell', () => {
    const known = [{ part: 'plan', figure: plan } as const, ...before(estimate)];
    const manufacturing = like(revised, { dimensions: { sector: 'C' }, asOf: '2022-12-30', value: '1' });
    const growths = [[], before(revised), before(manufacturing)].map(
      (more) => item([...known, ...more]).plannedGrowthPct,
    );
    expect(growths).toEqual(Array(3).fill(growths[0]));
  });

  it.each<[string, Found[], string]>([
    ['the plan is only implied', before(estimate), 'plan'],
    [
      'nobody knows when the plan was set',
      [{ part: 'plan', figure: like(plan, { asOf: null }) }, ...before(estimate)],
      'asOf',
    ],
    ['only the revised figure is recorded', [{ part: 'plan', figure: plan }, ...before(revised)], '2022'],
    [
      'nobody knows when the figure was stated',
      [{ part: 'plan', figure: plan }, ...before(like(estimate, { asOf: null }))],
      '2022',
    ],
  ])('is not known where %s', (_why, more, missing) => {
    expect(item(more).plannedGrowthPct).toMatchObject({
      value: null,
      refusal: { code: 'base-unknown', missing: [missing] },
    });
  });

  it('is refused by name without any plan, for rates, and on a base in another unit', () => {
    const code = (indicator: string, more: Found[] = []) =>
      compared('kien-giang', '2023', indicator, more).plannedGrowthPct.refusal?.code;
    const unplanned = like(figure, { indicator: 'IPV_CURRENT', stated: {} });
    expect(code('IPV_CURRENT', [{ part: 'actual', figure: unplanned }])).toBe('no-plan');
    expect(code('GROWTH_TARGET')).toBe('not-comparable');
    const foreign = like(estimate, { unit: 'VND_MN' });
    expect(code('IPV', [{ part: 'plan', figure: plan }, ...before(foreign)])).toBe('different-definition');
  });
});
