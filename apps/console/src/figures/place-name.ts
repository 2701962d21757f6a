import { useTerritories } from '../api/reference';
import { useNaming } from '../app/settings';

/** A territory by its name; several that are joined, all of them. */
export function usePlaceName(territory: string): string {
  const naming = useNaming();
  const { data: territories } = useTerritories();
  return territory
    .split('+')
    .map((one) => {
      const name = territories?.get(one)?.name;
      return name ? naming(name) : '…';
    })
    .join(' + ');
}
