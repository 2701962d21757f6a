import {
  escalations,
  enterpriseSizes,
  exportImport,
  obstacleCategories,
  obstacles,
  ownerships,
  plain,
  remedyInstruments,
  severities,
  tradeRemedies,
  traders,
  tradings,
} from '@doit/contracts';
import { few, keepTheirPromises, type RegisterSample } from '@doit/testing';
import { database } from './database';
import { ExportImportModule } from './export-import.module';

const samples: RegisterSample[] = [
  {
    register: plain(traders),
    operations: exportImport.traders,
    known: (n) => ({
      taxCode: n % 5 === 0 ? null : `29${String(n).padStart(8, '0')}`,
      tradesAs: tradings[n % 3],
      size: few(n, ...enterpriseSizes),
      ownership: few(n + 1, ...ownerships),
      // No code is the beginning of another, so that what holds a code is what begins with it.
      products: few(n + 2, ['0306', '160521'], ['09011120'], ['160521', '62'], []),
      markets: few(n, ['US', 'JP'], ['DE'], ['JP', 'DE'], []),
      portalRegisteredOn: few(n, '2023-05-31', '2019-12-31', '2024-02-29'),
      portalEndedOn: n % 3 !== 0 && n % 4 === 0 ? '2024-03-01' : null,
    }),
  },
  {
    register: plain(obstacles),
    operations: exportImport.obstacles,
    known: (n) => ({
      category: obstacleCategories[n % 7],
      severity: severities[n % 3],
      reportedOn: `2024-0${(n % 9) + 1}-10`,
      market: few(n, 'US', 'CN', 'JP'),
      products: few(n + 1, ['0306'], ['08', '160521'], []),
      reportedBy: `Công ty ${n}`,
      owner: few(n + 1, 'Phòng Quản lý xuất nhập khẩu', 'Chi cục Thủy sản') ?? 'Sở Công Thương',
      deadline: few(n, '2024-12-31', '2025-02-28') ?? '2024-11-30',
      escalatedTo: few(n + 2, ...escalations),
    }),
  },
  {
    register: plain(tradeRemedies),
    operations: exportImport.tradeRemedies,
    known: (n) => ({
      country: ['US', 'EU', 'IN', 'AU'][n % 4],
      instrument: remedyInstruments[n % 4],
      product: `Hàng ${n % 3}`,
      hsCodes: [['0306'], ['7210', '72'], ['160521']][n % 3],
      initiatedOn: `2019-0${(n % 9) + 1}-10`,
      preliminaryOn: '2019-12-01',
      finalOn: '2020-03-10',
      measureFrom: few(n, '2020-03-10', '2020-04-01') ?? '2020-03-20',
      finalRateLowPct: few(n, '0.39', '10.50'),
      finalRateHighPct: few(n, '25.76', '456.23'),
      enterprises: few(n, ['Công ty 1', 'Công ty 2'], []),
    }),
  },
];

keepTheirPromises('export-import', { module: ExportImportModule, database }, samples);
