import { Problem, type Entry, type PromotionEventFields } from '@doit/contracts';

type Days = Pick<Entry<PromotionEventFields>, 'startsOn' | 'endsOn'>;

/** Before it no calendar was kept. */
export const firstDay = '2000-01-01';
/** What is planned after it is a slip of the pen. */
const lastDay = '2100-12-31';
/** Longer than that is a programme of several events. */
const longest = 366;

/** @throws Problem promotion-event.day-out-of-range, promotion-event.ends-before-start, promotion-event.too-long */
export function requireDays({ startsOn, endsOn }: Days): void {
  const faults = Object.entries({ startsOn, endsOn })
    .filter(([, day]) => day < firstDay || day > lastDay)
    .map(([field, day]) => {
      const params = { day, from: firstDay, to: lastDay };
      return { pointer: `/${field}`, code: 'promotion-event.day-out-of-range' as const, params };
    });
  if (faults[0]) throw new Problem(faults[0].code, faults[0].params, faults);
  const pointer = '/endsOn';
  if (endsOn < startsOn) {
    const code = 'promotion-event.ends-before-start';
    throw new Problem(code, { startsOn, endsOn }, [{ pointer, code, params: { startsOn, endsOn } }]);
  }
  const days = (Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000 + 1;
  if (days <= longest) return;
  const code = 'promotion-event.too-long';
  const params = { days, max: longest };
  throw new Problem(code, params, [{ pointer, code, params }]);
}

/** What is under way, held or reported on a day began by then. @throws Problem promotion-event.not-begun */
export function requireBegun({ startsOn }: Pick<Days, 'startsOn'>, on: string, pointer: string): void {
  if (startsOn <= on) return;
  const code = 'promotion-event.not-begun';
  throw new Problem(code, { on, startsOn }, [{ pointer, code, params: { on, startsOn } }]);
}
