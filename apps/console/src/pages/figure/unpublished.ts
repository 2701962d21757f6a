import { useQueries } from '@tanstack/react-query';
import { observationsOf, services } from '../../api/services';
import { mayDo, useSignIn } from '../../app/account';
import { listObservations } from '../../api/observations';
import { mostRead, type Statement } from './cell';

const unpublished = ['submitted', 'draft', 'returned'] as const;

interface Unpublished {
  readonly statement: Statement | undefined;
  readonly isLoading: boolean;
}

/** A statement that is not published, where whoever looks may read those of its territory. */
export function useUnpublished(observationId: string, isAsked: boolean): Unpublished {
  const { account } = useSignIn();
  const territory = account?.territories.includes('*') ? undefined : [...(account?.territories ?? [])];
  const asked = { ...(territory && { territory }), state: [...unpublished] };
  const found = useQueries({
    queries: services
      .filter((service) => isAsked && mayDo(account, `${service}:read`))
      .map((service) => ({
        queryKey: ['get', observationsOf[service], 'every', asked],
        queryFn: () => listObservations(service, asked, mostRead),
      })),
  });
  return {
    statement: found.flatMap(({ data }) => data ?? []).find(({ id }) => id === observationId),
    isLoading: found.some(({ isLoading }) => isLoading),
  };
}
