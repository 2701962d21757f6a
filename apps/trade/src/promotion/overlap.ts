import type { EventOverlap, JoinProposal, OverlapReason } from '@doit/contracts';
import { sectorWords, countryName } from './promotion-names';

/** An event that was found on the days of another, and what they have in common. */
export interface FoundOverlap extends Omit<EventOverlap, 'reasons'> {
  recordedAt: string;
  sectors: string[];
  isSamePlace: boolean;
  markets: string[];
}

/** What decides whom others join. */
export type Joinable = Pick<FoundOverlap, 'territory' | 'level' | 'state' | 'recordedAt'> & {
  id: string | null;
};

/** Why two events overlap, in words; the cause that is hardest to mend first. */
export function reasonsOf({ sectors, isSamePlace, markets, place }: FoundOverlap): OverlapReason[] {
  const reasons: OverlapReason[] = [];
  if (isSamePlace)
    reasons.push(reason('same-place', [place], `Cùng địa điểm: ${place}`, `The same place: ${place}`));
  if (markets.length > 0)
    reasons.push(
      reason(
        'same-market',
        markets,
        `Hai địa phương cùng đến thị trường ${named(markets, 'vi')} trong một tháng`,
        `Two territories in the market of ${named(markets, 'en')} in one month`,
      ),
    );
  if (sectors.length > 0)
    reasons.push(
      reason(
        'same-sector',
        sectors,
        `Cùng ngành hàng: ${sectors.map((each) => sectorWords(each).vi).join(', ')}`,
        `The same sector: ${sectors.map((each) => sectorWords(each).en).join(', ')}`,
      ),
    );
  return reasons;
}

const named = (codes: readonly string[], language: 'vi' | 'en'): string =>
  codes.map((code) => countryName(code, language)).join(', ');

function reason(why: OverlapReason['why'], which: string[], vi: string, en: string): OverlapReason {
  return { why, which, reason: { vi, en } };
}

const breadth = { national: 0, regional: 1, province: 2 } as const;
/** The states in which others may still join. */
export const joinableStates: readonly string[] = ['registered', 'approved'];

/** Whom to join comes first: the widest level, then who registered first; equals by id. */
export function compareJoinable(a: Joinable, b: Joinable): number {
  const wider = breadth[a.level] - breadth[b.level];
  if (wider !== 0) return wider;
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? -1 : 1;
  return (a.id ?? '~') < (b.id ?? '~') ? -1 : 1;
}

/** Whom to join of an event and the best of those it overlaps with; null: nobody can be joined, or nothing overlaps. */
export function proposalOf(
  self: Joinable,
  best: (Joinable & { id: string; code: string }) | undefined,
): JoinProposal | null {
  if (!best) return null;
  const isThis = joinableStates.includes(self.state) && compareJoinable(self, best) < 0;
  const chosen = isThis ? self : best;
  const since = dayInVietNam(chosen.recordedAt);
  const isWider = self.level !== best.level;
  const vi = isWider ? 'Cấp rộng nhất' : 'Đăng ký sớm nhất trong các sự kiện cùng cấp';
  const en = isWider ? 'It has the widest level' : 'It was registered first of those of its level';
  return {
    id: isThis ? null : best.id,
    code: isThis ? null : best.code,
    territory: chosen.territory,
    isThis,
    reason: {
      vi: `${vi} (${levels[chosen.level]}, ${since})`,
      en: `${en} (${chosen.level}, ${since})`,
    },
  };
}

/** The day of a moment as people here have it: seven hours before UTC. */
const dayInVietNam = (at: string): string =>
  new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10);

const levels = { national: 'quốc gia', regional: 'vùng', province: 'tỉnh' } as const;
