import {
  demandRequests,
  promotionEvents,
  regionalConferences,
  supplyOffers,
  trade,
  type NextHost,
  type OfferMatches,
  type RequestMatches,
} from '@doit/contracts';
import { leastEntry, people, TestInstallation, type Claims } from '@doit/testing';
import { leadsAsWritten } from '../../../industry/src/test-lives';
import { database as options } from '../database';
import { TradeModule } from '../trade.module';
import { regionalConferenceRules } from './regional-conference-rules';
import { demandRequestRules, supplyOfferRules } from './supply-demand-rules';

const { officer, neighbour, admin } = people;

leadsAsWritten(
  supplyOffers,
  supplyOfferRules,
  {
    listed: { verify: 'verified', withdraw: 'withdrawn' },
    verified: { withdraw: 'withdrawn' },
    withdrawn: {},
  },
  ['withdraw'],
);
leadsAsWritten(
  demandRequests,
  demandRequestRules,
  {
    open: { talk: 'in-talks', agree: 'agreed', withdraw: 'withdrawn' },
    'in-talks': { agree: 'agreed', fail: 'failed', withdraw: 'withdrawn' },
    agreed: { deliver: 'delivered', fail: 'failed' },
    ...{ delivered: {}, failed: {}, withdrawn: {} },
  },
  ['fail', 'withdraw'],
);
leadsAsWritten(
  regionalConferences,
  regionalConferenceRules,
  {
    planned: { announce: 'announced', hold: 'held', withdraw: 'withdrawn' },
    announced: { hold: 'held', withdraw: 'withdrawn' },
    held: { 'hand-over': 'handed-over' },
    ...{ 'handed-over': {}, withdrawn: {} },
  },
  ['withdraw'],
);

describe('supply, demand and conferences', () => {
  let house: TestInstallation;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database: options });
  });
  afterAll(() => house.stop());

  it('a request finds offers of its own territory, and verified ones of all', async () => {
    const goods = { product: 'Cam Vinh', sector: 'fruit-vegetables' };
    const offer = (code: string, more: object) =>
      house.ask(trade.supplyOffers.create, admin, {
        body: leastEntry(supplyOffers, { code, ...goods, ...more }),
      });
    await offer('OWN', {});
    await offer('OTHERS', { territory: 'ha-tinh' });
    await offer('VERIFIED', { territory: 'ha-tinh', state: 'verified' });
    await offer('GONE', { state: 'withdrawn' });
    await offer('ENDED', { availableTo: '2024-12-31' });
    const { body } = await house.ask(trade.demandRequests.create, officer, {
      body: leastEntry(demandRequests, goods),
    });
    const asked = (who: Claims | null) =>
      house.ask(trade.demandRequests.matches, who, { query: `id=${String(body['id'])}` });
    const { items } = (await asked(officer)).body as unknown as OfferMatches;
    expect(items.map(({ code, points }) => [code, points])).toEqual([
      ['OWN', 80],
      ['VERIFIED', 80],
    ]);
    expect([(await asked(neighbour)).status, (await asked(null)).status]).toEqual([403, 401]);
    const step = (ifMatch: string, sent: object) =>
      house.ask(trade.demandRequests.step, officer, {
        ...{ query: `id=${String(body['id'])}`, ifMatch, body: { on: '2025-01-01', ...sent } },
      });
    expect((await step('1', { step: 'agree' })).body.code).toBe('demand.needs-outcome');
    const wrong = await step('1', { step: 'agree', known: { offerCode: 'OWN', offerTerritory: 'viet-nam' } });
    expect(wrong.body).toMatchObject({ code: 'territory.unknown', errors: [{ pointer: '/offerTerritory' }] });
    const known = { offerCode: 'VERIFIED', offerTerritory: 'ha-tinh', agreedMn: '120.5' };
    const agreed = await step('1', { step: 'agree', known });
    expect(agreed.body).toMatchObject({
      entry: { state: 'agreed', agreedMn: '120.5', offerTerritory: 'ha-tinh', eventTerritory: null },
      allowed: ['deliver', 'fail'],
    });
  });

  it('an offer finds the open requests that its reader may read', async () => {
    const goods = { product: 'Chè Thanh Chương', sector: 'fruit-vegetables' };
    const request = (code: string, more: object) =>
      house.ask(trade.demandRequests.create, admin, {
        body: leastEntry(demandRequests, { code, ...goods, ...more }),
      });
    await request('FIRST', {});
    await request('TALKS', { state: 'in-talks' });
    await request('AGREED', { state: 'agreed', agreedMn: '1' });
    await request('ENDED', { neededTo: '2024-12-31' });
    await request('THEIRS', { territory: 'kien-giang' });
    const { body } = await house.ask(trade.supplyOffers.create, officer, {
      body: leastEntry(supplyOffers, { code: 'CHE', ...goods }),
    });
    const asked = async (who: Claims | null) => {
      const query = `id=${String(body['id'])}`;
      const answer = await house.ask(trade.supplyOffers.matches, who, { query });
      const { items = [] } = answer.body as unknown as Partial<RequestMatches>;
      return [answer.status, items.filter(({ points }) => points >= 75).map(({ code }) => code)];
    };
    expect(await asked(officer)).toEqual([200, ['FIRST', 'TALKS']]);
    expect(await asked(admin)).toEqual([200, ['FIRST', 'TALKS', 'THEIRS']]);
    expect([await asked(neighbour), await asked(null)]).toEqual([
      [403, []],
      [401, []],
    ]);
  });

  it('a conference hands over the flag, and the next host is who got it or what that became', async () => {
    const enter = (edition: number, territory: string, more: object) =>
      house.ask(trade.regionalConferences.create, admin, {
        body: leastEntry(regionalConferences, {
          edition,
          territory,
          name: `Hội nghị lần thứ ${edition}`,
          ...more,
        }),
      });
    const held = { state: 'handed-over', heldOn: '2023-10-01', handedTo: 'kien-giang' };
    await enter(9, 'hau-giang', held);
    const { body } = await enter(10, 'kien-giang', { place: 'Phú Quốc' });
    const again = await enter(10, 'kien-giang', {});
    expect([again.status, again.body.code]).toEqual([409, 'regional-conference.entered-already']);
    const elsewhere = await enter(10, 'long-an', {});
    expect(elsewhere.body).toMatchObject({
      ...{ code: 'regional-conference.entered-already' },
      errors: [{ pointer: '/edition' }],
    });
    expect((await enter(10, 'long-an', { unitGroup: 'rrd-2024' })).status).toBe(200);
    const early = await enter(99, 'long-an', { state: 'held', heldOn: '9999-12-31' });
    expect([early.status, early.body.code]).toEqual([422, 'register.step-in-future']);
    const step = (ifMatch: string, sent: object) =>
      house.ask(trade.regionalConferences.step, neighbour, {
        ...{ query: `id=${String(body['id'])}`, ifMatch, body: { on: '2024-10-11', ...sent } },
      });
    expect((await step('1', { step: 'announce' })).body.code).toBe('regional-conference.needs-day');
    expect((await step('1', { step: 'hold' })).body).toMatchObject({ entry: { heldOn: '2024-10-11' } });
    expect((await step('2', { step: 'hand-over' })).body.code).toBe('regional-conference.needs-next-host');
    expect((await step('2', { step: 'hand-over', known: { handedTo: 'long-an' } })).status).toBe(200);
    const next = async (on: string) => {
      const query = `group=south-20-2024&on=${on}`;
      const { edition, by, items } = (await house.ask(trade.regionalConferences.nextHost, null, { query }))
        .body as unknown as NextHost;
      return [edition, by, items[0]?.territory];
    };
    expect(await next('2024-01-01')).toEqual([10, 'handed-over', 'kien-giang']);
    expect(await next('2025-01-01')).toEqual([11, 'handed-over', 'long-an']);
    expect(await next('2025-10-20')).toEqual([11, 'handed-over', 'tay-ninh-2025']);
    const wrong = await house.ask(trade.regionalConferences.nextHost, null, { query: 'group=nghe-an' });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'territory.unknown']);
  });

  it('what everybody may read of an event is without its money, and without what it cost', async () => {
    const money = { centralMn: '10', provinceMn: '5.5', enterprisesMn: '4', othersMn: '0.5' };
    const { body } = await house.ask(trade.promotionEvents.create, officer, {
      body: leastEntry(promotionEvents, { ...money, contracts: 8, resultValueMn: '400' }),
    });
    const read = async (who: Claims | null) =>
      (await house.ask(trade.promotionEvents.get, who, { query: `id=${String(body['id'])}` })).body;
    expect(await read(officer)).toMatchObject({
      ...money,
      costMn: '20.0',
      costPerContractMn: '2.500',
      costPerValue: '0.050000',
    });
    const hidden = { centralMn: null, enterprisesMn: null, resultValueMn: null, costMn: null };
    expect(await read(null)).toMatchObject({
      ...hidden,
      costPerContractMn: null,
      costPerValue: null,
      contracts: 8,
    });
    const { body: listed } = await house.ask(trade.promotionEvents.list, null, {});
    expect(listed['items']).toMatchObject([{ ...hidden, costPerContractMn: null }]);
  });
});
