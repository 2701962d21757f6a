const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A line as its contract's JSON: `l`, its import `i` and the document `d` of that. */
const lineJson = `json_build_object(
  'id', l.id::text, 'flow', l.flow, 'territory', l.territory, 'month', to_char(l.month, 'YYYY-MM'), 'hs', l.hs,
  'hsEdition', l.hs_edition, 'commodity', nullif(l.commodity, ''), 'partner', l.partner, 'regime', nullif(l.regime, ''),
  'enterprise', nullif(l.enterprise, ''), 'valueUsd', l.value_usd::text,
  'basis', case l.flow when 'export' then 'FOB' else 'CIF' end, 'quantity', l.quantity::text, 'unit', l.unit,
  'status', l.status, 'source', l.source, 'asOf', l.as_of, 'state', l.state, 'import', l.import, 'document', d.name,
  'row', l.row, 'recordedBy', i.sent_by, 'recordedAt', ${instant('i.sent_at')}, 'changedBy', l.changed_by,
  'changedAt', ${instant('l.changed_at')}, 'reason', l.reason, 'endedBy', l.ended_by, 'version', l.version)`;

const withImport = `join flow_import i on i.id = l.import left join document d on d.id = i.document`;

export const readLine = {
  name: 'flow-line-get',
  text: `select l.territory, l.state, l.version, l.import, i.sent_by as "sentBy", l.month::text as month, ${lineJson}::text as body
           from flow_line l ${withImport} where l.id = $1`,
};

/** All vintages with the key of a line. */
export const readVintages = {
  name: 'flow-line-history',
  text: `select ${lineJson}::text as body
           from flow_line asked join flow_line l using (territory, month, flow, source, partner, regime, enterprise, hs) ${withImport}
          where asked.id = $1 order by l.id desc limit 500`,
};

/** Lines that an import wrote, or that stand already as its rows state, by row. In its transaction. */
export const linesStated = `
  select ${lineJson}::text as body from stated s
    join flow_line l using (territory, month, flow, source, partner, regime, enterprise, hs) ${withImport}
   where l.state = 'approved' order by s.row`;
export const draftsStated = `
  select ${lineJson}::text as body from flow_line l ${withImport} where l.import = $1
     and (l.territory, l.month) in (select territory, month from stated) order by l.row`;

/**
 * A page of lines, the latest months first: of each territory as many as the page may hold, by its own index, and of these
 * the first.
 */
export const listLines = {
  name: 'flow-line-list',
  text: `
  with page as (
    select l.* from unnest($1::text[]) as asked (territory) cross join lateral (
      select * from flow_line l
       where l.territory = asked.territory
         and ($2::date is null or l.month >= $2) and ($3::date is null or l.month <= $3)
         and ($4::text is null or l.flow = $4) and ($5::text is null or starts_with(l.hs, $5))
         and ($6::text[] is null or l.commodity = any($6)) and ($7::text[] is null or l.partner = any($7))
         and ($8::text is null or l.regime = $8) and ($9::text is null or l.enterprise = $9)
         and ($10::text is null or l.source = $10) and l.state = any($11) and ($12::uuid is null or l.import = $12)
         and ($13::date is null or (l.month, l.id) < ($13, $14::bigint))
       order by l.month desc, l.id desc limit $15::int + 1) l
     order by l.month desc, l.id desc limit $15::int + 1
  )
  select l.month || '~' || l.id as key, ${lineJson}::text as body from page l ${withImport}
   order by l.month desc, l.id desc`,
};
