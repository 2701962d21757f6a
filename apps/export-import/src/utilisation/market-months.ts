import { agreements, isInForce, lastDay, period } from '@doit/reference';

/** Months in which an agreement is in force with a party: certificates could be issued in them. */
export interface PartyMonths {
  readonly agreement: string;
  readonly form: string;
  readonly market: string;
  readonly isMarket: boolean;
  /** `YYYY-MM`, those of the period, in their order. */
  readonly months: readonly string[];
}

/** Each agreement that has a form, with each party in the months (`YYYY-MM`) on whose last day it is in force. */
export function partyMonths(months: readonly string[]): PartyMonths[] {
  const days = months.map((month) => ({ month, day: lastDay(period(month, 1)) }));
  return agreements.flatMap(({ id, certificate, memberships }) =>
    memberships.flatMap((party): PartyMonths[] => {
      const inForce = days.filter(({ day }) => isInForce(party, day)).map(({ month }) => month);
      if (certificate === null || inForce.length === 0) return [];
      const { country: market, isMarket } = party;
      return [{ agreement: id, form: certificate, market, isMarket, months: inForce }];
    }),
  );
}
