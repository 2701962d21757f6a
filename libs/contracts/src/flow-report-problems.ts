import { is } from './problem';

/** Faults of what is asked of reports of flows. */
export const flowReportProblems = {
  'partner.unknown': is(
    422,
    'Không có nước hoặc nhóm nước đối tác “{partner}”.',
    'There is no partner or group of partners “{partner}”.',
  ),
} as const;
