import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Caller, Problem, type Operation } from '@doit/contracts';
import { authorise, Tokens } from '@doit/rpc';
import type { FastifyRequest } from 'fastify';
import { OperationOfRoute } from './routes';

/** Who are you, and may you ask this? A token that is sent must hold, also where none is needed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: Tokens,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const operation = this.reflector.get<Operation | undefined>(OperationOfRoute, context.getHandler());
    if (!operation) return true;
    const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
    authorise(operation, await callerOf(headers.authorization, this.tokens));
    return true;
  }
}

/** @throws Problem token.invalid */
export async function callerOf(authorization: string | undefined, tokens: Tokens): Promise<Caller> {
  if (authorization === undefined) return Caller.nobody;
  if (!authorization.startsWith('Bearer ')) throw new Problem('token.invalid');
  return tokens.verify(authorization.slice('Bearer '.length));
}
