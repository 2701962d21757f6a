import { Controller, type Type } from '@nestjs/common';
import type {
  AlteredObservations,
  ApprovalSetting,
  ApprovalSettings,
  Caller,
  ClosePeriod,
  ListAltered,
  ListPeriodLocks,
  ListSteps,
  ListSubmissions,
  PeriodLock,
  PeriodLocks,
  ReopenPeriod,
  ReturnObservations,
  SetApproval,
  StepObservations,
  StepPage,
  StepsTaken,
  Submissions,
  trade,
} from '@doit/contracts';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { alteredObservations } from './altered';
import { closePeriod, listPeriodLocks, reopenPeriod } from './periods';
import { listApprovalSettings, setApproval } from './settings';
import { listSteps, takeStep } from './steps';
import { listSubmissions } from './submissions';

type Trade = typeof trade;
/** What each service promises alike about approving its figures. */
type Promised = Pick<Trade, 'periods' | 'approvalSettings' | 'submissions'> & {
  observations: Pick<Trade['observations'], 'submit' | 'approve' | 'return' | 'steps' | 'altered'>;
};

/** The handlers of a service's approval: the same in every one. */
export function approvalController({ observations, periods, approvalSettings, submissions }: Promised): Type {
  const { service } = observations.submit;

  @Controller()
  class ApprovalController {
    constructor(private readonly source: DataSource) {}

    @Serves(observations.submit)
    submit({ ids, reason }: StepObservations, caller: Caller): Promise<StepsTaken> {
      return takeStep(this.source, { service, caller, step: 'submit', ids, reason });
    }

    @Serves(observations.approve)
    approve({ ids, reason }: StepObservations, caller: Caller): Promise<StepsTaken> {
      return takeStep(this.source, { service, caller, step: 'approve', ids, reason });
    }

    @Serves(observations.return)
    return({ ids, reason }: ReturnObservations, caller: Caller): Promise<StepsTaken> {
      return takeStep(this.source, { service, caller, step: 'return', ids, reason });
    }

    @Serves(observations.steps)
    steps(asked: ListSteps, caller: Caller): Promise<StepPage> {
      return listSteps(this.source, service, caller, asked);
    }

    @Serves(observations.altered)
    altered({ territory }: ListAltered): Promise<AlteredObservations> {
      return alteredObservations(this.source, service, territory);
    }

    @Serves(periods.close)
    close(asked: ClosePeriod, caller: Caller): Promise<PeriodLock> {
      return closePeriod(this.source, service, caller, asked);
    }

    @Serves(periods.reopen)
    reopen(asked: ReopenPeriod, caller: Caller): Promise<PeriodLock> {
      return reopenPeriod(this.source, service, caller, asked);
    }

    @Serves(periods.list)
    locks({ territory }: ListPeriodLocks, caller: Caller): Promise<PeriodLocks> {
      return listPeriodLocks(this.source, service, caller, territory);
    }

    @Serves(approvalSettings.set)
    set(asked: SetApproval, caller: Caller): Promise<ApprovalSetting> {
      return setApproval(this.source, service, caller, asked);
    }

    @Serves(approvalSettings.list)
    settings({ territory }: ListPeriodLocks, caller: Caller): Promise<ApprovalSettings> {
      return listApprovalSettings(this.source, service, caller, territory);
    }

    @Serves(submissions.list)
    submissions(asked: ListSubmissions, caller: Caller): Promise<Submissions> {
      return listSubmissions(this.source, service, caller, asked);
    }
  }
  return ApprovalController;
}
