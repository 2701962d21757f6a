import { EventRow, RelayRow } from '@doit/events';
import { ObservationRow } from '@doit/observations';
import { databaseOptions, type DatabaseConfig } from '@doit/runtime';
import { Beginning1 } from './migrations/0001-beginning';
import { Chain2 } from './migrations/0002-chain';

/** The rows this service keeps, and how its tables came about. */
export const database = (config: DatabaseConfig) =>
  databaseOptions(config, {
    entities: [ObservationRow, EventRow, RelayRow],
    migrations: [Beginning1, Chain2],
  });
