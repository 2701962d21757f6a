import { event } from './event';
import { Flag, Instant, Part, Text } from './fields';
import { operation } from './operation';
import type { Service } from './services';

export class ClosePeriod {
  @Text('Territory', { max: 60, example: 'nghe-an' }) territory: string;
  @Text('Period; all periods that lie within it are closed with it', { max: 20, example: '2023-S1' })
  period: string;
  @Text('Why', { max: 1000, optional: true }) reason?: string;
}

export class ReopenPeriod {
  @Text('Territory', { max: 60, example: 'nghe-an' }) territory: string;
  @Text('Period, as it was closed', { max: 20, example: '2023-S1' }) period: string;
  @Text('Why', { max: 1000 }) reason: string;
}

/** Whether figures of a territory and period may still enter or change state. */
export class PeriodLock {
  @Text('Territory') territory: string;
  @Text('Period in its canonical form') period: string;
  @Flag('Nothing is recorded, submitted, approved or returned for it') isClosed: boolean;
  @Text('Why', { max: 1000, nullable: true }) reason: string | null;
  @Instant('Closed or reopened') at: string;
  @Text('Account that did it') by: string;
}

export class ListPeriodLocks {
  @Text('Territories', { many: 100, optional: true }) territory?: string[];
}

export class PeriodLocks {
  @Part('The latest 2,000, closed or reopened last first', () => PeriodLock, { many: 2000 })
  items: PeriodLock[];
}

/** Closing a territory's period, once its figures are settled: the same for every service. */
export function periodOperations(service: Service) {
  return {
    close: operation({
      route: 'POST /periods/close',
      summary: 'Close a period of a territory: nothing is recorded or changes state in it any more',
      access: `${service}:approve`,
      input: ClosePeriod,
      output: PeriodLock,
      status: 200,
      errors: ['territory.not-yours', 'territory.unknown', 'period.unreadable'],
    }),
    reopen: operation({
      route: 'POST /periods/reopen',
      summary: 'Reopen a closed period with a reason',
      access: `${service}:approve`,
      input: ReopenPeriod,
      output: PeriodLock,
      status: 200,
      errors: ['territory.not-yours', 'territory.unknown', 'period.unreadable', 'period.not-closed'],
    }),
    list: operation({
      route: 'GET /periods',
      summary: 'Which periods were closed or reopened, by whom and why',
      access: `${service}:read`,
      input: ListPeriodLocks,
      output: PeriodLocks,
    }),
  };
}

export class SetApproval {
  @Text('Territory', { max: 60, example: 'nghe-an' }) territory: string;
  @Flag('Whether who recorded a figure may also approve it') ownApproval: boolean;
  @Text('Why: the decision of the territory', { max: 1000 }) reason: string;
}

export class ApprovalSetting {
  @Text('Territory') territory: string;
  @Flag('Whether who recorded a figure may also approve it') ownApproval: boolean;
  @Text('Why: the decision of the territory', { max: 1000 }) reason: string;
  @Instant('Set') at: string;
  @Text('Account that set it') by: string;
}

export class ApprovalSettings {
  @Part('Of those territories that ever set one; in the others ownApproval is false', () => ApprovalSetting, {
    many: 1000,
  })
  items: ApprovalSetting[];
}

/** What a territory rules about approving: the same for every service. */
export function approvalSettingOperations(service: Service) {
  return {
    set: operation({
      route: 'PUT /approval-settings/:territory',
      summary: 'Write down whether a territory lets recorders approve their own figures',
      access: 'platform:admin',
      input: SetApproval,
      output: ApprovalSetting,
      errors: ['territory.unknown', 'territory.not-yours'],
    }),
    list: operation({
      route: 'GET /approval-settings',
      summary: 'What the territories rule about approving',
      access: `${service}:read`,
      input: ListPeriodLocks,
      output: ApprovalSettings,
    }),
  };
}

/** What is told when a period is closed or reopened, or a setting changes. */
export function periodEvents(service: Service) {
  return {
    periodClosed: event(`${service}.period.closed`, 1, 'A period of a territory was closed', PeriodLock),
    periodReopened: event(`${service}.period.reopened`, 1, 'A closed period was reopened', PeriodLock),
    approvalSet: event(
      `${service}.approval-setting.set`,
      1,
      'A territory ruled whether recorders approve their own figures',
      ApprovalSetting,
    ),
  };
}
