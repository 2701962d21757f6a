import { Controller, Inject } from '@nestjs/common';
import { reporting, type Drained, type DrainedAll } from '@doit/contracts';
import { drain } from '@doit/events';
import { Serves } from '@doit/rpc';
import { Config, type ServiceConfig } from '@doit/runtime';
import { Client } from 'pg';
import { listenedSources } from '../figures/projection';

/** Events that could not be applied wait, in order, until somebody has removed the cause and drains them. */
@Controller()
export class ParkedEventsController {
  constructor(@Inject(Config) private readonly config: ServiceConfig) {}

  @Serves(reporting.parkedEvents.drain)
  async drain(): Promise<DrainedAll> {
    // Its own connection: it holds a transaction per aggregate, and nobody who reads should wait for that.
    const client = new Client({ connectionString: this.config.databaseUrl });
    // A lost connection fails the statement under way; without a listener it would end the process too.
    client.on('error', () => undefined);
    await client.connect();
    try {
      const items: Drained[] = [];
      for (const source of listenedSources) {
        const { applied, remaining } = await drain(client, source);
        items.push({ teller: source.teller, applied, parked: remaining });
      }
      return { items };
    } finally {
      await client.end();
    }
  }
}
