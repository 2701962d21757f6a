import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { Asker, Tokens } from '@doit/rpc';
import { answers, connectNats, endOnSignal, metric, serveInternally } from '@doit/runtime';
import { config } from './config';
import { edge } from './edge';

async function main(): Promise<void> {
  const nats = await connectNats(config);
  const log = new Logger('edge');
  const asker = new Asker(nats, config.namespace, `_INBOX.${config.user}`, (error) => log.error(error));
  const app = await edge(
    asker,
    new Tokens(config.issuer, config.audience, config.claims),
    config.limits,
    config.console,
  );
  // Its own readiness: that of the house stands at the public /health/ready, and one service's rest is not the edge's.
  const internal = serveInternally(config, {
    health: async () => ({ status: await answers(nats.flush()) }),
    metrics: () =>
      Promise.resolve(metric('resident_memory_bytes', process.memoryUsage.rss(), { service: 'gateway' })),
  });
  endOnSignal(async () => {
    internal?.close();
    await app.close();
    asker.close();
    await nats.drain();
  });
  await app.listen(config.port, config.host);
}

void main();
