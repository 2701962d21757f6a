import { exportImportRegisters } from '@doit/contracts';
import { EventRow, KeyedRequestRow, RelayRow } from '@doit/events';
import { approvalRows, ObservationRow } from '@doit/observations';
import { DeclarationRow } from '@doit/registers';
import { databaseOptions, type DatabaseConfig } from '@doit/runtime';
import { FlowCellRow } from './flows/flow-cell.entity';
import { FlowLineRow } from './flows/flow-line.entity';
import { FlowYearRow } from './flows/flow-year.entity';
import { DocumentPieceRow, DocumentRow } from './imports/document.entity';
import { FlowImportRow } from './imports/flow-import.entity';
import { Beginning1 } from './migrations/0001-beginning';
import { Approval2 } from './migrations/0002-approval';
import { Territories3 } from './migrations/0003-territories';
import { Chain4 } from './migrations/0004-chain';
import { KeyedRequests5 } from './migrations/0005-keyed-requests';
import { Flows6 } from './migrations/0006-flows';
import { Traders7 } from './migrations/0007-traders';
import { MarketAccess8 } from './migrations/0008-market-access';
import { TraderContactRow } from './traders/trader-contact.entity';
import { Origin9 } from './migrations/0009-origin';
import { FlowYears10 } from './migrations/0010-flow-years';
import { rowOf } from './origin/origin-certificate.entity';
import { TariffEntity } from './tariffs/tariff.entity';

const rows = [
  ObservationRow,
  FlowLineRow,
  FlowCellRow,
  FlowYearRow,
  FlowImportRow,
  DocumentRow,
  DocumentPieceRow,
  TariffEntity,
  DeclarationRow,
  TraderContactRow,
];

/** The rows this service keeps, and how its tables came about. */
export const database = (config: DatabaseConfig) =>
  databaseOptions(config, {
    entities: [
      ...exportImportRegisters.map(rowOf),
      ...rows,
      ...approvalRows,
      EventRow,
      KeyedRequestRow,
      RelayRow,
    ],
    migrations: [
      Beginning1,
      Approval2,
      Territories3,
      Chain4,
      KeyedRequests5,
      Flows6,
      Traders7,
      MarketAccess8,
      Origin9,
      FlowYears10,
    ],
  });
