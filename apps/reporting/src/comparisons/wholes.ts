import type { RecordedObservation } from '@doit/contracts';
import { indicator as indicatorOf } from '@doit/reference';
import { isAmount, type Case } from './case';

/**
 * The indicator whose total a cell is a part of: the one that the catalogue's definition names, else its own where the
 * cell has one breakdown that it could do without. Null where there is none, or where a second breakdown leaves it open.
 */
export function wholeOf(
  subject: Pick<Case, 'indicator' | 'period'> & { figure: RecordedObservation },
): string | null {
  const { indicator, figure } = subject;
  const named = namedWholes[indicator.code];
  // Goods are a part of retail; a group of goods is one of goods.
  if (named && (indicator.code !== 'RETAIL_GOODS' || Object.keys(figure.dimensions).length === 0))
    return named;
  const [name, second] = Object.keys(figure.dimensions);
  const breakdown = indicator.dimensions.find((each) => each.name === name);
  if (!breakdown || breakdown.required || second !== undefined) return null;
  return isAmount(subject) ? indicator.code : null;
}

/** The breakdown of the coarser cell that a figure is a part of as well: of a division its section. Null where there is none. */
export function coarserOf({
  indicator: code,
  dimensions,
}: RecordedObservation): Record<string, string> | null {
  for (const { name, refines } of indicatorOf(code)?.dimensions ?? []) {
    const { [name]: own, ...others } = dimensions;
    const value = own === undefined ? undefined : refines?.partOf[own];
    if (refines && value !== undefined) return { ...others, [refines.dimension]: value };
  }
  return null;
}

const namedWholes: Readonly<Record<string, string>> = {
  RETAIL_GOODS: 'RETAIL',
  GRDP_CONTRIBUTION: 'GRDP_GROWTH',
};

/** Whether two figures of a territory can be added or divided: one span, one unit. Points make up per cent of growth. */
export function areOfOneMeasure(a: RecordedObservation, b: RecordedObservation): boolean {
  return a.period === b.period && (a.unit === b.unit || (isGrowth(a) && isGrowth(b)));
}

const isGrowth = ({ indicator }: RecordedObservation): boolean =>
  indicator === 'GRDP_CONTRIBUTION' || indicator === 'GRDP_GROWTH';
