import type { BothLanguages, Measure, Vintage } from '@doit/contracts';
import type { Locale } from '@doit/reference';
import { words as reportWords } from '../reports/words';

/** The words of the page that the report does not have. */
export const words = {
  lineage: { vi: 'Nguồn gốc số liệu', en: 'Lineage of a figure' },
  told: { vi: 'Số liệu như nguồn nêu', en: 'The figure as its source states it' },
  value: { vi: 'Giá trị', en: 'Value' },
  measure: { vi: 'Loại số liệu', en: 'Measure' },
  status: { vi: 'Tình trạng', en: 'Status' },
  source: { vi: 'Nguồn', en: 'Source' },
  asOf: { vi: 'Thời điểm công bố', en: 'Stated on' },
  document: { vi: 'Văn bản', en: 'Document' },
  recordedAt: { vi: 'Ghi nhận lúc', en: 'Recorded at' },
  recordedBy: { vi: 'Người ghi nhận', en: 'Recorded by' },
  unitPrinted: { vi: 'Đơn vị nguồn in', en: 'Unit as printed' },
  period: { vi: 'Kỳ', en: 'Period' },
  window: { vi: 'Số liệu từ ngày đến ngày', en: 'Data of the days' },
  basis: { vi: 'Địa bàn', en: 'Territory' },
  recast: { vi: 'nguồn tự tính lại theo địa bàn mới', en: 'recast onto the new unit by the source' },
  record: { vi: 'Số liệu chính thức sử dụng', en: 'Figure of record' },
  toRecord: { vi: 'Xem số đó', en: 'See that figure' },
  vintages: { vi: 'Các nguồn và phiên bản khác', en: 'Other sources and vintages' },
  vintagesCaption: {
    vi: 'Những số khác đã duyệt của cùng chỉ tiêu, địa bàn và kỳ, mới nhất trước',
    en: 'Other approved figures of the same indicator, territory and period, newest first',
  },
  olderVintages: {
    vi: 'Còn những số cũ hơn chưa liệt kê ở đây.',
    en: 'There are older ones, which are not listed here.',
  },
  noVintages: {
    vi: 'Chưa có nguồn hay phiên bản nào khác.',
    en: 'There is no other source or vintage.',
  },
  stated: { vi: 'Nguồn nêu kèm theo', en: 'What the source prints beside it' },
  statedCaption: {
    vi: 'Những phép so sánh nguồn in cạnh số này, và số suy ra từ đó',
    en: 'Comparisons that the source prints beside this figure, and what follows from them',
  },
  comparison: { vi: 'So sánh', en: 'Comparison' },
  printed: { vi: 'Nguồn in', en: 'As printed' },
  implied: { vi: 'Suy ra', en: 'What follows' },
  nothingImplied: { vi: 'không suy ra số nào khác', en: 'no other number follows' },
  impliedNote: {
    vi: 'Suy ra từ những số mà nguồn in, kể cả sai số làm tròn. Khoảng chứa mọi giá trị có thể.',
    en: 'Implied by the numbers that the source prints, their rounding included. The range holds every possible value.',
  },
  noStated: {
    vi: 'Nguồn không in phép so sánh nào cạnh số này.',
    en: 'The source prints no comparison beside it.',
  },
  checks: { vi: 'Đối chiếu', en: 'Checks' },
  noChecks: {
    vi: 'Số này chưa nằm trong phép đối chiếu nào của địa bàn và kỳ; chỉ số liệu chính thức sử dụng được đối chiếu.',
    en: 'No check of its territory and period rests on this figure; only figures of record are checked.',
  },
  inputs: { vi: 'Cùng với', en: 'Together with' },
} as const satisfies Record<string, BothLanguages>;

export const measureWords: Record<Measure, BothLanguages> = {
  actual: { vi: 'thực hiện', en: 'actual' },
  plan: { vi: 'kế hoạch', en: 'plan' },
  scenario: { vi: 'kịch bản', en: 'scenario' },
  forecast: { vi: 'dự báo', en: 'forecast' },
};

/** A day as the country writes it; a vintage that nobody knows in words. */
export function dayWords(day: string | null, language: Locale): string {
  return day === null ? reportWords.unknownDate[language] : day.split('-').reverse().join('/');
}

/** Document and line, or that there is none. */
export function documentWords(
  { document, row }: Pick<Vintage, 'document' | 'row'>,
  language: Locale,
): string {
  if (document === null) return reportWords.noDocument[language];
  return row === null ? document : `${document}, ${reportWords.row[language]} ${row}`;
}
