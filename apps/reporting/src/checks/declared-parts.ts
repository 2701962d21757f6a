import { indicator, type Dimension, type Indicator } from '@doit/reference';

/** An indicator, and the breakdown that makes a part of it. */
export type CellName = readonly [code: string, dimensions: Readonly<Record<string, string>>];

const services = (component: string): CellName => ['RETAIL', { component }];
const sector = (name: string): CellName => ['GRDP_CONTRIBUTION', { sector: name }];
const growth: CellName = ['GRDP_GROWTH', {}];
const beside = ['agriculture', 'services', 'product-taxes'].map(sector);

/** Of retail the list of its components leaves out the goods, which are an indicator of their own. */
const retail = {
  total: ['RETAIL', {}],
  parts: [['RETAIL_GOODS', {}], ...['accommodation-food', 'travel', 'other-services'].map(services)],
  isSigned: false,
} as const satisfies NamedParts;

interface NamedParts {
  readonly total: CellName;
  readonly parts: readonly CellName[];
  /** Where parts may be negative, some of them can exceed the total. */
  readonly isSigned: boolean;
}

/** Totals whose parts the catalogue's definitions name: the four of retail, the sectors of growth level by level. */
export const namedParts: readonly NamedParts[] = [
  retail,
  { total: growth, parts: [sector('industry-construction'), ...beside], isSigned: true },
  { total: growth, parts: [sector('industry'), sector('construction'), ...beside], isSigned: true },
  { total: sector('industry-construction'), parts: ['industry', 'construction'].map(sector), isSigned: true },
  { total: sector('industry'), parts: ['B', 'C', 'D', 'E'].map(sector), isSigned: true },
];

/** The dimensions of an indicator of which a cell with one is a part of the cell without it. */
export function splitting({ code, kind, dimensions }: Indicator): Dimension[] {
  if ((kind !== 'flow' && kind !== 'stock') || code === retail.total[0]) return [];
  // A single value (the products that were supported) selects; it does not split.
  return dimensions.filter(({ required, values }) => !required && values?.length !== 1);
}

/** A way in which all of an indicator is broken down, part by part. */
export interface ListedBreakdown {
  /** The dimension that the parts differ by. */
  readonly by: string;
  readonly parts: readonly CellName[];
}

/** The breakdowns of an indicator whose parts are listed, so that it can be told whether all of them are there. */
export function listedBreakdowns(code: string): ListedBreakdown[] {
  if (code === retail.total[0]) return [{ by: 'component', parts: retail.parts }];
  const known = indicator(code);
  return (known ? splitting(known) : []).flatMap(({ name, values, overlaps }) =>
    values && !overlaps
      ? [{ by: name, parts: values.map((value): CellName => [code, { [name]: value }]) }]
      : [],
  );
}

/** The dimensions of an indicator whose parts nobody lists, or share what they count: shown as far as they are stated. */
export function openBreakdowns(code: string): Dimension[] {
  const known = indicator(code);
  if (known?.kind === 'ratio') return known.dimensions.filter(isOpen);
  return (known ? splitting(known) : []).filter(isOpen);
}

const isOpen = ({ values, pattern, overlaps, required, onlyWith }: Dimension): boolean =>
  !required && !onlyWith && (overlaps === true || (values === null && pattern !== null));
