import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { territoriesOn } from '@doit/reference';

const partners =
  `CN US JP KR DE NL GB FR IN TH MY SG ID PH AU CA MX CL RU AE HK TW IT ES BE PL BR ZA TR SA LA KH MM BD PK IL NZ PE
  SE DK AT CZ HU PT GR IE FI NO CH UA NG EG KE GH CI DZ MA IQ KW QA`.split(/\s+/);
const months = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, n) => new Date(Date.UTC(from, n, 1)).toISOString().slice(0, 7));

/** Seeded numbers in [0, 1): the same file every time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface Drawn {
  readonly lines: number;
  readonly seed: number;
  /** First year, and how many months from its January on. */
  readonly year: number;
  readonly months: number;
}

/**
 * Writes an extract of so many lines, all with different keys, in no order: all provinces, 60 partners, some 8,000 headings,
 * 30,000 enterprises.
 */
export async function writeExtract(path: string, drawn: Drawn): Promise<void> {
  const random = numbers(drawn.seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const units = territoriesOn('2026-01-01').map(({ id }) => id);
  // Names of before July 2025 mean the units of then.
  const unitsBefore = territoriesOn('2024-01-01').map(({ id }) => id);
  const headings = Array.from({ length: 8000 }, (_, n) => {
    const chapter = 1 + (n % 96);
    const spread = (Math.floor(n / 96) % 84) + 1;
    return `${String(chapter === 77 ? 97 : chapter).padStart(2, '0')}${String(spread).padStart(2, '0')}${String(10 + (n % 9) * 10)}00`;
  });
  const among = months(drawn.year, drawn.months);
  const known = new Set<string>();
  const file = createWriteStream(path);
  file.write('flow,territory,month,hs,partner,regime,enterprise,value_usd,quantity,unit\n');
  let held: string[] = [];
  while (known.size < drawn.lines) {
    const month = pick(among);
    const key = `${random() < 0.6 ? 'export' : 'import'},${pick(month < '2025-07' ? unitsBefore : units)},${month},${pick(headings)},${pick(partners)},${random() < 0.4 ? 'domestic' : 'fdi'},${2_900_000_000 + Math.floor(random() * 30_000)}`;
    if (known.has(key)) continue;
    known.add(key);
    held.push(`${key},${(random() * 1e6).toFixed(2)},${(random() * 1e5).toFixed(3)},kg\n`);
    if (held.length < 20_000) continue;
    if (!file.write(held.join(''))) await once(file, 'drain');
    held = [];
  }
  file.end(held.join(''));
  await once(file, 'finish');
}
