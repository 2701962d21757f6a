import { growthPct } from '../../figures/decimals';
import { changeOf, writeChange } from './difference';
import { keep, kept, leftAfter, type Entry } from './entry';
import { notesOf } from './judge';
import { periodBefore, periodsDue, reportOf } from './periods';
import { yearBefore } from '../../words/periods';
import { words as both } from './words';

describe('a difference', () => {
  it.each([
    ['110', '100', '10.0'],
    ['36539', '33328.4', '9.6'],
    ['99.95', '100', '-0.1'],
    ['99.96', '100', '0.0'],
    ['0', '12.5', '-100.0'],
    ['100000000000000000.3', '100000000000000000', '0.0'],
    ['1', '0', null],
    ['1', '-4', null],
  ])('%s on %s', (value, base, pct) => {
    expect(growthPct(value, base, 1)).toBe(pct);
  });
});

describe('the change of a line', () => {
  it.each([
    ['flow', ['110', 'VND_BN'], ['100', 'VND_BN'], '+10,0%'],
    ['index', ['104.5', 'INDEX'], ['110', 'INDEX'], '−5,0%'],
    ['rate', ['10', 'PCT'], ['8', 'PCT'], '+2 điểm %'],
    ['rate', ['-0.5', 'PCT'], ['8.25', 'PCT'], '−8,75 điểm %'],
    ['ratio', ['40.2', 'PCT'], ['40', 'PCT'], '+0,2 điểm %'],
    ['contribution', ['1', 'PP'], ['0', 'PP'], '+1 điểm %'],
    ['ratio', ['12', 'VND_MN'], ['10', 'VND_MN'], '+20,0%'],
    ['rate', ['12', 'COUNT'], ['10', 'COUNT'], null],
    ['rank', ['12', 'COUNT'], ['10', 'COUNT'], null],
    ['flow', ['110', 'VND_BN'], ['100', 'USD_MN'], null],
    ['rate', ['110', 'INDEX'], ['10', 'PCT'], null],
    ['flow', ['110', 'VND_BN'], undefined, null],
  ] as const)('of a %s, %j on %j, is %s', (kind, figure, base, written) => {
    const read = ([value, unit]: readonly [string, string], period: string) => ({
      ...{ value, unit, period, territory: 'nghe-an' },
    });
    const indicator = { kind, seriesVersions: [] };
    const change = changeOf(indicator, read(figure, '2023-02'), base && read(base, '2023-01'));
    expect(change && 'amount' in change ? writeChange(change, 'vi') : change).toBe(written);
  });

  it.each([
    ['2022-12', '2023-01', 'viet-nam', 'lies between'],
    ['2022-12', '2023-02', 'viet-nam', 'lies between'],
    ['2022', '2023', 'viet-nam', 'lies between'],
    ['2023-01', '2024-01', 'viet-nam', null],
    ['2021-12', '2022-12', 'viet-nam', null],
    ['2022-12', '2023-01', 'nghe-an', null],
    ['2022-12/P2M', '2022-12/P2M', 'viet-nam', null],
  ])('of a level from %s to %s of %s is none across a declared break', (earlier, later, territory, note) => {
    const version = { territory: 'viet-nam', from: '2023-01', note: { vi: '', en: 'lies between' } };
    const indicator = { kind: 'index' as const, seriesVersions: [{ ...version, from: null }, version] };
    const figure = { value: '128.34', unit: 'INDEX', period: later };
    const base = { value: '166.03', unit: 'INDEX', period: earlier, territory };
    expect(changeOf(indicator, figure, base)).toEqual(
      note ? { broken: { ...version } } : { amount: '-22.7', unit: 'PCT' },
    );
    // Of what nothing is said anyhow, no break is said either.
    expect(changeOf({ ...indicator, kind: 'rank' }, figure, base)).toBeNull();
  });
});

describe('what is typed', () => {
  const version = { territory: 'nghe-an', from: '2023-01', note: { vi: 'cách tính mới', en: 'new method' } };
  const notes = (seriesVersions: object[], period: string, before: string) => {
    const indicator = { code: 'RETAIL', kind: 'flow', unit: 'VND_BN', seriesVersions, dimensions: [] };
    const at = (of: string) => ({ value: '900', unit: 'VND_BN', period: of, territory: 'nghe-an' });
    return notesOf(
      { key: 'RETAIL', indicator, dimensions: {}, unit: 'VND_BN' } as never,
      { typed: '100' },
      {
        period,
        stands: undefined,
        before: at(before) as never,
        yearBefore: at(yearBefore(period) ?? '') as never,
        status: 'estimate',
      },
      { words: both.vi, language: 'vi', style: 'vi' },
    ).map(({ kind, text }) => `${kind}: ${text}`);
  };

  it.each([
    ['2023-02', '2023-01'],
    ['2023-01/P2M', '2023-01'],
  ])('is held against what was before it: %s', (period, before) => {
    const [first = '', second = '', ...rest] = notes([], period, before);
    expect(first).toMatch(/^warning: (−88,9% so với kỳ trước|Lũy kế nhỏ hơn kỳ trước)/);
    expect(second).toMatch(/^warning: −88,9% so với cùng kỳ năm trước/);
    expect(rest).toEqual([]);
  });

  it.each([
    ['2023-01', '2022-12', 0],
    ['2023-02', '2023-01', 1],
    ['2023-01/P2M', '2023-01', 1],
    ['2022-11/P3M', '2022-11/P2M', 0],
  ])('is not across a declared break, which is said once: %s', (period, before, warnings) => {
    const said = notes([version], period, before);
    const hint = 'hint: Không so với số của thời kỳ trước khi gãy chuỗi: cách tính mới';
    expect(said.filter((one) => one.startsWith('hint'))).toEqual([hint]);
    expect(said).toHaveLength(1 + warnings);
  });
});

describe('what was entered', () => {
  const a: Entry = { value: '1' };
  const b: Entry = { value: '2' };

  it.each([
    ['what was sent goes', { x: a }, { x: a }, {}],
    ['also where it was typed once more', { x: { value: '1' } }, { x: a }, {}],
    ['what was typed meanwhile stays', { x: b, y: a }, { x: a }, { x: b, y: a }],
    ['what is no number stays', { x: { unreadable: '1,,' } }, { x: a }, { x: { unreadable: '1,,' } }],
    ['an emptied cell goes', { x: { cleared: true } }, { x: { cleared: true } }, {}],
  ] as [string, Record<string, Entry>, Record<string, Entry>, Record<string, Entry>][])(
    '%s',
    (_, entered, sent, left) => {
      expect(leftAfter(entered, sent)).toEqual(left);
    },
  );

  describe('is kept', () => {
    const store = new Map<string, string>();
    const full = { is: false };
    beforeEach(() => {
      store.clear();
      full.is = false;
      Object.defineProperty(globalThis, 'localStorage', {
        configurable: true,
        value: {
          getItem: (key: string) => store.get(key) ?? null,
          removeItem: (key: string) => store.delete(key),
          setItem: (key: string, text: string) => {
            if (full.is) throw new Error('full');
            store.set(key, text);
          },
        },
      });
    });
    afterAll(() => Reflect.deleteProperty(globalThis, 'localStorage'));

    it('beside what another window keeps', () => {
      keep('here', {}, { x: a });
      keep('here', {}, { y: b });
      keep('here', { x: a }, { x: b });
      expect(kept('here')?.entries).toEqual({ x: b, y: b });
      keep('here', { x: b }, {});
      expect(kept('here')?.entries).toEqual({ y: b });
      keep('here', { y: a }, {});
      expect(kept('here')?.entries).toEqual({ y: b });
      keep('here', { y: b }, {});
      expect(store.size).toBe(0);
    });

    it('or it is said that it is not', () => {
      full.is = true;
      expect(keep('here', {}, { x: a })).toBe(false);
      expect(kept('here')).toBeNull();
    });
  });
});

describe('a period', () => {
  it.each([
    ['2026-11', '2026-10', '2025-11', '2026-11'],
    ['2026-01', '2025-12', '2025-01', '2026-01'],
    ['2023-01/P5M', '2023-01/P4M', '2022-01/P5M', '2023-05'],
    ['2023-01/P2M', '2023-01', '2022-01/P2M', '2023-02'],
    ['2023-Q1', '2022-Q4', '2022-Q1', '2023-Q1'],
    ['2023-S2', '2023-S1', '2022-S2', '2023-S2'],
    ['2023', '2022', '2022', '2023'],
    ['1900-02', '1900-01', null, '1900-02'],
    ['1900-01', null, null, '1900-01'],
    ['1900', null, null, '1900'],
  ])('%s comes after %s, a year after %s, and is of the report %s', (period, before, year, report) => {
    expect([periodBefore(period), yearBefore(period), reportOf(period)]).toEqual([before, year, report]);
  });

  it.each([
    ['2026-11-23', ['2026-11', '2026-10', '2026-Q3', '2026-S1', '2025']],
    ['2026-12-02', ['2026-12', '2026-11', '2026-Q4', '2026-S2', '2026']],
    ['2026-01-09', ['2026-01', '2025-12', '2025-Q4', '2025-S2', '2025']],
  ])('is due on %s', (day, due) => {
    expect(periodsDue(day)).toEqual(due);
  });
});
