/** The states of a trip that was held. */
export const heldStates = ['held', 'reported'] as const;

const held = `state in (${heldStates.map((state) => `'${state}'`).join(', ')})`;

/**
 * SQL of what is said of trips by where they went, as one JSON list with every kind.
 * @param trips SQL of the rows, a table or the name of a `with`
 * @param destinations the parameter with the kinds in their order: `$2`
 */
export const byDestination = (trips: string, destinations: string): string => `
  (select json_agg(json_build_object('destination', d.destination, 'trips', t.trips, 'vehicles', t.vehicles,
            'withoutVehicles', t.without_vehicles, 'revenueMn', t.revenue, 'withoutRevenue', t.without_revenue) order by d.nth)
     from unnest(${destinations}::text[]) with ordinality as d(destination, nth)
    cross join lateral (
     select count(*)::int as trips, sum(vehicles) as vehicles,
            (count(*) filter (where vehicles is null))::int as without_vehicles, sum(revenue_mn)::text as revenue,
            (count(*) filter (where revenue_mn is null))::int as without_revenue
       from ${trips} as one where ${held} and one.destination = d.destination) as t)`;

/** SQL of the revenue of trips that were held: of those of which it is known, null where of none. */
export const revenueOf = (trips: string): string =>
  `(select sum(revenue_mn)::text from ${trips} as one where ${held})`;

/** SQL of how many were held. */
export const isHeld = held;
