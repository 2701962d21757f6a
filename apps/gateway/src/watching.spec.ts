import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { people, TestInstallation } from '@doit/testing';
import { extract, sendAll } from '../../export-import/test/extracts';
import { database } from '../../export-import/src/database';
import { ExportImportModule } from '../../export-import/src/export-import.module';
import { edge } from './edge';

const watchersAtOnce = 100;

describe('what is watched', () => {
  let house: TestInstallation;
  let app: NestFastifyApplication;
  let path: string;
  let authorization: string;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database });
    app = await edge(house.asker, house.tokens());
    await app.listen(0, '127.0.0.1');
    const line = 'export,nghe-an,2024-03,03061721,JP,5';
    const { id } = await sendAll(
      house,
      people.admin,
      extract('flow,territory,month,hs,partner,value_usd', line),
    );
    path = `/v1/export-import/imports/${id}/events`;
    authorization = `Bearer ${await house.issuer.token(people.admin)}`;
  });
  afterAll(async () => {
    await app.close();
    await house.stop();
  });

  const port = (): number => (app.getHttpServer().address() as AddressInfo).port;

  it('is watched by others still when many have gone before they were answered', async () => {
    for (let gone = 0; gone <= watchersAtOnce; gone++) {
      const socket = connect(port(), '127.0.0.1');
      await once(socket, 'connect');
      socket.write(`GET ${path} HTTP/1.1\r\nhost: a\r\nauthorization: ${authorization}\r\n\r\n`, () =>
        socket.destroy(),
      );
      await once(socket, 'close');
    }
    const answer = await fetch(`http://127.0.0.1:${port()}${path}`, { headers: { authorization } });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toMatch(/^data: \{.*"status" ?: ?"done".*\}\n\n$/);
  });
});
