import { QueryClient } from '@tanstack/react-query';
import createClient, { type Middleware } from 'openapi-fetch';
import createQueries from 'openapi-react-query';
import { accessToken } from '../app/account';
import { spokenLanguage } from '../app/settings';
import { passes, Refused, Unreachable } from './problems';
import type { paths } from './schema';

/**
 * The API as openapi.json describes it. What is not answered as asked is thrown: `Refused` with the service's sentence,
 * `Unreachable` where nobody answered.
 */
export const client = createClient<paths>(spoken());
client.use(manners());

/** Several values of one parameter stand in one, with commas. */
export function spoken() {
  return {
    baseUrl: location.origin,
    querySerializer: { array: { style: 'form', explode: false } },
  } as const;
}

/** Says who asks and in which language, and throws what is not answered as asked. */
export function manners(): Middleware {
  return {
    async onRequest({ request }) {
      const token = await accessToken(request.method);
      if (token) request.headers.set('authorization', `Bearer ${token}`);
      request.headers.set('accept-language', spokenLanguage);
      return request;
    },
    async onResponse({ request, response }) {
      if (response.ok || response.status === 304) return response;
      if (response.headers.get('content-type')?.startsWith('application/problem+json'))
        throw new Refused((await response.json()) as Refused['problem'], request.method);
      throw new Unreachable(request.method, new Error(`HTTP ${response.status}`));
    },
    onError({ request, error }) {
      return error instanceof DOMException && error.name === 'AbortError'
        ? error
        : new Unreachable(request.method, error);
    },
  };
}

/** The same for components: `useQuery(queries.queryOptions('get', '/v1/…', { params: { query } }))`. */
export const queries = createQueries(client);

const second = 1000;

/** Answers are kept for a moment; what passes by itself is asked again, so that a gateway may restart meanwhile. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 20 * second,
      // Nobody there is waited for as long as the page is open; a service that answers so, for a while.
      retry: (count, error) => error instanceof Unreachable || (passes(error) && count < 20),
      retryDelay: (count) => Math.min(500 * 2 ** count, 3 * second),
      throwOnError: false,
    },
    // What cannot be sent is said at once, rather than sent some time later.
    mutations: { retry: false, networkMode: 'always' },
  },
});
