import type { User, UserManager } from 'oidc-client-ts';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Unreachable } from '../api/problems';
import { patiently, reloadIfReplaced } from './lazy-page';

/** Who is signed in, and what the console may offer; the services judge by the token all the same. */
export interface Account {
  /** As the provider calls people. */
  readonly id: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly permissions: readonly string[];
  /** `*`: all. */
  readonly territories: readonly string[];
}

interface SignIn {
  readonly account: Account | null;
  /** Still finding out whether somebody is signed in. */
  readonly pending: boolean;
  /** Goes to the provider and comes back to this very page. */
  signIn: () => Promise<void>;
  signOut: () => Promise<void>;
  /** Ends a return from the provider; answers the page that the sign-in began on. */
  complete: () => Promise<string>;
}

const Context = createContext<SignIn | null>(null);
let manager: Promise<UserManager> | undefined;

/** Loaded when somebody signs in or has: nobody else needs it. */
async function userManager(): Promise<UserManager> {
  manager ??= create().catch((error: unknown) => {
    // What did not load once may load the next time.
    manager = undefined;
    throw error;
  });
  return manager;
}

async function create(): Promise<UserManager> {
  const [{ UserManager }, answer] = await Promise.all([import('oidc-client-ts'), fetch('/console.json')]);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  const { issuer, clientId } = (await answer.json()) as { issuer: string; clientId: string };
  return new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: `${location.origin}/signed-in`,
    post_logout_redirect_uri: `${location.origin}/`,
    scope: 'openid profile',
    // Renewed by a refresh token; where the provider gives none, people are asked to sign in again.
    automaticSilentRenew: false,
    monitorSession: false,
  });
}

const remembers = (): boolean => Object.keys(sessionStorage).some((key) => key.startsWith('oidc.user:'));
const soon = 30;

let renewing: Promise<string | null> | undefined;

/**
 * The access token to ask with, renewed where it is about to end; null: as nobody.
 * @param method of what is about to be asked
 * @throws Unreachable where the token must be renewed and nobody answers: nothing was sent then
 */
export async function accessToken(method = 'GET'): Promise<string | null> {
  if (!remembers()) return null;
  try {
    const users = await userManager();
    const user = await users.getUser();
    if (!user) return null;
    if ((user.expires_in ?? 0) > soon) return user.access_token;
    renewing ??= renewed(users, user).finally(() => (renewing = undefined));
    return await renewing;
  } catch (error) {
    throw new Unreachable(method, error, false);
  }
}

/** Only who is refused by the provider is signed out: one that is away is asked again. */
async function renewed(users: UserManager, user: User): Promise<string | null> {
  if (user.refresh_token) {
    try {
      const again = await users.signinSilent();
      if (again) return again.access_token;
    } catch (error) {
      if (!(await isRefusal(error))) {
        if (user.expired === false) return user.access_token;
        throw error;
      }
    }
  }
  await users.removeUser();
  return null;
}

const passing = ['server_error', 'temporarily_unavailable'];

async function isRefusal(error: unknown): Promise<boolean> {
  const { ErrorResponse } = await import('oidc-client-ts');
  return error instanceof ErrorResponse && !passing.includes(error.error ?? '');
}

function accountOf({ profile, access_token: token }: User): Account {
  const [, payload = ''] = token.split('.');
  const claims = readClaims(payload);
  const name = profile.name ?? profile.preferred_username ?? profile.sub;
  const english = profile['name#en'];
  return {
    id: profile.sub,
    name: { vi: name, en: typeof english === 'string' ? english : name },
    permissions: texts(claims['permissions']),
    territories: texts(claims['territories']),
  };
}

const texts = (given: unknown): string[] =>
  Array.isArray(given) ? given.filter((one): one is string => typeof one === 'string') : [];

/** Only to know what to offer: nothing is decided by it. */
function readClaims(payload: string): Record<string, unknown> {
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (sign) =>
      sign.charCodeAt(0),
    );
    const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

export function AccountProvider({ children }: { children: ReactNode }) {
  const [account, setAccount] = useState<Account | null>(null);
  const [pending, setPending] = useState(remembers);
  const queryClient = useQueryClient();
  const before = useRef(account);

  // What was answered to somebody is gone with him; what is shown is asked again, as a visitor, once the rest has left.
  useEffect(() => {
    if (before.current && !account) void queryClient.resetQueries();
    before.current = account;
  }, [account, queryClient]);

  useEffect(() => {
    if (!remembers()) return undefined;
    const leaving = new AbortController();
    let forget = (): void => undefined;
    void (async () => {
      const users = await patiently(userManager);
      const user = await users.getUser();
      if (leaving.signal.aborted) return;
      setAccount(user && (!user.expired || user.refresh_token) ? accountOf(user) : null);
      setPending(false);
      forget = users.events.addUserUnloaded(() => setAccount(null));
    })().catch(() => setPending(false));
    return () => {
      leaving.abort();
      forget();
    };
  }, []);

  const signIn = useCallback(async () => {
    const users = await userManager().catch(reloadIfReplaced);
    await users.signinRedirect({ state: location.pathname + location.search });
  }, []);
  const signOut = useCallback(async () => {
    const users = await userManager();
    const { end_session_endpoint: end } = await users.metadataService.getMetadata();
    if (end) await users.signoutRedirect();
    else await users.removeUser();
    setAccount(null);
  }, []);
  const complete = useCallback(async () => {
    const users = await userManager();
    const user = await users.signinCallback();
    if (!user) throw new Error('Nobody came back from the provider.');
    users.events.addUserUnloaded(() => setAccount(null));
    setAccount(accountOf(user));
    return typeof user.state === 'string' && user.state.startsWith('/') ? user.state : '/';
  }, []);

  const value = useMemo(
    () => ({ account, pending, signIn, signOut, complete }),
    [account, pending, signIn, signOut, complete],
  );
  return <Context value={value}>{children}</Context>;
}

export function useSignIn(): SignIn {
  const found = use(Context);
  if (!found) throw new Error('Accounts are known inside of the AccountProvider.');
  return found;
}

/** Whether whoever is signed in may do this in that territory: what the console offers, never what it decides. */
export function mayDo(account: Account | null, permission: string, territory?: string): boolean {
  if (!account?.permissions.includes(permission)) return false;
  const { territories } = account;
  return territory === undefined || territories.includes('*') || territories.includes(territory);
}
