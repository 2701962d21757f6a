import { rounded } from '../figures/decimals';

/** One of at most five: from its least to its greatest value, both of them in it. */
export interface ValueClass {
  readonly nth: number;
  readonly least: string;
  readonly most: string;
  readonly count: number;
}

const byValue = (a: string, b: string): number => Number(a) - Number(b);

/**
 * Five classes with as many units in each as can be (quintiles), written by the values that really occur; equal values
 * are of one class, so that there may be fewer.
 */
export function classesOf(values: readonly string[], most = 5): ValueClass[] {
  const sorted = [...values].sort(byValue);
  const wanted = Math.min(most, new Set(sorted.map(Number)).size);
  const classes: string[][] = [];
  sorted.forEach((value, n) => {
    const due = Math.floor((n * wanted) / sorted.length);
    const last = classes.at(-1);
    const ties = last?.at(-1) !== undefined && Number(last.at(-1)) === Number(value);
    if (last && (ties || due < classes.length)) last.push(value);
    else classes.push([value]);
  });
  return classes.map((members, n) => ({
    nth: n + 1,
    least: rounded(members[0] ?? ''),
    most: rounded(members.at(-1) ?? ''),
    count: members.length,
  }));
}

/** Which class a value is in. */
export function classOf(value: string, classes: readonly ValueClass[]): ValueClass | undefined {
  const given = Number(rounded(value));
  return classes.find(({ least, most }) => Number(least) <= given && given <= Number(most));
}
