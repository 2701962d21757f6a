import { lastDay, monthsOf, parsePeriod } from '@doit/reference';
import { askedOf } from './asked';
import { figuresOf, type Figures } from './figures';
import { partyMonths } from './market-months';
import { rateShown } from './rates';
import { utilisationOf } from './utilisation';
import type { Held } from './utilisation.sql';

type Exported = [market: string, month: string, usd: number, enterprises: number | null];
type Certified = [market: string, form: string, usd: number, taxCodes: string[]];

/** What PostgreSQL would have summed, of these. */
function heldOf(
  { exported = [], certified = [], leftOut = [], isTheirs = true }: Case,
  months: readonly string[],
): Held {
  const sum = (market: string | null, form: string | null) => {
    const own = certified.filter(
      ([m, f]) => (market === null || m === market) && (form === null || f === form),
    );
    const usd = String(own.reduce((all, [, , value]) => all + value, 0));
    const enterprises = new Set(own.flatMap(([, , , codes]) => codes)).size;
    return own.length === 0 ? [] : [{ market, form, usd, certificates: own.length, enterprises }];
  };
  const markets = [...new Set(certified.map(([market]) => market))];
  const forms = [...new Set(certified.map(([, form]) => form))];
  const few = markets.filter((market) => (sum(market, null)[0]?.enterprises ?? 9) < 3);
  return {
    months: months.map((month) => ({ month, isWhole: true })),
    exports: exported.map(([market, month, usd, enterprises]) => ({
      ...{ market, month, usd: String(usd) },
      isFew: !isTheirs && enterprises !== null && enterprises < 3,
    })),
    leftOut: isTheirs ? [] : leftOut.map((partner, n) => ({ partner, isCover: n > 0 })),
    sums: [
      ...markets.flatMap((market) => forms.flatMap((form) => sum(market, form))),
      ...[...markets.flatMap((market) => sum(market, null)), ...forms.flatMap((form) => sum(null, form))],
      ...sum(null, null),
    ],
    completeOn: null,
    fewBehind: new Set(certified.flatMap(([market, , , codes]) => (few.includes(market) ? codes : []))).size,
  };
}

interface Case {
  period?: string;
  known?: readonly string[];
  exported?: Exported[];
  certified?: Certified[];
  /** The partner that is hidden, then the one that covers it. */
  leftOut?: string[];
  isTheirs?: boolean;
}
function figures(of: Case): Figures {
  const { period = '2022-03', isTheirs = true } = of;
  const asked = parsePeriod(period);
  if (!asked) throw new Error(period);
  const months = monthsOf(asked);
  const held = heldOf(of, of.known ?? months);
  return figuresOf(held, partyMonths(months), { months, lastDay: lastDay(asked), isTheirs });
}
const shown = (of: Case) => {
  const asked = askedOf('nghe-an', parsePeriod(of.period ?? '2022-03') as never);
  return utilisationOf(asked, 'customs', figures(of), figures({}));
};
const marketIn = (of: Case, market: string) => shown(of).markets.find((each) => each.market === market);
const agreementIn = (of: Case, agreement: string) =>
  shown(of).agreements.find((each) => each.agreement === agreement);

const [three, two] = [
  ['2900000001', '2900000002', '2900000003'],
  ['2900000001', '2900000002'],
];

describe('a month counts for a market', () => {
  const exported: Exported[] = ['2020-07', '2020-08', '2020-12', '2021-01'].flatMap((month): Exported[] => [
    ['DE', month, 100, null],
    ['GB', month, 10, null],
  ]);
  const period = '2020-07/P7M';

  it('where an agreement is in force with it in the month', () => {
    expect(marketIn({ period, exported }, 'DE')?.exportsUsd).toBe('300');
    expect(agreementIn({ period, exported }, 'EVFTA')?.exportsUsd).toBe('320');
    expect(agreementIn({ period, exported }, 'UKVFTA')?.exportsUsd).toBe('10');
    expect(marketIn({ period, exported }, 'GB')?.exportsUsd).toBe('30');
    expect(shown({ period, exported }).total.exportsUsd).toBe('330');
  });

  it('whose missing months are asked for where they count, and not elsewhere', () => {
    const known = ['2020-08', '2020-09', '2020-10', '2020-11', '2020-12', '2021-01'];
    const asked = { period, known, exported };
    expect(marketIn(asked, 'DE')?.exportsUsd).toBe('300');
    expect(marketIn(asked, 'JP')?.rate.refusal).toMatchObject({
      ...{ code: 'incomplete-months', missing: ['2020-07'] },
    });
    expect(shown(asked).total.rate.refusal?.missing).toEqual(['2020-07']);
    expect(agreementIn(asked, 'EVFTA')?.rate).toMatchObject({ pct: '0.00', refusal: null });
  });
});

describe('a rate', () => {
  const rate = (usd: number, exported: number, before?: Figures) =>
    rateShown(
      figures({ exported: [['JP', '2022-03', exported, null]], certified: [['JP', 'VJ', usd, three]] }).total,
      before?.total,
    );

  it.each([
    [1, 3, '33.33'],
    [2, 3, '66.67'],
    // Halves go away from zero.
    [12345, 1_000_000, '1.23'],
    [12350, 1_000_000, '1.24'],
    [1005, 100_000, '1.01'],
    [0, 7, '0.00'],
  ])('of %d certified of %d exported is %s %%', (usd, exported, pct) => {
    expect(rate(usd, exported)).toMatchObject({ pct, isAbove100: false, refusal: null });
  });

  it('of more than 100 % is shown and marked', () => {
    expect(rate(110, 100)).toMatchObject({ pct: '110.00', isAbove100: true, refusal: null });
    expect(rate(100, 100)).toMatchObject({ pct: '100.00', isAbove100: false });
  });

  it('is compared with that of a year before, both unrounded', () => {
    const before = figures({ exported: [['JP', '2022-03', 3, null]], certified: [['JP', 'VJ', 1, three]] });
    expect(rate(2, 3, before)).toMatchObject({ pct: '66.67', previousPct: '33.33', changePp: '33.33' });
    expect(rate(1, 3, figures({ known: [] }))).toMatchObject({ previousPct: null, changePp: null });
  });
});

describe('what everybody is shown', () => {
  const exported: Exported[] = [
    ['JP', '2022-03', 1000, 5],
    ['CA', '2022-03', 1000, 5],
    ['SG', '2022-03', 1000, 2],
  ];
  const everybody = { exported, isTheirs: false };

  it('has no certificates of one or two enterprises, which readers of the territory see', () => {
    const certified: Certified[] = [
      ['CA', 'CPTPP', 40, two],
      ['JP', 'VJ', 50, three],
    ];
    expect(marketIn({ ...everybody, certified }, 'CA')).toMatchObject({
      ...{ exportsUsd: '1000', preferentialUsd: null, certificates: null },
      rate: { pct: null, refusal: { code: 'few-enterprises' } },
      agreements: [{ agreement: 'CPTPP', preferentialUsd: null }],
    });
    expect(marketIn({ exported, certified }, 'CA')).toMatchObject({
      preferentialUsd: '40',
      rate: { pct: '4.00' },
    });
    expect(agreementIn({ ...everybody, certified }, 'CPTPP')?.preferentialUsd).toBeNull();
    // All less Japan would be Canada's.
    expect(shown({ ...everybody, certified }).total).toMatchObject({ preferentialUsd: null });
    expect(shown({ ...everybody, certified })).toMatchObject({ hiddenMarkets: 2 });
  });

  it('has all of them where three enterprises stand behind what is hidden', () => {
    const certified: Certified[] = [
      ['CA', 'CPTPP', 40, two],
      ['AU', 'AANZ', 40, ['2900000003', '2900000004']],
      ['JP', 'VJ', 50, three],
    ];
    expect(shown({ ...everybody, certified }).total).toMatchObject({ preferentialUsd: '130' });
  });

  it('has no part of a market where one of its parts is not shown, and no agreement that is nothing else', () => {
    const certified: Certified[] = [
      ['JP', 'VJ', 50, three],
      ['JP', 'AJ', 5, ['2900000001']],
      ['JP', 'RCEP', 5, three],
      ['CA', 'CPTPP', 5, three],
      ['TH', 'RCEP', 5, three],
    ];
    const asked = { ...everybody, certified };
    expect(marketIn(asked, 'JP')).toMatchObject({
      preferentialUsd: '60',
      agreements: ['AJCEP', 'VJEPA', 'CPTPP', 'RCEP'].map((agreement) => ({
        ...{ agreement, preferentialUsd: null },
      })),
    });
    const values = ['AJCEP', 'VJEPA', 'RCEP', 'CPTPP'].map((id) => agreementIn(asked, id)?.preferentialUsd);
    // RCEP's less Thailand's would be Japan's part, which is not shown.
    expect(values).toEqual([null, null, null, '5']);
  });

  it('has no exports of one or two enterprises', () => {
    expect(marketIn(everybody, 'SG')).toMatchObject({
      ...{ isMfnZero: true, exportsUsd: null, rate: { refusal: { code: 'few-enterprises' } } },
    });
    // All less Japan's and Canada's would be Singapore's.
    expect(shown(everybody).total).toMatchObject({ exportsUsd: null, rate: { pct: null } });
    expect(shown(everybody).withoutMfnZero.exportsUsd).toBe('2000');
    expect(shown({ exported }).total.exportsUsd).toBe('3000');
    const ofOneMonth: Exported[] = [
      ['SG', '2022-02', 1000, 2],
      ['SG', '2022-03', 1000, 3],
    ];
    expect(marketIn({ ...everybody, period: '2022-02/P2M', exported: ofOneMonth }, 'SG')?.exportsUsd).toBe(
      '2000',
    );
  });

  const korea: Exported[] = [
    ['JP', '2022-03', 1000, 5],
    ['KR', '2022-03', 70, 1],
    ['CA', '2022-03', 30, 5],
  ];
  const exportsOf = (of: Case) => {
    const { markets, agreements, total } = shown({ isTheirs: false, exported: korea, ...of });
    const told = [...markets.map(({ market: id, exportsUsd }) => [id, exportsUsd] as const)];
    told.push(...agreements.map(({ agreement: id, exportsUsd }) => [id, exportsUsd] as const));
    return { ...Object.fromEntries(told), total: total.exportsUsd } as Record<string, string | null>;
  };

  it('has exports in sums where what is not shown of them is all that reports leave out', () => {
    expect(exportsOf({ leftOut: ['KR', 'JP'] })).toMatchObject({
      ...{ KR: null, JP: null, CA: '30', VKFTA: null, VJEPA: null },
      // Both have Korea and Japan; of what is left out CPTPP has Japan alone.
      ...{ RCEP: '1070', total: '1100', CPTPP: null },
    });
  });

  it.each([
    ['covers it in no market', ['KR', 'US']],
    ['covers nothing', ['KR']],
  ])('has no sum of exports with a hidden part where what is left out %s', (_, leftOut) => {
    expect(exportsOf({ leftOut })).toMatchObject({
      ...{ KR: null, JP: '1000', CA: '30', VKFTA: null, VJEPA: '1000' },
      ...{ RCEP: null, total: null, CPTPP: '1030' },
    });
  });

  it('has no sum with months of a market of which one or two enterprises would follow', () => {
    const months: Exported[] = [
      ['JP', '2022-02', 500, 5],
      ['KR', '2022-01', 900, 5],
      ['KR', '2022-02', 70, 1],
    ];
    // Korea's own months are of five enterprises; in RCEP, since February, it has one.
    expect(exportsOf({ period: '2022-01/P2M', exported: months })).toMatchObject({
      ...{ KR: '970', VKFTA: '970', JP: '500', RCEP: null, total: '1470' },
    });
  });

  it('has no agreement from which the certificates of one enterprise would follow', () => {
    const certified: Certified[] = [
      ['DE', 'EUR.1', 100, ['2900000001']],
      ['FR', 'EUR.1', 67, ['2900000001', ...three]],
      ['JP', 'VJ', 50, three],
    ];
    const asked = { ...everybody, certified };
    expect(marketIn(asked, 'FR')?.preferentialUsd).toBe('67');
    expect(agreementIn(asked, 'EVFTA')).toMatchObject({
      ...{ preferentialUsd: null, elsewhereUsd: null, certificates: null },
      rate: { pct: null, refusal: { code: 'few-enterprises' } },
    });
    expect(agreementIn(asked, 'VJEPA')?.preferentialUsd).toBe('50');
    expect(shown(asked).total.preferentialUsd).toBeNull();
    expect(agreementIn({ exported, certified }, 'EVFTA')?.preferentialUsd).toBe('167');
  });

  it('has no rate of the year before where that of the period is hidden', () => {
    const before = figures({ exported, certified: [['CA', 'CPTPP', 40, three]] }).total;
    const hidden = figures({ ...everybody, certified: [['CA', 'CPTPP', 40, two]] }).total;
    expect(rateShown(hidden, before)).toMatchObject({ pct: null, previousPct: null });
    expect(rateShown(before, before)).toMatchObject({ previousPct: '1.33' });
  });

  it('is without the total less free ports where a free port is not shown', () => {
    const certified: Certified[] = [
      ['SG', 'D', 5, two],
      ['AU', 'AANZ', 40, ['2900000003', '2900000004']],
      ['JP', 'VJ', 50, three],
    ];
    const found = shown({ ...everybody, certified });
    expect([found.total.preferentialUsd, found.withoutMfnZero.preferentialUsd]).toEqual(['95', null]);
  });
});
