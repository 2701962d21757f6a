import { Controller } from '@nestjs/common';
import { exportImport, type Caller, type ReadUtilisation, type Utilisation } from '@doit/contracts';
import { firstDay, lastDay, yearBefore } from '@doit/reference';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { monthBounds } from '../reports/land';
import { askedOf, readAsked, type Asked } from './asked';
import { figuresOf, type Figures } from './figures';
import { partyMonths } from './market-months';
import { utilisationOf } from './utilisation';
import { heldOf } from './utilisation.sql';

/** How far trade agreements are used. */
@Controller()
export class UtilisationController {
  constructor(private readonly source: DataSource) {}

  @Serves(exportImport.utilisation.read)
  async read(asking: ReadUtilisation, caller: Caller): Promise<Utilisation> {
    const asked = readAsked(asking);
    const flows = asking.source ?? 'customs';
    const earlier = askedOf(asked.territory, yearBefore(asked.period));
    const [now, before] = await Promise.all([
      this.figures(asked, flows, caller),
      this.figures(earlier, flows, caller),
    ]);
    return utilisationOf(asked, flows, now, before);
  }

  private async figures(asked: Asked, flows: string, caller: Caller): Promise<Figures> {
    const { months, territories, period } = asked;
    const parties = partyMonths(months);
    const markets = [...new Set(parties.map(({ market }) => market))];
    const forms = [...new Set(parties.map(({ form }) => form))];
    const [from, to] = [firstDay(period), lastDay(period)];
    const bounds = [...monthBounds(period), ...monthBounds(yearBefore(period))];
    const readable = caller.readsUnpublished('export-import');
    const isRead = (unit: string): boolean => readable.includes('*') || readable.includes(unit);
    const isTheirs = territories.every(isRead);
    const own = [...new Set([...asked.units, ...asked.before.units])].filter(
      (each) => isTheirs || isRead(each),
    );
    const held = await heldOf(this.source, asked, { from, to, bounds, flows, markets, forms, own });
    return figuresOf(held, parties, { months, lastDay: to, isTheirs });
  }
}
