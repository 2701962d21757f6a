import { clusters, type Cluster, type ClusterState, type ClusterStep } from '@doit/contracts';
import { breaks, entryOf, lawOf, leadsAsWritten, orSaid, taken } from '../test-lives';
import { clusterRules, type Neighbours } from './cluster-rules';

const active = (state: ClusterState, more: Partial<Record<ClusterStep, ClusterState>>) => ({
  ...more,
  ...{ expand: state, adjust: state, revoke: 'revoked' as const },
});

leadsAsWritten(
  clusters,
  clusterRules,
  {
    planned: { propose: 'proposed', withdraw: 'withdrawn' },
    // Selected before the establishment: the cluster itself is still proposed.
    proposed: { 'select-investor': 'proposed', establish: 'established', withdraw: 'withdrawn' },
    established: active('established', { 'select-investor': 'investor-selected' }),
    'investor-selected': active('investor-selected', { 'approve-detailed-plan': 'detailed-plan-approved' }),
    'detailed-plan-approved': active('detailed-plan-approved', {
      'decide-environment': 'environmental-decision',
    }),
    'environmental-decision': active('environmental-decision', {
      'clear-land-partly': 'land-partly-cleared',
      'clear-land': 'land-cleared',
    }),
    'land-partly-cleared': active('land-partly-cleared', {
      'clear-land': 'land-cleared',
      'begin-construction': 'under-construction',
    }),
    'land-cleared': active('land-cleared', { 'begin-construction': 'under-construction' }),
    'under-construction': active('under-construction', {
      'operate-partly': 'partly-operating',
      operate: 'operating',
    }),
    'partly-operating': active('partly-operating', { operate: 'operating' }),
    operating: active('operating', {}),
    withdrawn: {},
    revoked: {},
  },
  ['withdraw', 'revoke'],
);

const decree2017 = 'since 2017-07-15 by Nghị định 68/2017/NĐ-CP = Decree 68/2017/NĐ-CP';
const decree2024 = 'since 2024-05-01 by Nghị định 32/2024/NĐ-CP = Decree 32/2024/NĐ-CP';
const alone: Neighbours = { count: 0, unknown: 0, industrialHa: '0', leasedHa: '0' };

/** What a step on a day meets, of a cluster of which the facts given are known before, or become known with it. */
const met = (
  step: ClusterStep,
  on: string,
  facts: Partial<Cluster>,
  neighbours = alone,
  known: Partial<Cluster> = {},
): string[] => {
  const state = step === 'establish' ? 'proposed' : 'operating';
  const before = entryOf(clusters, { state, oldDistrict: 'Đô Lương', ...facts });
  const after = taken(clusterRules, before, step, { on, known });
  return lawOf([
    ...breaks(clusterRules, before, after, on),
    ...(clusterRules.meets?.(before, after, step, on, neighbours) ?? []),
  ]);
};

describe('the smallest area of a cluster', () => {
  const below = [`cluster.below-min-area ${decree2024}`];
  it.each<[Partial<Cluster>, string, string[]]>([
    [{ areaEstablishedHa: '9.99' }, '2024-05-01', below],
    [{ areaEstablishedHa: '10' }, '2024-05-01', []],
    [{ areaEstablishedHa: '10.01' }, '2024-05-01', []],
    [{ areaEstablishedHa: '9.99', isMountainOrCraft: false }, '2024-05-01', below],
    [{ areaEstablishedHa: '4.99', isMountainOrCraft: true }, '2024-05-01', below],
    [{ areaEstablishedHa: '5', isMountainOrCraft: true }, '2024-05-01', []],
    [{ areaEstablishedHa: '5.01', isMountainOrCraft: true }, '2024-05-01', []],
    [{ areaPlannedHa: '9.99' }, '2024-05-01', below],
    [{ areaPlannedHa: '9.99', areaEstablishedHa: '10' }, '2024-05-01', []],
    [{}, '2024-05-01', []],
    [{ areaEstablishedHa: '9.99' }, '2017-07-14', []],
    [{ areaEstablishedHa: '9.99' }, '2017-07-15', [`cluster.below-min-area ${decree2017}`]],
    [{ areaEstablishedHa: '9.99' }, '2024-04-30', [`cluster.below-min-area ${decree2017}`]],
    [
      { areaEstablishedHa: '4.99', isMountainOrCraft: true },
      '2024-04-30',
      [`cluster.below-min-area ${decree2017}`],
    ],
    [{ areaEstablishedHa: '9.99' }, '2030-01-01', below],
  ])('of %j is asked for on %s: %j', (known, on, found) => {
    expect(met('establish', on, known)).toEqual(found);
    const full = { industrialHa: '1', leasedHa: '1' };
    expect(met('expand', on, full, alone, known)).toEqual(found);
    expect(met('adjust', on, {}, alone, known)).toEqual(found);
    // Whatever makes it known: another step, a change of fields, entering it as it stands.
    expect(met('clear-land', on, { state: 'environmental-decision' }, alone, known)).toEqual(found);
    const cluster = entryOf(clusters, { state: 'operating', ...known });
    expect(lawOf(breaks(clusterRules, entryOf(clusters, { state: 'operating' }), cluster, on))).toEqual(
      found,
    );
    expect(lawOf(breaks(clusterRules, null, cluster, on))).toEqual(found);
  });

  it('is not asked for again where nothing about it changes, nor before the cluster is established', () => {
    const small = { areaEstablishedHa: '1' };
    expect(met('operate-partly', '2024-05-01', { state: 'under-construction', ...small })).toEqual([]);
    expect(met('select-investor', '2024-05-01', { state: 'proposed' }, alone, small)).toEqual([]);
    expect(
      met('clear-land', '2024-05-01', { state: 'environmental-decision', ...small }, alone, {
        areaEstablishedHa: '0.99',
      }),
    ).toEqual([`cluster.below-min-area ${decree2024}`]);
  });

  it('is asked for by the text in force when its size was decided', () => {
    const of = (establishedOn: string) =>
      lawOf(
        breaks(
          clusterRules,
          null,
          entryOf(clusters, { state: 'operating', areaEstablishedHa: '8', establishedOn }),
          '2026-01-01',
        ),
      );
    expect(of('2017-07-14')).toEqual([]);
    expect(of('2017-07-15')).toEqual([`cluster.below-min-area ${decree2017}`]);
    expect(of('2024-05-01')).toEqual(below);
  });
});

describe('a further cluster in a district', () => {
  const full = `cluster.district-not-full ${decree2024}`;
  const noText = `warning rule.needs-successor-text ${decree2024}`;
  const day = '2024-05-01';
  it.each<[string, string, string, number, string[]]>([
    ['at 50 % with more than 100 ha left', day, '100.01/200.02', 1, [full]],
    ['just above 50 %', day, '100.02/200.02', 1, []],
    ['above 50 % by less than a hundredth', day, '150.01/300.01', 2, []],
    ['below 50 %, 100 ha left', day, '99.99/199.99', 1, []],
    ['below 50 %, a hundredth more than 100 ha left', day, '99.99/200.00', 1, [full]],
    ['below 50 %, a hundredth less than 100 ha left', day, '99.98/199.97', 1, []],
    ['nothing let', day, '0/100.01', 1, [full]],
    ['nothing let of 100 ha', day, '0/100', 1, []],
    ['no land known', day, '0/0', 1, []],
    ['none established', day, '0/0', 0, []],
    ['before the decree', '2024-04-30', '0/500', 3, []],
    ['on the last day of districts', '2025-06-30', '0/500', 3, [full]],
    ['after the last day of districts', '2025-07-01', '0/500', 3, [noText]],
    ['after the last day of districts, however full', '2025-07-01', '500/500', 3, [noText]],
    ['after the last day of districts, the first', '2025-07-01', '0/0', 0, []],
  ])('%s, on %s, its clusters let to %s (%d of them): %j', (_what, on, let_, count, found) => {
    const [leasedHa = '', industrialHa = ''] = let_.split('/');
    const area = { areaEstablishedHa: '50' };
    const neighbours = { count, unknown: 0, industrialHa, leasedHa };
    expect(met('establish', on, area, neighbours)).toEqual(found);
    expect(met('adjust', on, area, neighbours)).toEqual([]);
  });

  const unknown = `warning cluster.neighbours-unknown ${decree2024}`;
  it.each<[string, string, string | null, Partial<Neighbours>, string[]]>([
    ['its district is not known', day, null, {}, [`warning cluster.district-unknown ${decree2024}`]],
    ['the land of a neighbour is not known', day, 'Đô Lương', { count: 2, unknown: 1 }, [unknown]],
    [
      'the land of a neighbour is not known, and even let in full it would change nothing',
      ...[day, 'Đô Lương', { count: 2, unknown: 1, industrialHa: '300', leasedHa: '10' }, [full]],
    ] as [string, string, string, Partial<Neighbours>, string[]],
    ['it has no neighbours', day, 'Đô Lương', {}, []],
    ['there was no rule', '2024-04-30', null, {}, []],
    ['there are no districts any more', '2025-07-01', null, {}, [noText]],
  ])('says where %s (on %s, %s, %j)', (_what, on, oldDistrict, more, found) => {
    const area = { areaEstablishedHa: '50', oldDistrict };
    expect(met('establish', on, area, { ...alone, ...more })).toEqual(found);
  });
});

describe('the expansion of a cluster', () => {
  const refused = [`cluster.not-full-enough ${decree2024}`];
  it.each<[string, Partial<Cluster>, string, string[]]>([
    ['just below 60 %', { leasedHa: '29.99', industrialHa: '50' }, '2024-05-01', refused],
    ['below by less than a hundredth', { leasedHa: '44.98', industrialHa: '74.97' }, '2024-05-01', refused],
    ['at 60 %', { leasedHa: '30', industrialHa: '50' }, '2024-05-01', []],
    ['just above', { leasedHa: '30.01', industrialHa: '50' }, '2024-05-01', []],
    [
      'asked for what is left',
      { leasedHa: '10', industrialHa: '50', requestedHa: '40' },
      '2024-05-01',
      refused,
    ],
    ['asked for more', { leasedHa: '10', industrialHa: '50', requestedHa: '40.01' }, '2024-05-01', []],
    ['asked for less', { leasedHa: '10', industrialHa: '50', requestedHa: '39.99' }, '2024-05-01', refused],
    ['nothing known', {}, '2024-05-01', refused],
    ['only the demand known', { requestedHa: '40' }, '2024-05-01', refused],
    ['nothing let', { leasedHa: '0', industrialHa: '50' }, '2025-07-01', refused],
    ['before the decree', { leasedHa: '0', industrialHa: '50' }, '2024-04-30', []],
  ])('%s: %j on %s meets %j', (_what, known, on, found) => {
    expect(met('expand', on, { areaEstablishedHa: '75', ...known })).toEqual(found);
  });

  it('says how full it is without rounding it up to enough', () => {
    const before = entryOf(clusters, { state: 'operating', leasedHa: '44.98', industrialHa: '74.97' });
    const [found] = clusterRules.meets?.(before, before, 'expand', '2024-05-01', alone) ?? [];
    expect(found?.params).toEqual({ occupancy: '59.99', min: '60' });
  });
});

describe('what a cluster may not be, whatever led there', () => {
  const check = (known: Partial<Cluster>, on = '2024-06-01') =>
    orSaid(() => clusterRules.check?.(entryOf(clusters, known), on) ?? 'fits');
  const over = (area: string, decree = 'Decree 32/2024/NĐ-CP') =>
    `422 cluster.over-75-ha: The area of ${area} ha is above the maximum of 75 ha (${decree}).`;
  const expanded = (actualOn: string | null) => [
    { step: 'expand' as const, plannedOn: '2024-01-01', actualOn, document: null },
  ];

  it.each<[Partial<Cluster>, string, string]>([
    [{ areaEstablishedHa: '74.99' }, '2024-06-01', 'fits'],
    [{ areaEstablishedHa: '75' }, '2024-06-01', 'fits'],
    [{ areaEstablishedHa: '75.01' }, '2024-06-01', over('75.01')],
    [{ areaDetailedPlanHa: '75.01' }, '2024-06-01', over('75.01')],
    [{ areaEstablishedHa: '75.01' }, '2024-04-30', over('75.01', 'Decree 68/2017/NĐ-CP')],
    [{ areaEstablishedHa: '75.01' }, '2017-07-14', 'fits'],
    [{ areaEstablishedHa: '120', establishedOn: '2010-01-01' }, '2024-06-01', 'fits'],
    [
      { areaEstablishedHa: '120', establishedOn: '2018-01-01' },
      '2024-06-01',
      over('120', 'Decree 68/2017/NĐ-CP'),
    ],
    [
      { areaEstablishedHa: '120', establishedOn: '2010-01-01', milestones: expanded(null) },
      '2024-06-01',
      'fits',
    ],
    [
      { areaEstablishedHa: '75', establishedOn: '2010-01-01', milestones: expanded('2024-05-01') },
      '2024-06-01',
      'fits',
    ],
    [
      { areaEstablishedHa: '75.01', establishedOn: '2010-01-01', milestones: expanded('2024-05-01') },
      '2026-06-01',
      over('75.01'),
    ],
  ])('the cap: %j on %s %s', (known, on, said) => {
    expect(check(known, on)).toBe(said);
  });

  const order =
    '422 cluster.areas-out-of-order: Areas must keep their order: leased ≤ industrial ≤ detailed plan ≤ established.';
  it.each<[Partial<Cluster>, string]>([
    [{ leasedHa: '40', industrialHa: '40', areaDetailedPlanHa: '40', areaEstablishedHa: '40' }, 'fits'],
    [{ leasedHa: '39.99', industrialHa: '40', areaDetailedPlanHa: '41', areaEstablishedHa: '42' }, 'fits'],
    [{ leasedHa: '40.01', industrialHa: '40' }, order],
    [{ industrialHa: '40.01', areaDetailedPlanHa: '40' }, order],
    [{ areaDetailedPlanHa: '40.01', areaEstablishedHa: '40' }, order],
    [{ leasedHa: '40.01', areaEstablishedHa: '40' }, order],
    [{ leasedHa: '40.01', areaPlannedHa: '40' }, 'fits'],
  ])('areas keep their order, as far as they are known: %j %s', (known, said) => {
    expect(check(known)).toBe(said);
  });

  const plant = [
    'cluster.no-wastewater-plant since 2022-01-01 by Luật Bảo vệ môi trường 72/2020/QH14 = Law on Environmental Protection 72/2020/QH14',
  ];
  it.each<[Partial<Cluster>, string, string[]]>([
    [{ tenantsDischarging: 0, wastewaterPlant: 'none' }, '2022-01-01', []],
    [{ tenantsDischarging: null, wastewaterPlant: 'none' }, '2022-01-01', []],
    [{ tenantsDischarging: 1, wastewaterPlant: 'none' }, '2022-01-01', plant],
    [{ tenantsDischarging: 1, wastewaterPlant: 'planned' }, '2022-01-01', plant],
    [{ tenantsDischarging: 1, wastewaterPlant: 'under-construction' }, '2022-01-01', plant],
    [{ tenantsDischarging: 1, wastewaterPlant: null }, '2022-01-01', plant],
    [{ tenantsDischarging: 1, wastewaterPlant: 'operating' }, '2022-01-01', []],
    [{ tenantsDischarging: 1, wastewaterPlant: 'none' }, '2021-12-31', []],
  ])('no tenant discharges before the wastewater plant: %j on %s meets %j', (known, on, found) => {
    const none = { tenantsDischarging: null, wastewaterPlant: null };
    const after = entryOf(clusters, { state: 'operating', ...known });
    expect(
      lawOf(breaks(clusterRules, entryOf(clusters, { state: 'operating', ...none }), after, on)),
    ).toEqual(found);
    expect(breaks(clusterRules, after, after, on)).toEqual([]);
  });

  it('asks again about one more tenant that discharges, and about a plant that is given up', () => {
    const of = (tenantsDischarging: number, wastewaterPlant: Cluster['wastewaterPlant']) =>
      entryOf(clusters, { state: 'operating', tenantsDischarging, wastewaterPlant });
    expect(lawOf(breaks(clusterRules, of(1, 'none'), of(2, 'none'), '2024-01-01'))).toEqual(plant);
    expect(lawOf(breaks(clusterRules, of(1, 'operating'), of(1, 'none'), '2024-01-01'))).toEqual(plant);
  });
});
