import { Controller } from '@nestjs/common';
import { Problem, trade, type CalendarText, type ReadPromotionCalendar } from '@doit/contracts';
import { dayPlus, territory as territoryOf } from '@doit/reference';
import { holdersAsked, isGroup, membersThroughTime, todayInVietNam } from '@doit/registers';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { eventsAsked } from './calendar.sql';
import { fittingCalendar } from './fitting';
import { sectorWords } from './promotion-names';

/** How long an event stays on the calendar that has ended. */
const daysAfter = 183;

/** The shared calendar of trade promotion, to subscribe to. */
@Controller()
export class CalendarController {
  constructor(private readonly source: DataSource) {}

  @Serves(trade.promotionEvents.calendar)
  async calendar({ territory, group, sector, lang = 'vi' }: ReadPromotionCalendar): Promise<CalendarText> {
    if (group !== undefined && !isGroup(group)) throw unknown(group);
    const today = todayInVietNam();
    const { events, isCut } = await eventsAsked(this.source, {
      from: dayPlus(today, -daysAfter),
      today,
      territories: territory === undefined ? null : holdersAsked(territory),
      group: group ?? null,
      members: group === undefined ? null : membersThroughTime(group),
      sector: sector ?? null,
    });
    const of = [territory, group].flatMap((id) =>
      id === undefined ? [] : (territoryOf(id)?.name[lang] ?? id),
    );
    if (sector !== undefined) of.push(sectorWords(sector)[lang]);
    const name = [words.name[lang], ...of].join(' – ');
    const note = (shown: number): string => words.cut[lang].replace('{n}', String(shown));
    return { body: fittingCalendar(events, { name, lang, isCut, note }) };
  }
}

const words = {
  name: { vi: 'Xúc tiến thương mại', en: 'Trade promotion' },
  cut: {
    vi: 'Chỉ đủ chỗ cho {n} sự kiện: thiếu những sự kiện đã kết thúc lâu nhất, sau đó là những sự kiện xa nhất; hãy chọn địa phương, nhóm hoặc ngành hàng.',
    en: 'Only {n} events fit: what ended longest ago is left out, then what is farthest ahead; choose a territory, a group or a sector.',
  },
} as const;

function unknown(group: string): Problem {
  const params = { territory: group };
  return new Problem('territory.unknown', params, [{ pointer: 'group', code: 'territory.unknown', params }]);
}
