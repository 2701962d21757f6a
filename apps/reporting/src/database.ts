import { CursorRow, EventRow, KeyedRequestRow, ParkedEventRow, RelayRow } from '@doit/events';
import { ObservationRow } from '@doit/observations';
import { databaseOptions, type DatabaseConfig } from '@doit/runtime';
import { PlaceRow } from './places/place.entity';
import { ClusterRow } from './figures/cluster.entity';
import { CellRow, FactRow } from './figures/fact.entity';
import { FigureRow } from './figures/figure.entity';
import { Beginning1 } from './migrations/0001-beginning';
import { Facts2 } from './migrations/0002-facts';
import { Places3 } from './migrations/0003-places';
import { Answers4 } from './migrations/0004-answers';
import { Cells5 } from './migrations/0005-cells';
import { KeyedRequests6 } from './migrations/0006-keyed-requests';

/** The rows this service keeps, and how its tables came about. */
export const database = (config: DatabaseConfig) =>
  databaseOptions(config, {
    entities: [
      FigureRow,
      CellRow,
      FactRow,
      PlaceRow,
      ClusterRow,
      ObservationRow,
      EventRow,
      KeyedRequestRow,
      RelayRow,
      CursorRow,
      ParkedEventRow,
    ],
    migrations: [Beginning1, Facts2, Places3, Answers4, Cells5, KeyedRequests6],
  });
