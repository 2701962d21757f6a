import { Controller, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  house,
  services,
  trade,
  type ChangePage,
  type ChangesAsCsv,
  type ListChanges,
  type ListObservations,
  type ObservationPage,
  type RecordedIds,
  type RecordObservations,
  type Service,
  type ServiceHealth,
} from '@doit/contracts';
import { PromiseServer, Serves } from '@doit/rpc';
import { TestInstallation, type Rooms } from '@doit/testing';
import { DataSource } from 'typeorm';
import * as exportImport from '../../apps/export-import/src/database';
import { ExportImportModule } from '../../apps/export-import/src/export-import.module';
import * as industry from '../../apps/industry/src/database';
import { IndustryModule } from '../../apps/industry/src/industry.module';
import * as reporting from '../../apps/reporting/src/database';
import { ReportingModule } from '../../apps/reporting/src/reporting.module';
import * as trades from '../../apps/trade/src/database';
import { TradeModule } from '../../apps/trade/src/trade.module';

@Controller()
class AllButOne {
  @Serves(trade.observations.record)
  record(_input: RecordObservations): Promise<RecordedIds> {
    return Promise.resolve({ items: [] });
  }

  @Serves(trade.audit.list)
  changes(_input: ListChanges): Promise<ChangePage> {
    return Promise.resolve({ items: [], next: null });
  }

  @Serves(trade.audit.export)
  export(_input: ListChanges): Promise<ChangesAsCsv> {
    return Promise.resolve({ body: '' });
  }

  @Serves(trade.health.read)
  health(): Promise<ServiceHealth> {
    return Promise.reject(new Error('never asked'));
  }
}

@Controller()
class TheOne {
  @Serves(trade.observations.list)
  list(_input: ListObservations): Promise<ObservationPage> {
    return Promise.resolve({ items: [], next: null });
  }
}

@Controller()
class TheOneAgain extends TheOne {
  @Serves(trade.observations.list)
  listAgain(_input: ListObservations): Promise<ObservationPage> {
    return Promise.resolve({ items: [], next: null });
  }
}

/** Serves what trade promises besides. */
@Controller()
class AllOthers {}
const byHand = [trade.observations.record, trade.observations.list, trade.audit.list, trade.audit.export]
  .map(({ name }) => name)
  .concat(trade.health.read.name);
for (const operation of house.trade.operations.filter(({ name }) => !byHand.includes(name))) {
  const never = { configurable: true, value: () => Promise.reject(new Error('never asked')) };
  Object.defineProperty(AllOthers.prototype, operation.name, never);
  Serves(operation)(AllOthers.prototype, operation.name, never);
}

describe('every operation has one handler:', () => {
  let installation: TestInstallation;

  beforeAll(async () => {
    installation = await TestInstallation.create();
  });
  afterAll(() => installation.stop());

  async function begin(service: Service, ...controllers: Type[]): Promise<void> {
    @Module({ controllers, providers: [{ provide: DataSource, useValue: {} }] })
    class Small {}
    const nats = await installation.connect('trade');
    const strategy = new PromiseServer({ service, namespace: 'doit', nats, tokens: installation.tokens() });
    const app = await NestFactory.createMicroservice(Small, { strategy, logger: false, abortOnError: false });
    await app.listen().finally(() => app.close());
  }

  it('a service starts with one for each', async () => {
    await expect(begin('trade', AllButOne, TheOne, AllOthers)).resolves.toBeUndefined();
  });

  it('it refuses to start without one', async () => {
    await expect(begin('trade', AllButOne, AllOthers)).rejects.toThrow(
      'nobody serves trade.observations.list',
    );
  });

  it('it refuses to start with two', async () => {
    await expect(begin('trade', AllButOne, TheOneAgain, AllOthers)).rejects.toThrow(
      'trade.observations.list is served twice',
    );
  });

  it('it refuses to serve what another promised', async () => {
    await expect(begin('industry', TheOne)).rejects.toThrow(
      'trade.observations.list is not promised by industry',
    );
  });

  it('the services of the house start, and each says how it feels', async () => {
    const rooms: Record<Service, Rooms> = {
      industry: { module: IndustryModule, database: industry.database },
      trade: { module: TradeModule, database: trades.database },
      'export-import': { module: ExportImportModule, database: exportImport.database },
      reporting: { module: ReportingModule, database: reporting.database },
    };
    for (const service of services) {
      await installation.start(service, rooms[service]);
      const feel = house[service].operations.find(({ name }) => name === `${service}.health.read`);
      expect(feel && (await installation.ask(feel, null))).toMatchObject({
        status: 200,
        body: { service, status: 'ok' },
      });
    }
  });
});
