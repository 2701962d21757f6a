import { Controller, Get, Headers, Res } from '@nestjs/common';
import { house, type Service, type ServiceHealth } from '@doit/contracts';
import { Asker, Tokens } from '@doit/rpc';
import type { FastifyReply } from 'fastify';
import { callerOf } from './callers';

const patience = 2000;

/** How the parts feel: words for everybody, details with `platform:read`. */
@Controller('health')
export class HealthController {
  private asked: Promise<[Service, ServiceHealth | null][]> | undefined;

  constructor(
    private readonly asker: Asker,
    private readonly tokens: Tokens,
  ) {}

  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(
    @Headers('authorization') authorization: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const caller = await callerOf(authorization, this.tokens);
    const found = await this.services();
    const status = found.every(([, health]) => health?.status === 'ok') ? 'ok' : 'down';
    const shown = caller.may('platform:read') ? (health: ServiceHealth | null) => health ?? 'down' : inWords;
    const services = Object.fromEntries(found.map(([service, health]) => [service, shown(health)]));
    await reply.code(status === 'ok' ? 200 : 503).send({ status, services });
  }

  /** However many want to know, the services are asked once at a time. */
  services(): Promise<[Service, ServiceHealth | null][]> {
    return (this.asked ??= this.askAll().finally(() => (this.asked = undefined)));
  }

  private askAll(): Promise<[Service, ServiceHealth | null][]> {
    const services = Object.keys(house) as Service[];
    return Promise.all(
      services.map(async (service) => [service, await this.ask(service)] as [Service, ServiceHealth | null]),
    );
  }

  private async ask(service: Service): Promise<ServiceHealth | null> {
    const read = house[service].operations.find(({ name }) => name === `${service}.health.read`);
    if (!read) return null;
    const answer = await this.asker.ask(read, { patience }).catch(() => null);
    return answer?.status === 200 ? (JSON.parse(Buffer.from(answer.data).toString()) as ServiceHealth) : null;
  }
}

function inWords(health: ServiceHealth | null): object | string {
  if (!health) return 'down';
  const { status, database, nats, relay, listeners } = health;
  const events = listeners.some(({ stopped }) => stopped)
    ? 'stopped'
    : listeners.some(({ parked }) => parked > 0)
      ? 'parked'
      : 'ok';
  return { status, database, nats, relay: (relay?.lag ?? 0) > 1000 ? 'behind' : 'ok', events };
}
