import type { components } from '../../api/schema';

type State = components['schemas']['ReportedCluster']['state'];

const vi: Record<State, string> = {
  planned: 'trong quy hoạch',
  proposed: 'đề nghị thành lập',
  established: 'đã thành lập',
  'investor-selected': 'đã có chủ đầu tư',
  'detailed-plan-approved': 'đã duyệt quy hoạch chi tiết',
  'environmental-decision': 'đã có quyết định môi trường',
  'land-partly-cleared': 'giải phóng mặt bằng một phần',
  'land-cleared': 'đã giải phóng mặt bằng',
  'under-construction': 'đang xây dựng',
  'partly-operating': 'hoạt động một phần',
  operating: 'đang hoạt động',
  withdrawn: 'đã đưa ra khỏi quy hoạch',
  revoked: 'đã bị thu hồi',
};
const en: Record<State, string> = {
  planned: 'planned',
  proposed: 'proposed',
  established: 'established',
  'investor-selected': 'investor selected',
  'detailed-plan-approved': 'detailed plan approved',
  'environmental-decision': 'environmental decision',
  'land-partly-cleared': 'land partly cleared',
  'land-cleared': 'land cleared',
  'under-construction': 'under construction',
  'partly-operating': 'partly operating',
  operating: 'operating',
  withdrawn: 'withdrawn',
  revoked: 'revoked',
};

/** Where a cluster stands in its life. */
export const clusterStates = { vi, en };
