import { useTerritories, type Territory } from '../../api/reference';
import { useNaming, useWords } from '../../app/settings';
import { Search, type ChoiceGroup } from '../../kit/choices';

const isUnit = ({ type }: Territory): boolean => type === 'province' || type === 'city';

interface Props {
  label: string;
  value: string | null;
  onChange: (id: string) => void;
  fault?: string | undefined;
  /** What stands first, for all of them. */
  all?: { id: string; name: string };
  /** Only these; left out: every unit, of today and before. */
  only?: readonly string[];
  groups?: boolean;
}

/** One territory of those that there are and were. */
export function TerritoryField({ label, value, onChange, fault, all, only, groups = false }: Props) {
  const words = useWords();
  const naming = useNaming();
  const { data } = useTerritories();
  const group = (name: string, has: (one: Territory) => boolean): ChoiceGroup => ({
    name,
    choices: [...(data?.values() ?? [])]
      .filter((one) => has(one) && (only === undefined || only.includes(one.id)))
      .map(({ id, name: called }) => ({ id, name: naming(called) }))
      .sort((a, b) => a.name.localeCompare(b.name, 'vi')),
  });
  const choices = [
    ...(all ? [{ name: all.name, choices: [all] }] : []),
    group(words.today, (one) => isUnit(one) && one.validTo === null),
    group(words.before, (one) => isUnit(one) && one.validTo !== null),
    ...(groups ? [group(words.groupings, (one) => !isUnit(one) && one.type !== 'country')] : []),
  ].filter((one) => one.choices.length > 0);
  // The field forgets what was chosen while its choices are not there yet.
  if (!data) return null;
  return (
    <Search label={label} choices={choices} value={value} onChange={onChange} {...(fault && { fault })} />
  );
}
