import { promotionEvents, trade, type EventOverlaps } from '@doit/contracts';
import { leastEntry, people, TestInstallation } from '@doit/testing';
import { database as options } from '../database';
import { TradeModule } from '../trade.module';
import { overlapRuleOn, type AgreedRule } from './overlap-rule';

const agreed: AgreedRule[] = [
  { validFrom: '2024-01-01', withinDays: 7, oneMarketAMonth: true, reason: 'Biên bản 1' },
  { validFrom: '2025-01-01', withinDays: 30, oneMarketAMonth: false, reason: 'Biên bản 2' },
];

describe('the rule for an event', () => {
  it.each([
    ['2023-12-31', 14, true, 'Convention of the shared calendar of trade promotion (no text of law)'],
    ['2024-01-01', 7, true, 'Biên bản 1'],
    ['2024-12-31', 7, true, 'Biên bản 1'],
    ['2025-01-01', 30, false, 'Biên bản 2'],
    ['2099-01-01', 30, false, 'Biên bản 2'],
  ])('that begins on %s: %s days apart, one market a month: %s', (startsOn, withinDays, market, source) => {
    const rule = overlapRuleOn({ startsOn }, agreed);
    expect([rule.withinDays, rule.oneMarketAMonth, rule.source.en]).toEqual([withinDays, market, source]);
  });

  it('has the days apart that are asked for, and the markets of the rule', () => {
    const asked = overlapRuleOn({ startsOn: '2025-03-01', withinDays: 0 }, agreed);
    expect([asked.withinDays, asked.oneMarketAMonth, asked.source.en]).toEqual([0, false, 'As asked for']);
  });
});

describe('the rule that the territories agreed upon', () => {
  let house: TestInstallation;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database: options });
  });
  afterAll(() => house.stop());

  const set = (validFrom: string, body: object, who = people.admin) =>
    house.ask(trade.overlapRules.set, who, { query: `validFrom=${validFrom}`, body });
  const enter = async (
    code: string,
    startsOn: string,
    endsOn: string,
    more: object = {},
  ): Promise<string> => {
    const event = {
      startsOn,
      endsOn,
      place: `Nơi ${code}`,
      sectors: ['rice'],
      targetMarkets: ['JP'],
      ...more,
    };
    const body = leastEntry(promotionEvents, { ...event, code });
    const made = await house.ask(trade.promotionEvents.create, people.admin, { body });
    expect([made.status, made.body.errors]).toEqual([200, undefined]);
    return String(made.body['id']);
  };
  const found = async (id: string): Promise<(string | number)[]> => {
    const { body } = await house.ask(trade.promotionEvents.overlaps, null, { query: `id=${id}` });
    const { withinDays, items } = body as unknown as EventOverlaps;
    return [
      withinDays,
      ...items.map(({ code, reasons }) => `${code} ${reasons.map(({ why }) => why).join(' ')}`),
    ];
  };

  it('holds for events that begin since its day, and no others; it may be set anew', async () => {
    const neighbour = { territory: 'kien-giang' };
    const [before] = [
      await enter('A', '2024-06-01', '2024-06-02'),
      await enter('B', '2024-06-12', '2024-06-13', neighbour),
    ];
    const [since] = [
      await enter('C', '2026-06-01', '2026-06-02'),
      await enter('D', '2026-06-12', '2026-06-13', neighbour),
    ];
    const both = ['same-market same-sector'];
    expect(await found(before)).toEqual([14, `B ${both[0]}`]);
    expect(await found(since)).toEqual([14, `D ${both[0]}`]);
    const reason = 'Biên bản hội nghị vùng';
    const answer = await set('2026-01-01', { withinDays: 9, oneMarketAMonth: false, reason });
    expect([answer.status, answer.body]).toEqual([
      200,
      {
        validFrom: '2026-01-01',
        withinDays: 9,
        oneMarketAMonth: false,
        reason,
        at: expect.any(String) as string,
      },
    ]);
    expect(await found(before)).toEqual([14, `B ${both[0]}`]);
    expect(await found(since)).toEqual([9]);
    await set('2026-01-01', { withinDays: 10, oneMarketAMonth: false, reason });
    expect(await found(since)).toEqual([10, 'D same-sector']);
    const { body } = await house.ask(trade.overlapRules.list, null, {});
    expect(body['items']).toMatchObject([{ validFrom: '2026-01-01', withinDays: 10, reason }]);
  });

  it('is that of the later of two events, from whichever side it is asked', async () => {
    const [energy, neighbour] = [{ sectors: ['energy'], targetMarkets: [] }, { territory: 'kien-giang' }];
    const last = await enter('E', '2025-12-28', '2025-12-28', energy);
    const tooFar = await enter('F', '2026-01-08', '2026-01-08', { ...energy, ...neighbour });
    expect([await found(last), await found(tooFar)]).toEqual([[14], [10]]);
    const near = await enter('G', '2026-01-07', '2026-01-07', { ...energy, territory: 'hue' });
    expect(await found(last)).toEqual([14, 'G same-sector']);
    expect(await found(near)).toEqual([10, 'F same-sector', 'E same-sector']);
    // Who asks for other days apart has those.
    const { body } = await house.ask(trade.promotionEvents.overlaps, null, {
      query: `id=${last}&withinDays=11`,
    });
    expect(body).toMatchObject({ withinDays: 11, found: 2 });
  });

  it('may reach further for what comes later', async () => {
    const reason = 'Biên bản hội nghị vùng';
    await set('2028-01-01', { withinDays: 30, oneMarketAMonth: true, reason });
    const last = await enter('H', '2027-12-20', '2027-12-20');
    const next = await enter('I', '2028-01-19', '2028-01-19', { territory: 'kien-giang' });
    expect([await found(last), await found(next)]).toEqual([
      [10, 'I same-sector'],
      [30, 'H same-sector'],
    ]);
  });

  it.each([
    ['2026-02-30', { withinDays: 9 }, '400 request.invalid'],
    ['2026-02-01', { withinDays: 367 }, '400 request.invalid'],
    ['2026-02-01', { withinDays: -1 }, '400 request.invalid'],
    ['2026-02-01', { reason: undefined }, '400 request.invalid'],
  ])('from %s as %j: %s', async (validFrom, more, said) => {
    const body = { withinDays: 9, oneMarketAMonth: true, reason: 'x', ...more };
    const answer = await set(validFrom, body);
    expect(`${answer.status} ${answer.body.code}`).toBe(said);
  });

  it('is for the administration of all', async () => {
    const body = { withinDays: 9, oneMarketAMonth: true, reason: 'x' };
    const answer = await set('2026-01-01', body, people.officer);
    expect(`${answer.status} ${answer.body.code}`).toBe('403 permission.missing');
  });
});
