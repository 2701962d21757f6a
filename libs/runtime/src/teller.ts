import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import { Relay, Replay } from '@doit/events';
import type { NatsConnection } from 'nats';
import { DataSource } from 'typeorm';
import type { ServiceConfig } from './config';
import { poolOf } from './database';
import { Health } from './health';
import { Config, Nats } from './tokens';

/** Tells for as long as the process lives: carries new events to the stream, and replays old ones for who missed them. */
@Injectable()
export class Teller implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly relay: Relay;
  private readonly replay: Replay;

  constructor(
    @Inject(Config) config: ServiceConfig,
    @Inject(Nats) nats: NatsConnection,
    source: DataSource,
    health: Health,
  ) {
    const { service, namespace, databaseUrl } = config;
    const connection = { connectionString: databaseUrl, application_name: `${service} events` };
    const log = new Logger('events');
    this.relay = new Relay({ service, namespace, connection, nats, log });
    this.replay = new Replay({ service, namespace, pool: poolOf(source), nats, log });
    health.ofRelay(() => {
      const { holder, head, lag } = this.relay.status();
      return { holder, head: head ?? 0, lag: lag ?? 0 };
    });
  }

  onApplicationBootstrap(): void {
    this.replay.start();
    this.relay.start();
  }

  /** Before TypeORM closes the pool. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.relay.stop();
    await this.replay.stop();
  }
}
