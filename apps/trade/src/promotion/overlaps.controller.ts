import { Controller } from '@nestjs/common';
import {
  Problem,
  trade,
  type Entry,
  type EventDraft,
  type EventOverlaps,
  type eventStates,
  type PromotionEventFields,
  type ReadOverlaps,
} from '@doit/contracts';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { askedOf, overlapsOf, type Asked } from './found-overlaps';
import { requireCountries } from './countries';
import { requireDays } from './days';
import { requireUnit } from './promotion-event-rules';

type Event = Entry<PromotionEventFields, (typeof eventStates)[number]>;

const defaultLimit = 20;

/** What promotion events overlap with on the calendar of all territories. */
@Controller()
export class OverlapsController {
  constructor(private readonly source: DataSource) {}

  @Serves(trade.promotionEvents.overlaps)
  async overlaps({ id, withinDays, limit }: ReadOverlaps): Promise<EventOverlaps> {
    const event = await this.event(id);
    const asked = askedOf(event, withinDays);
    // What was postponed or cancelled is not held on its days.
    const isOff = event.state === 'postponed' || event.state === 'cancelled';
    return this.answer(
      isOff ? { ...asked, place: null, country: null, sectors: [], targetMarkets: [] } : asked,
      limit,
    );
  }

  @Serves(trade.promotionEvents.checkOverlaps)
  async checkOverlaps({ limit, ...draft }: EventDraft): Promise<EventOverlaps> {
    requireUnit(draft.territory, '/territory');
    if (draft.placeTerritory !== undefined) requireUnit(draft.placeTerritory, '/placeTerritory');
    requireDays(draft);
    requireCountries(draft);
    const moved = draft.id === undefined ? null : await this.event(draft.id, '/id');
    const { territory, startsOn, endsOn, withinDays } = draft;
    const asked: Asked = {
      ...{ id: draft.id ?? null, territory, startsOn, endsOn, withinDays },
      ...{ place: draft.place ?? null, country: draft.country ?? null },
      ...{ placeTerritory: draft.placeTerritory ?? null, sectors: draft.sectors ?? [] },
      ...{ targetMarkets: draft.targetMarkets ?? null, level: draft.level ?? moved?.level ?? 'province' },
      // With new days what was postponed is registered again.
      state: moved === null || moved.state === 'postponed' ? 'registered' : moved.state,
      recordedAt: moved?.recordedAt ?? new Date().toISOString(),
    };
    return this.answer(asked, limit);
  }

  private async event(id: string, pointer?: string): Promise<Event> {
    const [row] = await this.source.query<{ body: string }[]>(
      'select body from promotion_event where id = $1',
      [id],
    );
    if (!row)
      throw new Problem('register.not-found', {}, pointer ? [{ pointer, code: 'register.not-found' }] : []);
    return JSON.parse(row.body) as Event;
  }

  private async answer(asked: Asked, limit = defaultLimit): Promise<EventOverlaps> {
    const [found] = await overlapsOf(this.source, [asked], limit);
    if (!found) throw new Error('an event was asked for and not answered');
    return found;
  }
}
