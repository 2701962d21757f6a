import { Day, Id, Part, Text, Whole } from './fields';
import { operation } from './operation';

export class ListAuditsDue {
  @Text('Territories', { many: 100, optional: true }) territory?: string[];
  @Day('As of this day. Default: today', { optional: true }) on?: string;
  @Whole('Due within so many days; overdue ones always. Default: 60', { max: 1096, optional: true })
  within?: number;
}

/** An energy audit that is due, or overdue. */
export class AuditDue {
  @Id('The energy user') id: string;
  @Text('Its code') code: string;
  @Text('Its name') name: string;
  @Text('Its territory') territory: string;
  @Day('The last audit; null: none is known', { nullable: true }) lastAuditOn: string | null;
  @Day('When the next is due; null: at once, for none is known', { nullable: true }) dueOn: string | null;
  @Whole('Days overdue; null: not yet', { nullable: true }) daysOverdue: number | null;
}

export class AuditsDue {
  @Text('The rule that asks for them', { max: 200 }) source: string;
  @Whole('Every so many years') everyYears: number;
  @Part('The longest overdue first', () => AuditDue, { many: 1000 }) items: AuditDue[];
}

/** Designated users are audited every three years. */
export const auditsDue = operation({
  route: 'GET /energy-users/audits-due',
  summary: 'Energy audits that are due or overdue',
  access: 'industry:read',
  input: ListAuditsDue,
  output: AuditsDue,
  errors: ['territory.not-yours'],
});
