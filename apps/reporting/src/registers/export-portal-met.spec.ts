import { exportImport, reporting, traders, type CheckResult } from '@doit/contracts';
import { leastEntry, people, TestInstallation } from '@doit/testing';
import type { Client } from 'pg';
import { database as ofExportImport } from '../../../export-import/src/database';
import { ExportImportModule } from '../../../export-import/src/export-import.module';
import { settled } from '../../test/settled';
import { database as rooms } from '../database';
import { ReportingModule } from '../reporting.module';

/** Kiên Giang's statement of 2023: 82 importers and exporters on the National Export Information Portal. */
describe('the traders of Kiên Giang on the export portal', () => {
  let house: TestInstallation;
  let there: Client;
  let here: Client;
  const { admin } = people;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database: ofExportImport });
    await house.start('reporting', { module: ReportingModule, database: rooms });
    there = await house.as('export-import');
    here = await house.as('reporting');
    const stated = { territory: 'kien-giang', period: '2023-12', unit: 'COUNT', measure: 'actual' };
    const of = { status: 'preliminary', source: 'doit-kien-giang', state: 'approved' };
    await house.record(exportImport.observations.record, [
      { ...stated, ...of, indicator: 'EXPORT_PORTAL_ENTERPRISES', value: '82' },
    ]);
  });
  afterAll(async () => {
    await here.end();
    await there.end();
    await house.stop();
  });

  async function check(): Promise<string> {
    await settled('export-import', there, here);
    const query = 'territory=kien-giang&period=2023-12';
    const { body } = await house.ask(reporting.checks.list, null, { query });
    const found = (body['items'] as CheckResult[]).filter(({ code }) => code === 'traders.register');
    return found
      .map(({ verdict, missing, message }) => {
        const [, amount] = /comes to (\d+)/.exec(message.en) ?? [];
        return [verdict, amount, ...missing].join(' ');
      })
      .join('; ');
  }
  async function enter(items: object[]): Promise<string[]> {
    const body = {
      items: items.map((more) =>
        leastEntry(traders, {
          ...{ territory: 'kien-giang', state: 'trading', stateOn: '2020-01-01' },
          ...{ portalRegisteredOn: '2023-06-01', ...more },
        }),
      ),
    };
    const { status, body: answer } = await house.ask(exportImport.traders.createMany, admin, { body });
    expect([status, answer.errors]).toEqual([200, undefined]);
    return (answer['items'] as { id: string }[]).map(({ id }) => id);
  }
  let ids: string[] = [];

  it('cannot be told until the register is declared complete', async () => {
    expect(await check()).toBe('cannot-tell 0 register-incomplete');
    ids = await enter(Array.from({ length: 82 }, (_, n) => ({ name: `Doanh nghiệp ${n}` })));
    // None of these was on the portal on the last day of 2023: never, later, left on the day before, or entered in error.
    await enter([
      { portalRegisteredOn: null },
      { portalRegisteredOn: '2024-01-01' },
      { portalEndedOn: '2023-12-30' },
      { state: 'withdrawn' },
    ]);
    expect(await check()).toBe('cannot-tell 82 register-incomplete');
  });

  it('agree where it is', async () => {
    const body = { register: 'traders', territory: 'kien-giang', on: '2023-12-31' };
    expect((await house.ask(exportImport.registers.complete, admin, { body })).status).toBe(200);
    expect(await check()).toBe('agrees 82');
  });

  it('agree still when one leaves the portal or closes after that day', async () => {
    const step = async (id: string, of: object) => {
      const asked = { query: `id=${id}`, ifMatch: '1', body: of };
      expect((await house.ask(exportImport.traders.step, admin, asked)).status).toBe(200);
    };
    await step(ids[0] ?? '', { step: 'leave-portal', on: '2024-02-01' });
    await step(ids[1] ?? '', { step: 'close', on: '2024-03-01', reason: 'giải thể' });
    await step(ids[2] ?? '', { step: 'suspend', on: '2024-03-01', reason: 'tạm ngừng kinh doanh' });
    expect(await check()).toBe('agrees 82');
    const query = 'territory=kien-giang';
    const { body } = await house.ask(reporting.registers.read, null, { query });
    // Now it is two fewer; the one of 2024 makes it one more.
    const found = (body['items'] as { indicator: string; value: string }[]).filter(
      ({ indicator }) => indicator === 'EXPORT_PORTAL_ENTERPRISES',
    );
    expect(found).toMatchObject([{ value: '81' }]);
  });

  it('are contradicted by one more that was on it on that day, its last', async () => {
    await enter([{ portalEndedOn: '2023-12-31' }]);
    expect(await check()).toBe('contradicts 83');
  });
});
