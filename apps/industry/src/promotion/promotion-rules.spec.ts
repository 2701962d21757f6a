import {
  componentNeeds,
  consultancies,
  investorLeads,
  promotionProgrammes,
  schemeKinds,
  schemes,
  suppliers,
  type Entry,
  type SchemeFields,
  schemeStates,
  type schemeSteps,
} from '@doit/contracts';
import { breaks, entryOf, lawOf, leadsAsWritten, orSaid, taken } from '../test-lives';
import {
  componentNeedRules,
  consultancyRules,
  investorLeadRules,
  promotionProgrammeRules,
  schemeRules,
  supplierRules,
} from './promotion-rules';

leadsAsWritten(
  schemes,
  schemeRules,
  {
    idea: { register: 'registered', stop: 'stopped' },
    registered: { appraise: 'appraised-by-province', stop: 'stopped' },
    'appraised-by-province': {
      'appraise-nationally': 'appraised-nationally',
      approve: 'approved',
      stop: 'stopped',
    },
    'appraised-nationally': { approve: 'approved', stop: 'stopped' },
    approved: { contract: 'contracted', adjust: 'approved', stop: 'stopped' },
    contracted: { begin: 'implementing', adjust: 'contracted', stop: 'stopped' },
    implementing: { inspect: 'inspected', adjust: 'implementing', stop: 'stopped' },
    inspected: { accept: 'accepted' },
    accepted: { pay: 'paid' },
    paid: { 'post-check': 'post-checked' },
    'post-checked': {},
    stopped: {},
  },
  ['adjust', 'stop'],
);

leadsAsWritten(
  promotionProgrammes,
  promotionProgrammeRules,
  {
    drafted: { approve: 'approved', withdraw: 'withdrawn' },
    approved: { adjust: 'approved', close: 'closed', withdraw: 'withdrawn' },
    closed: {},
    withdrawn: {},
  },
  ['adjust', 'withdraw'],
);

leadsAsWritten(
  consultancies,
  consultancyRules,
  {
    agreed: { begin: 'under-way', withdraw: 'withdrawn' },
    'under-way': { finish: 'finished', withdraw: 'withdrawn' },
    finished: {},
    withdrawn: {},
  },
  ['withdraw'],
);

leadsAsWritten(
  suppliers,
  supplierRules,
  {
    listed: { verify: 'verified', withdraw: 'withdrawn' },
    verified: { withdraw: 'withdrawn' },
    withdrawn: {},
  },
  ['withdraw'],
);

leadsAsWritten(
  componentNeeds,
  componentNeedRules,
  {
    open: { talk: 'in-talks', agree: 'agreed', withdraw: 'withdrawn' },
    'in-talks': { agree: 'agreed', withdraw: 'withdrawn' },
    agreed: {},
    withdrawn: {},
  },
  ['withdraw'],
);

leadsAsWritten(
  investorLeads,
  investorLeadRules,
  {
    interested: { talk: 'in-talks', offer: 'offered', withdraw: 'withdrawn' },
    'in-talks': { offer: 'offered', withdraw: 'withdrawn' },
    offered: { apply: 'applied', withdraw: 'withdrawn' },
    applied: { decide: 'decided', refuse: 'refused', withdraw: 'withdrawn' },
    decided: {},
    refused: {},
    withdrawn: {},
  },
  ['refuse', 'withdraw'],
);

type State = (typeof schemeStates)[number];
type Step = (typeof schemeSteps)[number];
const money = 'since 2018-05-12 by Thông tư 28/2018/TT-BTC = Circular 28/2018/TT-BTC';
const appraisal = 'since 2013-02-11 by Thông tư 46/2012/TT-BCT = Circular 46/2012/TT-BCT';
const share = `scheme.over-half ${money}`;
const cap = `scheme.over-cap ${money}`;

type Scheme = Partial<Entry<SchemeFields, State>>;
const day = '2024-01-01';

/** What a scheme breaks in a state, of what becomes known of it. */
const broken = (state: State, on: string, known: Scheme): string[] => {
  const before = entryOf(schemes, { budget: 'local', state: 'registered' });
  return lawOf(breaks(schemeRules, before, { ...before, state, ...known }, on));
};
/** What a step meets. */
const met = (step: Step, on: string, known: Scheme): string[] => {
  const before = entryOf(schemes, { budget: 'local', state: 'appraised-by-province', ...known });
  const after = taken(schemeRules, before, step, { on });
  return lawOf([
    ...breaks(schemeRules, before, after, on),
    ...(schemeRules.meets?.(before, after, step, on, undefined) ?? []),
  ]);
};
const bound: readonly State[] = schemeStates.slice(schemeStates.indexOf('approved'), -1);

describe('the support of a scheme', () => {
  it.each<[(typeof schemeKinds)[number], string | null, string | null, string, string[]]>([
    // Machinery: half of the cost, 300 million at most.
    ['machinery', '100', '100.001', '2018-05-12', []],
    ['machinery', '100', '100', '2018-05-12', []],
    ['machinery', '100', '99.999', '2018-05-12', [share]],
    ['machinery', '100.01', '100', '2018-05-12', [share]],
    ['machinery', '299.999', '400', '2018-05-12', []],
    ['machinery', '300', '400', '2018-05-12', []],
    ['machinery', '300.001', '400', '2018-05-12', [cap]],
    ['machinery', '300.001', '300', '2018-05-12', [share, cap]],
    ['machinery', '100', null, '2018-05-12', [share]],
    ['machinery', '0', '0', '2018-05-12', []],
    ['machinery', null, '100', '2018-05-12', []],
    ['machinery', '900', '0', '2018-05-11', []],
    // A demonstration model: 30 % of the cost, a billion at most.
    ['demonstration-model', '300', '700.001', '2018-05-12', []],
    ['demonstration-model', '300', '700', '2018-05-12', []],
    ['demonstration-model', '300', '699.999', '2018-05-12', [share]],
    ['demonstration-model', '999.999', '9000', '2018-05-12', []],
    ['demonstration-model', '1000', '9000', '2018-05-12', []],
    ['demonstration-model', '1000.001', '9000', '2018-05-12', [cap]],
    ['demonstration-model', '5000', '0', '2018-05-11', []],
  ])(
    'of kind %s, %s million beside %s million, on %s meets %j',
    (kind, supportMn, counterpartMn, on, found) => {
      const known = { kind, supportMn, counterpartMn };
      expect(met('approve', on, known)).toEqual(found);
      // Whenever it changes from then on, and not before; not again where it does not.
      for (const state of schemeStates)
        expect([state, broken(state, on, known)]).toEqual([state, bound.includes(state) ? found : []]);
      expect(met('contract', on, { ...known, state: 'approved' })).toEqual([]);
    },
  );

  it.each(schemeKinds.filter((kind) => !['machinery', 'demonstration-model'].includes(kind)))(
    'of kind %s has no share and no cap',
    (kind) => {
      expect(met('approve', day, { kind, supportMn: '9000', counterpartMn: '0' })).toEqual([]);
    },
  );

  it('says its share without rounding it down to what is allowed', () => {
    const known = { kind: 'machinery', supportMn: '100', counterpartMn: '99.999' } as const;
    const [found] =
      schemeRules.stands?.(entryOf(schemes, { state: 'approved', budget: 'local', ...known }), day) ?? [];
    expect(found?.params).toEqual({ share: '50.01', max: '50' });
  });
});

describe('a promotion programme', () => {
  it.each(promotionProgrammes.states)('that is %s has the number of its decision, or needs none', (state) => {
    const check = (decisionNumber: string | null) =>
      orSaid(() =>
        promotionProgrammeRules.check?.(
          entryOf(promotionProgrammes, { state, decisionNumber }),
          '2025-01-01',
        ),
      );
    const refusal =
      '422 promotion-programme.needs-decision: A programme that is approved needs the number of its decision.';
    const needsOne = ['approved', 'closed'].includes(state);
    expect([check(null), check('12/QĐ-UBND')]).toEqual([needsOne ? refusal : 'undefined', 'undefined']);
  });

  const decision = { on: '2025-01-20', document: '12/QĐ-UBND' };
  it('is approved by the decision of the step, unless another is known', () => {
    const drafted = entryOf(promotionProgrammes);
    const approve = (known: object) =>
      taken(promotionProgrammeRules, drafted, 'approve', { ...decision, known });
    expect(approve({})).toMatchObject({ decisionNumber: '12/QĐ-UBND', decidedOn: '2025-01-20' });
    const known = { decisionNumber: '7/QĐ-BCT', decidedOn: '2025-01-03' };
    expect(approve(known)).toMatchObject(known);
  });

  it('that is adjusted has another amount, and the decision that approved it', () => {
    const first = { decisionNumber: '1/QĐ-UBND', decidedOn: '2025-01-02' };
    const approved = entryOf(promotionProgrammes, { state: 'approved', amountMn: '900', ...first });
    const adjusted = taken(promotionProgrammeRules, approved, 'adjust', {
      ...decision,
      known: { amountMn: '750.5' },
    });
    expect(adjusted).toMatchObject({ state: 'approved', amountMn: '750.5', ...first });
  });
});

describe('the national appraisal of a scheme', () => {
  const skipped = [`scheme.needs-national-appraisal ${appraisal}`];
  const notNational = [`scheme.not-national ${appraisal}`];
  const done = '2023-12-01';
  it.each<[Step, SchemeFields['budget'], State, string | null, string, string[]]>([
    ['approve', 'national', 'appraised-by-province', null, day, skipped],
    ['approve', 'national', 'appraised-by-province', null, '2013-02-11', skipped],
    ['approve', 'national', 'appraised-by-province', null, '2013-02-10', []],
    ['approve', 'national', 'appraised-nationally', done, day, []],
    ['approve', 'local', 'appraised-by-province', null, day, []],
    ['adjust', 'national', 'approved', done, day, []],
    ['appraise-nationally', 'local', 'appraised-by-province', null, day, notNational],
    ['appraise-nationally', 'local', 'appraised-by-province', null, '2013-02-11', notNational],
    ['appraise-nationally', 'local', 'appraised-by-province', null, '2013-02-10', []],
    ['appraise-nationally', 'national', 'appraised-by-province', null, day, []],
  ])(
    '%s, paid by the %s budget, from %s (nationally appraised %s) on %s meets %j',
    (step, budget, state, nationallyAppraisedOn, on, found) => {
      expect(met(step, on, { kind: 'training', budget, state, nationallyAppraisedOn })).toEqual(found);
    },
  );

  it('is dated by its step, and missed where a scheme that is approved becomes a national one', () => {
    const national = entryOf(schemes, { budget: 'national', state: 'appraised-by-province' });
    expect(taken(schemeRules, national, 'appraise-nationally', { on: done }).nationallyAppraisedOn).toBe(
      done,
    );
    for (const state of schemeStates)
      expect(broken(state, day, { budget: 'national' })).toEqual(bound.includes(state) ? skipped : []);
  });
});
