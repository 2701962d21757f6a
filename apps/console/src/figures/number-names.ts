import type { InBoth } from '../words/languages';
import type { NumberOfCell } from './figure-key';

interface Named extends InBoth {
  /** `own`: the unit of the figure. */
  readonly unit: 'own' | 'PCT' | 'PP' | 'RANK';
  /** With a plus above zero. */
  readonly signed?: boolean;
}

/** The numbers of a cell beside the figure itself: what they are called, and in what they are counted. */
export const numberNames: Readonly<Record<NumberOfCell, Named>> = {
  actual: { vi: 'Thực hiện', en: 'Actual', unit: 'own' },
  plan: { vi: 'Kế hoạch năm', en: 'Plan of the year', unit: 'own' },
  previous: { vi: 'Cùng kỳ năm trước', en: 'Same period of the previous year', unit: 'own' },
  yoyPct: { vi: 'So với cùng kỳ năm trước', en: 'Change on a year earlier', unit: 'PCT', signed: true },
  momPct: { vi: 'So với tháng trước', en: 'Change on the month before', unit: 'PCT', signed: true },
  planPct: { vi: 'Tỷ lệ đạt kế hoạch năm', en: 'Share of the year’s plan reached', unit: 'PCT' },
  overPlanPct: { vi: 'Tỷ lệ vượt kế hoạch năm', en: 'Above the year’s plan', unit: 'PCT', signed: true },
  excess: { vi: 'Giá trị vượt kế hoạch năm', en: 'Amount above the year’s plan', unit: 'own', signed: true },
  expectedPct: { vi: 'Tỷ lệ phải đạt đến kỳ này', en: 'Share due by now', unit: 'PCT' },
  gapPp: { vi: 'Nhanh, chậm so với tiến độ', en: 'Ahead of or behind schedule', unit: 'PP', signed: true },
  plannedGrowthPct: {
    vi: 'Mức tăng mà kế hoạch đòi hỏi',
    en: 'Growth that the plan asks for',
    unit: 'PCT',
    signed: true,
  },
  requiredGrowthPct: {
    vi: 'Mức tăng cần có trong phần còn lại của năm',
    en: 'Growth that the rest of the year needs',
    unit: 'PCT',
    signed: true,
  },
  annualAverageGrowthPct: {
    vi: 'Mức tăng bình quân năm của giai đoạn',
    en: 'Average growth a year',
    unit: 'PCT',
    signed: true,
  },
  sharePct: { vi: 'Tỷ trọng trong tổng số', en: 'Share in the total', unit: 'PCT' },
  shareChangePp: { vi: 'Thay đổi tỷ trọng', en: 'Change of the share', unit: 'PP', signed: true },
  contributionPp: {
    vi: 'Đóng góp vào mức tăng chung',
    en: 'Contribution to growth',
    unit: 'PP',
    signed: true,
  },
};

/** What an input of a derived number may be, beside those: the value itself, or what its source prints beside it. */
export const fieldNames: Readonly<Record<string, Named>> = {
  ...numberNames,
  value: { vi: 'giá trị', en: 'value', unit: 'own' },
  overGrowthTargetPp: {
    vi: 'vượt mục tiêu tăng trưởng',
    en: 'above the growth target',
    unit: 'PP',
    signed: true,
  },
  rank: { vi: 'thứ hạng', en: 'rank', unit: 'RANK' },
  rankOf: { vi: 'số được xếp hạng', en: 'how many were ranked', unit: 'RANK' },
};
