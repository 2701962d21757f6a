import type { RecordedObservation } from '@doit/contracts';
import { like, publishedFigure } from '../../test/published';
import { figuresOfRecord } from './record';

const figure = like(publishedFigure('ha-tinh', 'IIP_GROWTH'), { status: 'preliminary', asOf: '2022-01-10' });

const chosen = (...others: Partial<RecordedObservation>[]): string | undefined => {
  const all = others.map((other, at) =>
    like(figure, { recordedAt: `2024-06-01T00:00:0${at}.000Z`, value: String(at), ...other }),
  );
  return figuresOfRecord(all).values().next().value?.value;
};

describe('the figure of record', () => {
  it.each<[string, string, Partial<RecordedObservation>[]]>([
    [
      'the more final one, whoever says it',
      '1',
      [{ source: 'gso' }, { status: 'official', source: 'press' }],
    ],
    ['that of the statistics office, for an index', '0', [{ source: 'gso' }, { source: 'doit-ha-tinh' }]],
    [
      'that of customs, for exports',
      '1',
      [
        { source: 'doit-ha-tinh', indicator: 'EXPORT' },
        { source: 'customs', indicator: 'EXPORT' },
      ],
    ],
    [
      'that of the department, for clusters',
      '1',
      [
        { source: 'gso', indicator: 'CLUSTERS' },
        { source: 'doit-ha-tinh', indicator: 'CLUSTERS' },
      ],
    ],
    ['no unlisted source before a listed one', '0', [{ source: 'press' }, { source: 'somebody' }]],
    ['the latest vintage', '1', [{ asOf: '2022-01-10' }, { asOf: '2022-03-31' }]],
    ['a known vintage rather than an unknown one', '0', [{ asOf: '2022-01-10' }, { asOf: null }]],
    ['the revision, not what it corrects', '1', [{}, {}]],
    [
      'the revision told last, though its clock was behind',
      '1',
      [{ recordedAt: '2024-06-02T00:00:00.000Z' }, { recordedAt: '2024-06-01T00:00:00.000Z' }],
    ],
    [
      'the latest to enter where all else is equal',
      '1',
      [{ recordedAt: '2024-06-01T00:00:00.000Z' }, { recordedAt: '2024-06-01T00:00:00.000Z' }],
    ],
    ['only what is approved', '0', [{}, { state: 'draft' }]],
    [
      'the target of the year before that of the five years',
      '1',
      [
        { indicator: 'GROWTH_TARGET', period: '2021-01/P60M', status: 'official' },
        { indicator: 'GROWTH_TARGET', period: '2023' },
      ],
    ],
  ])('is %s', (_what, value, others) => {
    expect(chosen(...others)).toBe(value);
  });

  it('is one for each breakdown', () => {
    const breakdowns: Record<string, string>[] = [{}, { sector: 'C' }, { sector: 'B' }];
    const parts = breakdowns.map((dimensions) => like(figure, { dimensions }));
    expect(figuresOfRecord(parts).size).toBe(3);
  });
});
