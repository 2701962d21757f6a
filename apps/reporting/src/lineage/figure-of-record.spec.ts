import type { RecordedObservation } from '@doit/contracts';
import { like, publishedFigure } from '../../test/published';
import { figureOfRecordOf } from './figure-of-record';

const figure = like(publishedFigure('ha-tinh', 'IIP_GROWTH'), {
  value: '16.45',
  status: 'preliminary',
  source: 'doit-ha-tinh',
  asOf: '2022-01-10',
});
const beside = (other: Partial<RecordedObservation>) => {
  const record = like(figure, { id: 'other', value: '14.02', recordedAt: '2024-06-02T00:00:00Z', ...other });
  return figureOfRecordOf(figure, [figure, record]);
};

describe('a figure that is not of record', () => {
  it.each<[string, Partial<RecordedObservation>, vi: string, en: string]>([
    [
      'status',
      { status: 'official', source: 'press', asOf: null },
      'số chính thức được ưu tiên hơn số sơ bộ',
      'its status, official, comes before preliminary',
    ],
    [
      'source',
      { source: 'gso', asOf: '2022-01-05' },
      'với chỉ tiêu này, nguồn Cơ quan thống kê quốc gia được ưu tiên hơn Sở Công Thương Hà Tĩnh',
      'for this indicator, National statistics office comes before Department of Industry and Trade of Ha Tinh',
    ],
    [
      'vintage',
      { asOf: '2022-03-31' },
      'công bố ngày 31/03/2022, muộn hơn số này (10/01/2022)',
      'stated on 31/03/2022, later than this one (10/01/2022)',
    ],
    ['correction', {}, 'nguồn đã đính chính số này', 'its source corrected this one'],
    ['entry', { source: 'doit-nghe-an' }, 'được ghi nhận sau số này', 'it entered after this one'],
  ])('gives way by %s', (because, other, vi, en) => {
    const found = beside(other);
    expect(found).toMatchObject({ isThis: false, observationId: 'other', because });
    expect(found.message.vi).toMatch(/^Số liệu chính thức sử dụng là 14,02% \(.+\): /);
    expect(found.message.vi).toContain(vi);
    expect(found.message.en).toMatch(/^The figure of record is 14\.02% \(.+\): /);
    expect(found.message.en).toContain(en);
  });
});

describe('the figure of record', () => {
  it('is said to be the only one, or chosen among several', () => {
    expect(figureOfRecordOf(figure, [figure])).toMatchObject({ isThis: true, because: null });
    expect(figureOfRecordOf(figure, [figure]).message.en).toContain('the only approved figure');
    const found = beside({ status: 'estimate' });
    expect(found).toMatchObject({ isThis: true, observationId: figure.id, because: null });
    expect(found.message.vi).toContain('được chọn trong 2 số đã duyệt');
  });
});
