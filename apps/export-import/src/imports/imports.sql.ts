const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** An import as its contract's JSON; `i` and its document `d`. */
const importJson = (errors: string): string => `json_build_object(
  'id', i.id, 'status', i.status, 'state', i.state, 'rowsRead', i.rows_read, 'rowsTotal', i.rows_total, 'accepted', i.accepted,
  'rejected', i.rejected, 'errors', ${errors}, 'outcome', i.outcome,
  'file', case when d.id is not null then json_build_object('name', d.name, 'bytes', d.bytes, 'sha256', d.sha256) end,
  'locale', i.locale, 'source', i.source, 'asOf', i.as_of, 'dryRun', i.is_dry_run, 'whole', i.is_whole,
  'territories', i.territories, 'sentBy', i.sent_by, 'sentAt', ${instant('i.sent_at')}, 'decidedBy', i.decided_by,
  'decidedAt', ${instant('i.decided_at')}, 'reason', i.reason, 'endedAt', ${instant('i.ended_at')}, 'version', i.version)`;

const from = `flow_import i left join document d on d.id = i.document`;

/** His own, and those whose lines are all of territories that he reads. `$1`: who, `$2`: his territories. */
const readable = `(i.sent_by = $1 or '*' = any($2::text[]) or (i.territories <> '{}' and i.territories <@ $2::text[]))`;

export const readImport = {
  name: 'flow-import-get',
  text: `select i.version, ${importJson('i.errors')}::text as body, i.territories, i.sent_by as "sentBy", i.status, i.state,
                i.is_dry_run as "isDryRun" from ${from} where ${readable} and i.id = $3 and i.document is not null`,
};

export const listImports = {
  name: 'flow-import-list',
  text: `select i.id, ${instant('i.sent_at')} as at, i.sent_at::text as key, ${importJson(`'[]'::json`)}::text as body from ${from}
          where ${readable} and i.document is not null and ($3::text[] is null or i.status = any($3)) and ($4::text[] is null or i.state = any($4))
            and ($5::timestamptz is null or (i.sent_at, i.id) < ($5, $6::uuid))
          order by i.sent_at desc, i.id desc limit $7::int + 1`,
};

export const addImport = `
  insert into flow_import (id, document, locale, source, as_of, line_status, is_whole, is_dry_run, status, state, may_approve,
    allowed, sent_by) values ($1, $2, $3, $4, $5, $6, $7, $8, 'queued', 'submitted', $9, $10, $11)`;

export const decideImport = `
  update flow_import set state = $2, status = $3, decided_by = $4, decided_at = now(), reason = $5, allowed = coalesce($6, allowed),
    attempts = 0, ended_at = null, version = version + 1
   where id = $1 and document is not null and version = $7 and status = 'done' and state = 'submitted' and not is_dry_run returning id`;

/** Where a job is; on a connection of its own, since what it writes is seen only once it is whole. */
export const progress = {
  name: 'flow-import-progress',
  text: `update flow_import set status = $2, rows_read = coalesce($3, rows_read), rows_total = coalesce($4, rows_total),
           version = version + 1 where id = $1 and status not in ('done', 'failed')`,
};

export const beginAttempt = `
  update flow_import set attempts = attempts + 1, status = 'reading', rows_read = 0, rows_total = null, errors = '[]', accepted = 0,
    rejected = 0, outcome = null, version = version + 1
   where id = $1 and status not in ('done', 'failed') returning attempts`;

/** The oldest that waits. */
export const nextImport = `select id from flow_import where status not in ('done', 'failed') order by sent_at, id limit 1`;

/** Until the transaction's end nobody else carries it out. */
export const takeImport = `select pg_try_advisory_xact_lock(hashtextextended('flow-import ' || $1, 0)) as taken`;

export const jobOf = `
  select i.id, i.document, d.sha256, d.name as file, i.locale, i.source, i.as_of::text as "asOf", i.line_status as "lineStatus", i.is_whole as "isWhole",
         i.is_dry_run as "isDryRun", i.state, i.may_approve as "mayApprove", i.allowed, i.attempts, i.sent_by as "sentBy",
         coalesce(i.decided_by, i.sent_by) as actor
    from ${from} where i.id = $1 and i.status not in ('done', 'failed')`;

export const endImport = `
  update flow_import set status = $2, state = $3, rows_read = $4, rows_total = $4, accepted = $5, rejected = $6, errors = $7, outcome = $8,
    territories = $9, ended_at = clock_timestamp(), version = version + 1 where id = $1`;
