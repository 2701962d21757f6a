import { CursorRow, EventRow, KeyedRequestRow, ParkedEventRow, RelayRow } from '@doit/events';
import { approvalRows, ObservationRow } from '@doit/observations';
import { databaseOptions, type DatabaseConfig } from '@doit/runtime';
import { PlaceRow } from './places/place.entity';
import { CellRow, FactRow } from './figures/fact.entity';
import { FlowCellRow } from './flows/flow-cell.entity';
import { FigureRow } from './figures/figure.entity';
import { Beginning1 } from './migrations/0001-beginning';
import { Facts2 } from './migrations/0002-facts';
import { Places3 } from './migrations/0003-places';
import { Answers4 } from './migrations/0004-answers';
import { Cells5 } from './migrations/0005-cells';
import { Approval6 } from './migrations/0006-approval';
import { Territories7 } from './migrations/0007-territories';
import { Chain8 } from './migrations/0008-chain';
import { KeyedRequests9 } from './migrations/0009-keyed-requests';
import { Registers10 } from './migrations/0010-registers';
import { RegisterDeclarations11 } from './migrations/0011-register-declarations';
import { FlowCells12 } from './migrations/0012-flow-cells';
import { News13 } from './migrations/0013-news';
import { NewsRow } from './news/news.entity';
import { DeclarationRow } from './registers/declaration.entity';
import { RegisteredRow } from './registers/registered.entity';

/** The rows this service keeps, and how its tables came about. */
export const database = (config: DatabaseConfig) =>
  databaseOptions(config, {
    entities: [
      FigureRow,
      CellRow,
      FactRow,
      PlaceRow,
      RegisteredRow,
      DeclarationRow,
      FlowCellRow,
      NewsRow,
      ObservationRow,
      ...approvalRows,
      EventRow,
      KeyedRequestRow,
      RelayRow,
      CursorRow,
      ParkedEventRow,
    ],
    migrations: [
      Beginning1,
      Facts2,
      Places3,
      Answers4,
      Cells5,
      Approval6,
      Territories7,
      Chain8,
      KeyedRequests9,
      Registers10,
      RegisterDeclarations11,
      FlowCells12,
      News13,
    ],
  });
