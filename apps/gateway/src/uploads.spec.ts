import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { once } from 'node:events';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FlowImport } from '@doit/contracts';
import { people, TestInstallation, type Claims } from '@doit/testing';
import { database } from '../../export-import/src/database';
import { ExportImportModule } from '../../export-import/src/export-import.module';
import { edge } from './edge';
import { limitsFrom } from './limits';

const columns = 'flow,territory,month,hs,partner,value_usd\n';
const line = (n: number): string =>
  `export,nghe-an,2024-03,${String(3010000 + n * 10).padStart(8, '0')},JP,${n}.5\n`;

/** A form with a file before the edge, whose service keeps it. */
describe('a file that is sent as a form', () => {
  let house: TestInstallation;
  let app: NestFastifyApplication;
  let address: string;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database });
    app = await edge(house.asker, house.tokens(), limitsFrom({ ACCESS_LOG: 'off', REQUEST_TIMEOUT: '1' }));
    await app.listen(0, '127.0.0.1');
    address = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}/v1/export-import/imports`;
  });
  afterAll(async () => {
    await app.close();
    await house.stop();
  });

  const bearer = async (who: Claims) => ({
    authorization: `Bearer ${await house.issuer.token(who)}`,
    'accept-language': 'en',
  });
  const formOf = (text: string, fields: Record<string, string> = { locale: 'en' }): FormData => {
    const form = new FormData();
    // The file first, as curl sends it: its fields are known only after it.
    form.set('file', new Blob([text]), 'Tháng 3.csv');
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return form;
  };
  const send = async (
    body: FormData | string,
    who: Claims | null = people.admin,
    more: Record<string, string> = {},
  ) => {
    const headers = { ...(who ? await bearer(who) : {}), ...more };
    const answer = await fetch(address, { method: 'POST', body, headers });
    return {
      status: answer.status,
      body: (await answer.json()) as FlowImport & { type?: string; errors?: { pointer: string }[] },
    };
  };

  it('reaches the service in pieces, and is watched until it is written', async () => {
    const lines = Array.from({ length: 9000 }, (_, n) => line(n));
    const text = `${columns}${lines.filter((each) => isHeading(each)).join('')}`;
    const sent = await send(formOf(text));
    expect(sent).toMatchObject({
      status: 202,
      body: { state: 'submitted', file: { name: 'Tháng 3.csv', bytes: Buffer.byteLength(text) } },
    });
    const watched = await fetch(`${address}/${sent.body.id}/events`, { headers: await bearer(people.admin) });
    expect(watched.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const events = (await watched.text()).split('\n\n').filter((event) => event.startsWith('data: '));
    const states = events.map((event) => (JSON.parse(event.slice(6)) as FlowImport).status);
    expect(states.at(-1)).toBe('done');
    expect(new Set(states.slice(0, -1)).has('done')).toBe(false);
    const last = JSON.parse(events.at(-1)?.slice(6) ?? '') as FlowImport;
    expect(last).toMatchObject({ accepted: text.split('\n').length - 2, rejected: 0, state: 'approved' });
  });
  /** Chapters beyond 97 are none. */
  const isHeading = (each: string): boolean => Number(each.split(',')[3]?.slice(0, 2)) < 77;

  it.each<
    [
      string,
      () => Promise<{ status: number; body: { type?: string; errors?: { pointer: string }[] } }>,
      number,
      string,
    ]
  >([
    ['without a token', () => send(formOf(columns), null), 401, 'token.missing'],
    ['by who may not write', () => send(formOf(columns), people.reader), 403, 'permission.missing'],
    [
      'as JSON',
      () => send('{}', people.admin, { 'content-type': 'application/json' }),
      415,
      'request.not-a-form',
    ],
    [
      'without its file',
      () => {
        const form = new FormData();
        form.set('locale', 'en');
        return send(form);
      },
      400,
      'document.missing',
    ],
    [
      'without saying how numbers are written',
      () => send(formOf(columns, {})),
      400,
      'request.invalid /locale',
    ],
    [
      'with a field that nobody knows',
      () => send(formOf(columns, { locale: 'en', colour: 'red' })),
      400,
      'request.invalid /colour',
    ],
    [
      'with a document of somebody’s instead of a file',
      () => {
        const form = new FormData();
        form.set('locale', 'en');
        form.set('file', '0193a000-0000-7000-8000-000000000000');
        return send(form);
      },
      400,
      'request.invalid',
    ],
    // Of a form that ends too early the stream of its file says so, too: nobody may be missing who hears it.
    ...[
      ['', 1] as const,
      // The second one is refused before that.
      [' /file', 2] as const,
    ].map(([pointer, files]): [string, () => ReturnType<typeof send>, number, string] => [
      `with ${files} that end too early`,
      () =>
        send(
          '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\na\r\n'.repeat(files),
          people.admin,
          { 'content-type': 'multipart/form-data; boundary=x' },
        ),
      400,
      `request.invalid${pointer}`,
    ]),
    ['that is empty', () => send(formOf('')), 409, 'document.not-open'],
  ])('%s is refused', async (_how, sent, status, said) => {
    const { body, ...answer } = await sent();
    expect([
      answer.status,
      [body.type, ...(body.errors ?? []).map(({ pointer }) => pointer)].join(' '),
    ]).toEqual([status, said]);
  });

  it('is no body of other operations', async () => {
    const headers = await bearer(people.admin);
    const answer = await fetch(address.replace('imports', 'observations'), {
      method: 'POST',
      body: formOf(columns),
      headers,
    });
    expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([
      415,
      'request.unsupported-media',
    ]);
  });

  it('may come slowly, other bodies may not', async () => {
    const { port } = app.getHttpServer().address() as AddressInfo;
    const head = (path: string, type: string, token: string): string =>
      `POST ${path} HTTP/1.1\r\nhost: a\r\nauthorization: ${token}\r\ncontent-type: ${type}\r\ncontent-length: 300\r\n\r\n`;
    const { authorization } = await bearer(people.admin);
    const begin =
      '--x\r\ncontent-disposition: form-data; name="locale"\r\n\r\nen\r\n--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n';
    const slow = connect(port, '127.0.0.1', () =>
      slow.write(head('/v1/export-import/imports', 'multipart/form-data; boundary=x', authorization) + begin),
    );
    const other = connect(port, '127.0.0.1', () =>
      other.write(head('/v1/export-import/observations', 'application/json', authorization) + '{'),
    );
    const [answer] = (await once(other, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1.1 408 /);
    slow.write(columns + line(1).repeat(1));
    slow.write(`\r\n--x--\r\n`.padEnd(300 - begin.length - columns.length - line(1).length));
    const [late] = (await once(slow, 'data')) as [Buffer];
    expect(late.toString()).toMatch(/^HTTP\/1.1 202 /);
  });
});
