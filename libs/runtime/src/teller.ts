import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import { Relay, Replay, Sealer } from '@doit/events';
import type { NatsConnection } from 'nats';
import { DataSource } from 'typeorm';
import type { ServiceConfig } from './config';
import { poolOf } from './database';
import { Health } from './health';
import { Config, Nats } from './tokens';

/**
 * Tells for as long as the process lives: carries new events to the stream, replays old ones for who missed them, and has the
 * head of their chain signed.
 */
@Injectable()
export class Teller implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly relay: Relay;
  private readonly replay: Replay;
  private readonly sealer: Sealer | undefined;

  constructor(
    @Inject(Config) config: ServiceConfig,
    @Inject(Nats) nats: NatsConnection,
    source: DataSource,
    health: Health,
  ) {
    const { service, namespace, databaseUrl, audit } = config;
    const connection = { connectionString: databaseUrl, application_name: `${service} events` };
    const log = new Logger('events');
    this.relay = new Relay({ service, namespace, connection, nats, log });
    const pool = poolOf(source);
    this.replay = new Replay({ service, namespace, pool, nats, log });
    const isHolder = (): boolean => this.relay.status().holder;
    this.sealer = audit && new Sealer({ service, ...audit, pool, log, isHolder });
    if (!audit) log.warn('AUDIT_DIR and AUDIT_KEY_FILE are not set: the heads of the chain are not signed');
    health.ofRelay(() => {
      const { holder, head, lag } = this.relay.status();
      return { holder, head: head ?? 0, lag: lag ?? 0 };
    });
  }

  onApplicationBootstrap(): void {
    this.replay.start();
    this.relay.start();
    this.sealer?.start();
  }

  /** Before TypeORM closes the pool. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.sealer?.stop();
    await this.relay.stop();
    await this.replay.stop();
  }
}
