import { Caller, Problem } from '@doit/contracts';
import type { Tokens } from '@doit/rpc';

/** Who asks, by the token of the request. @throws Problem token.invalid */
export async function callerOf(authorization: string | undefined, tokens: Tokens): Promise<Caller> {
  if (authorization === undefined) return Caller.nobody;
  if (!authorization.startsWith('Bearer ')) throw new Problem('token.invalid');
  return tokens.verify(authorization.slice('Bearer '.length));
}
