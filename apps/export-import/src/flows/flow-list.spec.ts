import { exportImport, type FlowLine, type FlowPage } from '@doit/contracts';
import { people, TestInstallation } from '@doit/testing';
import { extract, sendAll } from '../../test/extracts';
import { byHand, forgetLines } from '../../test/lines';
import { database as options } from '../database';
import { ExportImportModule } from '../export-import.module';

/** Lines and what tells each from the others; `draft` is entered by an officer. */
const lines = {
  shrimp: {},
  rice: { hs: '100630', partner: 'PH', regime: 'domestic', month: '2024-02' },
  phones: { hs: '85171300', partner: 'US', regime: 'fdi', enterprise: '2900000001', month: '2024-05' },
  cloth: { flow: 'import', hs: '5208', partner: 'CN', month: '2024-05' },
  office: { source: 'gso', status: 'official', month: '2024-04' },
  kien: { territory: 'kien-giang', month: '2025-06', partner: 'KR' },
  merged: { territory: 'an-giang-2025', month: '2025-07', partner: 'KR' },
} as const;

describe('the list of lines', () => {
  let house: TestInstallation;
  const ids = new Map<string, string>();
  const names = (items: readonly { id: string }[]): string[] =>
    items.map(({ id }) => [...ids].find(([, one]) => one === id)?.[0] ?? id);
  const { admin, officer, neighbour } = people;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database: options });
    await forgetLines(house);
    const hand = byHand(house);
    for (const [name, changes] of Object.entries(lines)) ids.set(name, (await hand.put(admin, changes)).id);
    ids.set('draft', (await hand.put(officer, { hs: '0901', month: '2024-01' })).id);
    const { id, version } = await hand.put(officer, { hs: '0902', month: '2024-01' });
    await hand.step({ ...officer, subject: 'nghean.director' }, 'return', { id, version });
    ids.set('returned', id);
    const gone = await hand.put(admin, { hs: '0903', month: '2024-01' });
    await hand.step(admin, 'withdraw', gone);
    ids.set('withdrawn', gone.id);
    const next = await hand.step(admin, 'correct', await hand.put(admin, { hs: '0904', month: '2023-12' }), {
      ...{ valueUsd: '8', asOf: '2024-05-01', reason: 'x' },
    });
    ids.set('anew', String(next.body['id']));
  });
  afterAll(() => house.stop());

  const list = async (query: string, who = admin): Promise<FlowPage> => {
    const { status, body } = await house.ask(exportImport.flows.list, who, { query });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body as unknown as FlowPage;
  };
  const standing = 'merged kien cloth phones office shrimp rice returned draft anew'.split(' ');

  it.each<[query: string, found: string]>([
    ['', standing.join(' ')],
    ['flow=import', 'cloth'],
    ['from=2024-05', 'merged kien cloth phones'],
    ['to=2024-01', 'returned draft anew'],
    ['from=2024-02&to=2024-03', 'shrimp rice'],
    ['hs=8517', 'phones'],
    ['hs=10', 'rice'],
    ['hs=851713000', '400'],
    ['commodity=rice', 'rice'],
    ['commodity=seafood,rice', 'merged kien office shrimp rice'],
    ['partner=US,PH', 'phones rice'],
    ['regime=domestic', 'rice'],
    ['enterprise=2900000001', 'phones'],
    ['source=gso', 'office'],
    ['source=nobody', ''],
    ['state=draft,returned', 'returned draft'],
    ['state=withdrawn', 'withdrawn'],
    ['territory=kien-giang', 'kien'],
    ['territory=an-giang-2025', 'merged kien'],
    ['territory=an-giang-2025,kien-giang&partner=KR&from=2025-07', 'merged'],
    ['state=gone', '400'],
    ['from=2024-13', '400'],
    ['from=0000-01', standing.join(' ')],
    ['to=0000-12', ''],
    ['territory=atlantis', '422'],
    ['after=nowhere', '400'],
    ['after=2024-13-01~1', '400'],
    ['after=0000-01-01~1', '400'],
    ['limit=0', '400'],
  ])('of %s', async (query, found) => {
    const { status, body } = await house.ask(exportImport.flows.list, admin, { query });
    expect(status === 200 ? names((body as unknown as FlowPage).items).join(' ') : String(status)).toBe(
      found,
    );
  });

  it('of an import has its lines alone', async () => {
    const [{ import: id } = { import: '' }] = (await list('hs=8517')).items;
    expect(names((await list(`import=${id}`)).items)).toEqual(['phones']);
  });

  it('is of the territories that the caller reads', async () => {
    expect(names((await list('', neighbour)).items)).toEqual(['merged', 'kien']);
    expect(names((await list('', officer)).items)).toEqual(standing.slice(2));
    const other = await house.ask(exportImport.flows.list, officer, { query: 'territory=kien-giang' });
    expect(other.body.code).toBe('territory.not-yours');
    // Who reads a merged unit reads those that it was made of.
    const holder = { ...neighbour, territories: ['an-giang-2025'] };
    expect(names((await list('territory=an-giang-2025', holder)).items)).toEqual(['merged', 'kien']);
  });

  it.each([1, 2, 3, 10, 11])('comes in pages of %i, none twice and none left out', async (limit) => {
    const found: string[] = [];
    let after = '';
    for (let pages = 0; pages < 20; pages++) {
      const { items, next } = await list(`limit=${limit}${after}`);
      expect(items.length).toBeLessThanOrEqual(limit);
      found.push(...names(items));
      if (next === null) break;
      after = `&after=${encodeURIComponent(next)}`;
    }
    expect(found).toEqual(standing);
  });

  it('as CSV has the same lines, page after page', async () => {
    const csv = async (query: string) => (await house.ask(exportImport.flows.export, admin, { query })).body;
    const text = String((await csv('format=csv'))['body']);
    const [head = '', ...rows] = text.split('\r\n').slice(0, -1);
    const columns = head.split(',');
    const { items } = await list('');
    const listed = items.map((line) =>
      columns.map((column) => String(line[column as keyof FlowLine] ?? '')).join(','),
    );
    expect(rows).toEqual(listed);
    expect(columns).toEqual(Object.keys(items[0] ?? {}).filter((field) => columns.includes(field)));
    const page = String((await csv('format=csv&limit=3'))['body'])
      .split('\r\n')
      .slice(1, -1);
    expect(page).toEqual(listed.slice(0, 3));
    expect(String((await csv('format=csv&source=nobody'))['body'])).toBe(`${head}\r\n`);
  });

  it('as CSV gives no formula to a spreadsheet', async () => {
    const formula = `=HYPERLINK("http:")`;
    const { id } = await byHand(house).put(admin, {
      hs: '0905',
      month: '2022-01',
      quantity: '1',
      unit: formula,
    });
    const minus = extract(
      'flow,territory,month,hs,partner,value_usd,quantity,unit',
      'export,nghe-an,2022-01,0906,JP,1,1,@SUM(1)',
    );
    const sent = await sendAll(house, admin, minus);
    expect(sent.status).toBe('done');
    const { body } = await house.ask(exportImport.flows.export, admin, { query: 'format=csv&to=2022-01' });
    const [, first = '', second = ''] = String(body['body']).split('\r\n');
    expect(second).toContain(`,"'=HYPERLINK(""http:"")",`);
    expect(first).toContain(`,'@SUM(1),`);
    expect((await list(`to=2022-01`)).items.find((line) => line.id === id)?.unit).toBe(formula);
  });
});
