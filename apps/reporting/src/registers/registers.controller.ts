import { Controller } from '@nestjs/common';
import {
  registersOf,
  reporting,
  type ReadRegisterTallies,
  type RegisterTallies,
  type RegisterTally,
} from '@doit/contracts';
import {
  decimalText,
  indicator as indicatorOf,
  indicators,
  isTerritory,
  roundHalfAway,
  tallies,
  unitsHeldBy,
} from '@doit/reference';
import { todayInVietNam } from '@doit/registers';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { refusedAsked } from '../comparisons/asked';
import type { Tallied, TallyAsked } from './tallied';
import { readTallies } from './tallies.sql';

const nouns = new Set(
  Object.values(registersOf)
    .flat()
    .map(({ noun }) => noun),
);
const order = indicators.map(({ code }) => code);
/** Those of stocks: of flows nobody says which period he means. */
const inOrder = tallies
  .filter(({ period }) => period === null)
  .sort((a, b) => order.indexOf(a.indicator) - order.indexOf(b.indicator));

/** What registers come to. Sums and numbers are for everybody, of registers too whose entries are not: none is shown. */
@Controller()
export class RegistersController {
  constructor(private readonly source: DataSource) {}

  @Serves(reporting.registers.read)
  async read({ territory: ids, register: only }: ReadRegisterTallies): Promise<RegisterTallies> {
    const unknown = only?.find((noun) => !nouns.has(noun));
    if (unknown !== undefined) throw refusedAsked('register', 'register.unknown', { register: unknown });
    const wanted = inOrder.filter(({ register }) => only?.includes(register) ?? true);
    const asked = [...new Set(ids)].flatMap((territory) => {
      const territories = holdersOf(territory);
      return wanted.map((tally) => ({ territory, tally, territories, day: null }));
    });
    const found = await readTallies(this.source, asked);
    return { items: found.map((each, at) => itemOf(asked[at]?.territory ?? '', each)) };
  }
}

/**
 * A unit and all whose land it holds: an entry stays in the name of the unit that it was entered for. On the map of
 * today, or of its own last day.
 * @throws Problem territory.unknown
 */
function holdersOf(territory: string): TallyAsked['territories'] {
  if (!isTerritory(territory)) throw refusedAsked('territory', 'territory.unknown', { territory });
  return unitsHeldBy(territory, todayInVietNam());
}

function itemOf(territory: string, { tally, counted, lacking, value, completeOn }: Tallied): RegisterTally {
  const { register, indicator, dimensions, unit } = tally;
  const name = indicatorOf(indicator)?.name ?? { vi: indicator, en: indicator };
  const places = value ? Math.min(value.decimalPlaces(), 12) : 0;
  return {
    ...{ territory, register, indicator, name, dimensions: { ...dimensions }, unit },
    value: value && decimalText(roundHalfAway(value, places), places),
    ...{ counted, lacking, completeOn },
  };
}
