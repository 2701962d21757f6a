import { setTimeout as sleep } from 'node:timers/promises';
import type { Good, Known } from './fuzz-requests';

interface Line {
  id: string;
  version: number;
}
/** Asks as somebody; a request that must be carried out. */
export type Ask = (
  path: string,
  asOfficer: boolean,
  init?: { method?: string; headers?: Record<string, string>; body?: string | FormData },
) => Promise<Record<string, unknown>>;

const many = 240;
const line = (n: number) => ({
  ...{ flow: n % 2 ? 'export' : 'import', territory: 'nghe-an', month: '2024-03', hs: '03061721' },
  ...{ partner: 'JP', regime: 'fdi', enterprise: `29${String(n).padStart(8, '0')}`, valueUsd: '1200.5' },
  ...{ status: 'official', source: 'customs', quantity: '10', unit: 'kg' },
});
const row = (n: number): string => `export,nghe-an,2024-02,10063040,PH,5,31${String(n).padStart(8, '0')}`;

/** Drafts and extracts of an officer, and lines that count: each for a request that takes its next step. */
export async function fillFlows(ask: Ask): Promise<{ known: Known; good: Good }> {
  const json = { method: 'POST', headers: { 'content-type': 'application/json' } };
  const enter = async (from: number, asOfficer: boolean): Promise<Line[]> => {
    const items = Array.from({ length: many }, (_, n) => line(from + n));
    const body = JSON.stringify({ items });
    return (await ask('export-import/flows/batch', asOfficer, { ...json, body }))['items'] as Line[];
  };
  const lines = [...(await enter(0, true)), ...(await enter(many, false))];
  const imports: Line[] = [];
  for (let n = 0; n < many / 6; n++) {
    const form = new FormData();
    form.set('locale', 'en');
    form.set(
      'file',
      new Blob([`flow,territory,month,hs,partner,value_usd,enterprise\n${row(n)}\n`]),
      'a.csv',
    );
    imports.push(
      (await ask('export-import/imports', true, { method: 'POST', body: form })) as unknown as Line,
    );
  }
  const read = await untilRead(ask, imports);
  let next = 2 * many;
  const fresh = (): Record<string, unknown> => line(next++);
  const reason = 'chưa khớp với tờ khai';
  return {
    known: {
      '/v1/export-import/flows': lines.map(({ id }) => id),
      '/v1/export-import/imports': read.map(({ id }) => id),
      'If-Match /v1/export-import/imports': [...new Set(read.map(({ version }) => `"${version}"`))],
      ...{ hs: ['03061721', '1006', '85'], partner: ['JP', 'US', 'CN', 'PH'], enterprise: ['2900000001'] },
      month: ['2024-03', '2024-04', '2023-11'],
    },
    good: {
      'export-import.flows.create': Array.from({ length: 60 }, fresh),
      'export-import.flows.createMany': Array.from({ length: 60 }, () => ({ items: [fresh(), fresh()] })),
      'export-import.flows.correct': [
        { valueUsd: '7', reason },
        { quantity: '3', unit: 'kg', reason },
      ],
      ...Object.fromEntries(
        ['flows.return', 'flows.withdraw', 'imports.return'].map((verb) => [
          `export-import.${verb}`,
          [{ reason }],
        ]),
      ),
    },
  };
}

/** The extracts as they are once they were read. */
async function untilRead(ask: Ask, imports: readonly Line[]): Promise<Line[]> {
  const read: Line[] = [];
  const end = Date.now() + 60_000;
  for (const { id } of imports) {
    let found = await ask(`export-import/imports/${id}`, true);
    while (found['status'] !== 'done') {
      if (found['status'] === 'failed' || Date.now() > end) throw new Error(JSON.stringify(found));
      await sleep(50);
      found = await ask(`export-import/imports/${id}`, true);
    }
    read.push(found as unknown as Line);
  }
  return read;
}

interface Page {
  items: { errors: { code: string }[] }[];
  next: string | null;
}

/** What is still under way of all that was sent, and what was given up though nothing is wrong with it. */
export async function unfinished(ask: Ask): Promise<Page['items']> {
  const page = async (query: string) =>
    (await ask(`export-import/imports?limit=100&${query}`, false)) as unknown as Page;
  const end = Date.now() + 120_000;
  for (;;) {
    const { items } = await page('status=queued,reading,checking,writing');
    if (items.length === 0) break;
    if (Date.now() > end) return items;
    await sleep(200);
  }
  const givenUp: Page['items'] = [];
  let query = 'status=failed';
  for (;;) {
    const { items, next } = await page(query);
    givenUp.push(...items.filter(({ errors }) => errors.some(({ code }) => code === 'import.failed')));
    if (next === null) return givenUp;
    query = `status=failed&after=${encodeURIComponent(next)}`;
  }
}
