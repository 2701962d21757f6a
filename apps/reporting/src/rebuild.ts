import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { rebuild } from '@doit/events';
import { connectNats } from '@doit/runtime';
import { config } from './config';
import { figureSources, figureTables } from './figures/projection';

/** Makes the figures anew from all that was ever told, while the old ones answer; an operator runs it. */
async function rebuildFigures(): Promise<void> {
  if (!config.databaseOwnerUrl) throw new Error('The environment variable DATABASE_OWNER_URL is missing.');
  const nats = await connectNats(config);
  try {
    await rebuild({
      listener: 'reporting',
      sources: figureSources,
      tables: figureTables,
      namespace: config.namespace,
      connection: { connectionString: config.databaseOwnerUrl },
      nats,
      log: new Logger('rebuild'),
    });
  } finally {
    await nats.drain();
  }
}

void rebuildFigures();
