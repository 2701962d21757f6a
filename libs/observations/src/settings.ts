import {
  periodEvents,
  Problem,
  type ApprovalSetting,
  type ApprovalSettings,
  type Caller,
  type Service,
  type SetApproval,
} from '@doit/contracts';
import { tell } from '@doit/events';
import { isTerritory } from '@doit/reference';
import { writeFor } from '@doit/runtime';
import type { DataSource, EntityManager } from 'typeorm';

/** Writes down what a territory ruled. */
export async function setApproval(
  source: DataSource,
  service: Service,
  caller: Caller,
  { territory, ownApproval, reason }: SetApproval,
): Promise<ApprovalSetting> {
  if (!isTerritory(territory)) throw new Problem('territory.unknown', { territory });
  caller.requireTerritory(territory);
  const at = new Date();
  const setting = { territory, ownApproval, reason, at: at.toISOString(), by: caller.subject };
  await writeFor(source, caller, async (tx) => {
    await tx.query(
      `insert into approval_setting (territory, own_approval, reason, changed_at, changed_by)
       values ($1, $2, $3, $4, $5)
       on conflict (territory) do update set own_approval = excluded.own_approval, reason = excluded.reason,
         changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
      [territory, ownApproval, reason, at, caller.subject],
    );
    await tell(tx, periodEvents(service).approvalSet, {
      aggregate: `approval-setting:${territory}`,
      actor: caller.subject,
      payload: setting,
    });
  });
  return setting;
}

/** The settings of the caller's territories, or of those asked for among them. */
export async function listApprovalSettings(
  source: DataSource,
  service: Service,
  caller: Caller,
  territories?: readonly string[],
): Promise<ApprovalSettings> {
  const rows: (Omit<ApprovalSetting, 'at'> & { at: Date })[] = await source.query(
    `select territory, own_approval as "ownApproval", reason, changed_at as at, changed_by as by from approval_setting
      where ('*' = any($1::text[]) or territory = any($1)) and ($2::text[] is null or territory = any($2))
      order by territory limit 1000`,
    [caller.readsUnpublished(service), territories ?? null],
  );
  return { items: rows.map((row) => ({ ...row, at: row.at.toISOString() })) };
}

/**
 * The territories among those named in which the caller may approve what he records: all where his right is over the whole
 * country (national sources: administration and service accounts), else those that rule so.
 */
export async function approvesOwn(
  source: Pick<EntityManager, 'query'>,
  service: Service,
  caller: Caller,
  territories: readonly string[],
): Promise<(territory: string) => boolean> {
  if (!caller.may(`${service}:approve`)) return () => false;
  if (caller.territories.includes('*')) return () => true;
  const rows: { territory: string }[] = await source.query(
    'select territory from approval_setting where own_approval and territory = any($1)',
    [territories],
  );
  const ruled = new Set(rows.map(({ territory }) => territory));
  return (territory) => ruled.has(territory) && caller.mayIn(`${service}:approve`, territory);
}
