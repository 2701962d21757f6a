import type { Bilingual } from '../text';
import type { UnitCode } from '../units';

/** The service that records the actual figures of an indicator. Plans and scenarios of all are reporting's. */
export type OwnerService = 'industry' | 'trade' | 'export-import' | 'reporting';

/** The section of the monthly report an indicator is printed in. */
export type ReportSection = 'industry' | 'energy' | 'clusters' | 'trade' | 'export-import' | 'general';

/**
 * How figures add up over months and territories: `flow` sum, sum · `stock` last, sum · `index` ratio of sums,
 * weighted mean or refusal · `ratio` from numerator and denominator · `peak` maximum, refusal ·
 * `rate`, `rank`, `contribution` not at all.
 */
export type IndicatorKind = 'flow' | 'stock' | 'index' | 'ratio' | 'peak' | 'rate' | 'rank' | 'contribution';

/** A breakdown of an indicator. Exactly one of `values`, `pattern` and `refersTo` says what may stand in it. */
export interface Dimension {
  readonly name: string;
  readonly label: Bilingual;
  /** Where false, a figure without it is the total over it; of a ratio, the source does not say it. */
  readonly required: boolean;
  readonly values: readonly string[] | null;
  /** A regular expression for the whole value. */
  readonly pattern: string | null;
  /** The code of an indicator, or the id of a group of territories. */
  readonly refersTo: 'indicator' | 'group' | null;
  /** What its values are called, where they are codes. */
  readonly names?: Readonly<Record<string, Bilingual>>;
  /** Where these keep their capitals within a sentence. */
  readonly hasProperNames?: true;
  /** The only unit that a value is counted in, where it fixes the unit of the figure. */
  readonly units?: Readonly<Record<string, UnitCode>>;
  /** The coarser breakdown whose parts its values are, each of one: a figure has one of the two, never both. */
  readonly refines?: { readonly dimension: string; readonly partOf: Readonly<Record<string, string>> };
  /** Where its values share what they count (groups of countries, agreements), so that figures of several are never added. */
  readonly overlaps?: true;
  /** The dimension that it stands instead of: a figure has one of the two, never both. */
  readonly insteadOf?: string;
  /** Where it says something only beside one value of another dimension. */
  readonly onlyWith?: { readonly dimension: string; readonly value: string };
}

/**
 * A stretch of a series computed in one way. `from` is its first month (null = since ever), `territory` the only
 * one concerned (null = all). Levels of two versions are never compared.
 */
export interface SeriesVersion {
  readonly id: string;
  readonly territory: string | null;
  readonly from: string | null;
  readonly note: Bilingual;
}

/** One entry of the catalogue, as plain data. */
export interface Indicator {
  readonly code: string;
  readonly name: Bilingual;
  /** The unit to record in; `units` lists all that are allowed, this one first. */
  readonly unit: UnitCode;
  readonly units: readonly UnitCode[];
  readonly service: OwnerService;
  readonly section: ReportSection;
  readonly kind: IndicatorKind;
  /** Which way is better; `neutral` where neither is. */
  readonly direction: 'up' | 'down' | 'neutral';
  /** The shortest period it is published for. */
  readonly frequency: 'month' | 'quarter' | 'half' | 'year';
  readonly dimensions: readonly Dimension[];
  readonly definition: Bilingual;
  readonly legalSource: Bilingual;
  readonly seriesVersions: readonly SeriesVersion[];
  /** By which levels of several territories are weighted: an indicator's figures of one year. */
  readonly weights?: { readonly indicator: string; readonly year: number };
  /**
   * The indicators whose levels make up its own, each added or taken off: same kind, unit and breakdown, and not derived
   * themselves. What is stated for it stands; where nothing is, its level is their sum.
   */
  readonly derivedFrom?: readonly { readonly indicator: string; readonly sign: 1 | -1 }[];
  /**
   * Where all of a flow or stock is counted in one province or city or another, so that theirs add up to the country's.
   * Of others the country's figure holds what no province is told of (electricity sold directly, exports declared
   * centrally), or counts once what several provinces count.
   */
  readonly addsToCountry?: boolean;
  /** Where nobody can have measured it: it is recorded as that, in reporting, and never as a figure or a plan. */
  readonly onlyAs?: 'scenario';
}

/** An entry as its section's file writes it: what most entries leave out is filled in by {@link entries}. */
type Entry = Omit<Indicator, 'service' | 'section' | 'units' | 'dimensions' | 'seriesVersions'> &
  Partial<Pick<Indicator, 'units' | 'dimensions' | 'seriesVersions'>>;

/** The entries of one section and its owner, completed. */
export function entries(service: OwnerService, section: ReportSection, list: readonly Entry[]): Indicator[] {
  return list.map((each) => ({
    units: [each.unit],
    dimensions: [],
    seriesVersions: [],
    ...each,
    service,
    section,
  }));
}
