import type { HostingMember, NextHost } from '@doit/contracts';
import { inForce, successorOn, territory, withInherited } from '@doit/reference';

/** An edition that was held, and by whom. */
export interface HeldEdition {
  edition: number;
  territory: string;
  heldOn: string | null;
  handedTo: string | null;
}

/**
 * Who hosts after the editions that were held: the unit that the last flag was handed to, or what it became, though it be no
 * member; else who hosted
 * never, then who hosted longest ago, each with the editions of the units that went into it. Equals by id.
 * @param members of the group, of any time
 */
export function nextHostOf(
  editions: readonly HeldEdition[],
  members: readonly string[],
  on: string,
): NextHost {
  const held = [...editions].sort((a, b) => b.edition - a.edition);
  const last = held[0];
  const named = last?.handedTo ? successorOn(last.handedTo, on) : null;
  const inTurn = members.filter((id) => inForce(id, on));
  const items = [...new Set([...(named === null ? [] : [named]), ...inTurn])]
    .map((id): HostingMember => {
      const land = withInherited([id], on);
      const hosted = held.find((each) => land.includes(each.territory));
      const isNamed = id === named;
      return {
        territory: id,
        lastEdition: hosted?.edition ?? null,
        lastOn: hosted?.heldOn ?? null,
        reason: isNamed ? handed(last?.edition ?? 0, last?.handedTo ?? id) : lastHosted(hosted),
      };
    })
    .sort(
      (a, b) =>
        Number(b.territory === named) - Number(a.territory === named) ||
        (a.lastEdition ?? 0) - (b.lastEdition ?? 0) ||
        (a.territory < b.territory ? -1 : 1),
    );
  return {
    edition: last ? last.edition + 1 : null,
    by: items[0] !== undefined && items[0].territory === named ? 'handed-over' : 'rotation',
    items,
  };
}

const handed = (edition: number, to: string) => {
  const name = territory(to)?.name ?? { vi: to, en: to };
  return {
    vi: `Được trao cờ tại hội nghị lần thứ ${edition} (${name.vi})`,
    en: `The flag was handed over at edition ${edition} (${name.en})`,
  };
};

const lastHosted = (hosted: HeldEdition | undefined) =>
  hosted
    ? { vi: `Đăng cai lần gần nhất: lần thứ ${hosted.edition}`, en: `Hosted edition ${hosted.edition} last` }
    : { vi: 'Chưa thấy đăng cai lần nào', en: 'Hosted no edition that is known' };
