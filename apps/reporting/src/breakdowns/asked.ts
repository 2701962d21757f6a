import type { ReadBreakdown } from '@doit/contracts';
import { checkDimensions, indicator as indicatorOf, isCountry, type Indicator } from '@doit/reference';
import {
  listedBreakdowns,
  openBreakdowns,
  type CellName,
  type ListedBreakdown,
} from '../checks/declared-parts';
import { indicatorsAsked, refusedAsked } from '../comparisons/asked';

/** How an indicator is to be broken down. */
export interface BreakdownAsked {
  readonly by: string;
  /** The parts that are listed, or asked for; null where those that are stated are meant. */
  readonly parts: readonly CellName[] | null;
  /** Whether the parts are all there are, so that together they are the total. */
  readonly isWhole: boolean;
}

/** @throws Problem indicator.unknown, breakdown.none, breakdown.unknown, breakdown.part-unknown (422), naming the parameter */
export function breakdownAsked({ indicator: code, by, parts }: ReadBreakdown): {
  indicator: Indicator;
  breakdown: BreakdownAsked;
} {
  indicatorsAsked([code]);
  const indicator = indicatorOf(code);
  const choices = choicesOf(code);
  const [first] = choices;
  if (!indicator || !first) throw refusedAsked('indicator', 'breakdown.none', { indicator: code });
  const names = [...new Set(parts)];
  const found = by === undefined ? (choices.find((each) => hasAll(each, code, names)) ?? first) : null;
  const choice = found ?? choices.find((each) => each.by === by);
  if (!choice) {
    const known = choices.map((each) => each.by).join(', ');
    throw refusedAsked('by', 'breakdown.unknown', { indicator: code, by: by ?? '', choices: known });
  }
  return { indicator, breakdown: names.length > 0 ? onlyThese(choice, code, names) : whole(choice) };
}

type Choice = Pick<ListedBreakdown, 'by'> & { readonly listed: readonly CellName[] | null };

function choicesOf(code: string): Choice[] {
  return [
    ...listedBreakdowns(code).map(({ by, parts }) => ({ by, listed: parts })),
    ...openBreakdowns(code).map(({ name }) => ({ by: name, listed: null })),
  ];
}

const whole = ({ by, listed }: Choice): BreakdownAsked => ({ by, parts: listed, isWhole: listed !== null });

function onlyThese(choice: Choice, code: string, names: readonly string[]): BreakdownAsked {
  const parts = names.map((name) => {
    const part = partNamed(choice, code, name);
    if (!part) throw refusedAsked('parts', 'breakdown.part-unknown', { by: choice.by, part: name });
    return part;
  });
  return { by: choice.by, parts, isWhole: false };
}

const hasAll = (choice: Choice, code: string, names: readonly string[]): boolean =>
  names.every((name) => partNamed(choice, code, name) !== null);

/** A listed part by its value, or what is an indicator of its own by its code; a group of partners may stand beside partners. */
function partNamed({ by, listed }: Choice, code: string, name: string): CellName | null {
  if (listed) return listed.find(([own, dimensions]) => (dimensions[by] ?? own) === name) ?? null;
  const dimension = partnersBy.includes(by) ? (isCountry(name) ? 'partner' : 'partnerGroup') : by;
  return checkDimensions(code, { [dimension]: name }).length === 0 ? [code, { [dimension]: name }] : null;
}

const partnersBy = ['partner', 'partnerGroup'];
