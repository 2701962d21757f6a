import type { Cell, CoverageRate } from '@doit/contracts';
import {
  decimal,
  div,
  exactly,
  indicator as indicatorOf,
  mul,
  roundHalfAway,
  type Interval,
} from '@doit/reference';
import { computed, refused } from '../comparisons/cells';
import { quoteOf, type Known } from '../comparisons/quotes';
import type { Tallied } from './tallied';

/** What is counted for the people of a territory. */
export const covering = ['MARKETS', 'SUPERMARKETS', 'MALLS', 'CONVENIENCE_STORES'];

/** What a register counts, and how many that is per 10,000 people. */
export function rateOf(tallied: Tallied, population: Known | undefined): CoverageRate {
  const { tally, value, sure, possible, counted, undated, completeOn, day } = tallied;
  const { indicator } = tally;
  const isComplete = completeOn !== null && (day === null || completeOn <= day);
  // None of a register that may lack some is nothing that is known.
  const number = value === null || (counted === 0 && !isComplete) ? null : value.toNumber();
  return {
    indicator,
    name: indicatorOf(indicator)?.name ?? { vi: indicator, en: indicator },
    value: number,
    ...{ undated, completeOn },
    // Of those of which nothing says whether they were there, none or all may have been.
    per10000: perPeople(indicator, number, { low: sure, high: possible }, population),
  };
}

function perPeople(
  indicator: string,
  number: number | null,
  counted: Interval,
  population: Known | undefined,
): Cell {
  if (number === null) return refused('no-figure', [indicator]);
  if (!population) return refused('no-figure', ['POPULATION']);
  const people = quoteOf(population);
  if (!people.value.greaterThan(0)) return refused('non-positive-base', ['POPULATION']);
  const times = decimal(String(number)).times(10_000);
  const rate = roundHalfAway(times.div(people.value), 4);
  const interval = div(mul(counted, exactly('10000')), people.interval);
  const formula = `${indicator} by its register × 10,000 ÷ POPULATION of ${population.period}`;
  return computed(rate, interval, 4, formula, [people]);
}
