import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { services } from '../../libs/contracts/src/services';
import { readJson, writeJson } from './files';
import { root } from './root';

/** Columns that are fields of an observation, and those that stand under `stated`; any other is a dimension. */
const FIELDS: Record<string, string> = {
  territory: 'territory',
  indicator: 'indicator',
  period: 'period',
  period_basis: 'periodBasis',
  measure: 'measure',
  status: 'status',
  value: 'value',
  decimals: 'decimals',
  unit: 'unit',
  unit_printed: 'unitPrinted',
  comparator: 'comparator',
  source: 'source',
  as_of: 'asOf',
  document: 'document',
  row: 'row',
  window: 'window',
};
const STATED: Record<string, string> = {
  yoy_pct: 'yoyPct',
  mom_pct: 'momPct',
  plan_pct: 'planPct',
  over_plan_pct: 'overPlanPct',
  excess: 'excess',
  over_growth_target_pp: 'overGrowthTargetPp',
  share_pct: 'sharePct',
  contribution_pp: 'contributionPp',
  rank: 'rank',
  rank_of: 'rankOf',
};
const BATCH = 500;
const FOLDER = join(root, 'deploy/examples');

/**
 * Sends deploy/examples/<service>*.csv through the public API as approved observations, once: what was loaded
 * is written down only after all of it was taken. Sending a figure twice changes nothing.
 *
 * @param database tells one database from another, so that a new one gets the examples too.
 * @throws Error with the API's own words where a batch is refused.
 */
export async function loadExamples({
  home,
  address,
  database,
  say,
}: {
  home: string;
  address: string;
  database: string;
  say: (line: string) => void;
}): Promise<void> {
  const files = readdirSync(FOLDER, { encoding: 'utf8' }).filter((name) => name.endsWith('.csv'));
  const texts = files.sort().map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));
  const mark = createHash('sha256')
    .update(JSON.stringify([database, texts]))
    .digest('hex');
  const done = join(home, 'examples.json');
  if (texts.length === 0 || (readJson(done) as { mark: string } | null)?.mark === mark) return;
  const token = await adminToken(home);
  let count = 0;
  const lasts = new Map<string, string>();
  for (const { name, text } of texts) {
    const service = services.find((each) => name === `${each}.csv` || name.startsWith(`${each}.`));
    if (service === undefined) throw new Error(`deploy/examples/${name}: no service has that name.`);
    const items = observationsOf(text);
    for (let at = 0; at < items.length; at += BATCH) {
      const last = await post(
        `${address}/v1/${service}/observations`,
        token,
        items.slice(at, at + BATCH),
        name,
      );
      lasts.set(service, last);
    }
    count += items.length;
  }
  for (const last of lasts.values()) await arrived(address, last);
  writeJson(done, { mark, loadedAt: new Date().toISOString(), observations: count });
  say(`loaded ${count} published figures of five provinces (deploy/examples)`);
}

/** The rows of a CSV as observations, each with the state that it is recorded in. */
export function observationsOf(text: string): Record<string, unknown>[] {
  const rows = parse<Record<string, string>>(text, {
    columns: true,
    skip_empty_lines: true,
    bom: true,
    trim: true,
  });
  return rows.map((row) => {
    const cells = Object.entries(row).filter(([, value]) => value !== '');
    const named = (names: Record<string, string>): [string, string][] =>
      cells.flatMap(([column, value]) => (names[column] ? [[names[column], value] as [string, string]] : []));
    const dimensions = cells.filter(([column]) => !FIELDS[column] && !STATED[column]);
    const fields = named(FIELDS).map(([field, value]) => [field, typed(field, value)] as const);
    return {
      ...Object.fromEntries<unknown>(fields),
      dimensions: Object.fromEntries(dimensions),
      stated: Object.fromEntries(named(STATED)),
      state: 'approved',
    };
  });
}

function typed(field: string, value: string): unknown {
  if (field === 'row' || field === 'decimals') return Number(value);
  if (field !== 'window') return value;
  const [from, to] = value.split('/');
  return { from, to };
}

async function adminToken(home: string): Promise<string> {
  const program = join(root, 'deploy/local/token.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [program, 'admin'], {
    env: { ...process.env, DOIT_HOME: home },
  });
  return stdout.trim();
}

/** Reporting learns figures from events, in order: with the last one it has all that a service told. */
async function arrived(address: string, observation: string): Promise<void> {
  const patience = Date.now() + 60_000;
  while (!(await fetch(`${address}/v1/reporting/lineage/${observation}`)).ok) {
    if (Date.now() > patience)
      throw new Error('The examples were recorded, but reporting has not learned them.');
    await sleep(50);
  }
}

/** Answers the id of the last one. */
async function post(url: string, token: string, items: unknown[], file: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ items }),
  });
  const answer = await response.text();
  if (response.status === 201)
    return (JSON.parse(answer) as { items: { id: string }[] }).items.at(-1)?.id ?? '';
  const problem = answer.slice(0, 2000);
  throw new Error(`deploy/examples/${file}: ${url} answered ${response.status}\n${problem}`);
}
