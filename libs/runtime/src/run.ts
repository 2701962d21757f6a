import { ConsoleLogger, Logger, Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { PromiseServer, Tokens } from '@doit/rpc';
import type { NatsConnection } from 'nats';
import type { ServiceConfig } from './config';
import { Health } from './health';
import { metricsOf, serveInternally } from './internal-server';
import { connectNats } from './nats';
import { Teller } from './teller';
import { Config, Nats } from './tokens';

@Module({})
class RuntimeModule {
  static of(config: ServiceConfig, nats: NatsConnection): DynamicModule {
    return {
      module: RuntimeModule,
      global: true,
      providers: [{ provide: Config, useValue: config }, { provide: Nats, useValue: nats }, Health, Teller],
      exports: [Config, Nats, Health],
    };
  }
}

@Module({})
class ProcessModule {}

/** A running service, and how to end it. */
export interface Running {
  close(): Promise<void>;
}

/**
 * Runs a domain service: connects, refuses to start unless each operation has one handler, serves, tells.
 * Ends on SIGTERM and SIGINT after finishing what it has begun.
 */
export async function runService(config: ServiceConfig, module: Type): Promise<Running> {
  const logger = new ConsoleLogger({
    json: true,
    logLevels: ['error', 'warn', 'log'],
    prefix: config.service,
  });
  const nats = await connectNats(config);
  const tokens = new Tokens(config.issuer, config.audience, config.claims);
  const { service, namespace } = config;
  const app = await NestFactory.createMicroservice(
    { module: ProcessModule, imports: [RuntimeModule.of(config, nats), module] },
    { logger, strategy: new PromiseServer({ service, namespace, nats, tokens }) },
  );
  const health = () => app.get(Health).read();
  const internal = serveInternally(config, { health, metrics: async () => metricsOf(await health()) });
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> =>
    (closing ??= (async () => {
      internal?.close();
      await app.close();
      if (!nats.isClosed()) await nats.drain();
    })());
  endOnSignal(close);
  await app.listen();
  // Serving is said when the broker knows it too.
  await nats.flush();
  new Logger(service).log('serving');
  return { close };
}

/** Ends the process on SIGTERM and SIGINT: waits for what is under way, but never for ever, for broker or database may be gone. */
export function endOnSignal(close: () => Promise<void>): void {
  const end = async (): Promise<void> => {
    setTimeout(() => process.exit(0), 5000).unref();
    await close().catch(() => undefined);
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end());
}
