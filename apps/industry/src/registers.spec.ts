import {
  industry,
  plain,
  plantKinds,
  powerPlants,
  rooftopSystems,
  schemeKinds,
  schemes,
} from '@doit/contracts';
import { few, keepTheirPromises, type RegisterSample } from '@doit/testing';
import { database as options } from './database';
import { IndustryModule } from './industry.module';

const samples: RegisterSample[] = [
  {
    register: plain(powerPlants),
    operations: industry.powerPlants,
    known: (n) => ({
      kind: plantKinds[n % 5],
      capacityAcMw: few(n, '100', '9.5', '0', '9.50', '10'),
      operatingOn: few(n + 1, '2019-06-30', '1999-12-31', '2024-02-29'),
      gridKv: few(n + 2, '110', '22', '220'),
      units: few(n, 1, 2, 10),
    }),
  },
  {
    register: plain(rooftopSystems),
    operations: industry.rooftopSolar,
    known: (n) => ({
      systems: 1 + (n % 4),
      capacityAcKw: few(n, '93.1', '100', '0', '5.25'),
      operatingOn: few(n + 1, '2020-12-31', '2021-01-01'),
      roofOf: few(n + 2, 'household', 'farm', 'enterprise'),
      isOwnUse: few(n, true, false),
    }),
  },
  {
    register: plain(schemes),
    operations: industry.promotionSchemes,
    known: (n) => ({
      kind: schemeKinds[n % 6],
      budget: n % 2 === 0 ? 'national' : 'local',
      year: 2019 + (n % 4),
      supportMn: few(n, '300', '75.641', '0', '1000'),
      machine: few(n, 'dây chuyền, 2 trục', '=1+1', 'máy “CNC”\n"mới"'),
    }),
  },
];

keepTheirPromises('industry', { module: IndustryModule, database: options }, samples);
