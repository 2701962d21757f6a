import { EventRow, KeyedRequestRow, RelayRow } from '@doit/events';
import { approvalRows, ObservationRow } from '@doit/observations';
import { databaseOptions, type DatabaseConfig } from '@doit/runtime';
import { FlowCellRow } from './flows/flow-cell.entity';
import { FlowLineRow } from './flows/flow-line.entity';
import { DocumentPieceRow, DocumentRow } from './imports/document.entity';
import { FlowImportRow } from './imports/flow-import.entity';
import { Beginning1 } from './migrations/0001-beginning';
import { Approval2 } from './migrations/0002-approval';
import { Territories3 } from './migrations/0003-territories';
import { Chain4 } from './migrations/0004-chain';
import { KeyedRequests5 } from './migrations/0005-keyed-requests';
import { Flows6 } from './migrations/0006-flows';

const rows = [ObservationRow, FlowLineRow, FlowCellRow, FlowImportRow, DocumentRow, DocumentPieceRow];

/** The rows this service keeps, and how its tables came about. */
export const database = (config: DatabaseConfig) =>
  databaseOptions(config, {
    entities: [...rows, ...approvalRows, EventRow, KeyedRequestRow, RelayRow],
    migrations: [Beginning1, Approval2, Territories3, Chain4, KeyedRequests5, Flows6],
  });
