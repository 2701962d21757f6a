import { Inject, Injectable } from '@nestjs/common';
import type { ListenerHealth, RelayHealth, ServiceHealth } from '@doit/contracts';
import type { NatsConnection } from 'nats';
import { DataSource } from 'typeorm';
import type { ServiceConfig } from './config';
import { answers } from './nats';
import { Config, Nats } from './tokens';

/** How this process feels; the relay and the listeners report here. */
@Injectable()
export class Health {
  private readonly since = new Date().toISOString();
  private relay: (() => RelayHealth) | undefined;
  private readonly listeners: (() => Promise<ListenerHealth>)[] = [];

  constructor(
    @Inject(Config) private readonly config: ServiceConfig,
    @Inject(Nats) private readonly nats: NatsConnection,
    private readonly source: DataSource,
  ) {}

  ofRelay(read: () => RelayHealth): void {
    this.relay = read;
  }

  ofListener(read: () => Promise<ListenerHealth>): void {
    this.listeners.push(read);
  }

  async read(): Promise<ServiceHealth> {
    const [database, nats] = await Promise.all([
      answers(this.source.query('select 1')),
      answers(this.nats.flush()),
    ]);
    const listeners = database === 'ok' ? await Promise.all(this.listeners.map((read) => read())) : [];
    return {
      service: this.config.service,
      status: database === 'ok' && nats === 'ok' ? 'ok' : 'down',
      database,
      nats,
      since: this.since,
      memoryMb: Math.round(process.memoryUsage.rss() / 1_048_576),
      relay: this.relay?.() ?? null,
      listeners,
    };
  }
}
