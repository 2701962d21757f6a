import { enterpriseReports, industry, reporting, schemes, type CheckResult } from '@doit/contracts';
import { leastEntry, people, TestInstallation } from '@doit/testing';
import type { Client } from 'pg';
import { database as ofIndustry } from '../../../industry/src/database';
import { IndustryModule } from '../../../industry/src/industry.module';
import { settled } from '../../test/settled';
import { database as rooms } from '../database';
import { ReportingModule } from '../reporting.module';

/** Over a real broker and two services: what is entered and declared in industry, beside what is stated. */
describe('registers', () => {
  let house: TestInstallation;
  let there: Client;
  let here: Client;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('industry', { module: IndustryModule, database: ofIndustry });
    await house.start('reporting', { module: ReportingModule, database: rooms });
    there = await house.as('industry');
    here = await house.as('reporting');
  });
  afterAll(async () => {
    await here.end();
    await there.end();
    await house.stop();
  });

  /** A plant of whichever day, known to reporting, whose checks then are those of all that it knows. */
  async function plant(territory: string, code: string, more: object = { operatingOn: '2020-01-01' }) {
    const body = { code, name: code, territory, kind: 'coal', state: 'operating', ...more };
    expect((await house.ask(industry.powerPlants.create, people.admin, { body })).status).toBe(200);
    await settled('industry', there, here);
  }
  async function state(territory: string, period: string, value: string): Promise<void> {
    const figure = { indicator: 'POWER_PLANTS', territory, period, value, unit: 'COUNT', measure: 'actual' };
    const item = { ...figure, status: 'official', source: 'statistics', state: 'approved' };
    await house.record(industry.observations.record, [item]);
  }
  async function check(territory: string, period: string): Promise<string> {
    const query = `territory=${territory}&period=${period}`;
    const { body } = await house.ask(reporting.checks.list, null, { query });
    const found = (body['items'] as CheckResult[]).find(({ code }) => code === 'power-plants.register');
    const entries = /\((\d+) entr/.exec(found?.message.en ?? '')?.[1];
    return [found?.verdict, entries, ...(found?.missing ?? [])].join(' ');
  }

  /** Industry declares the register of plants complete, or takes that back. */
  async function declare(territory: string, on: string | null): Promise<void> {
    const { complete, reopen } = industry.registers;
    const [operation, about] = on ? [complete, { on }] : [reopen, { reason: 'x' }];
    const body = { register: 'power-plants', territory, ...about };
    expect((await house.ask(operation, people.admin, { body })).status).toBe(200);
    await settled('industry', there, here);
  }

  it('meet a statement anew with each entry', async () => {
    await state('thai-binh', '2023-05', '2');
    await declare('thai-binh', '2023-01-01');
    const found: string[] = [];
    for (const code of ['TB-1', 'TB-2', 'TB-3']) {
      await plant('thai-binh', code);
      found.push(await check('thai-binh', '2023-05'));
    }
    expect(found).toEqual(['contradicts 1', 'agrees 2', 'contradicts 3']);
  });

  it('meet a statement where they are declared complete, as long as they are', async () => {
    await state('ninh-binh', '2023-05', '1');
    await plant('ninh-binh', 'NB-1');
    const found = [await check('ninh-binh', '2023-05')];
    for (const on of ['2023-06-01', '2023-05-31', '2020-01-01', null]) {
      await declare('ninh-binh', on);
      found.push(await check('ninh-binh', '2023-05'));
    }
    const open = 'cannot-tell 1 register-incomplete';
    expect(found).toEqual([open, open, 'agrees 1', 'agrees 1', open]);
  });

  it('meet a statement by what there was on its day', async () => {
    await state('ha-nam', '2023-05', '2');
    await declare('ha-nam', '2023-05-31');
    await plant('ha-nam', 'HN-1');
    // In this state since then, so there on the day.
    await plant('ha-nam', 'HN-2', { stateOn: '2022-01-01' });
    expect(await check('ha-nam', '2023-05')).toBe('agrees 2');
    await plant('ha-nam', 'HN-3', { operatingOn: '2023-06-01' });
    expect(await check('ha-nam', '2023-05')).toBe('agrees 2');
    await plant('ha-nam', 'HN-4', { stateOn: '2024-01-01' });
    expect(await check('ha-nam', '2023-05')).toBe('cannot-tell 3 register-undated');
    await plant('ha-nam', 'HN-5', { operatingOn: '2023-05-31' });
    expect(await check('ha-nam', '2023-05')).toBe('contradicts 4');
  });

  it('meet a statement by what was there then and ceased to be since', async () => {
    await state('nam-dinh', '2023-05', '2');
    await declare('nam-dinh', '2023-05-31');
    await plant('nam-dinh', 'ND-1');
    const gone = { state: 'retired', stateOn: '2024-01-01' };
    // Nobody says since when it ran, if ever.
    await plant('nam-dinh', 'ND-2', gone);
    expect(await check('nam-dinh', '2023-05')).toBe('cannot-tell 1 register-undated');
    // These were not there on the day: retired by then, and not yet built.
    await plant('nam-dinh', 'ND-3', { ...gone, stateOn: '2023-05-31', operatingOn: '2010-01-01' });
    await plant('nam-dinh', 'ND-4', { ...gone, operatingOn: '2023-06-01' });
    await plant('nam-dinh', 'ND-5', { state: 'testing', stateOn: '2024-01-01' });
    expect(await check('nam-dinh', '2023-05')).toBe('cannot-tell 1 register-undated');
    await plant('nam-dinh', 'ND-6', { ...gone, operatingOn: '2010-01-01' });
    expect(await check('nam-dinh', '2023-05')).toBe('agrees 2');
    await state('nam-dinh', '2023-06', '5');
    // Four at most: one that runs, two that did until 2024, and the one that nobody dates.
    expect(await check('nam-dinh', '2023-06')).toBe('contradicts 3');
  });

  it('meet the statement of a merged unit where those before it are complete, or where it is', async () => {
    // Of Nam Định one that runs still, of Hà Nam five, of Ninh Bình one.
    await state('ninh-binh-2025', '2025-12', '7');
    const found: string[] = [];
    const then = async (work: Promise<void>) => {
      await work;
      found.push(await check('ninh-binh-2025', '2025-12'));
    };
    await then(declare('ninh-binh', '2025-06-30'));
    await then(declare('ha-nam', null));
    await then(declare('ha-nam', '2025-06-01'));
    // What is entered for itself is covered by its own word alone.
    await then(plant('ninh-binh-2025', 'NBM-1', { operatingOn: '2026-01-01' }));
    await then(declare('ninh-binh-2025', '2025-07-01'));
    await then(declare('nam-dinh', null));
    const open = 'cannot-tell 7 register-incomplete';
    expect(found).toEqual(['agrees 7', open, 'agrees 7', open, 'agrees 7', 'agrees 7']);
  });

  it('meet the whole that their entries are parts of, in the period of each', async () => {
    const territory = 'thai-nguyen';
    const stated = (indicator: string, period: string, unit: string, dimensions: object, value: string) =>
      house.record(
        industry.observations.record,
        [{ ...{ indicator, period, unit, dimensions, value, territory, measure: 'actual' } }].map((item) => ({
          ...item,
          status: 'official',
          source: 'statistics',
          state: 'approved',
        })),
      );
    await stated('PROMOTION_BUDGET', '2023', 'VND_BN', { budget: 'local' }, '1.00');
    await stated('PRODUCT_OUTPUT', '2023-05', 'KT', { product: 'cement' }, '10.0');
    const verdicts = async (period: string, code: string) => {
      const { body } = await house.ask(reporting.checks.list, null, {
        query: `territory=${territory}&period=${period}`,
      });
      return (body['items'] as CheckResult[])
        .flatMap((one) => (one.code === code ? [one.verdict] : []))
        .join();
    };
    const found: string[] = [];
    const scheme = async (more: object) => {
      const ordinary = { kind: 'training', budget: 'local', year: 2023, state: 'approved', territory };
      const body = leastEntry(schemes, { ...ordinary, ...more });
      expect((await house.ask(industry.promotionSchemes.create, people.admin, { body })).status).toBe(200);
      await settled('industry', there, here);
      found.push(await verdicts('2023', 'promotion-schemes.register'));
    };
    await scheme({ supportMn: '600' });
    await scheme({ supportMn: '400' });
    await scheme({ supportMn: '500', year: 2024 });
    await scheme({ supportMn: '500', budget: 'national', nationallyAppraisedOn: '2023-01-01' });
    await scheme({ supportMn: '500', state: 'registered' });
    await scheme({ supportMn: '500' });
    expect(found.splice(0)).toEqual(['', 'agrees', 'agrees', 'agrees', 'agrees', 'contradicts']);
    const report = async (quantity: string, more: object = {}) => {
      const ordinary = { productCode: 'cement', unit: 'KT', month: '2023-05', state: 'accepted', territory };
      const body = leastEntry(enterpriseReports, { ...ordinary, quantity, ...more });
      expect((await house.ask(industry.enterpriseReports.create, people.admin, { body })).status).toBe(200);
      await settled('industry', there, here);
      found.push(await verdicts('2023-05', 'enterprise-reports.register'));
    };
    await report('6');
    await report('4');
    await report('5', { month: '2023-04' });
    await report('5', { state: 'received' });
    await report('5', { productCode: null });
    await report('5');
    expect(found).toEqual(['', 'agrees', 'agrees', 'agrees', 'agrees', 'contradicts']);
  });
});
