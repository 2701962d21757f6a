import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { decimal, decimalText, Exact } from './decimals';
import { missingMonths, outliers, proposedBreaks } from './history';
import { parsePeriod } from './periods';
import type { MonthLevel } from './spans';

const published = join(__dirname, '../../../../shared/data');

const files = new Map<string, Record<string, string>[]>();

function rowsOf(file: string): Record<string, string>[] {
  const rows = files.get(file) ?? parse(readFileSync(join(published, file)), { columns: true });
  files.set(file, rows);
  return rows;
}

/** A published monthly series. The files print some levels with the noise of floats; it does not matter here. */
function read(file: string, code: string, column: string): MonthLevel[] {
  return rowsOf(file)
    .filter((row) => row['indicator'] === code)
    .map((row) => ({ month: row['period'] ?? '', value: row[column] ? decimal(row[column]) : null }));
}

const iip = (code: string) => read('vn-iip-monthly-2015base-2017-2024.csv', code, 'value');
const trade = (code: string) => read('vn-goods-trade-monthly-2010-2024.csv', code, 'value_mn_usd');
const industry = iip('AIP_ISIC4_IX');
const exported = trade('TXG_FOB_USD');

const times = (series: readonly MonthLevel[], from: string, to: string, factor: string): MonthLevel[] =>
  series.map((each) =>
    each.month >= from && each.month <= to ? { ...each, value: each.value?.mul(factor) ?? null } : each,
  );
const until = (series: readonly MonthLevel[], last: string) => series.filter(({ month }) => month <= last);
const monthsFound = (found: readonly { month: string }[]) => found.map((each) => each.month);

describe('missing months', () => {
  const gaps = '2022-01 2023-01 2023-02 2023-03 2023-04 2023-05 2023-06 2023-07 2023-08 2023-09'.split(' ');

  it('of the published exports are named, to the end of the period asked for', () => {
    expect(
      missingMonths(
        exported.filter((each) => each.value),
        parsePeriod('2010-01/P180M') ?? undefined,
      ),
    ).toEqual([...gaps, '2024-11', '2024-12']);
    expect(missingMonths(until(exported, '2024-10'))).toEqual(gaps);
  });

  it('are all of a period where nothing is known, and none of nothing', () => {
    expect(missingMonths([], parsePeriod('2023-Q1') ?? undefined)).toEqual(['2023-01', '2023-02', '2023-03']);
    expect(missingMonths([])).toEqual([]);
    expect(missingMonths([{ month: '2023-05', value: null }])).toEqual(['2023-05']);
  });
});

describe('outliers', () => {
  it('of the published series are the months of the pandemic and its rebound', () => {
    expect(monthsFound(outliers(industry))).toEqual(['2020-04', '2020-05']);
    expect(monthsFound(outliers(exported))).toEqual(['2021-04']);
  });

  it('show a slipped unit, with what was expected, and not the year after it', () => {
    const found = outliers(times(exported, '2018-06', '2018-06', '1000'));
    expect(monthsFound(found)).toEqual(['2018-06', '2021-04']);
    const [slip] = found;
    const published = exported.find((each) => each.month === '2018-06')?.value;
    expect(slip && decimalText(slip.value)).toBe(published?.mul(1000).toFixed());
    expect(slip?.score).toBeGreaterThan(50);
    expect(published && slip?.expected.low?.lt(published) && slip.expected.high?.gt(published)).toBe(true);
  });

  it.each(['0.5', '2', '10'])(
    'show every ordinary month of 2016 to 2019 that is multiplied by %s',
    (factor) => {
      for (const month of monthsFound(exported).filter((each) => each >= '2016' && each < '2020')) {
        if (/-0[12]$/.test(month)) continue;
        expect(monthsFound(outliers(times(exported, month, month, factor)))).toContain(month);
      }
    },
  );

  it('judge Tết by Tết: a February that falls by a seventh after one that rose by half is ordinary', () => {
    const february = exported.filter((each) => /^201[23]-02$/.test(each.month)).map((each) => each.value);
    expect(february[1]?.div(february[0] ?? 1).toFixed(2)).toBe('0.87');
    expect(monthsFound(outliers(exported)).filter((month) => /-0[12]$/.test(month))).toEqual([]);
    expect(monthsFound(outliers(times(exported, '2018-02', '2018-02', '10')))).toContain('2018-02');
  });

  it('are not looked for in a short history, nor in what has no logarithm', () => {
    const short = until(industry, '2018-10');
    expect(outliers(times(short, '2018-10', '2018-10', '1000'))).toEqual([]);
    expect(outliers(times(until(industry, '2018-11'), '2018-11', '2018-11', '1000'))).toHaveLength(1);
    expect(outliers(times(industry, '2022-06', '2022-06', '0')).map((each) => each.month)).not.toContain(
      '2022-06',
    );
    expect(outliers([])).toEqual([]);
  });

  it('of a month do not depend on later ones, nor on the order', () => {
    const earlier = outliers(until(exported, '2021-12'));
    expect(earlier).toEqual(outliers(exported).filter((each) => each.month <= '2021-12'));
    expect(outliers([...exported].reverse())).toEqual(outliers(exported));
  });
});

describe('proposed breaks', () => {
  const country = ['TXG_FOB_USD', 'TXGBD_FOB_USD', 'VNM_TXG_FS_FOB_USD', 'TMG_CIF_USD'];

  it('find that the levels of the national index of industrial production break in January 2023', () => {
    expect(proposedBreaks(industry)).toEqual([{ month: '2023-01', ratio: 0.916, score: -7.4 }]);
    expect(proposedBreaks(iip('AIP_ISIC4_C_IX'))).toEqual([{ month: '2023-01', ratio: 0.916, score: -6.4 }]);
    for (const section of ['B', 'D', 'E']) {
      expect(proposedBreaks(iip(`AIP_ISIC4_${section}_IX`))).toEqual([]);
    }
  });

  it.each(['AIP_ISIC4_IX', 'AIP_ISIC4_C_IX'])('of %s know it from June 2023 on, and none before', (code) => {
    for (const { month } of iip(code)) {
      const known = month >= '2023-06' ? ['2023-01'] : [];
      expect([month, monthsFound(proposedBreaks(until(iip(code), month)))]).toEqual([month, known]);
    }
  });

  it('find none in fourteen years of exports and imports, whatever Tết and the pandemic did', () => {
    for (const code of country) {
      for (const { month } of trade(code).slice(36)) {
        expect([code, month, proposedBreaks(until(trade(code), month))]).toEqual([code, month, []]);
      }
    }
  });

  it('find of single goods the year 2013, printed at another level than its neighbours, and the fall of rubber', () => {
    const goods = {
      // 2013 begins or ends.
      TXG_H5_07_070960_FOB_USD: ['2013-01', '2014-01'],
      TXG_H5_0801_FOB_USD: ['2014-01'],
      TXG_H5_0901_FOB_USD: ['2013-01'],
      TXG_H5_0902_FOB_USD: ['2013-01', '2014-01'],
      TXG_H5_0904_FOB_USD: ['2014-01'],
      TXG_H5_1006_FOB_USD: ['2013-01', '2014-01'],
      // 103 in July, 73 in August, and 70 to 110 in all three years since, after 110 in the year before.
      TXG_H5_4001_FOB_USD: ['2021-08'],
    };
    const codes = new Set(
      rowsOf('vn-goods-trade-monthly-2010-2024.csv').map((row) => row['indicator'] ?? ''),
    );
    const found = [...codes].flatMap((code) => {
      const months = monthsFound(proposedBreaks(trade(code)));
      return months.length > 0 ? [[code, months]] : [];
    });
    expect(codes.size).toBe(20);
    expect(Object.fromEntries(found)).toEqual(goods);
  });

  const planted = (series: readonly MonthLevel[], from: string, to: string, factor: string) => {
    const months = monthsFound(series).filter((month) => month >= from && month <= to);
    const own = monthsFound(proposedBreaks(series));
    const found = months.map((month) => ({
      month,
      found: monthsFound(proposedBreaks(times(series, month, '9999-12', factor))),
    }));
    return {
      missed: found.filter((each) => !each.found.includes(each.month)).map(({ month }) => month),
      others: found.flatMap((each) => each.found.filter((one) => one !== each.month && !own.includes(one))),
    };
  };

  it.each([
    ['0.5', 0],
    ['0.7', 0],
    ['0.8', 3],
    ['1.3', 1],
    ['1.5', 0],
    ['2', 0],
  ])(
    'find that industry multiplied by %s breaks at the very month, in all of 24 but %i',
    (factor, missed) => {
      const { missed: those, others } = planted(industry, '2020-01', '2021-12', factor);
      expect(those.length).toBeLessThanOrEqual(missed);
      // April 2020 takes the place of the two months after it.
      expect(others.filter((month) => month !== '2020-04')).toEqual([]);
      expect(others.length).toBeLessThanOrEqual(2);
    },
  );

  it.each(['0.6', '1.6'])(
    'find that trade multiplied by %s breaks at the very month, in nine of ten',
    (factor) => {
      for (const code of ['TXG_FOB_USD', 'TMG_CIF_USD']) {
        const { missed, others } = planted(trade(code), '2013-01', '2022-12', factor);
        expect(missed.length).toBeLessThanOrEqual(12);
        expect(others.length).toBeLessThanOrEqual(1);
      }
    },
  );

  it('do not take one wrong month, a shock that is made up for, or growth that slows, for a break', () => {
    expect(proposedBreaks(times(exported, '2018-06', '2018-06', '10'))).toEqual([]);
    expect(monthsFound(proposedBreaks(times(industry, '2019-04', '2019-07', '0.7')))).toEqual(['2023-01']);
    const slowing = Array.from({ length: 96 }, (_, i) => ({
      month: `${2010 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
      value: new Exact(i < 60 ? 1.02 : 1.001).pow(i < 60 ? i : i - 60).mul(i < 60 ? 100 : 328),
    }));
    expect(proposedBreaks(slowing)).toEqual([]);
  });

  it('need three years, and do not depend on the order', () => {
    expect(proposedBreaks([])).toEqual([]);
    expect(proposedBreaks(times(until(industry, '2019-12'), '2019-06', '2019-12', '0.5'))).toEqual([]);
    expect(proposedBreaks([...industry].reverse())).toEqual(proposedBreaks(industry));
  });
});
