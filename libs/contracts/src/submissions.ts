import { Day, OneOf, Part, Text, Whole } from './fields';
import { operation } from './operation';
import type { Service } from './services';

export const verdictsOfSubmission = ['on-time', 'late', 'missing', 'not-due', 'received'] as const;
export type VerdictOfSubmission = (typeof verdictsOfSubmission)[number];

export class ListSubmissions {
  @Text('Territories; without it those of the caller', { many: 100, optional: true }) territory?: string[];
  @Text('A month, quarter, half or year', { max: 20, example: '2023-05' }) period: string;
  @Day('As it stands on this day. Default: today in Viet Nam', { optional: true }) on?: string;
  @OneOf('Only these', verdictsOfSubmission, { many: 5, optional: true }) verdict?: VerdictOfSubmission[];
}

export class Submission {
  @Text('Territory') territory: string;
  @Text('Indicator that is published for periods of this length') indicator: string;
  @OneOf('The furthest that one of its figures has come', [
    'none',
    'draft',
    'returned',
    'submitted',
    'approved',
  ])
  state: 'none' | 'draft' | 'returned' | 'submitted' | 'approved';
  @Day('Day of submission, or of approval where it was recorded as approved', { nullable: true }) receivedOn:
    string | null;
  @OneOf('`missing`: due and not received; `received`: due day unknown', verdictsOfSubmission)
  verdict: VerdictOfSubmission;
  @Whole('Days after the due day; 0 where none') daysLate: number;
}

export class Submissions {
  @Text('Period in its canonical form') period: string;
  @Day('The day on which the list stands') on: string;
  @Day('First day of the data window', { nullable: true }) windowFrom: string | null;
  @Day('Last day of the data window', { nullable: true }) windowTo: string | null;
  @Day('Due day; null where the holidays of that year are not known here', { nullable: true }) dueOn:
    string | null;
  @Text('What rules the window and the due day, in Vietnamese', { max: 300, nullable: true }) legalSource:
    string | null;
  @Part('By territory and indicator', () => Submission, { many: 5000 }) items: Submission[];
}

/** What is expected of a territory for a period, and what has come: the same for every service. */
export function submissionOperations(service: Service) {
  return {
    list: operation({
      route: 'GET /submissions',
      summary: 'What is expected for a period, what has come, what is late or missing',
      access: `${service}:read`,
      input: ListSubmissions,
      output: Submissions,
      errors: ['period.unreadable', 'period.not-reported', 'territory.unknown', 'territory.not-yours'],
    }),
  };
}
