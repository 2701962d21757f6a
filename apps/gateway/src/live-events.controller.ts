import { Controller, Get, Headers, Inject, Req, Res } from '@nestjs/common';
import { Problem } from '@doit/contracts';
import { Tokens } from '@doit/rpc';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CountingAccounts } from './access.guard';
import { whenGone } from './admission';
import { callerOf } from './callers';
import { LiveEvents } from './live-events';
import type { CountAccount } from './rates';

/** What has changed, pushed as it is learned (server-sent events), for everybody who may know it. */
@Controller('v1/events')
export class LiveEventsController {
  constructor(
    private readonly events: LiveEvents,
    private readonly tokens: Tokens,
    @Inject(CountingAccounts) private readonly count: CountAccount,
  ) {}

  @Get()
  async watch(
    @Headers('authorization') authorization: string | undefined,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { query } = request;
    if (Object.keys(query as object).length > 0)
      throw new Problem('request.invalid', {}, unknownKeys(query as object));
    const caller = await callerOf(authorization, this.tokens);
    if (caller.isKnown) await this.count(request, reply, caller.subject);
    // Who went away meanwhile will not go again.
    if (reply.raw.destroyed) return;
    const stream = this.events.watch(caller, positionOf(lastEventId));
    whenGone(reply, () => stream.destroy());
    reply.header('content-type', 'text/event-stream; charset=utf-8').header('cache-control', 'no-store');
    // For proxies that would wait for more.
    reply.header('x-accel-buffering', 'no');
    stream.push(': \n\n');
    await reply.send(stream);
  }
}

const unknownKeys = (query: object) =>
  Object.keys(query).map((name) => ({ pointer: `/${name}`, code: 'field.unknown' as const }));

/** What is no position of ours is behind all that is kept: who sends it is told to read anew. */
function positionOf(lastEventId: string | undefined): number | null {
  if (lastEventId === undefined || lastEventId === '') return null;
  return /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : Number.MAX_SAFE_INTEGER;
}
