import type { Field } from './shape';

export const groups = ['groupIdentity', 'groupSize', 'groupMoney', 'groupDays', 'groupOther'] as const;
export type Group = (typeof groups)[number];

/** Where a field stands on a page: by what kind it is, so that it holds for a register that is new. */
export function groupOf({ name, kind }: Field): Group {
  if (kind === 'prose' || kind === 'parts') return 'groupOther';
  if (/(Mn|Bn|Usd)$|^costPer|^fundSource|^capitalSource/.test(name)) return 'groupMoney';
  if (
    kind === 'day' ||
    kind === 'month' ||
    /^(decision|certificate|filing|number$|environmentalLicence)/.test(name)
  )
    return 'groupDays';
  return ['whole', 'decimal', 'year'].includes(kind) ? 'groupSize' : 'groupIdentity';
}

/** Fields in their groups; groups that have none are left out. */
export function grouped(fields: readonly Field[]): { group: Group; fields: Field[] }[] {
  return groups
    .map((group) => ({ group, fields: fields.filter((field) => groupOf(field) === group) }))
    .filter((one) => one.fields.length > 0);
}
