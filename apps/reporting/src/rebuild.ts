import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { rebuild } from '@doit/events';
import { connectNats, type DatabaseConfig, type ProcessConfig } from '@doit/runtime';
import { rebuildConfig } from './config';
import { figureSources, figureTables } from './figures/projection';

/** Makes the figures anew from all that was ever told, while the old ones answer; an operator runs it. */
async function rebuildFigures(config: ProcessConfig & DatabaseConfig): Promise<void> {
  const nats = await connectNats(config);
  try {
    await rebuild({
      listener: 'reporting',
      sources: figureSources,
      tables: figureTables,
      namespace: config.namespace,
      connection: { connectionString: config.databaseUrl },
      nats,
      log: new Logger('rebuild'),
    });
  } finally {
    await nats.drain();
  }
}

void rebuildFigures(rebuildConfig());
