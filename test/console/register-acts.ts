import type { Page } from 'playwright-core';

/** A code that no other test has, and no run before. */
export const freshCode = (prefix: string): string => `${prefix}-${Date.now().toString(36).toUpperCase()}`;

/** Asks the API as whoever is signed in on a page. */
export function asWhoIsSignedIn(
  page: Page,
  method: 'POST' | 'PATCH' | 'GET',
  path: string,
  { body, version }: { body?: object; version?: number } = {},
): Promise<Record<string, unknown>> {
  return page.evaluate(
    async ({ method, path, body, version }) => {
      const key = Object.keys(sessionStorage).find((each) => each.startsWith('oidc.user:')) ?? '';
      const { access_token: token } = JSON.parse(sessionStorage.getItem(key) ?? '{}') as {
        access_token: string;
      };
      const answer = await fetch(path, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          ...(version !== undefined && { 'if-match': String(version) }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      const read = (await answer.json()) as Record<string, unknown>;
      if (!answer.ok) throw new Error(JSON.stringify(read));
      return read;
    },
    { method, path, body, version },
  );
}
