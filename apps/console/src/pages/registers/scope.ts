import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { useTerritories } from '../../api/reference';
import { usePlace } from '../../app/place';
import { answered } from './entries';

export const country = 'viet-nam';

/** Of which territories the list speaks; undefined: of all. Null while a group's members are being asked for. */
export function useScope(): readonly string[] | undefined | null {
  const { territory } = usePlace();
  const { data: all } = useTerritories();
  const type = all?.get(territory)?.type;
  const isGroup = type === 'region' || type === 'conference-group';
  const members = useQuery({
    queryKey: ['members', territory],
    enabled: isGroup,
    queryFn: async () =>
      answered(await client.GET('/v1/territories', { params: { query: { group: territory, limit: 500 } } })),
  });
  if (territory === country) return undefined;
  if (!type) return null;
  return isGroup ? (members.data?.items.map(({ id }) => id) ?? null) : [territory];
}
