import type { Client } from 'pg';
import { buildStates, markets, trade, type MarketClasses } from '@doit/contracts';
import { rules, type Rule } from '@doit/reference';
import { leastEntry, people, TestInstallation } from '@doit/testing';
import { database as options } from '../database';
import { turns } from '@doit/registers';
import { TradeModule } from '../trade.module';
import { classesOf, type Told } from './class-history';
import { classOn, classRules, classSql } from './market-class';

type Build = (typeof buildStates)[number] | null;
const by = {
  '2003': 'Nghị định 02/2003/NĐ-CP',
  '2010': 'Nghị định 02/2003/NĐ-CP, sửa đổi bởi Nghị định 114/2009/NĐ-CP',
  '2024': 'Nghị định 60/2024/NĐ-CP',
};

describe('the class of a market', () => {
  it.each<[points: number | null, build: Build, expected: number | null]>([
    [0, 'solid', 3],
    [199, 'solid', 3],
    [199, null, 3],
    [200, 'semi', 2],
    [200, null, 2],
    [400, 'solid', 2],
    [400, null, 2],
    [401, 'solid', 1],
    [401, 'semi', 2],
    [401, 'temporary', 2],
    [401, null, null],
    [null, 'solid', null],
    [null, null, null],
  ])('of %s points, built %s, is %s by each decree since 2003', (pointsTotal, buildState, expected) => {
    const days = ['2003-01-29', '2010-02-14', '2010-02-15', '2024-07-31', '2024-08-01', '2030-01-01'];
    const measured = { pointsTotal, buildState };
    expect(days.map((on) => classOn(measured, on))).toEqual(days.map(() => expected));
    expect(classOn(measured, '2003-01-28')).toBeNull();
  });

  it('follows its texts on their days', () => {
    expect(turns(classRules)).toEqual(['2003-01-29', '2010-02-15', '2024-08-01']);
    const of = rules.filter(({ id }) => id === 'market.class-1-points');
    expect(of.map(({ legalSource, validFrom, verified }) => [validFrom, legalSource.vi, verified])).toEqual([
      ['2003-01-29', by['2003'], false],
      ['2010-02-15', by['2010'], false],
      ['2024-08-01', by['2024'], true],
    ]);
  });
});

/** The law, had the last text another threshold, and begun on another day. */
function lawOf(since: string, points: string): Rule[] {
  const dayBefore = new Date(Date.parse(since) - 86_400_000).toISOString().slice(0, 10);
  return rules.flatMap((rule): Rule[] => {
    if (rule.id !== 'market.class-1-points' || (rule.validTo ?? '9') < '2024') return [rule];
    if (rule.validTo !== null) return [{ ...rule, validTo: dayBefore }];
    return [{ ...rule, validFrom: since, value: points }];
  });
}
const stands = { state: 'operating', stateOn: null, countedOn: null, openedOn: null, yearBuilt: null };
const told = (pointsTotal: number | null, buildState: Build, on: string | null = null, more = {}): Told => ({
  market: { pointsTotal, buildState, ...stands, ...more },
  on,
});
const said = (history: readonly Told[], law?: readonly Rule[]): string[] =>
  classesOf(history, law).map(({ from, to, class: of }) => `${from} – ${to ?? 'now'}: ${of}`);

describe('the classes of a market over time', () => {
  it('are those of its points and build on each day, by the text then in force', () => {
    const history = [told(300, 'semi'), told(450, 'solid', '2015-06-01'), told(150, 'solid', '2024-09-01')];
    expect(said(history)).toEqual([
      '2003-01-29 – 2010-02-14: 2',
      '2010-02-15 – 2015-05-31: 2',
      '2015-06-01 – 2024-07-31: 1',
      '2024-08-01 – 2024-08-31: 1',
      '2024-09-01 – now: 3',
    ]);
    expect(classesOf(history).map(({ source }) => source)).toEqual([
      by['2003'],
      by['2010'],
      by['2010'],
      by['2024'],
      by['2024'],
    ]);
  });

  it('are set right since the step before, and not before that', () => {
    const history = [
      told(300, 'semi'),
      told(450, null, '2015-06-01'),
      told(450, 'solid'),
      told(450, 'solid'),
    ];
    expect(said(history).slice(1, 3)).toEqual(['2010-02-15 – 2015-05-31: 2', '2015-06-01 – 2024-07-31: 1']);
    expect(said([told(null, null), told(199, null)])[0]).toBe('2003-01-29 – 2010-02-14: 3');
  });

  it('are cut by a step of the day on which the law changes once, and of two steps on a day the later counts', () => {
    const history = [told(199, null), told(200, null, '2024-08-01'), told(401, 'solid', '2024-08-01')];
    expect(said(history).slice(1)).toEqual(['2010-02-15 – 2024-07-31: 3', '2024-08-01 – now: 1']);
  });

  it('are set right since a count that found the same, and a count that found the same cuts nothing', () => {
    const counted = { countedOn: '2024-09-01' };
    const same = [told(350, 'solid'), told(350, 'solid', '2024-09-01', counted)];
    expect(said(same).slice(2)).toEqual(['2024-08-01 – now: 2']);
    expect(said([...same, told(450, 'solid', null, counted)]).slice(2)).toEqual([
      '2024-08-01 – 2024-08-31: 2',
      '2024-09-01 – now: 1',
    ]);
    // Another step counts nothing.
    const resumed = [...same, told(350, 'solid', '2025-01-01', counted), told(450, 'solid', null, counted)];
    expect(said(resumed).at(-1)).toBe('2024-09-01 – now: 1');
  });

  it.each([
    [{ openedOn: '2012-05-01', yearBuilt: 2011 }, '2012-05-01 – 2024-07-31: 2'],
    [{ yearBuilt: 2011 }, '2011-01-01 – 2024-07-31: 2'],
    [{ yearBuilt: 1975 }, '2003-01-29 – 2010-02-14: 2'],
    [{}, '2003-01-29 – 2010-02-14: 2'],
    [{ state: 'planned', yearBuilt: 2011 }, undefined],
    [{ state: 'under-construction' }, undefined],
    [{ state: 'withdrawn', stateOn: '2024-01-01' }, undefined],
  ])('begin when it opened, as known of it: %j', (more, first) => {
    expect(said([told(300, null, null, more)])[0]).toBe(first);
  });

  it('hold from the opening on, whenever it was counted before', () => {
    const open = { openedOn: '2024-10-01', countedOn: '2024-09-01' };
    const history = [told(300, null, null, { state: 'planned' }), told(450, 'solid', '2024-09-01', open)];
    expect(said(history)).toEqual(['2024-10-01 – now: 1']);
  });

  it('end when it closes', () => {
    const history = [
      told(300, null),
      told(300, null, '2020-01-01', { state: 'closed', stateOn: '2020-01-01' }),
    ];
    expect(said(history)).toEqual(['2003-01-29 – 2010-02-14: 2', '2010-02-15 – 2019-12-31: 2']);
  });

  it.each([
    ['2024-08-01', ['2010-02-15 – 2024-07-31: 1', '2024-08-01 – now: 2']],
    ['2024-09-01', ['2010-02-15 – 2024-07-31: 1', '2024-08-01 – 2024-08-31: 1', '2024-09-01 – now: 2']],
    ['2024-07-01', ['2010-02-15 – 2024-06-30: 1', '2024-07-01 – 2024-07-31: 2', '2024-08-01 – now: 2']],
  ])('change from the day on which a text begins, %s, and not before', (since, expected) => {
    const law = lawOf(since, '500');
    expect(said([told(450, 'solid')], law).slice(1)).toEqual(expected);
    expect(said([told(450, 'solid')])[0]).toBe(said([told(450, 'solid')], law)[0]);
  });
});

describe('the class of markets in the register', () => {
  let house: TestInstallation;
  let database: Client;
  const { officer } = people;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database: options });
    database = await house.as('trade');
  });
  afterAll(async () => {
    await database.end();
    await house.stop();
  });

  it('is by SQL what it is by its rule, on each side of every boundary, on every day, by any law', async () => {
    const points = [null, 0, 199, 200, 201, 399, 400, 401, 450, 500, 501];
    const days = ['2003-01-28', '2003-01-29', '2010-02-15', '2024-07-31', '2024-08-01', '2024-09-01'];
    const cases = points.flatMap((pointsTotal) =>
      [null, ...buildStates].flatMap((buildState) => days.map((on) => ({ pointsTotal, buildState, on }))),
    );
    for (const law of [rules, lawOf('2024-09-01', '500'), lawOf('2024-07-01', '300')]) {
      const { rows } = await database.query<{ class: number | null }>(
        `select ${classSql('day', law)('m')} as class from json_to_recordset($1)
           as m(nth int, points_total int, build_state text, day date) order by nth`,
        [
          JSON.stringify(
            cases.map((one, nth) => ({
              nth,
              points_total: one.pointsTotal,
              build_state: one.buildState,
              day: one.on,
            })),
          ),
        ],
      );
      expect(rows.map((row) => row.class)).toEqual(cases.map((one) => classOn(one, one.on, law)));
    }
  });

  it('is answered with each entry, told, and never entered', async () => {
    const body = leastEntry(markets, { pointsTotal: 401, buildState: 'semi', state: 'operating' });
    const made = await house.ask(trade.markets.create, officer, { body });
    expect([made.status, made.body['class']]).toEqual([200, 2]);
    const query = `id=${String(made.body['id'])}`;
    const entered = await house.ask(trade.markets.change, officer, {
      query,
      ifMatch: '1',
      body: { class: 1 },
    });
    expect([entered.status, entered.body.errors]).toMatchObject([400, [{ pointer: '/class' }]]);
    const step = { step: 'recount', on: '2024-07-01', known: { buildState: 'solid' } };
    const counted = await house.ask(trade.markets.step, officer, { query, ifMatch: '1', body: step });
    expect(counted.body).toMatchObject({ entry: { class: 1, state: 'operating', buildState: 'solid' } });
    expect((await house.ask(trade.markets.get, null, { query })).body['class']).toBe(1);
    const { body: found } = await house.ask(trade.markets.history, officer, { query });
    expect(found['items']).toMatchObject([
      { payload: { class: 2 } },
      { payload: { market: { class: 1 }, changed: ['buildState', 'countedOn', 'class'], on: '2024-07-01' } },
    ]);
    const { body: classes } = await house.ask(trade.markets.classes, null, { query });
    const { items } = classes as unknown as MarketClasses;
    expect(items.map(({ from, to, class: of }) => [from, to, of])).toEqual([
      ['2003-01-29', '2010-02-14', 2],
      ['2010-02-15', '2024-06-30', 2],
      ['2024-07-01', '2024-07-31', 1],
      ['2024-08-01', null, 1],
    ]);
    const nobody = await house.ask(trade.markets.classes, null, {
      query: 'id=01980000-0000-7000-8000-000000000000',
    });
    expect([nobody.status, nobody.body.code]).toEqual([404, 'register.not-found']);
  });
});
