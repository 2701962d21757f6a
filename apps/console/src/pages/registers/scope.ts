import { usePlace } from '../../app/place';

export const country = 'viet-nam';

/** Of which territories the list speaks; undefined: of all. A group stands for its members. */
export function useScope(): readonly string[] | undefined {
  const { territory } = usePlace();
  return territory === country ? undefined : [territory];
}
