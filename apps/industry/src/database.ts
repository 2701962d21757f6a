import { EventRow, KeyedRequestRow, RelayRow } from '@doit/events';
import { ObservationRow } from '@doit/observations';
import { databaseOptions, type DatabaseConfig } from '@doit/runtime';
import { ClusterRow } from './clusters/clusters.entity';
import { Beginning1 } from './migrations/0001-beginning';
import { ClusterBody2 } from './migrations/0002-cluster-body';
import { KeyedRequests3 } from './migrations/0003-keyed-requests';

/** The rows this service keeps, and how its tables came about. */
export const database = (config: DatabaseConfig) =>
  databaseOptions(config, {
    entities: [ClusterRow, ObservationRow, EventRow, KeyedRequestRow, RelayRow],
    migrations: [Beginning1, ClusterBody2, KeyedRequests3],
  });
