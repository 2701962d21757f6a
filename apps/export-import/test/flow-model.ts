import { commodityOf } from '@doit/reference';

/** A line as somebody states it; value in cents of a dollar. */
export interface ModelLine {
  readonly territory: string;
  readonly month: string;
  readonly flow: string;
  readonly source: string;
  readonly partner: string;
  readonly regime: string;
  readonly enterprise: string;
  readonly hs: string;
  readonly cents: number;
  readonly quantity: string | null;
  readonly status: string;
  readonly asOf: string;
}
interface Vintage {
  readonly line: ModelLine;
  state: string;
}

const sliceOf = (l: ModelLine): string => [l.flow, l.source, l.territory, l.month].join(' ');
const besideOf = (l: ModelLine): string => [sliceOf(l), l.partner, l.regime, l.enterprise].join(' ');
const keyOf = (l: ModelLine): string => `${besideOf(l)} ${l.hs}`;
const areNested = (a: ModelLine, b: ModelLine): boolean =>
  a !== b && besideOf(a) === besideOf(b) && (a.hs.startsWith(b.hs) || b.hs.startsWith(a.hs));
const isSame = (a: ModelLine, b: ModelLine): boolean =>
  a.cents === b.cents && a.quantity === b.quantity && a.status === b.status;
const statuses = ['estimate', 'preliminary', 'official'];

/** What lines and cells should be, as a list in memory tells it: slow, and plain to see. */
export class FlowModel {
  private readonly vintages = new Map<string, Vintage[]>();
  /** Slices of which somebody stated all there is, and as of which day the last time. */
  private readonly whole = new Map<string, string>();

  get approved(): ModelLine[] {
    return [...this.vintages.values()]
      .flat()
      .flatMap(({ state, line }) => (state === 'approved' ? [line] : []));
  }

  /** All vintages of each key, the oldest first. */
  history(): string[] {
    return [...this.vintages]
      .map(([key, all]) => `${key}: ${all.map(({ state, line }) => `${state} ${line.cents}`).join(', ')}`)
      .sort();
  }

  /** States lines. Null: refused, for one is within another, or `mayLeaveOut` is false and something later is known. */
  state(lines: readonly ModelLine[], { isWhole, mayLeaveOut }: { isWhole: boolean; mayLeaveOut: boolean }) {
    const standing = this.approved;
    if (lines.some((a) => lines.some((b) => areNested(a, b)))) return null;
    const nested = (a: ModelLine, b: ModelLine): boolean =>
      a.hs !== b.hs && areNested(a, b) && (!isWhole || b.asOf > a.asOf);
    if (lines.some((a) => standing.some((b) => nested(a, b)))) return null;
    const known = new Map(standing.map((line) => [keyOf(line), line]));
    const isOlder = (line: ModelLine): boolean => {
      const before = known.get(keyOf(line));
      // New, and not there when all there is was stated on a later day.
      if (!before) return (this.whole.get(sliceOf(line)) ?? '') > line.asOf;
      return !isSame(before, line) && before.asOf > line.asOf;
    };
    if (!mayLeaveOut && lines.some(isOlder)) return null;
    const cells = this.cells();
    const outcome = { added: 0, changed: 0, unchanged: 0, older: 0, withdrawn: 0 };
    for (const line of lines) {
      const before = known.get(keyOf(line));
      if (before && isSame(before, line)) outcome.unchanged++;
      else if (isOlder(line)) outcome.older++;
      else {
        outcome[before ? 'changed' : 'added']++;
        if (before) this.end(before, 'superseded');
        const all = this.vintages.get(keyOf(line)) ?? [];
        this.vintages.set(keyOf(line), [...all, { line, state: 'approved' }]);
      }
    }
    if (isWhole) {
      const stated = new Set(lines.map(keyOf));
      const slices = new Map(lines.map((line) => [sliceOf(line), line.asOf]));
      for (const line of standing)
        if (!stated.has(keyOf(line)) && line.asOf <= (slices.get(sliceOf(line)) ?? '')) {
          this.end(line, 'withdrawn');
          outcome.withdrawn++;
        }
      for (const [slice, asOf] of slices)
        if ((this.whole.get(slice) ?? '') < asOf) this.whole.set(slice, asOf);
    }
    return { ...outcome, cells: changes(cells, this.cells()) };
  }

  withdraw(line: ModelLine): void {
    this.end(line, 'withdrawn');
    const slice = sliceOf(line);
    if (!this.approved.some((other) => sliceOf(other) === slice)) this.whole.delete(slice);
  }

  /** Each cell by its key: cents, lines, enterprises, status, whether whole. */
  cells(): Map<string, string> {
    const groups = new Map<string, ModelLine[]>();
    for (const line of this.approved) {
      const commodity = commodityOf(line.hs, `${line.month}-01`) ?? '';
      for (const [by, key] of [
        ['total', ''],
        ['commodity', commodity],
        ['partner', line.partner],
        ['regime', line.regime],
      ]) {
        const name = `${by} ${sliceOf(line)} ${key}`;
        groups.set(name, [...(groups.get(name) ?? []), line]);
      }
    }
    return new Map(
      [...groups].map(([name, lines]) => {
        const names = new Set(lines.map(({ enterprise }) => enterprise.slice(0, 10)));
        const cents = lines.reduce((sum, line) => sum + line.cents, 0);
        const least = Math.min(...lines.map(({ status }) => statuses.indexOf(status)));
        const isWhole = lines.some((line) => this.whole.has(sliceOf(line)));
        return [
          name,
          [cents, lines.length, names.has('') ? '-' : names.size, statuses[least], isWhole].join(' '),
        ];
      }),
    );
  }

  private end(line: ModelLine, state: string): void {
    const found = this.vintages.get(keyOf(line))?.find((vintage) => vintage.line === line);
    if (found) found.state = state;
  }
}

/** How many cells are other than they were, are new, or are gone. */
function changes(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): number {
  return [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key))
    .length;
}
