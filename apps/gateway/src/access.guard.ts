import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { authorise, Tokens } from '@doit/rpc';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { operationOf } from './admission';
import { callerOf } from './callers';
import type { CountAccount } from './rates';

/** Under this name the guard is given how an account's requests are counted. */
export const CountingAccounts = Symbol('CountingAccounts');

/** Who are you, and may you ask this? A token that is sent must hold, also where none is needed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly tokens: Tokens,
    @Inject(CountingAccounts) private readonly count: CountAccount,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const operation = operationOf(request);
    if (!operation) return true;
    const caller = await callerOf(request.headers.authorization, this.tokens);
    if (caller.isKnown) await this.count(request, http.getResponse<FastifyReply>(), caller.subject);
    authorise(operation, caller);
    return true;
  }
}
