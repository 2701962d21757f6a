import { Controller } from '@nestjs/common';
import {
  exportImport,
  Problem,
  type Caller,
  type ListTariffs,
  type SetTariffs,
  type TariffPage,
  type TariffsSet,
} from '@doit/contracts';
import { Serves } from '@doit/rpc';
import { writeFor } from '@doit/runtime';
import { DataSource } from 'typeorm';
import { requireTariffs } from './tariffs';
import { listTariffs, setTariffs, type TariffKey } from './tariffs.sql';

/** Duties of markets, with and without preference. */
@Controller()
export class TariffsController {
  constructor(private readonly source: DataSource) {}

  @Serves(exportImport.tariffs.set)
  async set(tariffs: SetTariffs, caller: Caller): Promise<TariffsSet> {
    // The duties of a market are the same for all provinces: who approves for one does not write them down.
    caller.requireTerritory('viet-nam');
    requireTariffs(tariffs.items);
    await writeFor(this.source, caller, (tx) => setTariffs(tx, tariffs, caller.subject));
    return { count: tariffs.items.length };
  }

  @Serves(exportImport.tariffs.list)
  async list({ after, limit = 100, ...asked }: ListTariffs): Promise<TariffPage> {
    const found = await listTariffs(this.source, { ...asked, limit }, readCursor(after));
    const items = found.slice(0, limit);
    const last = items.at(-1);
    const isMore = last !== undefined && found.length > limit;
    return {
      items,
      next: isMore ? [last.market, last.hs, last.agreement, last.validFrom].join('/') : null,
    };
  }
}

/** @throws Problem list.unreadable-cursor */
function readCursor(after: string | undefined): TariffKey | null {
  if (after === undefined) return null;
  const [, market = '', hs = '', agreement = '', day = ''] =
    /^([A-Z]{2})\/(\d{2,8})\/([^/\0]{1,20})\/(\d{4}-\d{2}-\d{2})$/.exec(after) ?? [];
  // 30 February has the pattern of a day.
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(day) || day < '0001')
    throw new Problem('list.unreadable-cursor');
  return [market, hs, agreement, day];
}
