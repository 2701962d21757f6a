import { promotionEvents, promotionSectors, trade, type EventOverlaps } from '@doit/contracts';
import { territoriesOn } from '@doit/reference';
import { leastEntry, people, randomNumbers, TestInstallation } from '@doit/testing';
import { database as options } from '../database';
import { TradeModule } from '../trade.module';

function dice(seed: number): (below: number) => number {
  const next = randomNumbers(seed);
  return (below) => Math.floor(next() * below);
}

/** What overlaps by the rule's words, written without any of the service's code. */
const reference = `
  with event as materialized (select *, coalesce(place_territory, territory) as lies_in,
                   coalesce(target_markets, '[]') - 'VN' || coalesce(to_jsonb(country), '[]') as markets
                  from promotion_event
                  where state in ('registered', 'approved', 'under-way', 'held', 'reported'))
  select a.id as one, b.id as other,
         case when b.starts_on > a.ends_on then b.starts_on - a.ends_on
              when a.starts_on > b.ends_on then a.starts_on - b.ends_on else 0 end as days,
         near and exists (select from jsonb_array_elements(a.sectors) x join jsonb_array_elements(b.sectors) y on x = y)
           as "same-sector",
         near and lower(a.place) = lower(b.place) and (a.country = b.country
           or a.country is null and b.country is null and a.lies_in = b.lies_in) as "same-place",
         a.territory <> b.territory
           and exists (select from jsonb_array_elements(a.markets) x join jsonb_array_elements(b.markets) y on x = y)
           and exists (select from generate_series(date_trunc('month', a.starts_on), a.ends_on, interval '1 month') x
                         join generate_series(date_trunc('month', b.starts_on), b.ends_on, interval '1 month') y on x = y)
           as "same-market"
    from event a join event b on a.id <> b.id
   cross join lateral (select b.starts_on <= a.ends_on + 14 and b.ends_on >= a.starts_on - 14 as near) as n
   order by a.id, b.id`;
interface Pair extends Record<'same-sector' | 'same-place' | 'same-market', boolean | null> {
  one: string;
  other: string;
  days: number;
}

describe('a year of 1,000 promotion events in 34 territories', () => {
  let house: TestInstallation;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database: options });
  });
  afterAll(() => house.stop());

  it('has the overlaps that a plain join of all with all finds, and no others', async () => {
    const below = dice(7);
    const one = <T>(list: readonly T[]): T => list[below(list.length)] as T;
    const some = <T>(list: readonly T[], most: number): T[] => [
      ...new Set(Array.from({ length: below(most + 1) }, () => one(list))),
    ];
    const units = territoriesOn('2026-01-01').map(({ id }) => id);
    expect(units).toHaveLength(34);
    const day = (n: number): string => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
    const events = Array.from({ length: 1000 }, () => {
      const begins = below(365);
      const isAbroad = below(8) === 0;
      return leastEntry(promotionEvents, {
        ...{
          territory: one(units),
          startsOn: day(begins),
          endsOn: day(begins + below(below(20) === 0 ? 60 : 6)),
        },
        ...{
          kind: one(['fair', 'exhibition', 'trade-mission']),
          level: one(['national', 'regional', 'province']),
        },
        ...{
          place: one(['Hall A', 'HALL A', 'Town square', 'Hall B']),
          country: isAbroad ? one(['JP', 'KR']) : null,
        },
        ...{ placeTerritory: below(5) === 0 ? one(units) : null, sectors: some(promotionSectors, 3) },
        ...{ targetMarkets: below(3) === 0 ? some(['JP', 'KR', 'US', 'VN', 'DE', 'CN'], 3) : null },
        state: one(['registered', 'registered', 'approved', 'held', 'reported', 'postponed', 'cancelled']),
        ...{ contracts: 1 },
      });
    });
    for (const items of [events.slice(0, 500), events.slice(500)]) {
      const { status } = await house.ask(trade.promotionEvents.createMany, people.admin, { body: { items } });
      expect(status).toBe(200);
    }
    const database = await house.as('trade');
    const { rows } = await database.query<Pair>(reference);
    const all = await database.query<{ id: string }>('select id from promotion_event');
    await database.end();
    const causes = ['same-place', 'same-market', 'same-sector'] as const;
    const wanted = new Map<string, string[]>(all.rows.map(({ id }) => [id, []]));
    for (const pair of rows) {
      const met = causes.filter((cause) => pair[cause]);
      if (met.length > 0) wanted.get(pair.one)?.push(`${pair.other} ${pair.days} ${met.join(' ')}`);
    }
    const found = new Map<string, string[]>();
    for (const id of wanted.keys()) {
      const { body } = await house.ask(trade.promotionEvents.overlaps, null, { query: `id=${id}&limit=100` });
      const { items, found: count } = body as unknown as EventOverlaps;
      expect(count).toBe(items.length);
      const lines = items.map(
        (item) => `${item.id} ${item.daysBetween} ${item.reasons.map(({ why }) => why).join(' ')}`,
      );
      found.set(id, lines.sort());
    }
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
    const met = [...wanted.values()].flat();
    for (const cause of causes)
      expect(met.filter((line) => line.includes(cause)).length).toBeGreaterThan(100);
  });
});
