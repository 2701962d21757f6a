import type { LinkProps } from '@tanstack/react-router';
import { useTerritories } from '../../api/reference';
import { useNaming, usePageWords, useSettings } from '../../app/settings';
import { writeNumber } from '../../words/numbers';
import { useNames } from './names/naming';
import { inOrder, type Place } from './places';
import type { Shape } from './shape';
import { words as both } from './words';

/** How the map and its table write a unit, its numbers and its states, and where it leads. */
export function usePlaces(shape: Shape) {
  const names = useNames();
  const naming = useNaming();
  const { language } = useSettings();
  const words = usePageWords(both);
  const { data: territories } = useTerritories();
  const { service, register } = shape;
  const write = (count: number | string) => writeNumber(String(count), language);
  return {
    register: names.register(register),
    write,
    /** `1 entry`, `12 entries`. */
    entries: (count: number) => `${write(count)} ${count === 1 ? words.entry : words.entries}`,
    nameOf: (id: string) => {
      const name = territories?.get(id)?.name;
      return name ? naming(name) : id;
    },
    statesOf: ({ states }: Place) =>
      inOrder(shape, states).map(({ state, count }) => ({ name: names.state(register, state), count })),
    /** The list of the unit, narrowed as the map is. */
    linkOf: (territory: string): LinkProps => ({
      to: '/registers/$service/$register',
      params: { service, register },
      search: (before) => ({ ...before, territory, view: undefined }),
    }),
  };
}
export type Places = ReturnType<typeof usePlaces>;
