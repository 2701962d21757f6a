import type { BothLanguages, FigureOfRecord, RecordedObservation, RecordReason } from '@doit/contracts';
import type { Locale } from '@doit/reference';
import { both } from '../checks/verdict';
import { recordOf } from '../comparisons/record';
import { priorityOf } from '../comparisons/sources';
import { sourceWords } from '../reports/names';
import { statusWords } from '../reports/words';
import { figureWords } from '../reports/numbers';
import { dayWords } from './words';

/**
 * Which of the statements of one cell and period is used, and by what it comes before this one.
 * @param cell all of them, in the order in which their teller told them
 */
export function figureOfRecordOf(
  figure: RecordedObservation,
  cell: readonly RecordedObservation[],
): FigureOfRecord {
  const record = recordOf(cell) ?? figure;
  const isThis = record.id === figure.id;
  const because = isThis ? null : differenceOf(record, figure);
  const message = because ? sentenceOf(because, record, figure) : sentenceOfRecord(cell.length);
  return { isThis, observationId: record.id, because, message };
}

/** The first of the rule's criteria in which the two differ: it is the one that decided. */
function differenceOf(record: RecordedObservation, figure: RecordedObservation): RecordReason {
  if (record.status !== figure.status) return 'status';
  if (priorityOf(record) !== priorityOf(figure)) return 'source';
  if (record.asOf !== figure.asOf) return 'vintage';
  return record.source === figure.source ? 'correction' : 'entry';
}

function sentenceOfRecord(statements: number): BothLanguages {
  if (statements === 1) {
    return {
      vi: 'Đây là số liệu duy nhất được duyệt cho chỉ tiêu, địa bàn và kỳ này.',
      en: 'This is the only approved figure of this indicator, territory and period.',
    };
  }
  return {
    vi: `Đây là số liệu chính thức sử dụng, được chọn trong ${statements} số đã duyệt của cùng chỉ tiêu, địa bàn và kỳ.`,
    en: `This is the figure of record, chosen among ${statements} approved ones of the same indicator, territory and period.`,
  };
}

function sentenceOf(
  because: RecordReason,
  record: RecordedObservation,
  figure: RecordedObservation,
): BothLanguages {
  return both((language) => {
    const used = `${figureWords(record, language)} (${sourceWords(record.source, language)})`;
    const why = reasons[because](record, figure, language)[language];
    return language === 'vi'
      ? `Số liệu chính thức sử dụng là ${used}: ${why}.`
      : `The figure of record is ${used}: ${why}.`;
  });
}

type Say = (record: RecordedObservation, figure: RecordedObservation, language: Locale) => BothLanguages;

const reasons: Record<RecordReason, Say> = {
  status: (record, figure, language) => {
    const [used, other] = [statusWords[record.status][language], statusWords[figure.status][language]];
    return {
      vi: `số ${used} được ưu tiên hơn số ${other}`,
      en: `its status, ${used}, comes before ${other}`,
    };
  },
  source: (record, figure, language) => {
    const [used, other] = [sourceWords(record.source, language), sourceWords(figure.source, language)];
    return {
      vi: `với chỉ tiêu này, nguồn ${used} được ưu tiên hơn ${other}`,
      en: `for this indicator, ${used} comes before ${other}`,
    };
  },
  vintage: (record, figure, language) => {
    const [used, other] = [dayWords(record.asOf, language), dayWords(figure.asOf, language)];
    return {
      vi: `công bố ngày ${used}, muộn hơn số này (${other})`,
      en: `stated on ${used}, later than this one (${other})`,
    };
  },
  correction: () => ({ vi: 'nguồn đã đính chính số này', en: 'its source corrected this one' }),
  entry: () => ({ vi: 'được ghi nhận sau số này', en: 'it entered after this one' }),
};
