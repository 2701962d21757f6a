import type { Words } from '../../words/languages';

const vi = {
  title: 'Tổng quan',
  progress: 'Tiến độ kế hoạch năm',
  others: 'Chỉ tiêu khác',
  reached: 'đạt {pct}% kế hoạch năm',
  ahead: 'vượt {pp} điểm so với tiến độ',
  behind: 'chậm {pp} điểm so với tiến độ',
  onTime: 'đúng tiến độ',
  up: 'tăng {pct}% so với cùng kỳ',
  down: 'giảm {pct}% so với cùng kỳ',
  plan: 'Kế hoạch năm',
  expected: 'phải đạt',
  growth: 'So với cùng kỳ',
  indicator: 'Chỉ tiêu',
  value: 'Thực hiện',
  nothing: 'Chưa có số liệu được duyệt của {territory} cho kỳ này.',
  nothingToDo: 'Chọn kỳ khác, hoặc xem địa bàn khác.',
  even: 'chia đều theo tháng',
  scenario: 'theo kịch bản',
};

const en: Words<typeof vi> = {
  title: 'Overview',
  progress: 'Progress on the year’s plan',
  others: 'Other indicators',
  reached: 'reached {pct}% of the year’s plan',
  ahead: '{pp} points ahead of schedule',
  behind: '{pp} points behind schedule',
  onTime: 'on schedule',
  up: 'up {pct}% on a year earlier',
  down: 'down {pct}% on a year earlier',
  plan: 'Plan of the year',
  expected: 'due by now',
  growth: 'On a year earlier',
  indicator: 'Indicator',
  value: 'Actual',
  nothing: 'No approved figures of {territory} for this period yet.',
  nothingToDo: 'Choose another period, or look at another territory.',
  even: 'spread evenly over the months',
  scenario: 'by the scenario',
};

export const words = { vi, en };
