import {
  demandRequests,
  goodsStandards,
  regionalConferences,
  supplyOffers,
  eventKinds,
  eventLevels,
  promotionEvents,
  promotionSectors,
  licenceKinds,
  licences,
  marketKinds,
  markets,
  ocopGroups,
  ocopProducts,
  outletKinds,
  outlets,
  plain,
  producerKinds,
  trade,
} from '@doit/contracts';
import { few, keepTheirPromises, type RegisterSample } from '@doit/testing';
import { database } from './database';
import { TradeModule } from './trade.module';

const samples: RegisterSample[] = [
  {
    register: plain(markets),
    operations: trade.markets,
    known: (n) => ({
      kind: marketKinds[n % 5],
      areaM2: few(n, '10000', '950.5', '0', '950.50', '3000'),
      pointsTotal: few(n + 1, 199, 200, 400, 401),
      buildState: few(n + 2, 'solid', 'semi', 'temporary'),
      manager: few(n, 'board', 'cooperative'),
      upgradeState: few(n + 1, 'planned', 'done'),
      yearBuilt: few(n, 1975, 2003, 2024),
      openedOn: few(n + 1, '2003-06-30', '1999-12-31', '2024-02-29'),
      capitalSource: few(n, '=1+1', 'vốn "xã hội hóa"\nvà ngân sách'),
    }),
  },
  {
    register: plain(outlets),
    operations: trade.outlets,
    known: (n) => ({
      kind: outletKinds[n % 4],
      areaM2: few(n, '5000', '2000', '10000', '499.9'),
      items: few(n, 20000, 10000, 4000, 500),
      openedOn: few(n + 2, '2019-06-30', '1999-12-31', '2024-02-29'),
    }),
  },
  {
    register: plain(licences),
    operations: trade.licences,
    known: (n) => ({
      kind: licenceKinds[n % 2],
      outletCode: few(n, 'XD-1', 'XD-2'),
      number: `${n}/GP-SCT`,
      issuedOn: '2021-03-01',
      expiresOn: few(n + 1, '2026-03-01', '2024-02-29', '2026-12-31'),
    }),
  },
  {
    register: plain(ocopProducts),
    operations: trade.ocopProducts,
    known: (n) => ({
      producer: `Hợp tác xã ${n % 4}`,
      producerKind: producerKinds[n % 3],
      productGroup: ocopGroups[n % 5],
      score: few(n, '90', '70', '69.99', '49', '50'),
      council: few(n + 1, 'central', 'province', 'district'),
      certificateNumber: `${n}/QĐ-UBND`,
      issuedOn: n % 2 === 0 ? '2023-05-31' : '2021-08-31',
      platforms: few(n + 2, ['kigi.com.vn'], []),
    }),
  },
  {
    register: plain(promotionEvents),
    operations: trade.promotionEvents,
    known: (n) => ({
      kind: eventKinds[n % 7],
      level: eventLevels[n % 3],
      startsOn: `2024-0${(n % 9) + 1}-10`,
      endsOn: `2024-0${(n % 9) + 1}-12`,
      sectors: [promotionSectors[n % 5]],
      unitGroup: few(n, 'south-20-2024', 'rrd-2024'),
      targetMarkets: few(n, ['JP'], []),
      centralMn: '10',
      provinceMn: few(n, '0', '5.50'),
      enterprisesMn: few(n, '100', '99.999'),
      othersMn: '0',
      contracts: few(n, 3, 0, 7),
      resultValueMn: few(n, '7', '0', '1000'),
    }),
  },
  {
    register: plain(regionalConferences),
    operations: trade.regionalConferences,
    known: (n) => ({
      heldOn: few(n, '2023-10-12', '2024-10-11', '2025-10-20'),
      unitGroup: ['south-20-2024', 'rrd-2024'][n % 2],
      programme: few(n, [{ at: '08:30', what: 'Khai mạc', by: null }]),
      handedTo: few(n + 1, 'long-an', 'tay-ninh-2025'),
    }),
  },
  {
    register: plain(supplyOffers),
    operations: trade.supplyOffers,
    known: (n) => ({
      producer: `Hợp tác xã ${n % 3}`,
      sector: promotionSectors[n % 4],
      standards: few(n, [goodsStandards[0]], []),
      monthlyQuantity: few(n + 1, '10', '2.5', '2.50', '0'),
      availableFrom: few(n + 2, '2024-03-01', '2023-12-31'),
    }),
  },
  {
    register: plain(demandRequests),
    operations: trade.demandRequests,
    known: (n) => ({
      distributor: `Siêu thị ${n % 3}`,
      sector: promotionSectors[n % 4],
      monthlyQuantity: few(n + 1, '10', '2.5', '2.50', '0'),
      neededFrom: few(n + 2, '2024-03-01', '2023-12-31'),
      agreedMn: few(n, '100', '99.5'),
    }),
  },
];

keepTheirPromises('trade', { module: TradeModule, database }, samples);
