import { tradeRegisters } from '@doit/contracts';
import { EventRow, KeyedRequestRow, RelayRow } from '@doit/events';
import { approvalRows, ObservationRow } from '@doit/observations';
import { DeclarationRow, registerEntity } from '@doit/registers';
import { databaseOptions, type DatabaseConfig } from '@doit/runtime';
import { Beginning1 } from './migrations/0001-beginning';
import { Approval2 } from './migrations/0002-approval';
import { Territories3 } from './migrations/0003-territories';
import { Chain4 } from './migrations/0004-chain';
import { KeyedRequests5 } from './migrations/0005-keyed-requests';
import { Registers6 } from './migrations/0006-registers';
import { PromotionEvents7 } from './migrations/0007-promotion-events';
import { ConferencesAndSupply8 } from './migrations/0008-conferences-and-supply';
import { Ecommerce9 } from './migrations/0009-ecommerce';
import { Stabilisation10 } from './migrations/0010-stabilisation';
import { OverlapRules11 } from './migrations/0011-overlap-rules';
import { SupplyAndDemand13 } from './migrations/0013-supply-and-demand';
import { NamedByCode14 } from './migrations/0014-named-by-code';
import { OverlapRuleRow } from './promotion/overlap-rule.entity';

/** The rows this service keeps, and how its tables came about. */
export const database = (config: DatabaseConfig) =>
  databaseOptions(config, {
    entities: [
      ...tradeRegisters.map(registerEntity),
      DeclarationRow,
      OverlapRuleRow,
      ObservationRow,
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
      Registers6,
      PromotionEvents7,
      ConferencesAndSupply8,
      Ecommerce9,
      Stabilisation10,
      OverlapRules11,
      SupplyAndDemand13,
      NamedByCode14,
    ],
  });
