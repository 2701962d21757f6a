import type { Client } from 'pg';
import { exportImport, traders } from '@doit/contracts';
import { dayPlus } from '@doit/reference';
import { todayInVietNam } from '@doit/registers';
import { leastEntry, people, TestInstallation, type Claims } from '@doit/testing';
import { database } from '../database';
import { ExportImportModule } from '../export-import.module';

const { officer, neighbour, admin } = people;
const { contacts, putContact, removeContact } = exportImport.traders;
const words = ['Phòng kinh doanh thủy sản', '+84 000 111 222', 'kinhdoanh@example.vn'];
const [name, phone, email] = words;
const consent = { consentOn: '2024-06-01', purposes: ['market-warnings', 'trade-promotion'] };

describe('contacts of a trader', () => {
  let house: TestInstallation;
  let client: Client;
  let id = '';
  const ask = (operation: Parameters<TestInstallation['ask']>[0], who: Claims | null, body?: object) => {
    const query = `id=${id}${operation === contacts ? '' : '&role=export'}`;
    return house.ask(operation, who, { query, ...(body && { body }) });
  };
  const put = (more: object = {}, who: Claims | null = officer) =>
    ask(putContact, who, { name, phone, email, ...consent, ...more });

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database });
    client = await house.as('export-import', true);
    const body = leastEntry(traders, { code: 'X-1' });
    id = String((await house.ask(exportImport.traders.create, officer, { body })).body['id']);
  });
  afterAll(async () => {
    await client.end();
    await house.stop();
  });

  /** The tables with a row that holds one of the words. */
  async function holding(): Promise<string[]> {
    const { rows } = await client.query<{ table: string }>(
      `select c.relname as table from pg_class c
        where c.relnamespace = 'export_import'::regnamespace and c.relkind in ('r', 'p') order by 1`,
    );
    expect(rows.length).toBeGreaterThan(12);
    const found: string[] = [];
    for (const { table } of rows) {
      const asked = `select from ${table} t where exists (select from unnest($1::text[]) w where t::text like '%' || w || '%') limit 1`;
      if ((await client.query(asked, [words])).rowCount) found.push(table);
    }
    return found;
  }

  it('are not kept without the day and the purpose of a consent, of a day that has come', async () => {
    const refusal = async (more: object) => {
      const { status, body } = await put(more);
      return [status, body.code, ...(body.errors ?? []).map(({ pointer }) => pointer)].join(' ');
    };
    expect(await refusal({ consentOn: undefined, purposes: undefined })).toBe(
      '422 trader.contact-without-consent /consentOn /purposes',
    );
    expect(await refusal({ consentOn: undefined })).toBe('422 trader.contact-without-consent /consentOn');
    expect(await refusal({ purposes: [] })).toBe('422 trader.contact-without-consent /purposes');
    expect(await refusal({ purposes: ['anything'] })).toMatch(/^400 request.invalid/);
    const tomorrow = dayPlus(todayInVietNam(), 1);
    expect(await refusal({ consentOn: tomorrow })).toBe('422 register.step-in-future /consentOn');
    expect(await refusal({ phone: null, email: null })).toBe('422 trader.contact-unreachable /email');
    const { body } = await put({ purposes: [] });
    expect(body.message).toMatchObject({
      vi: expect.stringContaining('Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15') as string,
    });
    expect(await holding()).toEqual([]);
  });

  it('are read and written with rights over the trader’s territory, and by nobody else', async () => {
    const may = (permission: string): Claims => ({ ...officer, permissions: [permission] });
    const answers = async (who: Claims | null) => {
      const found = [await ask(contacts, who), await put({}, who), await ask(removeContact, who)];
      return found.map(({ status, body }) => (status === 200 ? '200' : body.code));
    };
    const all = (code: string): string[] => [code, code, code];
    expect(await answers(null)).toEqual(all('token.missing'));
    expect(await answers(neighbour)).toEqual(all('territory.not-yours'));
    expect(await answers(may('trade:write'))).toEqual(all('permission.missing'));
    expect(await answers(may('export-import:read'))).toEqual([
      '200',
      'permission.missing',
      'permission.missing',
    ]);
    expect(await answers(may('export-import:write'))).toEqual(['permission.missing', '200', '200']);
    const unknown = '01980000-0000-7000-8000-000000000009';
    const { body } = await house.ask(contacts, officer, { query: `id=${unknown}` });
    expect(body.code).toBe('register.not-found');
  });

  it('are kept one for each role, with the consent that they rest on; a later one takes the place', async () => {
    expect((await put({ name: 'Phòng xuất khẩu' })).status).toBe(200);
    const kept = await put();
    const expected = { role: 'export', name, phone, email, ...consent, recordedBy: 'nghean.officer' };
    expect(kept.body).toMatchObject(expected);
    expect((await ask(contacts, officer)).body['items']).toEqual([kept.body]);
    expect(await holding()).toEqual(['trader_contact']);
  });

  it('stand in no event, list, download, history or audit', async () => {
    const query = `id=${id}`;
    const { list, get, history, export: csv } = exportImport.traders;
    const shown = [
      await house.ask(list, officer, {}),
      await house.ask(list, officer, { query: 'q=X-1' }),
      await house.ask(get, officer, { query }),
      await house.ask(history, officer, { query }),
      await house.ask(csv, officer, {}),
      await house.ask(exportImport.audit.list, admin, { query: 'limit=500' }),
      await house.ask(exportImport.audit.export, admin, {}),
    ];
    expect(shown.map(({ status }) => status)).toEqual(shown.map(() => 200));
    const text = JSON.stringify(shown.map(({ body }) => body));
    expect(text).toContain('X-1');
    for (const word of [...words, 'Phòng xuất khẩu']) expect(text).not.toContain(word);
    for (const word of words)
      expect(
        (await house.ask(list, officer, { query: `q=${encodeURIComponent(word)}` })).body['items'],
      ).toEqual([]);
    // The audit tells that there is one, who kept it, and on what consent.
    const { rows } = await client.query<{ type: string; actor: string; payload: object }>(
      `select type, actor, payload from event where aggregate = $1 order by seq desc limit 1`,
      [`trader-contact:${id}:export`],
    );
    expect(rows).toEqual([
      {
        type: 'export-import.trader-contact.kept.v1',
        actor: 'nghean.officer',
        payload: { trader: id, territory: 'nghe-an', role: 'export', ...consent },
      },
    ]);
    expect(text).toContain('export-import.trader-contact.kept.v1');
  });

  it('are deleted, and nowhere any more, when the consent is withdrawn', async () => {
    expect((await ask(removeContact, officer)).body).toEqual({ removed: 1 });
    expect(await holding()).toEqual([]);
    expect((await ask(contacts, officer)).body['items']).toEqual([]);
    const told = async () =>
      (
        await client.query<{ type: string; payload: object }>(
          `select type, payload from event where aggregate = $1 order by seq desc limit 1`,
          [`trader-contact:${id}:export`],
        )
      ).rows[0];
    const removed = {
      type: 'export-import.trader-contact.removed.v1',
      payload: { trader: id, territory: 'nghe-an', role: 'export' },
    };
    expect(await told()).toEqual(removed);
    // Asked again, there is none, and nothing is told.
    const before = await client.query('select max(seq) from event');
    expect((await ask(removeContact, officer)).body).toEqual({ removed: 0 });
    expect((await client.query('select max(seq) from event')).rows).toEqual(before.rows);
  });

  it('are not kept by the answer of a request that is sent with a name of its own', async () => {
    const query = `id=${id}&role=export`;
    const body = { name, phone, email, ...consent };
    const answer = await house.ask(putContact, officer, { query, body, idempotencyKey: 'k-1' });
    expect(answer.status).toBe(200);
    await ask(removeContact, officer);
    expect(await holding()).toEqual([]);
  });
});
