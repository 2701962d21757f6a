import { exportImport, type FlowLine } from '@doit/contracts';
import type { Answer, Claims, TestInstallation } from '@doit/testing';
import type { Client } from 'pg';

/** A line as somebody enters it. */
export const entry = (changes: object = {}): object => ({
  ...{ flow: 'export', territory: 'nghe-an', month: '2024-03', hs: '03061721', partner: 'JP' },
  ...{ valueUsd: '1200.5', status: 'preliminary', source: 'customs', asOf: '2024-04-15' },
  ...changes,
});

/** What may be done with lines by hand, as a caller does it. */
export function byHand(house: TestInstallation) {
  const { flows } = exportImport;
  type Verb = 'approve' | 'return' | 'withdraw' | 'correct';
  const put = async (who: Claims, changes: object = {}): Promise<FlowLine> => {
    const { status, body } = await house.ask(flows.create, who, { body: entry(changes) });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body as unknown as FlowLine;
  };
  return {
    /** Enters a line. */
    put,
    /** Enters lines, whatever the answer. */
    putAll: (who: Claims, items: readonly object[], idempotencyKey?: string): Promise<Answer> =>
      house.ask(flows.createMany, who, { body: { items }, idempotencyKey }),
    /** Takes a step with a line as it was read. */
    step: (
      who: Claims,
      verb: Verb,
      { id, version }: Pick<FlowLine, 'id' | 'version'>,
      body: object = verb === 'approve' ? {} : { reason: 'số liệu điều chỉnh' },
    ): Promise<Answer> => house.ask(flows[verb], who, { query: `id=${id}`, ifMatch: `"${version}"`, body }),
    get: (who: Claims, id: string): Promise<Answer> => house.ask(flows.get, who, { query: `id=${id}` }),
  };
}

/** Roll-up cells as one line of text each, in order. */
export async function cellsOf(database: Client, by = 'total'): Promise<string[]> {
  const { rows } = await database.query<{ cell: string }>(
    `select concat_ws(' ', flow, territory, to_char(month, 'YYYY-MM'), nullif(key, ''), value_usd, lines,
            coalesce(enterprises::text, '-'), status, is_whole) as cell from flow_cell where by = $1 order by 1`,
    [by],
  );
  return rows.map(({ cell }) => cell);
}

/** Forgets all lines, as their owner. */
export async function forgetLines(house: TestInstallation): Promise<void> {
  const owner = await house.as('export-import', true);
  await owner.query(`begin; set local doit.territories = '*'; delete from flow_line; delete from flow_cell;
    delete from flow_year; delete from flow_import; delete from period_lock; delete from approval_setting; delete from event; commit`);
  await owner.end();
}
