import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { rebuild } from '@doit/events';
import { connectNats, type DatabaseConfig, type ProcessConfig } from '@doit/runtime';
import { Client } from 'pg';
import { rebuildConfig } from './config';
import { figureSources, figureTables } from './figures/projection';
import { holdNews } from './news/noted';

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
    await tellWatchers(config);
  } finally {
    await nats.drain();
  }
}

/** Anything may be other than it was: who watches reads anew. */
async function tellWatchers({ databaseUrl, schema }: DatabaseConfig): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`begin; set local search_path = ${schema}`);
    await client.query(holdNews);
    await client.query(`insert into news (type, readers) values ('figures.rebuilt', 'everybody'); commit`);
  } finally {
    await client.end();
  }
}

void rebuildFigures(rebuildConfig());
