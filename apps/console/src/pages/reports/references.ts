import { inputsOf, type Input, type Item, type Section } from './answer';

/** One source as a report lists it: who says so, of which vintage, in which file, on which rows. */
export interface Reference {
  readonly source: string;
  readonly asOf: string | null;
  readonly document: string | null;
  readonly rows: readonly number[];
}

/** The sources of a report, numbered in the order in which it speaks of them. */
export class References {
  readonly list: Reference[];
  private readonly numbers: ReadonlyMap<string, number>;

  constructor(sections: readonly Section[]) {
    const inputs = sections.flatMap(({ items, checks = [] }) => [
      ...items.flatMap(inputsOf),
      ...checks.flatMap(({ lineage }) => lineage),
    ]);
    const found = new Map<string, { of: Input; rows: Set<number> }>();
    for (const of of inputs) {
      const entry = found.get(keyOf(of)) ?? { of, rows: new Set<number>() };
      if (of.row !== null) entry.rows.add(of.row);
      found.set(keyOf(of), entry);
    }
    this.list = [...found.values()].map(({ of: { source, asOf, document }, rows }) => ({
      ...{ source, asOf, document },
      rows: [...rows].sort((a, b) => a - b),
    }));
    this.numbers = new Map([...found.keys()].map((key, n) => [key, n + 1]));
  }

  /** The numbers of an item's sources. */
  of(item: Item): number[] {
    const numbers = inputsOf(item).flatMap((input) => this.numbers.get(keyOf(input)) ?? []);
    return [...new Set(numbers)].sort((a, b) => a - b);
  }
}

const keyOf = ({ source, asOf, document }: Input): string => JSON.stringify([source, asOf, document]);
