import type { components } from '../../api/schema';

type Schemas = components['schemas'];
export type Report = Schemas['Report'];
export type Section = Schemas['ReportSection'];
export type Item = Schemas['ComparisonItem'];
export type Check = Schemas['CheckResult'];
export type Cell = Schemas['Cell'];
export type Input = Schemas['LineageInput'];

/** Of which territory and period a report speaks. */
export interface Of {
  readonly territory: string;
  readonly period: string;
}

/** At the end of its year a figure is held against the plan, before that against the pace. */
export const isWholeYear = (period: string): boolean => /^\d{4}$/.test(period);

/** A number without its sign, for a sentence that says up or down. */
export const bare = (value: string): string => value.replace(/^-/, '');
export const isZero = (value: string): boolean => !/[1-9]/.test(value);

/** In which section a check is told: the first that shows an indicator that it concerns. */
export function sectionOf({ indicators }: Check, sections: readonly Section[]): Section | undefined {
  return sections.find(({ items }) => items.some(({ indicator }) => indicators.includes(indicator)));
}

/** What an item's numbers were made of. */
export function inputsOf(item: Item): Input[] {
  const { actual, made, plan, planPct, overPlanPct, excess, expectedPct, yoyPct } = item;
  const cells = [plan, planPct, overPlanPct, excess, expectedPct, yoyPct];
  return [actual, made, ...cells].flatMap((cell) => cell?.lineage ?? []);
}
