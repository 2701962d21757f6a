import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { components } from '../../api/schema';
import { answered, entries, type ListQuery, type Overlaps } from '../registers/entries';
import { addDays, firstDay, lastDay } from './days';

export type Event = components['schemas']['PromotionEvent'];

/** No event is longer; an earlier one does not reach into the month. */
const longest = 400;
const path = { service: 'trade', register: 'promotion-events' };
const isEvent = (one: unknown): one is Event => typeof one === 'object' && one !== null && 'startsOn' in one;

/** The events that a month touches, read from the latest on until none can reach into it. */
export function useEvents(month: string, scope: readonly string[] | undefined) {
  const query: ListQuery = { sort: '-startsOn', limit: 500, ...(scope && { territory: scope }) };
  const listing = useInfiniteQuery({
    queryKey: ['trade', 'promotion-events', 'calendar', scope],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) =>
      answered(
        await entries.GET('/v1/{service}/{register}', {
          params: { path, query: { ...query, ...(pageParam && { after: pageParam }) } },
          signal,
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });
  const all = listing.data?.pages.flatMap(({ items }) => items.filter(isEvent)) ?? [];
  const earliest = all.at(-1)?.startsOn;
  const lacks =
    listing.hasNextPage && earliest !== undefined && earliest > addDays(firstDay(month), -longest);
  const { isFetching, isFetchNextPageError, fetchNextPage } = listing;
  useEffect(() => {
    // What was refused is not asked for again and again.
    if (lacks && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [lacks, isFetching, isFetchNextPageError, fetchNextPage]);
  const events = all
    .filter(({ startsOn, endsOn }) => startsOn <= lastDay(month) && endsOn >= firstDay(month))
    .reverse();
  return { listing, events };
}

/** What each of these overlaps with, by its id. */
export function useOverlaps(events: readonly Event[]): ReadonlyMap<string, Overlaps> {
  return useQueries({
    queries: events.map(({ id, version }) => ({
      queryKey: ['trade', 'promotion-events', id, 'overlaps', version],
      queryFn: async () =>
        answered(await entries.GET('/v1/trade/promotion-events/{id}/overlaps', { params: { path: { id } } })),
      // One question for each event: not all of them again whenever the window is looked at.
      refetchOnWindowFocus: false,
    })),
    combine: (found) =>
      new Map(found.flatMap(({ data }, n) => (data ? [[events[n]?.id ?? '', data] as const] : []))),
  });
}
