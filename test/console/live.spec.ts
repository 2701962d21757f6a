import type { Page } from 'playwright-core';
import { ConsoleHouse, lostConnection } from './house';

interface Recorded {
  items: { id: string }[];
}
/** A month that no other test speaks of. */
let last = Math.floor(Date.now() / 1000) % 480;
const nextMonth = (): string => {
  last = (last + 1) % 480;
  return `${1960 + Math.floor(last / 12)}-${String((last % 12) + 1).padStart(2, '0')}`;
};

/** What is approved elsewhere is seen by whoever looks, without a reload. */
describe('changes elsewhere', () => {
  let house: ConsoleHouse;
  beforeAll(async () => {
    house = await ConsoleHouse.open();
  }, 300_000);
  afterEach(() => house.leave());
  afterAll(() => house.close());

  async function post(path: string, account: string, body: object): Promise<Recorded> {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${await house.token(account)}`,
    };
    const answer = await fetch(house.address + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as Recorded;
  }
  async function submitted(period: string, value: string): Promise<string[]> {
    const figure = {
      ...{ indicator: 'RETAIL_GOODS', territory: 'nghe-an', period, measure: 'actual', value },
      ...{ status: 'estimate', unit: 'VND_BN', source: 'doit-nghe-an', asOf: '2020-01-05' },
    };
    const { items } = await post('/v1/trade/observations', 'nghean.officer', { items: [figure] });
    const ids = items.map(({ id }) => id);
    await post('/v1/trade/observations/submit', 'nghean.officer', { ids });
    return ids;
  }
  const approve = (ids: string[]) => post('/v1/trade/observations/approve', 'nghean.director', { ids });

  /** The overview of a month of which nothing is known, and a mark that a reload would take away. */
  async function open(period: string): Promise<Page> {
    const page = await house.open(`/?territory=nghe-an&period=${period}`);
    await page.getByText('Chưa có số liệu được duyệt của Nghệ An cho kỳ này.').waitFor();
    await page.evaluate(() => (document.documentElement.dataset['stays'] = 'yes'));
    return page;
  }
  /** Follows the events as an account; answers what waits until it is told of a period. */
  async function follow(account: string) {
    const headers = { authorization: `Bearer ${await house.token(account)}` };
    const signal = AbortSignal.timeout(30_000);
    const { body } = await fetch(`${house.address}/v1/events`, { headers, signal });
    if (!body) throw new Error('no events');
    const pieces = body.pipeThrough(new TextDecoderStream()).getReader();
    let told = '';
    const until = async (isThere: () => boolean): Promise<void> => {
      while (!isThere()) {
        const { value, done } = await pieces.read();
        if (done) throw new Error(`the events ended: ${told}`);
        told += value;
      }
    };
    await until(() => told.includes('"type":"ready"'));
    return async (type: string, period: string): Promise<void> => {
      const ofBoth = (line: string) =>
        line.includes(`"type":"${type}"`) && line.includes(`"period":"${period}"`);
      await until(() => told.split('\n').some(ofBoth));
      await pieces.cancel();
    };
  }
  const stays = (page: Page) => page.evaluate(() => document.documentElement.dataset['stays'] === 'yes');

  it('are seen on the overview when they are approved, and not before', async () => {
    const period = nextMonth();
    const page = await open(period);
    const toldAs = await follow('nghean.officer');
    const ids = await submitted(period, '41234');
    await toldAs('figures.submitted', period);
    // Who comes now, when it is known that it waits, sees as little as who looked all the time.
    await open(period);
    expect(await page.getByText('41.234').count()).toBe(0);
    await approve(ids);
    await page.getByText('41.234').first().waitFor({ timeout: 15_000 });
    expect(await stays(page)).toBe(true);
  });

  it('that one missed are seen once the connection is back, and both is said quietly', async () => {
    const period = nextMonth();
    const page = await open(period);
    const ids = await submitted(period, '42345');
    process.kill(house.pidOf('reporting'), 'SIGKILL');
    const lost = page.getByText(/^Mất kết nối với máy chủ; số liệu đang hiển thị là của lúc/);
    // What is lost for less than two seconds is not said: it dies as often as it comes back sooner.
    for (let killed = 0, end = Date.now() + 60_000; !(await lost.isVisible());) {
      const gateway = house.runs('gateway');
      if (gateway !== null && gateway !== killed) process.kill((killed = gateway), 'SIGKILL');
      if (Date.now() > end) throw new Error('nobody is told that the gateway is away');
      await page.waitForTimeout(100);
    }
    for (let end = Date.now() + 60_000; ;) {
      const done = await approve(ids).catch(() => null);
      if (done) break;
      if (Date.now() > end) throw new Error('the gateway does not come back');
      await page.waitForTimeout(250);
    }
    await page.getByText('Đã kết nối lại').waitFor({ timeout: 30_000 });
    await page.getByText('42.345').first().waitFor({ timeout: 15_000 });
    await page.getByText('Đã kết nối lại').waitFor({ state: 'detached', timeout: 15_000 });
    expect(await stays(page)).toBe(true);
    house.forgive(lostConnection);
  });
});
