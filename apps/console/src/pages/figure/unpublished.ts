import { useQueries } from '@tanstack/react-query';
import { queries } from '../../api/client';
import { observationsOf, services } from '../../api/services';
import { mayDo, useSignIn } from '../../app/account';
import type { Statement } from './cell';

interface Unpublished {
  readonly statement: Statement | undefined;
  readonly isLoading: boolean;
}

/** A statement that is not published, where whoever looks may read those of its territory. */
export function useUnpublished(observationId: string, isAsked: boolean): Unpublished {
  const { account } = useSignIn();
  const territory = account?.territories.includes('*') ? undefined : [...(account?.territories ?? [])];
  const found = useQueries({
    queries: services
      .filter((service) => isAsked && mayDo(account, `${service}:read`))
      .map((service) =>
        queries.queryOptions('get', observationsOf[service], {
          params: {
            query: {
              ...(territory && { territory }),
              state: ['submitted' as const, 'draft' as const, 'returned' as const],
              limit: 500,
            },
          },
        }),
      ),
  });
  return {
    statement: found.flatMap(({ data }) => data?.items ?? []).find(({ id }) => id === observationId),
    isLoading: found.some(({ isLoading }) => isLoading),
  };
}
