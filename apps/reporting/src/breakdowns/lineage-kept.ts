import type { Cell, IndicatorBreakdown } from '@doit/contracts';

type Answer = Pick<IndicatorBreakdown, 'parts' | 'sum' | 'rest' | 'difference'>;

/**
 * An answer that can be carried: where many parts are each made of months, the inputs of all shares and changes would be
 * thousands. Each part then keeps the inputs of its own figure, and what is computed of it has its formula and no inputs;
 * sums have the first inputs, which are of the largest parts.
 */
export function withinReach<A extends Answer>(answer: A): A {
  const { parts, sum, rest, difference } = answer;
  const all = parts.reduce((count, part) => count + inputsOfPart(part), 0) + 3 * sum.lineage.length;
  if (all <= mostInputs) return answer;
  return Object.assign(answer, {
    parts: parts.map((part) =>
      Object.assign(part, { yoyPct: shortened(part.yoyPct, 0), sharePct: shortened(part.sharePct, 0) }),
    ),
    sum: shortened(sum),
    ...(rest && { rest: shortened(rest) }),
    difference: shortened(difference),
  });
}

/** At about 300 bytes each, well within a message of one megabyte. */
const mostInputs = 2000;
const mostOfSum = 100;

function inputsOfPart({ actual, made, yoyPct, sharePct }: Answer['parts'][number]): number {
  const own = actual?.lineage.length ?? made?.lineage.length ?? 0;
  return own + yoyPct.lineage.length + sharePct.lineage.length;
}

const shortened = (cell: Cell, most = mostOfSum): Cell =>
  Object.assign({}, cell, { lineage: cell.lineage.slice(0, most) });
