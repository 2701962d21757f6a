import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { schemaOf, type Service } from '@doit/contracts';
import { TestInstallation, type Claims } from '@doit/testing';
import type { Msg, NatsConnection } from 'nats';
import request from 'supertest';
import { edge } from '../src/edge';
import { limitsFrom } from '../src/limits';

/** Edges before a real broker; their services are bare connections that answer as a test wants them to. */
export class Edges {
  private readonly apps: NestFastifyApplication[] = [];
  private readonly services: NatsConnection[] = [];

  private constructor(readonly house: TestInstallation) {}

  static async create(): Promise<Edges> {
    return new Edges(await TestInstallation.create());
  }

  /** A listening edge told this by its environment; `prepare` sees it before. */
  async told(
    environment: Record<string, string> = {},
    prepare: (app: NestFastifyApplication) => void = () => undefined,
  ): Promise<NestFastifyApplication> {
    const limits = limitsFrom({ ACCESS_LOG: 'off', ...environment });
    const app = await edge(this.house.asker, this.house.tokens(), limits);
    this.apps.push(app);
    prepare(app);
    await app.listen(0, '127.0.0.1');
    return app;
  }

  async served(service: Service, answer: (message: Msg) => void): Promise<void> {
    const connection = await this.house.connect(schemaOf(service));
    this.services.push(connection);
    connection.subscribe(`doit.rpc.${service}.>`, { callback: (_error, message) => answer(message) });
    await connection.flush();
  }

  async bearer(who: Claims): Promise<string> {
    return `Bearer ${await this.house.issuer.token(who)}`;
  }

  /** The edges and services of one test. */
  async end(): Promise<void> {
    for (const app of this.apps.splice(0)) await app.close();
    for (const service of this.services.splice(0)) await service.close();
  }
}

export const at = (app: NestFastifyApplication) => request(app.getHttpServer());
export const figures = '/v1/trade/observations';
/** An answer of a list, as long as asked. */
export const page = (size: number): string => `{"items":[],"next":"${'x'.repeat(size)}"}`;
