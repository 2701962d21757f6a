import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestPlatform } from '@doit/testing';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { Pool } from 'undici';
import { root } from '../../deploy/local/root';
import { fillFlows, unfinished, type Ask } from './fuzz-flows';
import { fillRegisters, type Post } from './fuzz-registers';
import { fuzzRequests, type FuzzRequest, type Good, type Known, type OpenApi } from './fuzz-requests';

/** Requests for each operation, so that every one of them is carried out by some. */
const each = 100;
const seed = Number(process.env['FUZZ_SEED'] ?? 20_250_701);
/** What would show the inside of the house: a stack, a file of ours, words of PostgreSQL or of the broker. */
const inside =
  /\n\s+at |node_modules|\.[jt]s:\d+|syntax error at|relation "|pg_|TypeORM|QueryFailed|NatsError/;

interface Answer {
  status: number;
  type: string;
  text: string;
}

/**
 * A hundred requests for each operation of openapi.json, against the whole platform; the same for the same seed (`FUZZ_SEED`). Those
 * that fail are printed, ready to be sent again.
 */
describe('whatever is asked', () => {
  const platform = new TestPlatform();
  const document = JSON.parse(readFileSync(join(root, 'openapi.json'), 'utf8')) as OpenApi;
  // It has no end that could be waited for: apps/gateway/src/live-events.spec.ts.
  delete document.paths['/v1/events'];
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  const count = each * operations.length;
  let http: Pool;
  let askAs: Ask;
  /** The first request of each fault, by operation and what was wrong. */
  const faults = new Map<string, string>();
  const statuses = new Map<number, number>();
  const carriedOut = new Set<string>();
  const memory: Record<string, number>[] = [];

  const send = async ({ method, path, headers, body }: FuzzRequest): Promise<Answer> => {
    const answer = await http.request({
      method: method,
      path,
      headers,
      body: body ?? null,
      headersTimeout: 15_000,
      bodyTimeout: 20_000,
    });
    const type = String(answer.headers['content-type'] ?? '');
    const { statusCode: status } = answer;
    if (type.startsWith('text/event-stream')) return { status, type, text: await watched(answer.body) };
    return { status, type, text: answer.headers['content-encoding'] ? '' : await answer.body.text() };
  };

  /** Events until they end; every other watcher goes away after the first. */
  let watchers = 0;
  async function watched(body: AsyncIterable<Buffer>): Promise<string> {
    const isBrief = watchers++ % 2 === 1;
    let text = '';
    for await (const chunk of body) {
      text += chunk.toString();
      if (isBrief) break;
    }
    return text;
  }

  /** Resident megabytes of every process of ours. */
  const resident = (): Record<string, number> =>
    Object.fromEntries(
      ['gateway', 'industry', 'trade', 'export-import', 'reporting'].map((name) => {
        const status = readFileSync(`/proc/${platform.processes()[name]?.pid}/status`, 'utf8');
        return [name, Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024)];
      }),
    );

  beforeAll(async () => {
    await platform.start();
    http = new Pool(platform.address, { connections: 16 });
    const tokens = ['', '', 'a.b.c'];
    // The administration twice: there are operations that nobody else may ask for.
    for (const account of ['admin', 'nghean.officer', 'nghean.leader', 'kiengiang.officer', 'admin'])
      tokens.push(await platform.token(account));
    const [, , , admin = '', officer = ''] = tokens;
    const { known, good } = await learnt();
    askAs = async (path, asOfficer, init = {}) => {
      const headers = { ...init.headers, authorization: `Bearer ${asOfficer ? officer : admin}` };
      const answer = await fetch(`${platform.address}/v1/${path}`, { ...init, headers });
      if (!answer.ok) throw new Error(`${path} ${answer.status}: ${await answer.text()}`);
      return (await answer.json()) as Item;
    };
    const post = (path: string, sent: object, asOfficer = false) =>
      askAs(path, asOfficer, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(sent),
      });
    const registers = await fillRegisters(post);
    const flows = await fillFlows(askAs);
    Object.assign(known, registers.known, flows.known);
    Object.assign(good, registers.good, flows.good);
    for (const service of services) Object.assign(good, await stepsToTake(service, good, post));
    const requests = fuzzRequests(document, known, good, tokens, seed);
    const answered = judge(document);
    const ask = async (request: FuzzRequest): Promise<void> => {
      const wrong = await send(request).then(
        (answer) => {
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          if (answer.status < 300) carriedOut.add(request.operationId);
          return answered(request, answer);
        },
        (error: unknown) => `no answer: ${String(error)}`,
      );
      const { authorization: _secret, ...headers } = request.headers;
      const fault = `${request.operationId} ${wrong}`;
      if (wrong && !faults.has(fault))
        faults.set(
          fault,
          JSON.stringify({ ...request, headers, body: request.body?.toString() }).slice(0, 600),
        );
    };
    let sent = 0;
    const lane = async (): Promise<void> => {
      while (sent < count) {
        if (sent++ % 5000 === 4999) memory.push(resident());
        await ask(requests.next().value);
      }
    };
    await Promise.all(Array.from({ length: 16 }, lane));
    // Those that chance was against: some take a request only where many things are right at once.
    for (let more = 0; more < count && carriedOut.size < operations.length; more++) {
      const request = requests.next().value;
      if (!carriedOut.has(request.operationId)) await ask(request);
    }
    console.log(`seed ${seed}: ${JSON.stringify([...statuses].sort())}\n${JSON.stringify(memory)}`);
  }, 600_000);
  afterAll(async () => {
    await http.destroy();
    await platform.stop();
  }, 60_000);

  const items = async (path: string): Promise<Item[]> => {
    const answer = await fetch(platform.address + path);
    return ((await answer.json()) as { items: Item[] }).items;
  };
  const services = ['industry', 'trade', 'export-import', 'reporting'];

  /** Values that the platform knows, and bodies like those of its sample data, read from itself. */
  async function learnt(): Promise<{ known: Known; good: Good }> {
    // Of what an indicator is broken down by, chance would have to know.
    const good: Good = {
      'reporting.breakdowns.read': [{ territory: 'nghe-an', period: '2023', indicator: 'RETAIL' }],
    };
    const ids: Item[] = [];
    for (const service of services) {
      const figures = await items(`/v1/${service}/observations?limit=50`);
      good[`${service}.observations.record`] = figures.map(asSent);
      ids.push(...figures.slice(0, 5));
    }
    const [territories, indicators] = [
      await items('/v1/territories?limit=100'),
      await items('/v1/indicators'),
    ];
    const all = (list: Item[], key: string): string[] => [
      ...new Set(list.map((one) => one[key]).filter((one) => typeof one === 'string')),
    ];
    const periods = ['2023', '2022', '2023-05', '2023-Q2', '2023-01/P5M', '2025-07', '2021-S1'];
    const known = {
      territory: ['nghe-an', 'kien-giang', 'an-giang-2025', 'thai-binh', ...all(territories, 'id')],
      ...{ indicator: all(indicators, 'code'), unit: all(indicators, 'unit'), period: periods },
      ...{ from: periods, to: periods, group: ['south-20-2024'], among: ['nc-2024'], after: ['x', ''] },
      ...{ asOf: ['2023-06-01', '2024-01-31'], on: ['2025-07-01', '2024-01-01', '1990-01-01'] },
      ...{ id: [...all(ids, 'id'), 'nghe-an', 'an-giang-2025'], observationId: all(ids, 'id') },
      source: ['doit-nghe-an', 'gso', 'customs'],
      by: ['component', 'goodsGroup', 'sector', 'division', 'budget', 'commodity', 'partner', 'regime'],
      partners: ['ASEAN', 'EU', 'JP', 'US'],
      ...{ taxCode: ['2900000001'], market: ['JP', 'TH'], hsCodes: ['10063040'], agreement: ['AJCEP'] },
    };
    return { known, good };
  }

  /** Drafts, submitted figures and closed periods, each for a body that takes the next step. */
  async function stepsToTake(service: string, good: Good, post: Post): Promise<Good> {
    const [sample] = good[`${service}.observations.record`] ?? [];
    const figure = { ...(sample?.['items'] as Item[])[0], territory: 'nghe-an', source: 'doit-nghe-an' };
    const items = Array.from({ length: 120 }, (_, n) => ({ ...figure, period: String(1900 + n) }));
    const recorded = await post(`${service}/observations`, { items }, true);
    const ids = (recorded['items'] as { id: string }[]).map(({ id }) => id);
    await post(`${service}/observations/submit`, { ids: ids.slice(40) }, true);
    const closing = ids.map((_, n) => ({ territory: 'kien-giang', period: String(1900 + n) }));
    for (const period of closing.slice(60)) await post(`${service}/periods/close`, period);
    const reason = 'Chưa khớp với báo cáo tháng trước';
    return {
      [`${service}.observations.submit`]: ids.slice(0, 40).map((id) => ({ ids: [id] })),
      [`${service}.observations.approve`]: ids.slice(40, 80).map((id) => ({ ids: [id] })),
      [`${service}.observations.return`]: ids.slice(80).map((id) => ({ ids: [id], reason })),
      [`${service}.periods.close`]: closing.slice(0, 60),
      [`${service}.periods.reopen`]: closing.slice(60).map((period) => ({ ...period, reason })),
    };
  }

  it('is answered without a failure, as openapi.json promises, and shows nothing of the inside', () => {
    expect([...faults].slice(0, 30)).toEqual([]);
    expect([...statuses.values()].reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(count);
  });

  it('is understood often enough for that to mean something', () => {
    const all = operations.map(({ operationId }) => operationId);
    expect(all.filter((name) => !carriedOut.has(name))).toEqual([]);
    for (const status of [200, 201, 400, 401, 403, 404, 422])
      expect(statuses.get(status)).toBeGreaterThan(20);
  });

  it('brings every file that is sent to its end', async () => {
    expect(await unfinished(askAs)).toEqual([]);
  }, 150_000);

  it('leaves memory flat', () => {
    const [early = {}, late = {}] = [memory[0], memory.at(-1)];
    for (const [name, before] of Object.entries(early))
      expect([name, late[name]]).toEqual([name, expect.closeTo(before, -2) as number]);
  });
});

type Item = Record<string, unknown>;

/** A recorded figure as the body of a request that would record it. */
function asSent({ id: _id, recordedAt: _at, recordedBy: _by, state: _state, ...figure }: Item): Item {
  return { items: [figure] };
}

/** Says what is wrong with an answer; undefined where nothing is. */
function judge(document: OpenApi): (request: FuzzRequest, answer: Answer) => string | undefined {
  const ajv = addFormats(new Ajv({ strict: false, formats: { decimal: true } }));
  ajv.addSchema(document, 'house');
  const compiled = new Map<string, ValidateFunction>();
  const fits = (pointer: string, text: string): string | undefined => {
    const valid = compiled.get(pointer) ?? ajv.compile({ $ref: `house#${pointer}` });
    compiled.set(pointer, valid);
    return valid(JSON.parse(text)) ? undefined : ajv.errorsText(valid.errors);
  };
  const escaped = (path: string): string =>
    encodeURIComponent(path.replaceAll('~', '~0').replaceAll('/', '~1'));
  return ({ template, method }, { status, type, text }) => {
    if (status >= 500) return `${status}: ${text}`;
    if (inside.test(text)) return `shows the inside: ${text.slice(0, 300)}`;
    if (status === 304) return text === '' ? undefined : '304 with a body';
    if (text === '') return undefined;
    const responses = `/paths/${escaped(template)}/${method.toLowerCase()}/responses`;
    const place = status < 300 ? String(status) : 'default';
    const media = type.split(';')[0] ?? '';
    const promised = document.paths[template]?.[method.toLowerCase()]?.responses[place]?.content ?? {};
    if (!(media in promised)) return `${status} as ${type}`;
    if (media === 'text/event-stream')
      return /^(data: \{.*\}\n\n|: \n\n)*$/.test(text) ? undefined : `events: ${text}`;
    if (media.startsWith('text/')) return undefined;
    const wrong = fits(`${responses}/${place}/content/${escaped(media)}/schema`, text);
    return wrong === undefined ? undefined : `${status} is not as promised: ${wrong}`;
  };
}
