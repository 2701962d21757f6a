import { setTimeout as sleep } from 'node:timers/promises';
import { house as promised, registersOf, services, type Operation, type Service } from '@doit/contracts';
import { leastEntry, people, TestInstallation, type Claims, type Rooms } from '@doit/testing';
import * as exportImport from '../../apps/export-import/src/database';
import { ExportImportModule } from '../../apps/export-import/src/export-import.module';
import * as industry from '../../apps/industry/src/database';
import { IndustryModule } from '../../apps/industry/src/industry.module';
import * as reporting from '../../apps/reporting/src/database';
import { ReportingModule } from '../../apps/reporting/src/reporting.module';
import * as trade from '../../apps/trade/src/database';
import { TradeModule } from '../../apps/trade/src/trade.module';
import { sampleAccounts } from '../../deploy/local/identity/accounts';
import { flowRules } from './flow-rules';
import { FlowsOfMatrix } from './flows';
import { outcome } from './outcome';
import { registerRequests } from './register-requests';
import { declared, declaredOf, monthOf, periodOf, recordersDoNotApprove, requestsOf } from './requests';
import {
  months,
  otherAccounts,
  publicRegisters,
  registerRules,
  rules,
  sampleRights,
  type Case,
  type Place,
  type Rights,
} from './rules';

const rooms: Record<Service, Rooms> = {
  industry: { module: IndustryModule, database: industry.database },
  trade: { module: TradeModule, database: trade.database },
  'export-import': { module: ExportImportModule, database: exportImport.database },
  reporting: { module: ReportingModule, database: reporting.database },
};

const operations = Object.values(promised).flatMap((service) => service.operations);
const places = Object.keys(months) as Place[];
const states = ['draft', 'approved'] as const;
const accounts: { claims: Claims | null; rights: Rights | null }[] = [
  { claims: null, rights: null },
  ...sampleAccounts.map(({ name: subject, permissions, territories }) => ({
    claims: { subject, permissions, territories },
    rights: sampleRights[subject] ?? noRule(`the account ${subject}`),
  })),
  ...Object.entries(otherAccounts).map(([subject, { rights, ...claims }]) => ({
    claims: { subject, ...claims },
    rights,
  })),
];
/** Everybody, everywhere, in both states. */
const cases = accounts.flatMap(({ claims, rights }) =>
  places.flatMap((place) => states.map((state) => ({ claims, who: rights, place, state }))),
);

const recorder: Claims = {
  subject: 'the.recorder',
  permissions: services.flatMap((service) => [`${service}:write`, `${service}:approve`]),
  territories: ['*'],
};
const lineOf: Record<Service, object> = {
  industry: { indicator: 'IPV', unit: 'VND_BN', measure: 'actual' },
  trade: { indicator: 'RETAIL', unit: 'VND_BN', measure: 'actual' },
  'export-import': { indicator: 'EXPORT', unit: 'USD_MN', measure: 'actual' },
  reporting: { indicator: 'RETAIL', unit: 'VND_BN', measure: 'plan' },
};
/** A value that no other figure has, by which it is recognised in an answer. */
const valueOf = (place: Place, state: Case['state']): string =>
  `6${places.indexOf(place) * 2 + states.indexOf(state)}7.3`;
/** Every operation × every account × own, other, preceding and succeeding territories × draft and approved. */
describe('authorisation', () => {
  let house: TestInstallation;
  let asked = 0;
  const tokens = new Map<Claims | null, string | undefined>();
  const figures = new Map<string, string>();
  /** An entry of each register at each place. */
  const entries = new Map<string, { id: string; version: number }>();
  /** What waits to be changed by an operation somewhere: a figure for its next step, a closed period. */
  const prepared = new Map<string, string>();
  let flows: FlowsOfMatrix;

  beforeAll(async () => {
    house = await TestInstallation.create();
    for (const service of services) await house.start(service, rooms[service]);
    for (const service of services) await recordFigures(service);
    for (const service of services) for (const place of places) await ruleAndClose(service, place);
    for (const { claims } of accounts)
      tokens.set(claims, claims ? await house.issuer.token(claims) : undefined);
    for (const service of services)
      for (const register of registersOf[service])
        for (const territory of places) {
          const { body } = await house.ask(operationOf(`${service}.${register.path}.create`), recorder, {
            body: leastEntry(register, { territory, state: register.states.at(-1) }),
          });
          entries.set(`${register.path} ${territory}`, { id: String(body['id']), version: 1 });
        }
    flows = new FlowsOfMatrix(house);
    await flows.begin();
    await untilReported();
  }, 60_000);
  afterAll(() => house.stop());

  const operationOf = (name: string): Operation =>
    operations.find((one) => one.name === name) ?? noRule(`the operation ${name}`);
  let last = 0;
  let years = 0;
  const figure = (service: Service, place: Place, state: Case['state'], source: string) => ({
    items: [
      {
        ...lineOf[service],
        ...{ territory: place, period: periodOf(place, state), value: valueOf(place, state), state },
        ...{ status: 'official', source },
      },
    ],
  });

  async function recordFigures(service: Service): Promise<void> {
    for (const place of places)
      for (const state of states) {
        const body = figure(service, place, state, 'statistics');
        figures.set(`${service} ${place} ${state}`, await done(`${service}.observations.record`, body));
      }
  }

  /** Done by who may, for a case to come. Answers the id of the first item, if any. */
  async function done(name: string, body: object, query = '', who = recorder): Promise<string> {
    const answer = await house.ask(operationOf(name), who, { body, query });
    expect([name, answer.status]).toEqual([name, 200]);
    return (answer.body['items'] as { id: string }[] | undefined)?.[0]?.id ?? '';
  }

  /** A setting, a closed period and a complete register, to be listed. */
  async function ruleAndClose(service: Service, place: Place): Promise<void> {
    await done(`${service}.approval-settings.set`, recordersDoNotApprove, `territory=${place}`, people.admin);
    await done(`${service}.periods.close`, { territory: place, period: monthOf(place, '06') });
    if (registersOf[service].length > 0)
      await done(`${service}.registers.complete`, declared(place, declaredOf(service).listed));
  }
  /** A figure of another recorder in the state from which a step starts, of a month of its own. */
  async function figureFor(service: Service, place: Place, from: 'draft' | 'submitted'): Promise<string> {
    const [item] = figure(service, place, 'draft', `source-${++last}`).items;
    const items = [{ ...item, period: monthOf(place, '09'), value: '1' }];
    const id = await done(`${service}.observations.record`, { items });
    if (from === 'submitted') await done(`${service}.observations.submit`, { ids: [id] });
    return id;
  }

  /** Makes what an operation will change at a place, unless it still waits there. */
  async function prepare(name: string, service: Service, place: Place): Promise<void> {
    const key = `${name} ${place}`;
    if (prepared.has(key)) return;
    const operation = name.slice(service.length + 1);
    if (operation === 'observations.submit') prepared.set(key, await figureFor(service, place, 'draft'));
    else if (/^observations\.(approve|return|steps)$/.test(operation))
      prepared.set(key, await figureFor(service, place, 'submitted'));
    else if (/^rule-overrides\.(approve|refuse|withdraw)$/.test(operation)) {
      const asking = requests['industry.rule-overrides.ask']?.({ service, place, state: 'draft' });
      const { body } = await house.ask(operationOf('industry.rule-overrides.ask'), recorder, asking ?? {});
      prepared.set(key, String(body['id']));
    } else if (operation === 'registers.reopen') {
      const { reopened } = declaredOf(service);
      await done(`${service}.registers.complete`, declared(place, reopened));
      prepared.set(key, reopened);
    } else if (operation === 'periods.close') prepared.set(key, String(1900 + ++years));
    else if (operation === 'periods.reopen') {
      const period = monthOf(place, '07');
      await done(`${service}.periods.close`, { territory: place, period });
      prepared.set(key, period);
    }
  }

  /** All events are applied, and no place waits for its checks. */
  async function untilReported(): Promise<void> {
    const database = await house.as('reporting');
    const [told, waiting] = [
      services.length * places.length * states.length,
      'marked > checked or results is null',
    ];
    for (const end = Date.now() + 30_000; ;) {
      const { rows } = await database.query<{ done: boolean }>(
        `select (select count(*) from figure) = ${told} and not exists (select from place where ${waiting}) as done`,
      );
      if (rows[0]?.done) break;
      if (Date.now() > end) throw new Error('reporting does not get to its end');
      await sleep(50);
    }
    await database.end();
  }

  const requests = requestsOf({
    idOf: (path, place) => entries.get(`${path} ${place}`)?.id ?? '',
    prepared: (name, place) => prepared.get(`${name} ${place}`) ?? '',
    recorded: (service, place, state) => figures.get(`${service} ${place} ${state}`) ?? '',
    another: (service, place, state) => figure(service, place, state, `source-${++last}`),
  });

  const ruleOf = <T>(table: Readonly<Record<string, T>>, { name, service }: Operation): T =>
    table[name] ?? table[name.replace(service, '*')] ?? noRule(`the operation ${name}`);

  it.each(operations.map((operation) => [operation.name, operation] as const))(
    'of %s',
    async (name, operation) => {
      const { service } = operation;
      const verb = name.slice(name.lastIndexOf('.') + 1);
      const register = registersOf[service].find(
        ({ path, operations: own }) => path === operation.resource && verb in own,
      );
      const isPublic = register !== undefined && publicRegisters.includes(`${service}.${register.path}`);
      const rule = register
        ? (one: Case) => ruleOf(registerRules, { ...operation, name: verb })(one, isPublic)
        : ruleOf({ ...rules, ...flowRules }, operation);
      const request = register
        ? ruleOf(registerRequests(register, entries), { ...operation, name: verb })
        : ruleOf({ ...requests, ...flows.requests }, operation);
      const wrong: string[] = [];
      for (const { claims, ...one } of cases) {
        await prepare(name, service, one.place);
        await flows.prepare(name, one, claims);
        const {
          body,
          bytes = body && Buffer.from(JSON.stringify(body)),
          ...rest
        } = request({
          service,
          ...one,
        });
        const asking = {
          token: tokens.get(claims),
          patience: 60_000,
          ...rest,
          ...(bytes && { body: bytes }),
        };
        const answer = await house.asker.ask(operation, asking);
        if (register && verb === 'change' && answer.status === 200) {
          const changed = entries.get(`${register.path} ${one.place}`);
          if (changed) changed.version += 1;
        }
        if (answer.status === 200 && !name.endsWith('.steps')) prepared.delete(`${name} ${one.place}`);
        if (answer.status === 200) flows.spend(name, one);
        const expected = rule({ service, ...one });
        const { subject: by } = recorder;
        const found = outcome(answer, { ...one, value: valueOf(one.place, one.state), by }, expected);
        asked += 1;
        if (found !== expected)
          wrong.push(`${claims?.subject ?? 'nobody'}, ${one.place}, ${one.state}: ${found}, not ${expected}`);
      }
      expect(wrong).toEqual([]);
    },
  );

  it('of lines of trade and extracts refuses whoever approves his own', async () => {
    const { officer } = people;
    const [line, extract] = [await flows.entered(officer, 'nghe-an'), await flows.sent(officer, 'nghe-an')];
    const decided = async (resource: 'flows' | 'imports', { id, version }: typeof line, who = officer) => {
      const query = { query: `id=${id}`, ifMatch: `"${version}"`, body: {} };
      const { status, body } = await house.ask(operationOf(`export-import.${resource}.approve`), who, query);
      return `${status} ${body.code ?? String(body['state'])}`;
    };
    expect(await decided('flows', line)).toBe('403 flow.own-approval');
    expect(await decided('imports', extract)).toBe('403 import.own-approval');
    const director = { ...officer, subject: 'nghean.director' };
    expect(await decided('flows', line, director)).toBe('200 approved');
    expect(await decided('imports', extract, director)).toBe('200 approved');
  });

  it('is asked in more than 2,000 cases, none left out', () => {
    expect(asked).toBe(operations.length * accounts.length * places.length * states.length);
    expect(asked).toBeGreaterThan(2000);
  });
});

function noRule(what: string): never {
  throw new Error(`no rule is written for ${what}: test/access/rules.ts`);
}
