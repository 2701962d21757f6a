import type { CheckResult } from '@doit/contracts';
import { decimal, decimalsOf, monthBefore, yearBefore, type MonthLevel } from '@doit/reference';
import { like, periodOf, published } from '../../test/published';
import { goodsItems, nationalIipItems } from '../../../../test/journeys/published-series';
import { cellOf } from '../comparisons/record';
import { standingOf, type Found, type Part } from '../comparisons/standing';
import { checksOfHistory } from './history-checks';

type Item = ReturnType<typeof nationalIipItems>[number];

/** The totals, without their breakdowns. */
const goods: Item[] = goodsItems().filter(({ dimensions }) => Object.keys(dimensions).length === 0);
const exported = goods.filter(({ indicator }) => indicator === 'EXPORT');
const balance = goods.filter(({ indicator }) => indicator === 'TRADE_BALANCE');
const industry = nationalIipItems();

/** What is said of the month of a series, where all of it is recorded, or what there was by another month. */
function said(series: readonly Item[], month: string, by = '9999-12'): CheckResult[] {
  const known = series.filter((item) => item.period <= by);
  const period = periodOf(month);
  const find = (part: Part, at: string | undefined): Found[] =>
    known.filter((item) => item.period === at).map((item) => ({ part, figure: observed(item) }));
  const standing = standingOf({ territory: known[0]?.territory ?? '', period }, [
    ...find('actual', month),
    ...find('previous', yearBefore(period).key),
    ...find('before', monthBefore(period)?.key),
  ]);
  const levels = known.map((item): MonthLevel => ({ month: item.period, value: decimal(item.value) }));
  const cell = cellOf(known[0]?.indicator ?? '', {});
  return [...checksOfHistory(standing, new Map([[cell, levels]]))].flat();
}

function observed(item: Item) {
  const [sample] = published;
  if (!sample) throw new Error('no published figure');
  const { measure, status, state, ...rest } = item;
  const fixed = { id: item.period, decimals: decimalsOf(item.value), stated: {}, dimensions: {} };
  return like(sample, { ...rest, ...fixed, measure: 'actual', status: 'official', state: 'approved' });
}

const times = (series: readonly Item[], from: string, to: string, factor: string): Item[] =>
  series.map((item) =>
    item.period >= from && item.period <= to
      ? { ...item, value: decimal(item.value).mul(factor).toFixed() }
      : item,
  );
const of = (territory: string, series: readonly Item[]): Item[] =>
  series.map((item) => ({ ...item, territory }));
const verdicts = (results: CheckResult[]) => results.map(({ code, verdict }) => `${verdict} ${code}`);

describe('a figure against its own history', () => {
  it('is accused where its unit has slipped, with what was expected and from which history', () => {
    const [slip, ...others] = said(times(exported, '2018-06', '2018-06', '1000'), '2018-06');
    expect(others).toEqual([]);
    expect(slip).toMatchObject({
      code: 'history.outlier',
      verdict: 'contradicts',
      indicators: ['EXPORT'],
      lineage: [{ period: '2018-06' }, { period: '2017-06' }, { period: '2018-05' }],
    });
    const { low, high } = slip?.recomputed ?? {};
    const value = Number(exported.find((item) => item.period === '2018-06')?.value);
    expect([Number(low) < value, value < Number(high)]).toEqual([true, true]);
    expect(slip?.message.en).toMatch(
      /^By its own 101 months known since 01\/2010, 06\/2018 would lie between [\d,.]+ USD million and .*; the source states .*: at least .* apart\. The unit or the row may be mistaken/,
    );
    expect(slip?.message.vi).toMatch(
      /^Theo 101 tháng đã biết từ 01\/2010 của chính chỉ tiêu này, tháng 06\/2018 phải nằm trong khoảng [\d,.]+ triệu USD đến .*; nguồn nêu .*: lệch ít nhất /,
    );
  });

  it('gives no result where it fits, nor a year after one that did not', () => {
    for (const { period } of exported.filter((item) => item.period < '2021-04'))
      expect([period, said(exported, period, period)]).toEqual([period, []]);
    expect(said(times(exported, '2018-06', '2018-06', '1000'), '2019-06')).toEqual([]);
  });

  it('is not judged where it crosses zero, or where levels before a declared break are its base', () => {
    for (const { period } of balance.slice(24, 120))
      expect([period, said(balance, period)]).toEqual([period, []]);
    const halved = times(industry, '2023-01', '9999-12', '0.5');
    expect(said(halved, '2023-04', '2023-04')).toEqual([]);
    expect(verdicts(said(of('nghe-an', halved), '2023-04', '2023-04'))).toEqual([
      'contradicts history.outlier',
    ]);
  });
});

describe('a break that the levels propose', () => {
  const province = of('nghe-an', industry);

  it('is told at its month, and says that only a declaration makes it one', () => {
    const [found, ...others] = said(province, '2023-01');
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'history.break',
      verdict: 'cannot-tell',
      missing: ['series-break'],
      lineage: [{ period: '2023-01' }, { period: '2022-01' }, { period: '2022-12' }],
    });
    expect(found?.statement.en).toBe('Index of industrial production: 128.34 in 01/2023');
    expect(found?.message.en).toContain('From 01/2023 on the figures are about 8.4% lower');
    expect(found?.message.en).toContain('only a declaration in the catalogue makes it a break');
    expect(found?.message.vi).toContain('Từ 01/2023 các số thấp hơn khoảng 8,4%');
  });

  it('is told by the month that is the first to show it, and by no other', () => {
    const telling = province
      .map(({ period }) => period)
      .filter((month) => said(province, month, month).some(({ code }) => code === 'history.break'));
    expect(telling).toEqual(['2023-06']);
  });

  it('is not told where it is declared', () => {
    for (const month of ['2023-01', '2023-06']) expect(said(industry, month)).toEqual([]);
    expect(said(industry, '2023-06', '2023-06')).toEqual([]);
  });
});

describe('missing months', () => {
  it('of the two years before are named, as long as they are that near', () => {
    const [found, ...others] = said(exported, '2023-10');
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'history.missing-months', verdict: 'cannot-tell' });
    expect(found?.missing).toEqual(['2022-01', ...Array.from({ length: 9 }, (_, n) => `2023-0${n + 1}`)]);
    expect(found?.message.en).toContain('10 are missing (01/2022, 01/2023–09/2023)');
    expect(found?.message.vi).toContain('còn thiếu 10 tháng (01/2022, 01/2023–09/2023)');
    expect(said(exported, '2024-02').flatMap(({ missing }) => missing)).not.toContain('2022-01');
  });

  it('are none before the first known one, and none of what is not kept by the month', () => {
    expect(said(exported.slice(120, 122), exported[121]?.period ?? '')).toEqual([]);
    const yearly = exported.filter(({ period }) => period.endsWith('-05'));
    expect(said(yearly, '2019-05')).toEqual([]);
  });
});
