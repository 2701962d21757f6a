import { Problem } from '@doit/contracts';
import { indicator, indicators, parsePeriod, type Period } from '@doit/reference';
import { spansAsked } from './asked';
import { piecesAsked } from './pieces';

function read(text: string): Period {
  const found = parsePeriod(text);
  if (!found) throw new Error(`unread: ${text}`);
  return found;
}

/** The code of a problem, and the query key that it names. */
function refusalOf(work: () => unknown): unknown[] {
  try {
    return [work()];
  } catch (error) {
    return error instanceof Problem ? [error.code, error.faults[0]?.pointer] : [error];
  }
}

describe('the spans of a series', () => {
  it.each([
    ['2023-Q4', '2024-01', 'month', false, ['2023-10', '2023-11', '2023-12', '2024-01']],
    ['2023-02', '2023-07', 'quarter', false, ['2023-Q1', '2023-Q2', '2023-Q3']],
    ['2023-05', '2024-01/P2M', 'year', false, ['2023', '2024']],
    ['2023-05', '2023-S1', 'month', true, ['2023-01/P5M', '2023-S1']],
    ['2022-12', '2023-04', 'month', true, ['2022', '2023-01', '2023-01/P2M', '2023-Q1', '2023-01/P4M']],
    ['2024', '2023', 'month', false, []],
  ] as const)('from %s to %s by %s, cumulated %s', (from, to, frequency, cumulative, keys) => {
    const spans = spansAsked(read(from), read(to), frequency, cumulative);
    expect(spans.map(({ key }) => key)).toEqual(keys);
  });
});

describe('units joined to one target', () => {
  const on = (day?: string) => ({ on: day, until: read('2024'), pointer: 'territory' });

  it('are the pieces of all, on the map of the day or of the last one asked for', () => {
    expect(piecesAsked(['nghe-an+ha-tinh', 'cao-bang'], on())).toEqual([
      { target: 'nghe-an+ha-tinh', place: 0, territory: 'nghe-an', from: null, to: null },
      { target: 'nghe-an+ha-tinh', place: 0, territory: 'ha-tinh', from: null, to: null },
      { target: 'cao-bang', place: 1, territory: 'cao-bang', from: null, to: null },
    ]);
    const today = piecesAsked(['nghe-an quang-tri-2025'], on('2025-07-01'));
    expect(today.map(({ target, territory }) => [target, territory])).toEqual([
      ['nghe-an+quang-tri-2025', 'nghe-an'],
      ['nghe-an+quang-tri-2025', 'quang-binh'],
      ['nghe-an+quang-tri-2025', 'quang-tri'],
      ['nghe-an+quang-tri-2025', 'quang-tri-2025'],
    ]);
  });

  it('have no days in which the land of one lay in a larger unit', () => {
    const [dienBien] = piecesAsked(['dien-bien'], on('2024-12-31'));
    const both = piecesAsked(['nghe-an+dien-bien'], on());
    expect(dienBien?.from).not.toBeNull();
    expect(both.map(({ territory, from }) => [territory, from])).toEqual([
      ['nghe-an', dienBien?.from],
      ['dien-bien', dienBien?.from],
    ]);
  });

  it.each([
    ['nghe-an+nghe-an', undefined, 'territory.overlapping'],
    ['nc-2024+nghe-an', undefined, 'territory.overlapping'],
    ['viet-nam+nghe-an', undefined, 'territory.overlapping'],
    ['nghe-an+atlantis', undefined, 'territory.unknown'],
    ['nghe-an+', undefined, 'territory.unknown'],
    ['nghe-an+kien-giang', '2025-07-01', 'territory.not-in-force'],
    ['nghe-an+an-giang-2025', undefined, 'territory.not-in-force'],
  ])('%s on %s: %s', (target, day, code) => {
    expect(refusalOf(() => piecesAsked([target], on(day)))).toEqual([code, 'territory']);
  });
});

describe('derived indicators', () => {
  const derived = indicators.filter(({ derivedFrom }) => derivedFrom !== undefined);

  it('are the balance and the turnover of trade', () => {
    expect(derived.map(({ code }) => code)).toEqual(['TRADE_TURNOVER', 'TRADE_BALANCE']);
  });

  it.each(derived.map((each) => [each.code, each] as const))(
    '%s adds up what is of its kind, unit and breakdown, and not derived itself',
    (_, { kind, units, dimensions, derivedFrom = [] }) => {
      for (const { indicator: code } of derivedFrom) {
        const part = indicator(code);
        expect(part).toMatchObject({ kind, units });
        expect(part?.dimensions).toEqual(expect.arrayContaining([...dimensions]));
        expect(part?.derivedFrom).toBeUndefined();
      }
    },
  );
});
