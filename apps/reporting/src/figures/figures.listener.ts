import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import type { ListenerHealth } from '@doit/contracts';
import { Listener } from '@doit/events';
import { Config, Health, Nats, query, type ServiceConfig } from '@doit/runtime';
import type { NatsConnection } from 'nats';
import { DataSource } from 'typeorm';
import { listenedSources } from './projection';

/** Learns figures and registers from what the services tell; nobody is ever asked. */
@Injectable()
export class FiguresListener implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly listeners: readonly Listener[];

  constructor(
    @Inject(Config) config: ServiceConfig,
    @Inject(Nats) nats: NatsConnection,
    health: Health,
    private readonly source: DataSource,
  ) {
    this.listeners = listenedSources.map((from) => {
      const listener = new Listener({
        ...from,
        listener: 'reporting',
        namespace: config.namespace,
        connection: { connectionString: config.databaseUrl },
        nats,
        log: new Logger(`listener ${from.teller}`),
      });
      health.ofListener(() => this.healthOf(from.teller, from.projection, listener));
      return listener;
    });
  }

  onApplicationBootstrap(): void {
    for (const listener of this.listeners) listener.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.listeners.map((listener) => listener.stop()));
  }

  /** Position and parked events from their tables: a replica that waits knows them too, and a drain has emptied some. */
  private async healthOf(teller: string, projection: string, listener: Listener): Promise<ListenerHealth> {
    const { active, head, epochMismatch } = listener.status();
    const [row] = await query<{ position: string | null; parked: string }>(this.source, whereItIs, [
      teller,
      projection,
    ]);
    const position = Number(row?.position ?? 0);
    const lag = Math.max(0, (head ?? position) - position);
    const parked = Number(row?.parked ?? 0);
    return { teller, projection, active, position, lag, parked, stopped: epochMismatch !== null };
  }
}

const whereItIs = {
  name: 'listener-health',
  text: `select (select position from cursor where teller = $1 and projection = $2) as position,
                (select count(*) from parked_event where teller = $1 and projection = $2) as parked`,
};
