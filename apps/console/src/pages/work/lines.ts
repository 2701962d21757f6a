import { dimensionsOf, type Dimension, type Indicator } from '../../api/indicator';
import type { Observation } from '../../api/observations';

/** A row of the grid: an indicator, whole or one of its parts. */
export interface Line {
  readonly key: string;
  readonly indicator: Indicator;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly unit: string;
}

export function keyOf(indicator: string, dimensions: Readonly<Record<string, string>>): string {
  const parts = Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1));
  return [indicator, ...parts.map(([name, value]) => `${name}=${value}`)].join('~');
}

function lineOf(indicator: Indicator, dimensions: Readonly<Record<string, string>>): Line {
  const fixed = dimensionsOf(indicator).flatMap(({ name, units }) => units[dimensions[name] ?? ''] ?? []);
  const unit = fixed[0] ?? indicator.unit;
  return { key: keyOf(indicator.code, dimensions), indicator, dimensions, unit };
}

/** What is entered into a line is counted in: what is not approved yet is corrected in the unit that it has. */
export const unitToSend = ({ unit }: Line, stands: Observation | undefined): string =>
  stands && stands.state !== 'approved' ? stands.unit : unit;

/**
 * What a department hands in: each indicator as a whole, or by what it must be broken down by; by `by` where that is
 * asked for; and whatever it stated before.
 */
export function linesOf(
  indicators: readonly Indicator[],
  stated: readonly Observation[],
  by: string | undefined,
): Line[] {
  return indicators.flatMap((indicator) => {
    const dimensions = dimensionsOf(indicator);
    const required = dimensions.filter((one) => one.required);
    const listed = dimensions.filter((one) => one.values && (one.required || one.name === by));
    const whole = required.length === 0 ? [lineOf(indicator, {})] : [];
    const parts = listed
      .filter((one) => required.every((other) => other === one))
      .flatMap(({ name, values }) => values?.map((value) => lineOf(indicator, { [name]: value })) ?? []);
    const before = stated
      .filter((one) => one.indicator === indicator.code)
      .map((one) => lineOf(indicator, one.dimensions));
    return [...new Map([...whole, ...parts, ...before].map((line) => [line.key, line])).values()];
  });
}

/** What some of the indicators may be broken down by beyond what they must be. */
export function breakdownsOf(indicators: readonly Indicator[]): Dimension[] {
  const open = indicators.flatMap((one) => dimensionsOf(one).filter((each) => !each.required && each.values));
  return [...new Map(open.map((one) => [one.name, one])).values()];
}
