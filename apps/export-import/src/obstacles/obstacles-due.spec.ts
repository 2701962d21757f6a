import { exportImport, obstacles, type ObstaclesDue } from '@doit/contracts';
import { leastEntry, people, TestInstallation, type Claims } from '@doit/testing';
import { database } from '../database';
import { ExportImportModule } from '../export-import.module';

const { officer, neighbour, admin } = people;

describe('obstacles that are due', () => {
  let house: TestInstallation;
  const due = async (query: string, who: Claims = officer) => {
    const { status, body } = await house.ask(exportImport.obstacles.due, who, { query });
    if (status !== 200) return [String(body.code)];
    const { items, overdue } = body as unknown as ObstaclesDue;
    return [...items.map(({ code, daysLeft }) => `${code} ${daysLeft}`), `${overdue} overdue`];
  };

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database });
    const of = { owner: 'Phòng Quản lý xuất nhập khẩu', reportedOn: '2024-01-01' };
    for (const more of [
      { code: 'A', state: 'accepted', deadline: '2024-07-01' },
      { code: 'B', state: 'assigned', deadline: '2024-07-15' },
      { code: 'C', state: 'in-progress', deadline: '2024-07-16' },
      { code: 'D', state: 'escalated', deadline: '2024-06-30', escalatedTo: 'ministry' },
      { code: 'E', state: 'reopened', deadline: '2024-01-01' },
      { code: 'F', state: 'in-progress', deadline: '2024-08-01' },
      // Nobody deals with these (any more), or they have no day.
      { code: 'X-1', state: 'resolved', deadline: '2024-06-30', outcome: 'đã thông quan' },
      { code: 'X-2', state: 'rejected', deadline: '2024-06-30' },
      { code: 'X-3', state: 'withdrawn', deadline: '2024-06-30' },
      { code: 'X-4', state: 'reported', deadline: '2024-06-30' },
      { code: 'X-5', state: 'accepted' },
      { code: 'K', state: 'assigned', deadline: '2024-07-02', territory: 'kien-giang' },
    ]) {
      const body = leastEntry(obstacles, { ...of, ...more });
      const who = more.territory ? neighbour : officer;
      expect((await house.ask(exportImport.obstacles.create, who, { body })).status).toBe(200);
    }
  });
  afterAll(() => house.stop());

  it('are those within the days asked for, 14 if none are, and those that are overdue', async () => {
    expect(await due('on=2024-07-01')).toEqual(['A 0', 'B 14', 'D -1', 'E -182', '2 overdue']);
    expect(await due('on=2024-07-02')).toEqual(['B 13', 'C 14', 'A -1', 'D -2', 'E -183', '3 overdue']);
    expect(await due('on=2024-07-01&within=0')).toEqual(['A 0', 'D -1', 'E -182', '2 overdue']);
    expect(await due('on=2024-07-01&within=31')).toContain('F 31');
    // What was not reported yet was not due.
    expect(await due('on=2023-12-31&within=1096')).toEqual(['0 overdue']);
  });

  it('are those of the caller’s territories, or of the ones asked for, with what went into them', async () => {
    expect(await due('on=2024-07-01', neighbour)).toEqual(['K 1', '0 overdue']);
    expect(await due('on=2024-07-01&territory=an-giang-2025', neighbour)).toEqual(['K 1', '0 overdue']);
    expect(await due('on=2024-07-01&territory=kien-giang')).toEqual(['territory.not-yours']);
    expect(await due('on=2024-07-01', admin)).toEqual(['A 0', 'K 1', 'B 14', 'D -1', 'E -182', '2 overdue']);
    expect(await due('territory=nowhere', admin)).toEqual(['territory.unknown']);
  });

  it('hide from others who reported them, and in which words', async () => {
    const told = { reportedBy: 'Công ty Thủy sản Ví Dụ', asked: 'cấp chứng thư nhanh hơn' };
    const body = leastEntry(obstacles, { code: 'P', ...told });
    const made = await house.ask(exportImport.obstacles.create, officer, { body });
    const query = `id=${String(made.body['id'])}`;
    for (const who of [null, neighbour]) {
      const shown = await house.ask(exportImport.obstacles.get, who, { query });
      expect(shown.body).toMatchObject({ code: 'P', category: 'market', reportedBy: null, asked: null });
    }
    expect((await house.ask(exportImport.obstacles.get, officer, { query })).body).toMatchObject(told);
  });

  it('have a deadline that an officer moves by extending it with a reason, or else an approver', async () => {
    const clerk: Claims = { ...officer, permissions: ['export-import:write', 'export-import:read'] };
    const body = leastEntry(obstacles, {
      ...{ code: 'Q', state: 'assigned', owner: 'Chi cục Thủy sản', deadline: '2024-03-31' },
    });
    const made = await house.ask(exportImport.obstacles.create, clerk, { body });
    const asked = (version: number, of: object) => ({
      ...{ query: `id=${String(made.body['id'])}`, ifMatch: String(version), body: of },
    });
    const moved = { deadline: '2024-05-31' };
    const changed = await house.ask(exportImport.obstacles.change, clerk, asked(1, moved));
    expect([changed.status, changed.body.code, changed.body.errors?.[0]?.pointer]).toEqual([
      ...[403, 'register.correction-needs-approver', '/deadline'],
    ]);
    const step = { step: 'extend', on: '2024-03-30', reason: 'chờ kết quả kiểm nghiệm', known: moved };
    const extended = await house.ask(exportImport.obstacles.step, clerk, asked(1, step));
    expect(extended.body['entry']).toMatchObject({ ...moved, state: 'assigned', stateOn: null });
    const corrected = { deadline: '2024-06-30', reason: 'ghi nhầm' };
    expect((await house.ask(exportImport.obstacles.change, officer, asked(2, corrected))).status).toBe(200);
  });
});
