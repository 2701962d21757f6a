import type { Client } from 'pg';
import { exportImport, type FlowImport } from '@doit/contracts';
import { people, TestInstallation } from '@doit/testing';
import { ended, extract, send, sendAll } from '../../test/extracts';
import { database as options } from '../database';
import { ExportImportModule } from '../export-import.module';

const columns = 'flow,territory,month,hs,partner,regime,enterprise,value_usd,quantity,unit';
const shrimp = 'export,nghe-an,2024-03,03061721,JP,fdi,2900000001,1200.50,100,kg';
const rice = 'export,nghe-an,2024-03,10063040,PH,domestic,2900000002,800,2.5,tonne';

describe('who may have an extract written', () => {
  let house: TestInstallation;
  let database: Client;
  const { admin, officer, neighbour } = people;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database: options });
    database = await house.as('export-import');
  });
  afterAll(async () => {
    await database.end();
    await house.stop();
  });

  const cells = async () => (await database.query(`select from flow_cell where by = 'total'`)).rowCount;
  const faultsOf = ({ errors }: FlowImport) =>
    errors.map(({ row, column, code, message }) => `${row} ${column} ${code}: ${message.en}`);

  it('an officer’s is checked, and written once another person approves it', async () => {
    const done = await sendAll(house, officer, extract(columns, shrimp));
    expect(done).toMatchObject({ status: 'done', state: 'submitted', accepted: 1, outcome: null });
    expect(await cells()).toBe(0);
    const decide = (who: typeof officer, verb: 'approve' | 'return', version = done.version) =>
      house.ask(exportImport.imports[verb], who, {
        query: `id=${done.id}`,
        ifMatch: `"${version}"`,
        body: verb === 'return' ? { reason: 'x' } : {},
      });
    expect((await decide(officer, 'approve')).body.code).toBe('import.own-approval');
    expect((await decide(neighbour, 'approve')).body.code).toBe('import.not-found');
    expect((await decide({ ...officer, subject: 'nghean.director' }, 'approve', 99)).body.code).toBe(
      'import.changed-meanwhile',
    );
    expect((await decide({ ...officer, subject: 'nghean.director' }, 'approve')).status).toBe(200);
    expect(await ended(house, officer, done.id)).toMatchObject({
      state: 'approved',
      decidedBy: 'nghean.director',
      outcome: { added: 1 },
    });
    expect(await cells()).toBe(1);
    const other = await sendAll(house, officer, extract(columns, rice));
    const returned = await house.ask(
      exportImport.imports.return,
      { ...officer, subject: 'nghean.director' },
      {
        ...{ query: `id=${other.id}`, ifMatch: `"${other.version}"`, body: { reason: 'sai tháng' } },
      },
    );
    expect(returned.body).toMatchObject({ status: 'done', state: 'returned', reason: 'sai tháng' });
  });

  it('it is written in its sender’s territories alone', async () => {
    const failed = await sendAll(
      house,
      officer,
      extract(columns, shrimp, shrimp.replace('nghe-an', 'kien-giang')),
    );
    expect(faultsOf(failed)).toEqual([
      '3 territory territory.not-yours: The account has no right over “kien-giang”.',
    ]);
  });

  it('it is listed to who sent it and who reads its territories', async () => {
    const mine = await sendAll(house, officer, extract(columns, shrimp));
    const theirs = await send(house, neighbour, extract(columns, shrimp.replace('nghe-an', 'kien-giang')));
    const seen = async (who: typeof officer) =>
      (
        (await house.ask(exportImport.imports.list, who, { query: 'limit=10' })).body as unknown as {
          items: FlowImport[];
        }
      ).items.map(({ id }) => id);
    expect((await seen(officer))[0]).toBe(mine.id);
    expect(await seen(officer)).not.toContain(theirs.id);
    expect(await seen(admin)).toEqual(expect.arrayContaining([mine.id, theirs.id]));
  });
});
