import type { NumberOfCell } from '../../figures/figure-key';
import type { InBoth } from '../../words/languages';

/** One sentence that says what a number of a cell is. */
export const meanings: Readonly<Record<NumberOfCell, InBoth>> = {
  actual: { vi: 'Số thực hiện của kỳ.', en: 'The actual figure of the period.' },
  plan: {
    vi: 'Kế hoạch của cả năm: ghi nhận từ nghị quyết, hoặc suy ra từ tỷ lệ mà nguồn in.',
    en: 'The plan of the whole year: recorded, or implied by the share that the source prints.',
  },
  previous: {
    vi: 'Số của cùng kỳ năm trước, theo lần điều chỉnh mới nhất.',
    en: 'The figure of the same period of the previous year, as last revised.',
  },
  yoyPct: {
    vi: 'Kỳ này tăng (+) hay giảm (−) bao nhiêu phần trăm so với cùng kỳ năm trước.',
    en: 'By how many percent this period is above (+) or below (−) the same period of the previous year.',
  },
  momPct: {
    vi: 'Tháng này tăng (+) hay giảm (−) bao nhiêu phần trăm so với tháng trước.',
    en: 'By how many percent this month is above (+) or below (−) the month before.',
  },
  planPct: {
    vi: 'Số thực hiện từ đầu năm bằng bao nhiêu phần trăm kế hoạch cả năm.',
    en: 'How many percent of the year’s plan are reached since January.',
  },
  overPlanPct: {
    vi: 'Số thực hiện hơn (+) hay kém (−) kế hoạch năm bao nhiêu phần trăm.',
    en: 'By how many percent the figure is above (+) or below (−) the year’s plan.',
  },
  excess: {
    vi: 'Số thực hiện hơn (+) hay kém (−) kế hoạch năm bao nhiêu, theo đơn vị của chỉ tiêu.',
    en: 'By how much the figure is above (+) or below (−) the year’s plan, in its own unit.',
  },
  expectedPct: {
    vi: 'Đến kỳ này phải đạt bao nhiêu phần trăm kế hoạch: theo kịch bản nếu có, không thì chia đều theo tháng.',
    en: 'How many percent of the plan are due by now: by the scenario where there is one, else evenly by month.',
  },
  gapPp: {
    vi: 'Tỷ lệ đạt kế hoạch nhanh (+) hay chậm (−) bao nhiêu điểm phần trăm so với tỷ lệ phải đạt.',
    en: 'By how many percentage points the share reached is ahead of (+) or behind (−) the share due.',
  },
  plannedGrowthPct: {
    vi: 'Muốn đạt kế hoạch, cả năm phải tăng bao nhiêu so với năm trước, theo số biết khi lập kế hoạch.',
    en: 'The growth that the plan asks for, on the previous year as it was known when the plan was set.',
  },
  requiredGrowthPct: {
    vi: 'Muốn đạt kế hoạch, các tháng còn lại phải tăng bao nhiêu so với các tháng đó năm trước.',
    en: 'The growth that the remaining months need for the plan, on the same months of the previous year.',
  },
  annualAverageGrowthPct: {
    vi: 'Mức tăng bình quân mỗi năm kể từ khi kế hoạch 5 năm trước kết thúc.',
    en: 'The average growth a year since the last five-year plan ended.',
  },
  sharePct: { vi: 'Phần này chiếm bao nhiêu phần trăm tổng số.', en: 'The share of this part in its total.' },
  shareChangePp: {
    vi: 'Tỷ trọng tăng (+) hay giảm (−) bao nhiêu điểm phần trăm so với năm trước.',
    en: 'By how many percentage points the share rose (+) or fell (−) on the previous year.',
  },
  contributionPp: {
    vi: 'Phần này góp bao nhiêu điểm phần trăm vào mức tăng của tổng số.',
    en: 'How many percentage points this part added to the growth of its total.',
  },
};
