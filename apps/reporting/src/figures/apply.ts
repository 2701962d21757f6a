import { approvalEvents, observationsRecorded, type Service, type State } from '@doit/contracts';
import type { Apply, ToldEvent } from '@doit/events';
import { markPlaces } from '../places/places.sql';
import { applyFlowsOf } from '../flows/rolled-up.sql';
import { applyRegistersOf } from '../registers/registered.sql';
import { cellOfFigure, learnFacts, precedenceOfFigure } from './facts.sql';

/**
 * Applies what a service told: its observations and the states they entered, the entries of its registers, and what lines of
 * trade come to. Types it
 * does not know are left alone. A figure that is not approved is known and counts for nothing.
 */
export function applyFiguresOf(teller: Service): Apply {
  const recorded = observationsRecorded(teller).type;
  const { observationsSubmitted, observationsApproved, observationsReturned } = approvalEvents(teller);
  const states = new Map<string, State>([
    [observationsSubmitted.type, 'submitted'],
    [observationsApproved.type, 'approved'],
    [observationsReturned.type, 'returned'],
  ]);
  const applyRegisters = applyRegistersOf(teller);
  const applyFlows = applyFlowsOf(teller);
  return async (tx, events) => {
    const figures = events.filter(({ type }) => type === recorded);
    if (figures.length > 0) await tx.query(insertFigures, [teller, ...apart(figures)]);
    // An observation is told before its steps, so all figures of a batch may come first.
    const steps = events.filter(({ type }) => states.has(type));
    if (steps.length > 0) {
      const { rows } = await tx.query<{ id: string }>(updateStates, [
        ...apart(steps),
        steps.map(({ type }) => states.get(type)),
      ]);
      if (rows[0]) throw new Error(`figure ${rows[0].id} took a step, but was never told`);
    }
    await applyRegisters(tx, events);
    await applyFlows(tx, events);
  };
}

/** Positions and payloads of many events, unparsed: PostgreSQL reads them once, in one statement. */
function apart(events: readonly ToldEvent[]): [positions: number[], payloads: string[]] {
  return [events.map(({ position }) => position), events.map(({ payload }) => payload)];
}

const learn = learnFacts('added');

// Periods arrive in their canonical form: 2023, 2023-Q2, 2023-S1, 2023-05, 2023-01/P5M. The facts follow in the same
// statement, from the rows just added.
const insertFigures = {
  name: 'figures-insert',
  text: `
  with told as (
  select r.id, e.position, r.ordinal, r.indicator, r.territory, r.period, p.from_month, p.months, r.dimensions,
      r.measure, r.status, r.value, r.decimals, r.unit, r."unitPrinted" as unit_printed, r.comparator, r.source,
      r."asOf" as as_of, r."periodBasis" as period_basis, r.basis, r.document, r."row" as document_row, r.stated,
      r."window" as data_window, r.state, r."recordedAt" as recorded_at, r."recordedBy" as recorded_by
    from unnest($2::bigint[], $3::json[]) as e(position, payload)
   cross join lateral rows from (json_to_recordset(e.payload -> 'items') as (
      id uuid, indicator text, territory text, period text, dimensions jsonb, measure text, status text, value numeric,
      decimals smallint, unit text, "unitPrinted" text, comparator text, source text, "asOf" date, "periodBasis" text,
      basis text, document text, "row" integer, stated jsonb, "window" jsonb, state text, "recordedAt" timestamptz,
      "recordedBy" text)) with ordinality as r(id, indicator, territory, period, dimensions, measure, status, value,
      decimals, unit, "unitPrinted", comparator, source, "asOf", "periodBasis", basis, document, "row", stated, "window",
      state, "recordedAt", "recordedBy", ordinal)
   cross join lateral (select
      make_date(left(r.period, 4)::int, case substr(r.period, 6, 1)
        when '' then 1
        when 'Q' then substr(r.period, 7)::int * 3 - 2
        when 'S' then substr(r.period, 7)::int * 6 - 5
        else substr(r.period, 6, 2)::int end, 1) as from_month,
      case substr(r.period, 6, 1)
        when '' then 12
        when 'Q' then 3
        when 'S' then 6
        else coalesce(substring(r.period from '/P(.*)M')::int, 1) end as months) as p
  ), added as (
  insert into figure (id, teller, position, ordinal, indicator, territory, period, from_month, to_month, dimensions,
      measure, status, value, decimals, unit, unit_printed, comparator, source, as_of, period_basis, basis, document,
      document_row, stated, data_window, state, recorded_at, recorded_by, cell, months, precedence)
  select f.id, $1, f.position, f.ordinal, f.indicator, f.territory, f.period, f.from_month,
      f.from_month + make_interval(months => f.months - 1), f.dimensions, f.measure, f.status, f.value, f.decimals,
      f.unit, f.unit_printed, f.comparator, f.source, f.as_of, f.period_basis, f.basis, f.document, f.document_row,
      f.stated, f.data_window, f.state, f.recorded_at, f.recorded_by, ${cellOfFigure}, f.months, ${precedenceOfFigure}
    from told f
  returning *
  ), cells as (
  ${learn.cells}
  ), ${markPlaces('added')}
  ${learn.facts}`,
};

// Of several steps in one batch the last counts. Only approval makes a figure count, and it is never taken back. Answers
// with what was never told.
const updateStates = {
  name: 'figures-states',
  text: `
  with told as (
  select distinct on (i.id) i.id, e.state
    from unnest($1::bigint[], $2::json[], $3::text[]) as e(position, payload, state)
   cross join lateral json_to_recordset(e.payload -> 'items') as i(id uuid)
   order by i.id, e.position desc
  ), added as (
  update figure f set state = t.state from told t where f.id = t.id
  returning f.*
  ), cells as (
  ${learn.cells}
  ), ${markPlaces('added')}, facts as (
  ${learn.facts}
  )
  select id from told where id not in (select id from added)`,
};
