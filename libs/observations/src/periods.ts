import {
  periodEvents,
  Problem,
  type Caller,
  type PeriodLock,
  type PeriodLocks,
  type ReopenPeriod,
  type ClosePeriod,
  type Service,
} from '@doit/contracts';
import { tell } from '@doit/events';
import { isTerritory, lastMonth, parsePeriod, type Period } from '@doit/reference';
import { writeFor } from '@doit/runtime';
import type { DataSource, EntityManager } from 'typeorm';

const gate = `hashtextextended($1 || ' periods ' || territory, 0)`;

/** The closed period of a territory within which one lies, by its key; null where none is. */
export type ClosedPeriods = (territory: string, period: string) => string | null;

/**
 * Lets nobody close a period of these territories before the caller's transaction ends, after waiting for who is closing
 * one; answers which are closed.
 */
export async function holdPeriodsOpen(
  tx: Pick<EntityManager, 'query'>,
  service: Service,
  territories: readonly string[],
): Promise<ClosedPeriods> {
  await tx.query(`select pg_advisory_xact_lock_shared(${gate}) from unnest($2::text[]) as territory`, [
    service,
    territories,
  ]);
  const rows: { territory: string; period: string }[] = await tx.query(
    'select territory, period from period_lock where is_closed and territory = any($1) order by territory, period',
    [territories],
  );
  return (territory, key) => {
    const period = parsePeriod(key);
    const around = (lock: string): boolean => {
      const closed = parsePeriod(lock);
      return closed !== null && period !== null && liesWithin(period, closed);
    };
    return rows.find((row) => row.territory === territory && around(row.period))?.period ?? null;
  };
}

const liesWithin = (period: Period, other: Period): boolean =>
  other.from <= period.from && lastMonth(period) <= lastMonth(other);

/** Closes a period of a territory; closed again it stays as it was closed. */
export function closePeriod(source: DataSource, service: Service, caller: Caller, asked: ClosePeriod) {
  return setLock(source, service, caller, asked, true);
}

/** Reopens a closed period, as it was closed. @throws Problem period.not-closed */
export function reopenPeriod(source: DataSource, service: Service, caller: Caller, asked: ReopenPeriod) {
  return setLock(source, service, caller, asked, false);
}

async function setLock(
  source: DataSource,
  service: Service,
  caller: Caller,
  { territory, ...asked }: ClosePeriod,
  isClosed: boolean,
): Promise<PeriodLock> {
  const period = parsePeriod(asked.period);
  if (!period) throw new Problem('period.unreadable', { period: asked.period });
  if (!isTerritory(territory)) throw new Problem('territory.unknown', { territory });
  caller.requireTerritory(territory);
  const reason = asked.reason ?? null;
  return writeFor(source, caller, async (tx) => {
    // Whoever is recording here ends first; whoever comes after sees the lock.
    await tx.query(`select pg_advisory_xact_lock(${gate}) from (select $2::text as territory) t`, [
      service,
      territory,
    ]);
    const [before]: PeriodLock[] = await tx.query(`${lockSql} where territory = $1 and period = $2`, [
      territory,
      period.key,
    ]);
    if (before?.isClosed && isClosed) return before;
    if (!before?.isClosed && !isClosed)
      throw new Problem('period.not-closed', { period: period.key, territory });
    const at = new Date();
    await tx.query(
      `insert into period_lock (territory, period, is_closed, reason, changed_at, changed_by)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (territory, period) do update set is_closed = excluded.is_closed, reason = excluded.reason,
         changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
      [territory, period.key, isClosed, reason, at, caller.subject],
    );
    const lock = {
      territory,
      period: period.key,
      isClosed,
      reason,
      at: at.toISOString(),
      by: caller.subject,
    };
    const { periodClosed, periodReopened } = periodEvents(service);
    await tell(tx, isClosed ? periodClosed : periodReopened, {
      aggregate: `period:${territory}:${period.key}`,
      actor: caller.subject,
      payload: lock,
    });
    return lock;
  });
}

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const lockSql = `select territory, period, is_closed as "isClosed", reason, ${instant('changed_at')} as at,
  changed_by as by from period_lock`;

/** The locks of the caller's territories, or of those asked for among them. */
export async function listPeriodLocks(
  source: DataSource,
  service: Service,
  caller: Caller,
  territories?: readonly string[],
): Promise<PeriodLocks> {
  const items: PeriodLock[] = await source.query(
    `${lockSql} where ('*' = any($1::text[]) or territory = any($1)) and ($2::text[] is null or territory = any($2))
      order by changed_at desc, territory, period limit 2000`,
    [caller.readsUnpublished(service), territories ?? null],
  );
  return { items };
}
