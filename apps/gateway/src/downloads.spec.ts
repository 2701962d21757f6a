import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { headers, type Msg } from 'nats';
import { at, Edges } from '../test/edges';

const plants = '/v1/industry/power-plants.csv';

describe('a download', () => {
  let edges: Edges;

  beforeAll(async () => {
    edges = await Edges.create();
  });
  afterEach(() => edges.end());
  afterAll(() => edges.house.stop());

  /** Long enough that what came first has left. */
  const long = 'x'.repeat(300_000);

  /** Answers page after page of one row each, the last without a next; what it is asked is kept. */
  const pages = async (count: number, failing = -1): Promise<string[]> => {
    const asked: string[] = [];
    await edges.served('industry', (message: Msg) => {
      const query = message.headers?.get('query') ?? '';
      const at = Number(new URLSearchParams(query).get('after') ?? 0);
      asked.push(query);
      const sent = headers();
      if (at === failing) {
        sent.set('status', '503');
        message.respond('{"code":"service.failed","status":503,"message":{"vi":"","en":""},"errors":[]}', {
          headers: sent,
        });
        return;
      }
      if (at + 1 < count) sent.set('next', String(at + 1));
      message.respond(`code,name\r\nP-${at},Bản Vẽ\r\n${failing < 0 ? '' : long}`, { headers: sent });
    });
    return asked;
  };

  it('comes whole, page after page, with one heading', async () => {
    const asked = await pages(3);
    const app = await edges.told();
    const answer = await at(app).get(`${plants}?state=operating`);
    expect([answer.status, answer.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(answer.text).toBe('code,name\r\nP-0,Bản Vẽ\r\nP-1,Bản Vẽ\r\nP-2,Bản Vẽ\r\n');
    expect(asked).toEqual(['state=operating', 'state=operating&after=1', 'state=operating&after=2']);
  });

  it('comes as well where the list is asked for as CSV', async () => {
    const asked = await pages(2);
    const app = await edges.told();
    const answer = await at(app).get('/v1/industry/power-plants?state=operating&format=csv');
    expect(answer.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.text).toBe('code,name\r\nP-0,Bản Vẽ\r\nP-1,Bản Vẽ\r\n');
    expect(asked[1]).toBe('state=operating&format=csv&after=1');
  });

  it('is refused while eight others are under way, and taken again when one has ended', async () => {
    await edges.served('industry', (message) => {
      const sent = headers();
      sent.set('next', '1');
      message.respond(`code\r\n${'x'.repeat(500_000)}\r\n`, { headers: sent });
    });
    const app = await edges.told();
    const address = await app.getUrl();
    const ends = Array.from({ length: 8 }, () => new AbortController());
    // An answer that nobody holds is given up by who asked.
    const held = await Promise.all(ends.map(({ signal }) => fetch(`${address}${plants}`, { signal })));
    expect(held.map(({ status }) => status)).toEqual(held.map(() => 200));
    const ninth = await at(app).get(plants);
    expect([ninth.status, (ninth.body as { type: string }).type]).toEqual([503, 'gateway.busy']);
    expect((await at(app).get(`${plants}?limit=1`)).status).toBe(200);
    ends[0]?.abort();
    const again = new AbortController();
    let status = 503;
    for (let n = 0; n < 100 && status === 503; n++) {
      await sleep(20);
      ({ status } = await fetch(`${address}${plants}`, { signal: again.signal }));
    }
    expect(status).toBe(200);
    for (const end of [...ends, again]) end.abort();
  });

  it('goes on behind a cursor, and is one page where a limit is asked', async () => {
    const asked = await pages(4);
    const app = await edges.told();
    expect((await at(app).get(`${plants}?after=2`)).text).toBe('code,name\r\nP-2,Bản Vẽ\r\nP-3,Bản Vẽ\r\n');
    expect((await at(app).get(`${plants}?limit=1`)).text).toBe('code,name\r\nP-0,Bản Vẽ\r\n');
    expect(asked).toEqual(['after=2', 'after=3', 'limit=1']);
  });

  it('is cut off where a page does not come, so that nobody takes a part for the whole', async () => {
    await pages(5, 2);
    const address = await (await edges.told()).getUrl();
    const answer = await fetch(`${address}${plants}`);
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow();
  });

  it('is read no faster than whoever asked reads it', async () => {
    let asked = 0;
    const row = `${'x'.repeat(500_000)}\r\n`;
    await edges.served('industry', (message) => {
      asked += 1;
      const sent = headers();
      sent.set('next', String(asked));
      message.respond(`code\r\n${row}`, { headers: sent });
    });
    const app = await edges.told();
    const socket = connect((app.getHttpServer().address() as AddressInfo).port, '127.0.0.1');
    socket.on('error', () => undefined).write(`GET ${plants} HTTP/1.1\r\nhost: a\r\n\r\n`);
    await once(socket, 'readable');
    // Buffers on the way fill; then it stands still.
    const still = async (): Promise<number> => {
      const before = asked;
      await sleep(500);
      return before === asked ? asked : still();
    };
    expect(await still()).toBeLessThan(60);
    socket.read();
    socket.destroy();
    const stopped = await still();
    await sleep(300);
    expect(asked).toBe(stopped);
  });
});
