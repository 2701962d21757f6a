import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answered, entries, type ListQuery } from './entries';
import { country, useScope } from './scope';
import type { Shape } from './shape';

export type Asked = Readonly<Record<string, string | undefined>>;
const pageSize = 50;

/** What the address asks of a register, as the API is asked. */
export function useAsked(shape: Shape, search: Asked): ListQuery {
  const scope = useScope();
  const { q, sort } = search;
  const orders = shape.sorts.flatMap((name) => [name, `-${name}`]);
  const filters = shape.filters.flatMap((name) => {
    const value = search[name];
    return value === undefined ? [] : [[name, value.split(',')] as const];
  });
  // Cases against the whole country are every territory's.
  const territory = scope && shape.register === 'trade-remedies' ? [...scope, country] : scope;
  return {
    ...Object.fromEntries(filters),
    ...(territory && { territory }),
    ...(q && { q }),
    ...(sort && orders.includes(sort) && { sort }),
  };
}

/** Asks for something else of the same register; who reads stays where he is on the page. */
export function useAsk(shape: Shape): (change: Asked) => void {
  const navigate = useNavigate();
  return (change) =>
    void navigate({
      to: '/registers/$service/$register',
      params: shape,
      search: (before) => ({ ...before, ...change }),
      replace: true,
      resetScroll: false,
    });
}

/** The list, a page at a time. */
export function useListing({ service, register }: Shape, query: ListQuery, isAllowed: boolean) {
  return useInfiniteQuery({
    queryKey: [service, register, query],
    enabled: isAllowed,
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) =>
      answered(
        await entries.GET('/v1/{service}/{register}', {
          params: {
            path: { service, register },
            query: { ...query, limit: pageSize, ...(pageParam && { after: pageParam }) },
          },
          signal,
        }),
      ),
    getNextPageParam: ({ next }) => next,
    // The table stays, and whoever stands in it, while it is sorted or narrowed; that of another register does not.
    placeholderData: (before, asked) => (asked?.queryKey[1] === register ? before : undefined),
  });
}

/**
 * How many there are of what is asked, by territory and state.
 * @param query as for the list, whose order does not matter here
 */
export function useCounts(
  { service, register }: Shape,
  { sort: _, ...query }: ListQuery,
  isAllowed: boolean,
) {
  return useQuery({
    queryKey: [service, register, 'counts', query],
    enabled: isAllowed,
    queryFn: async ({ signal }) =>
      answered(
        await entries.GET('/v1/{service}/{register}/counts', {
          params: { path: { service, register }, query },
          signal,
        }),
      ).items,
    placeholderData: (before, asked) => (asked?.queryKey[1] === register ? before : undefined),
  });
}

/** The whole filtered list as the service writes it. */
export async function readCsv({ service, register }: Shape, query: ListQuery): Promise<Blob> {
  const { data } = await entries.GET('/v1/{service}/{register}.csv', {
    params: { path: { service, register }, query },
    parseAs: 'blob',
  });
  if (!data) throw new Error('The register answered with no file.');
  return data;
}
