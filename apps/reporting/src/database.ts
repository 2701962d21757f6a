import { CursorRow, EventRow, ParkedEventRow, RelayRow } from '@doit/events';
import { ObservationRow } from '@doit/observations';
import { databaseOptions, type DatabaseConfig } from '@doit/runtime';
import { ClusterRow } from './figures/cluster.entity';
import { FigureRow } from './figures/figure.entity';
import { Beginning1 } from './migrations/0001-beginning';

/** The rows this service keeps, and how its tables came about. */
export const database = (config: DatabaseConfig) =>
  databaseOptions(config, {
    entities: [FigureRow, ClusterRow, ObservationRow, EventRow, RelayRow, CursorRow, ParkedEventRow],
    migrations: [Beginning1],
  });
