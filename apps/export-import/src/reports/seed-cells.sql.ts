import type { Client } from 'pg';
import { writeYearsOf } from '../flows/years.sql';

/** A roll-up cell as a test writes it; what is left out: customs, official, of a whole extract, enterprises not all named. */
export interface SeedCell {
  by: 'total' | 'commodity' | 'partner' | 'regime';
  territory: string;
  month: string;
  value: string;
  flow?: 'export' | 'import';
  key?: string;
  source?: string;
  enterprises?: number | null;
  status?: string;
  isWhole?: boolean;
}

/** For tests of reports: writes cells, and the years of them all, as the owner of the schema, over all territories. */
export async function seedCells(owner: Client, cells: readonly SeedCell[]): Promise<void> {
  await owner.query(`select set_config('doit.territories', '*', false)`);
  await owner.query(
    `insert into flow_cell (by, flow, source, territory, month, key, value_usd, lines, enterprises, status, is_whole)
     select c.by, coalesce(c.flow, 'export'), coalesce(c.source, 'customs'), c.territory, (c.month || '-01')::date,
            coalesce(c.key, ''), c.value, 1, c.enterprises, coalesce(c.status, 'official'), coalesce(c."isWhole", true)
       from json_to_recordset($1) as c(by text, flow text, source text, territory text, month text, key text, value numeric,
                                       enterprises integer, status text, "isWhole" boolean)`,
    [JSON.stringify(cells)],
  );
  await owner.query(writeYearsOf('flow_cell'));
}

/** A month of one flow of a territory: the total, and the same by keys. */
export function monthOf(
  territory: string,
  month: string,
  parts: Readonly<Record<string, string | readonly [string, number | null]>>,
  more: Partial<SeedCell> = {},
): SeedCell[] {
  const by = more.by ?? 'commodity';
  const cells = Object.entries(parts).map(([key, part]): SeedCell => {
    const [value, enterprises] = typeof part === 'string' ? [part, null] : part;
    return { ...more, by, territory, month, key, value, enterprises };
  });
  const cents = cells.reduce((sum, { value }) => sum + BigInt(Math.round(Number(value) * 100)), 0n);
  const value = `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
  return [{ ...more, by: 'total', territory, month, key: '', value }, ...cells];
}
