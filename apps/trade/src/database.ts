import { EventRow, KeyedRequestRow, RelayRow } from '@doit/events';
import { ObservationRow } from '@doit/observations';
import { databaseOptions, type DatabaseConfig } from '@doit/runtime';
import { Beginning1 } from './migrations/0001-beginning';
import { KeyedRequests2 } from './migrations/0002-keyed-requests';

/** The rows this service keeps, and how its tables came about. */
export const database = (config: DatabaseConfig) =>
  databaseOptions(config, {
    entities: [ObservationRow, EventRow, KeyedRequestRow, RelayRow],
    migrations: [Beginning1, KeyedRequests2],
  });
