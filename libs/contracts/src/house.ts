import { exportImport, exportImportEvents, exportImportRegisters } from './export-import';
import { industry, industryEvents, industryRegisters } from './industry';
import type { Register } from './register';
import { operationsOf, type Operation } from './operation';
import type { EventContract } from './event';
import type { Service } from './services';
import { reporting, reportingEvents } from './reporting';
import { trade, tradeEvents, tradeRegisters } from './trade';

/** All that is promised, by service: the gateway's routes, OpenAPI and the contract snapshot follow from here. */
export const house: Record<Service, { operations: Operation[]; events: EventContract[] }> = {
  industry: { operations: operationsOf(industry), events: Object.values(industryEvents) },
  trade: { operations: operationsOf(trade), events: Object.values(tradeEvents) },
  'export-import': { operations: operationsOf(exportImport), events: Object.values(exportImportEvents) },
  reporting: { operations: operationsOf(reporting), events: Object.values(reportingEvents) },
};

/** What each service keeps registers of. */
export const registersOf: Readonly<Record<Service, readonly Register[]>> = {
  industry: industryRegisters,
  trade: tradeRegisters,
  'export-import': exportImportRegisters,
  reporting: [],
};
