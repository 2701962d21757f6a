import { createHash } from 'node:crypto';
import { randomNumbers } from '@doit/testing';
import type { Client } from 'pg';

/** A line of exports and a certificate of a made-up year; values in cents, so that sums of them are exact. */
export interface SeededLine {
  territory: string;
  month: string;
  partner: string;
  hs: string;
  enterprise: string;
  cents: bigint;
}
export interface SeededCertificate {
  territory: string;
  form: string;
  market: string;
  state: string;
  issuedOn: string | null;
  taxCode: string;
  hsCodes: string[];
  cents: bigint;
}

/** Markets with the forms that are used for them in 2023, and how much of ten is certified. */
export const uses: readonly (readonly [market: string, forms: readonly string[], share: number])[] = [
  ['JP', ['AJ', 'VJ', 'CPTPP', 'RCEP'], 4],
  ['KR', ['AK', 'VK', 'RCEP'], 5],
  ['AU', ['AANZ', 'CPTPP', 'RCEP'], 3],
  ['CA', ['CPTPP'], 2],
  ['CL', ['VC', 'CPTPP'], 6],
  ['DE', ['EUR.1'], 3],
  ['NL', ['EUR.1'], 2],
  ['GB', ['EUR.1 UK'], 4],
  ['IN', ['AI'], 7],
  ['TH', ['D', 'RCEP', 'AJ'], 4],
  ['SG', ['D', 'CPTPP', 'RCEP'], 1],
  ['CN', ['E', 'RCEP'], 5],
  ['US', ['B', 'A'], 3],
];
const goods = ['03061711', '03061711', '09011120', '10063040', '61091010', '85171300'] as const;
export const monthsOf2023 = Array.from({ length: 12 }, (_, n) => `2023-${String(n + 1).padStart(2, '0')}`);

/** Lines and certificates of a province in 2023: the same for the same seed. */
export function seededYear(territory: string, seed: number, lines: number, certificates: number) {
  const random = randomNumbers(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const made = { lines: [] as SeededLine[], certificates: [] as SeededCertificate[] };
  const keys = new Set<string>();
  const enterprise = () => `29000${String(10000 + below(60))}`;
  while (made.lines.length < lines) {
    const [partner] = one(uses);
    const line = { territory, partner, month: one(monthsOf2023), hs: one(goods), enterprise: enterprise() };
    const key = Object.values(line).join();
    if (keys.has(key)) continue;
    keys.add(key);
    made.lines.push({ ...line, cents: BigInt(1 + below(900_000_000)) });
  }
  for (let n = 0; n < certificates; n++) {
    const [market, forms] = uses.find(([, , share]) => below(40) < share) ?? one(uses);
    const form = one(forms);
    // In January 2023 CPTPP was not in force with Chile.
    const month = form === 'CPTPP' && market === 'CL' ? one(monthsOf2023.slice(2)) : one(monthsOf2023);
    const state = below(20) === 0 ? one(['applied', 'cancelled', 'replaced', 'rejected']) : 'issued';
    const wasIssued = ['issued', 'cancelled', 'replaced'].includes(state);
    made.certificates.push({
      ...{ territory, form, market, state, taxCode: enterprise(), hsCodes: [one(goods)] },
      issuedOn: wasIssued ? `${month}-${String(1 + below(28)).padStart(2, '0')}` : null,
      cents: BigInt(below(50_000_000)),
    });
  }
  return made;
}

export const usdOf = (cents: bigint): string => {
  const text = `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
  return text.replace(/\.?0+$/, '');
};

/** Puts approved lines and what they come to where an import would, as its owner. */
export async function putLines(owner: Client, lines: readonly SeededLine[]): Promise<void> {
  await owner.query(`set doit.territories = '*'`);
  const column = (of: (line: SeededLine) => unknown): unknown[] => lines.map(of);
  await owner.query(
    `insert into flow_line (territory, month, flow, source, partner, regime, enterprise, hs, hs_edition, commodity,
        value_usd, status, as_of, import, row, state)
     select territory, month, 'export', 'customs', partner, '', enterprise, hs, 2022, '', cents / 100, 'official',
            '2024-02-01', $7, row_number() over (), 'approved'
       from unnest($1::text[], $2::date[], $3::text[], $4::text[], $5::text[], $6::numeric[])
              as sent(territory, month, partner, hs, enterprise, cents)`,
    [
      column(({ territory }) => territory),
      column(({ month }) => `${month}-01`),
      column(({ partner }) => partner),
      column(({ hs }) => hs),
      column(({ enterprise }) => enterprise),
      column(({ cents }) => String(cents)),
      createHash('sha256').update(String(lines.length)).digest('hex').slice(0, 32),
    ],
  );
  await owner.query('delete from flow_cell');
  for (const [by, key] of [
    ['total', `''`],
    ['partner', 'partner'],
  ])
    await owner.query(
      `insert into flow_cell select $1, flow, source, territory, month, k, sum(value_usd), count(*),
          case when bool_and(enterprise <> '') then count(distinct enterprise) end, 'official', true
         from (select *, ${key ?? ''} as k from flow_line where state = 'approved') as l
        group by flow, source, territory, month, k`,
      [by],
    );
}
