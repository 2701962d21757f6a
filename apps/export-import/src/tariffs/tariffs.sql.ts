import { tariffsSet, type ListTariffs, type SetTariffs, type Tariff } from '@doit/contracts';
import { tell, type Transaction } from '@doit/events';
import type { DataSource } from 'typeorm';

/** Writes tariffs down, in place of those of the same market, code, agreement and day, and tells them. */
export async function setTariffs(
  tx: Transaction,
  { source, items }: SetTariffs,
  actor: string,
): Promise<void> {
  // In the order of the key, so that two at the same moment wait for each other and do not meet head on.
  await tx.query(
    `insert into tariff (market, hs, agreement, valid_from, mfn_pct, preferential_pct, source, changed_at, changed_by)
     select market, hs, agreement, "validFrom", "mfnPct", "preferentialPct", $2, $3, $4
       from jsonb_to_recordset($1) as sent(market text, hs text, agreement text, "validFrom" date,
                                           "mfnPct" numeric, "preferentialPct" numeric)
      order by 1, 2, 3, 4
     on conflict (market, hs, agreement, valid_from) do update set mfn_pct = excluded.mfn_pct,
       preferential_pct = excluded.preferential_pct, source = excluded.source,
       changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    [JSON.stringify(items), source, new Date(), actor],
  );
  await tell(tx, tariffsSet, { aggregate: 'tariffs', actor, payload: { source, items } });
}

/** Where a list goes on: behind a tariff. */
export type TariffKey = readonly [market: string, hs: string, agreement: string, validFrom: string];

/** Tariffs by market, code, agreement and day: one more than are shown where there are more. */
export function listTariffs(
  source: DataSource,
  { market, agreement, hs, limit }: Pick<ListTariffs, 'market' | 'agreement' | 'hs'> & { limit: number },
  after: TariffKey | null,
): Promise<Tariff[]> {
  return source.query(
    `select market, hs, agreement, mfn_pct::text as "mfnPct", preferential_pct::text as "preferentialPct",
            valid_from::text as "validFrom", source,
            to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
       from tariff
      where ($1::text[] is null or market = any($1)) and ($2::text[] is null or agreement = any($2))
        and ($3::text is null or starts_with(hs, $3))
        and ($4::text is null or (market, hs, agreement, valid_from) > ($4, $5::text, $6::text, $7::date))
      order by market, hs, agreement, valid_from limit $8::int + 1`,
    [market ?? null, agreement ?? null, hs ?? null, ...(after ?? [null, null, null, null]), limit],
  );
}
