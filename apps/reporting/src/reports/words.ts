import type { BothLanguages, ClusterState, RefusalCode, Status, Verdict } from '@doit/contracts';

/** The words of the printed report that are not in the reference data. */
export const words = {
  report: { vi: 'Báo cáo tình hình công thương', en: 'Report on industry and trade' },
  indicator: { vi: 'Chỉ tiêu', en: 'Indicator' },
  actual: { vi: 'Thực hiện', en: 'Result' },
  plan: { vi: 'Kế hoạch', en: 'Plan' },
  planPct: { vi: '% kế hoạch', en: '% of plan' },
  above: { vi: 'So với kế hoạch', en: 'Against the plan' },
  expected: { vi: 'Nhịp kỳ vọng', en: 'Expected by now' },
  gap: { vi: 'So với tiến độ', en: 'Ahead or behind' },
  yoy: { vi: 'So với cùng kỳ', en: 'On the previous year' },
  sources: { vi: 'Nguồn', en: 'Sources' },
  sourcesTitle: { vi: 'Nguồn số liệu', en: 'Sources of the figures' },
  implied: {
    vi: 'Không có số ghi nhận: suy ra từ những số mà nguồn in, kể cả sai số làm tròn. Khoảng chứa mọi giá trị có thể.',
    en: 'Not recorded: implied by the numbers that the source prints, their rounding included. The range holds every possible value.',
  },
  linear: {
    vi: 'Nơi chưa ghi nhận kịch bản tăng trưởng, tiến độ kỳ vọng tính đều theo tháng (số tháng đã qua / 12).',
    en: 'Where no growth scenario is recorded, the pace expected is even, month by month (months passed / 12).',
  },
  none: {
    vi: 'Chưa có số liệu được duyệt cho kỳ này.',
    en: 'There are no approved figures for this period yet.',
  },
  inferred: { vi: 'kỳ suy đoán', en: 'period inferred' },
  made: { vi: 'gộp từ các phần', en: 'put together from its parts' },
  unknownDate: { vi: 'không rõ ngày', en: 'date unknown' },
  document: { vi: 'tài liệu', en: 'document' },
  row: { vi: 'dòng', en: 'line' },
  noDocument: { vi: 'nhập trực tiếp, không kèm tài liệu', en: 'entered directly, without a document' },
  knownAt: { vi: 'Số liệu đến', en: 'Figures as of' },
  onMap: { vi: 'Theo địa giới ngày', en: 'On the map of' },
  asOf: { vi: 'Theo những gì đã biết đến ngày', en: 'As it was known on' },
  unknown: { vi: 'chưa rõ', en: 'not known' },
  target: { vi: 'chỉ là mục tiêu', en: 'a target only' },
} as const satisfies Record<string, BothLanguages>;

export const statusWords: Record<Status, BothLanguages> = {
  estimate: { vi: 'ước tính', en: 'estimate' },
  preliminary: { vi: 'sơ bộ', en: 'preliminary' },
  official: { vi: 'chính thức', en: 'official' },
};

export const refusalWords: Record<RefusalCode, BothLanguages> = {
  'no-plan': { vi: 'chưa có kế hoạch', en: 'no plan known' },
  'no-figure': { vi: 'chưa có số liệu', en: 'no figure yet' },
  'base-unknown': { vi: 'chưa rõ số cùng kỳ', en: 'base not known' },
  'non-positive-base': { vi: 'gốc không dương', en: 'base not positive' },
  'incomplete-months': { vi: 'chưa đủ tháng', en: 'months missing' },
  'incomplete-members': { vi: 'chưa đủ địa bàn', en: 'members missing' },
  'needs-weights': { vi: 'thiếu quyền số', en: 'weights missing' },
  'period-over': { vi: 'đã hết kỳ', en: 'period over' },
  'series-break': { vi: 'chuỗi đổi cách tính', en: 'series broken' },
  'different-definition': { vi: 'khác định nghĩa', en: 'other definition' },
  'not-comparable': { vi: 'không so sánh', en: 'not compared' },
  'overlapping-groups': { vi: 'nhóm trùng đối tác', en: 'groups overlap' },
};

export const clusterStateWords: Record<ClusterState, BothLanguages> = {
  planned: { vi: 'trong quy hoạch', en: 'planned' },
  proposed: { vi: 'đề nghị thành lập', en: 'proposed' },
  established: { vi: 'đã thành lập', en: 'established' },
  'investor-selected': { vi: 'đã có chủ đầu tư', en: 'investor selected' },
  'detailed-plan-approved': { vi: 'đã duyệt quy hoạch chi tiết', en: 'detailed plan approved' },
  'environmental-decision': { vi: 'đã có quyết định môi trường', en: 'environmental decision' },
  'land-partly-cleared': { vi: 'giải phóng mặt bằng một phần', en: 'land partly cleared' },
  'land-cleared': { vi: 'đã giải phóng mặt bằng', en: 'land cleared' },
  'under-construction': { vi: 'đang xây dựng', en: 'under construction' },
  'partly-operating': { vi: 'hoạt động một phần', en: 'partly operating' },
  operating: { vi: 'đang hoạt động', en: 'operating' },
  withdrawn: { vi: 'đã đưa ra khỏi quy hoạch', en: 'withdrawn' },
  revoked: { vi: 'đã bị thu hồi', en: 'revoked' },
};

export const verdictWords: Record<Verdict, BothLanguages> = {
  contradicts: { vi: 'Chưa khớp', en: 'Does not add up' },
  'cannot-tell': { vi: 'Chưa kết luận được', en: 'Cannot be told' },
  agrees: { vi: 'Khớp', en: 'Agrees' },
};
