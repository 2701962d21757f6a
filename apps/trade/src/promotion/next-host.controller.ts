import { Controller } from '@nestjs/common';
import { Problem, trade, type NextHost, type ReadNextHost } from '@doit/contracts';
import { isGroup, membersThroughTime, todayInVietNam } from '@doit/registers';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { nextHostOf, type HeldEdition } from './next-host';

/** Whose turn it is to host a regional conference. */
@Controller()
export class NextHostController {
  constructor(private readonly source: DataSource) {}

  @Serves(trade.regionalConferences.nextHost)
  async nextHost({ group, on = todayInVietNam() }: ReadNextHost): Promise<NextHost> {
    if (!isGroup(group)) {
      const params = { territory: group };
      throw new Problem('territory.unknown', params, [
        { pointer: 'group', code: 'territory.unknown', params },
      ]);
    }
    const held = await this.source.query<HeldEdition[]>(heldUntil, [group, on]);
    return nextHostOf(held, membersThroughTime(group), on);
  }
}

const heldUntil = `
  select edition, territory, held_on::text as "heldOn", handed_to as "handedTo" from regional_conference
   where unit_group = $1 and state in ('held', 'handed-over') and held_on <= $2
   order by edition desc, changed_at desc, id`;
