import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { decimal, decimalText, Exact } from './decimals';
import { missingMonths, outliers, proposedBreaks } from './history';
import { parsePeriod } from './periods';
import type { MonthLevel } from './spans';

const published = join(__dirname, '../../../../shared/data');

/** A published monthly series. The files print some levels with the noise of floats; it does not matter here. */
function read(file: string, code: string, column: string): MonthLevel[] {
  const rows = parse<Record<string, string>>(readFileSync(join(published, file)), { columns: true });
  return rows
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
  it('find that the levels of the national index of industrial production break in January 2023', () => {
    const [found, ...others] = proposedBreaks(industry);
    expect(found).toMatchObject({ month: '2023-01', ratio: 0.801 });
    expect(found?.score).toBeLessThan(-5);
    expect(others).toEqual([]);
    expect(monthsFound(proposedBreaks(iip('AIP_ISIC4_C_IX')))).toEqual(['2023-01']);
  });

  it('know it a year later, and not in its first half-year', () => {
    expect(monthsFound(proposedBreaks(until(industry, '2023-12')))).toEqual(['2023-01']);
    expect(proposedBreaks(until(industry, '2023-05'))).toEqual([]);
  });

  it('find none in fourteen years of exports and imports, whatever Tết and the pandemic did', () => {
    for (const code of ['TXG_FOB_USD', 'TXGBD_FOB_USD', 'VNM_TXG_FS_FOB_USD', 'TMG_CIF_USD']) {
      expect(proposedBreaks(trade(code))).toEqual([]);
    }
    for (let year = 2012; year < 2024; year++) {
      expect(proposedBreaks(until(exported, `${year}-09`))).toEqual([]);
    }
  });

  it('find the year 2013 of tea, printed at many times the year before and the year after', () => {
    expect(monthsFound(proposedBreaks(trade('TXG_H5_0902_FOB_USD')))).toEqual(['2013-01', '2014-01']);
  });

  it.each(['2016-07', '2018-02', '2019-11'])('find exports counted by half from %s on', (from) => {
    expect(monthsFound(proposedBreaks(times(exported, from, '2024-12', '0.5')))).toEqual([from]);
    expect(monthsFound(proposedBreaks(times(exported, from, '2024-12', '2')))).toEqual([from]);
  });

  it('do not take one wrong month, or growth that slows, for a break', () => {
    expect(proposedBreaks(times(exported, '2018-06', '2018-06', '10'))).toEqual([]);
    const slowing = Array.from({ length: 96 }, (_, i) => ({
      month: `${2010 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
      value: new Exact(i < 60 ? 1.02 : 1.001).pow(i < 60 ? i : i - 60).mul(i < 60 ? 100 : 328),
    }));
    expect(proposedBreaks(slowing)).toEqual([]);
  });
});
