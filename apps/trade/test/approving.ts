import { trade, type Observation, type RecordedIds } from '@doit/contracts';
import type { Answer, Claims, TestInstallation } from '@doit/testing';

export type Row = { [F in keyof Observation]: Observation[F] };
export type Step = 'submit' | 'approve' | 'return';

export const clerk: Claims = {
  subject: 'clerk',
  permissions: ['trade:read', 'trade:write'],
  territories: ['nghe-an'],
};
export const director: Claims = {
  ...clerk,
  subject: 'director',
  permissions: ['trade:read', 'trade:approve'],
};
export const deputy: Claims = { ...director, subject: 'deputy' };

let last = 0;
/** A figure that nobody stated before. */
export const figure = (more: Partial<Row> = {}): Row => ({
  indicator: 'MARKETS',
  territory: 'nghe-an',
  period: '2023',
  measure: 'actual',
  status: 'official',
  value: '380',
  unit: 'COUNT',
  source: `source-${++last}`,
  ...more,
});

/** Code and place of the first fault of an answer. */
export const fault = ({ status, body }: Answer) => [
  status,
  body.errors?.[0]?.code,
  body.errors?.[0]?.pointer,
];

/** Records and takes steps at the trade service of an installation. */
export class Approving {
  constructor(private readonly house: TestInstallation) {}

  send(items: Row[], who: Claims = clerk, reason?: string): Promise<Answer> {
    return this.house.ask(trade.observations.record, who, { body: { items, ...(reason && { reason }) } });
  }

  async record(items: Row[], who: Claims = clerk, reason?: string): Promise<string[]> {
    const { body } = await this.send(items, who, reason);
    return (body as unknown as RecordedIds).items.map(({ id }) => id);
  }

  take(step: Step, ids: readonly string[], who: Claims | null, reason?: string): Promise<Answer> {
    return this.house.ask(trade.observations[step], who, { body: { ids, ...(reason && { reason }) } });
  }

  async submitted(...items: Row[]): Promise<string[]> {
    const ids = await this.record(items);
    await this.take('submit', ids, clerk);
    return ids;
  }
}
