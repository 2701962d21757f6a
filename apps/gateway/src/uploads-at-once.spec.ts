import type { AddressInfo } from 'node:net';
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { people, TestInstallation } from '@doit/testing';
import type { Client } from 'pg';
import { database as rooms } from '../../export-import/src/database';
import { ExportImportModule } from '../../export-import/src/export-import.module';
import { edge } from './edge';

const size = 3_000_000;
const beginning =
  '--x\r\ncontent-disposition: form-data; name="locale"\r\n\r\nen\r\n--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n';
const end = '\r\n--x--\r\n';

/** Files on their way through the edge at the same time, whole or not. */
describe('files that are sent at once', () => {
  let house: TestInstallation;
  let app: NestFastifyApplication;
  let database: Client;
  let token: string;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database: rooms });
    database = await house.as('export-import');
    app = await edge(house.asker, house.tokens());
    await app.listen(0, '127.0.0.1');
    token = await house.issuer.token(people.admin);
  });
  afterAll(async () => {
    await app.close();
    await database.end();
    await house.stop();
  });

  /** Begins a form, and sends a million bytes of its file. */
  const begin = async (): Promise<Socket> => {
    const { port } = app.getHttpServer().address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const headers = [
      ...['host: a', `authorization: Bearer ${token}`, 'content-type: multipart/form-data; boundary=x'],
      ...[`content-length: ${beginning.length + size + end.length}`, 'accept-language: en'],
    ];
    socket.write(`POST /v1/export-import/imports HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n${beginning}`);
    socket.write('x'.repeat(1_000_000));
    return socket;
  };
  const answered = async (socket: Socket): Promise<string> => {
    const [answer] = (await once(socket, 'data')) as [Buffer];
    const said = answer.toString();
    return `${said.slice(9, 12)} ${/"type":"([^"]+)"/.exec(said)?.[1] ?? ''}`.trim();
  };
  const finish = (socket: Socket): Promise<string> => {
    socket.write('x'.repeat(size - 1_000_000) + end);
    return answered(socket);
  };
  const count = async (sql: string): Promise<number> =>
    (await database.query<{ count: number }>(`select count(*)::int as count from ${sql}`)).rows[0]?.count ??
    0;
  /** Documents of which something is kept, and which are not whole. */
  const onTheirWay =
    'document d where sha256 is null and exists (select from document_piece where document = d.id)';
  const until = async (isSo: () => Promise<boolean>): Promise<void> => {
    const patience = Date.now() + 10_000;
    while (!(await isSo())) {
      if (Date.now() > patience) throw new Error('it does not come to that');
      await sleep(20);
    }
  };

  /** Whether four places are free: as many small forms are told that they are empty, and none that it is busy. */
  const isFree = async (): Promise<boolean> => {
    const address = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
    const form = (): FormData => {
      const empty = new FormData();
      empty.set('file', new Blob(['']), 'a');
      empty.set('locale', 'en');
      return empty;
    };
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() =>
        fetch(`${address}/v1/export-import/imports`, {
          ...{ method: 'POST', body: form(), headers: { authorization: `Bearer ${token}` } },
        }),
      ),
    );
    return answers.every(({ status }) => status === 409);
  };

  it('are taken in four at a time; one more is told that it is busy, and taken once there is a place', async () => {
    const four = [await begin(), await begin(), await begin(), await begin()];
    await until(async () => (await count(onTheirWay)) === 4);
    const fifth = await begin();
    expect(await answered(fifth)).toBe('503 gateway.busy');
    fifth.destroy();
    const [one, ...others] = four as [Socket, ...Socket[]];
    expect(await finish(one)).toBe('202');
    one.destroy();
    const next = await begin();
    for (const socket of [next, ...others]) {
      expect(await finish(socket)).toBe('202');
      socket.destroy();
    }
  });

  it('and are cut off leave no import, no whole document and no place taken', async () => {
    const imports = await count('flow_import');
    const documents = await count('document where sha256 is not null');
    for (const _ of [1, 2]) {
      const before = await count(onTheirWay);
      const four = [await begin(), await begin(), await begin(), await begin()];
      await until(async () => (await count(onTheirWay)) === before + 4);
      for (const socket of four) socket.destroy();
      await until(isFree);
    }
    expect(await count('flow_import')).toBe(imports);
    expect(await count('document where sha256 is not null')).toBe(documents);
    const whole = await begin();
    expect(await finish(whole)).toBe('202');
    whole.destroy();
    expect(await count('flow_import')).toBe(imports + 1);
  });
});
