import { EventRow, KeyedRequestRow, RelayRow } from '@doit/events';
import { approvalRows, ObservationRow } from '@doit/observations';
import { databaseOptions, type DatabaseConfig } from '@doit/runtime';
import { industryRegisters } from '@doit/contracts';
import { DeclarationRow, OverrideRow, registerEntity } from '@doit/registers';
import { Beginning1 } from './migrations/0001-beginning';
import { ClusterBody2 } from './migrations/0002-cluster-body';
import { Approval3 } from './migrations/0003-approval';
import { Territories4 } from './migrations/0004-territories';
import { Chain5 } from './migrations/0005-chain';
import { KeyedRequests6 } from './migrations/0006-keyed-requests';
import { ClusterLife7 } from './migrations/0007-cluster-life';
import { Registers8 } from './migrations/0008-registers';
import { EnterpriseReports9 } from './migrations/0009-enterprise-reports';
import { AuditOfRegisters10 } from './migrations/0010-audit-of-registers';
import { PublicFields11 } from './migrations/0011-public-fields';
import { ReportedOnce12 } from './migrations/0012-reported-once';
import { PromotionProgrammes13 } from './migrations/0013-promotion-programmes';
import { KeyProducts14 } from './migrations/0014-key-products';
import { RegisterDeclarations15 } from './migrations/0015-register-declarations';

/** The rows this service keeps, and how its tables came about. */
export const database = (config: DatabaseConfig) =>
  databaseOptions(config, {
    entities: [
      ...industryRegisters.map(registerEntity),
      OverrideRow,
      DeclarationRow,
      ObservationRow,
      ...approvalRows,
      EventRow,
      KeyedRequestRow,
      RelayRow,
    ],
    migrations: [
      Beginning1,
      ClusterBody2,
      Approval3,
      Territories4,
      Chain5,
      KeyedRequests6,
      ClusterLife7,
      Registers8,
      EnterpriseReports9,
      AuditOfRegisters10,
      PublicFields11,
      ReportedOnce12,
      PromotionProgrammes13,
      KeyProducts14,
      RegisterDeclarations15,
    ],
  });
