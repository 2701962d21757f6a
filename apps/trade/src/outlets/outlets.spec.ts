import type { Client } from 'pg';
import { licences, outletKinds, outlets, trade, type LicencesDue } from '@doit/contracts';
import { rules } from '@doit/reference';
import { leastEntry, people, TestInstallation, type Claims } from '@doit/testing';
import { entryOf, leadsAsWritten, orSaid, taken } from '../../../industry/src/test-lives';
import { database as options } from '../database';
import { TradeModule } from '../trade.module';
import { classOn, classSql, type Sized } from './outlet-class';
import { licenceRules, outletRules } from './outlet-rules';

leadsAsWritten(
  outlets,
  outletRules,
  {
    planned: { 'begin-construction': 'under-construction', open: 'operating', withdraw: 'withdrawn' },
    'under-construction': { open: 'operating', withdraw: 'withdrawn' },
    operating: { suspend: 'suspended', close: 'closed' },
    suspended: { resume: 'operating', close: 'closed' },
    closed: {},
    withdrawn: {},
  },
  ['suspend', 'close', 'withdraw'],
);
leadsAsWritten(
  licences,
  licenceRules,
  {
    applied: {
      'request-supplement': 'supplement-requested',
      grant: 'granted',
      refuse: 'refused',
      withdraw: 'withdrawn',
    },
    'supplement-requested': { supplement: 'applied', refuse: 'refused', withdraw: 'withdrawn' },
    granted: { amend: 'amended', expire: 'expired', revoke: 'revoked' },
    amended: { amend: 'amended', expire: 'expired', revoke: 'revoked' },
    expired: {},
    revoked: {},
    refused: {},
    withdrawn: {},
  },
  ['revoke', 'refuse', 'withdraw'],
);

const cases: [Sized['kind'], areaM2: string | null, items: number | null, expected: number | null][] = [
  ['supermarket-general', '5000', 20_000, 1],
  ['supermarket-general', '4999.9', 20_000, 2],
  ['supermarket-general', '5000', 19_999, 2],
  ['supermarket-general', '2000', 10_000, 2],
  ['supermarket-general', '1999.9', 10_000, 3],
  ['supermarket-general', '2000', 9_999, 3],
  ['supermarket-general', '500', 4_000, 3],
  ['supermarket-general', '499.9', 4_000, null],
  ['supermarket-general', '500', 3_999, null],
  ['supermarket-general', null, 20_000, null],
  ['supermarket-general', '5000', null, null],
  ['supermarket-specialised', '1000', 2_000, 1],
  ['supermarket-specialised', '999.9', 2_000, 2],
  ['supermarket-specialised', '1000', 1_999, 2],
  ['supermarket-specialised', '500', 1_000, 2],
  ['supermarket-specialised', '499.9', 1_000, 3],
  ['supermarket-specialised', '500', 999, 3],
  ['supermarket-specialised', '250', 500, 3],
  ['supermarket-specialised', '249.9', 500, null],
  ['supermarket-specialised', '250', 499, null],
  ['mall', '50000', null, 1],
  ['mall', '49999.9', 99_999, 2],
  ['mall', '30000', null, 2],
  ['mall', '29999.9', null, 3],
  ['mall', '10000', null, 3],
  ['mall', '9999.9', null, null],
  ['mall', null, null, null],
  ['convenience-store', '5000', 20_000, null],
  ['logistics-centre', '50000', 20_000, null],
];

describe('the class of an outlet', () => {
  it.each(cases)('%s of %s m² with %s goods: %s', (kind, areaM2, items, expected) => {
    const sized = { kind, areaM2, items };
    expect([classOn(sized, '2004-10-21'), classOn(sized, '2030-01-01')]).toEqual([expected, expected]);
    expect(classOn(sized, '2004-10-20')).toBeNull();
  });

  it('follows Decision 1371/2004/QĐ-BTM, of which some bounds are not yet read in the text', () => {
    const said = rules.filter(({ id }) => /^(supermarket|mall)/.test(id));
    expect(new Set(said.map(({ legalSource, validFrom }) => `${validFrom} ${legalSource.vi}`))).toEqual(
      new Set(['2004-10-21 Quyết định 1371/2004/QĐ-BTM']),
    );
    expect(said.filter(({ verified }) => !verified).map(({ id }) => id)).toEqual([
      'supermarket.specialised-3-m2',
      'supermarket.specialised-3-items',
      'mall.1-m2',
      'mall.2-m2',
      'mall.3-m2',
    ]);
  });
});

describe('a licence', () => {
  it('has the number and the day of the step that grants it', () => {
    const granted = taken(licenceRules, entryOf(licences), 'grant', { document: '5/GP-SCT' });
    expect(granted).toMatchObject({ number: '5/GP-SCT', issuedOn: '2024-06-01' });
  });

  const needs =
    '422 licence.needs-number: A licence that is granted needs its number and the day of its issue.';
  it.each([
    [{ state: 'granted', number: '1', issuedOn: '2024-06-01', expiresOn: '2024-06-01' }, 'undefined'],
    [{ state: 'granted', number: null, issuedOn: '2024-06-01' }, needs],
    [{ state: 'amended', number: '1', issuedOn: null }, needs],
    [{ state: 'expired', number: null, issuedOn: null }, 'undefined'],
    [
      { issuedOn: '2024-06-01', expiresOn: '2024-05-31' },
      '422 licence.expires-before-issue: It expires on 2024-05-31, before it was issued on 2024-06-01.',
    ],
  ] as const)('as %j: %s', (more, answer) => {
    expect(orSaid(() => licenceRules.check?.(entryOf(licences, more), '2024-06-01'))).toBe(answer);
  });
});

describe('outlets and their licences in the register', () => {
  let house: TestInstallation;
  let database: Client;
  const { officer, neighbour, admin } = people;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database: options });
    database = await house.as('trade');
    const station = leastEntry(outlets, {
      kind: 'petrol-station',
      code: 'XD-1',
      name: 'Cửa hàng xăng dầu số 1',
    });
    expect((await house.ask(trade.outlets.create, officer, { body: station })).status).toBe(200);
    const granted = { state: 'granted', number: '1/GP', issuedOn: '2019-01-01' };
    const items = [
      { code: 'LONG-EXPIRED', expiresOn: '2022-01-01' },
      { code: 'EXPIRED', expiresOn: '2023-12-31' },
      { code: 'TODAY', expiresOn: '2024-01-01', outletCode: 'XD-1', holder: 'Công ty xăng dầu' },
      { code: 'IN-30', expiresOn: '2024-01-31', state: 'amended', kind: 'lpg' },
      { code: 'IN-31', expiresOn: '2024-02-01' },
      { code: 'IN-60', expiresOn: '2024-03-01' },
      { code: 'IN-61', expiresOn: '2024-03-02' },
      { code: 'UNLIMITED', expiresOn: null },
      { code: 'REVOKED', expiresOn: '2024-01-31', state: 'revoked' },
      { code: 'APPLIED', expiresOn: '2024-01-31', state: 'applied' },
      { code: 'SINCE', issuedOn: '2024-01-02', expiresOn: '2024-01-31' },
      // The code of an outlet is its territory's.
      { code: 'THEIRS', expiresOn: '2024-01-31', territory: 'kien-giang', outletCode: 'XD-1' },
    ].map((more) => leastEntry(licences, { ...granted, ...more }));
    const { status, body } = await house.ask(trade.licences.createMany, admin, { body: { items } });
    expect([status, body.errors]).toEqual([200, undefined]);
  });
  afterAll(async () => {
    await database.end();
    await house.stop();
  });

  const due = async (query: string, who: Claims = officer): Promise<LicencesDue> => {
    const { status, body } = await house.ask(trade.outlets.licencesDue, who, { query });
    expect(status).toBe(200);
    return body as unknown as LicencesDue;
  };

  it('have by SQL the class of their rule, on each side of every boundary', async () => {
    const every = [...cases, ...outletKinds.map((kind) => [kind, '60000', 30_000, null] as const)];
    const asked = every.flatMap(([kind, areaM2, items]) =>
      ['2004-10-20', '2004-10-21', '2030-01-01'].map((on) => ({ kind, areaM2, items, on })),
    );
    const { rows } = await database.query<{ class: number | null }>(
      `select ${classSql('day')('o')} as class from json_to_recordset($1)
         as o(nth int, kind text, area_m2 numeric, items int, day date) order by nth`,
      [
        JSON.stringify(
          asked.map(({ areaM2, on, ...one }, nth) => ({ nth, ...one, area_m2: areaM2, day: on })),
        ),
      ],
    );
    expect(rows.map((row) => row.class)).toEqual(asked.map((one) => classOn(one, one.on)));
  });

  it('are reminded of 60 and 30 days before, and once expired until that is said', async () => {
    const found = await due('on=2024-01-01&territory=nghe-an');
    expect(found.items.map(({ code, daysLeft, reminder }) => [code, daysLeft, reminder])).toEqual([
      ['TODAY', 0, 'in-30-days'],
      ['IN-30', 30, 'in-30-days'],
      ['IN-31', 31, 'in-60-days'],
      ['IN-60', 60, 'in-60-days'],
      ['EXPIRED', -1, 'expired'],
      ['LONG-EXPIRED', -730, 'expired'],
    ]);
    expect(found.items[0]).toMatchObject({
      ...{ outletCode: 'XD-1', outlet: 'Cửa hàng xăng dầu số 1', holder: 'Công ty xăng dầu' },
      ...{ number: '1/GP', expiresOn: '2024-01-01', kind: 'petrol' },
    });
    const later = await due('on=2024-01-01&within=61');
    expect(later.items.map(({ code, reminder }) => [code, reminder]).at(4)).toEqual(['IN-61', null]);
  });

  it('are those of the caller, also where what he holds took in another unit', async () => {
    const codes = async (query: string, who: Claims) =>
      (await due(query, who)).items.map(({ code, outlet }) => [code, outlet]);
    const theirs = [['THEIRS', null]];
    expect(await codes('on=2024-01-01', neighbour)).toEqual(theirs);
    expect(await codes('on=2024-01-01&territory=an-giang-2025', neighbour)).toEqual(theirs);
    expect(await codes('on=2024-01-01&territory=kien-giang', admin)).toEqual(theirs);
    const { status, body } = await house.ask(trade.outlets.licencesDue, officer, {
      query: 'territory=kien-giang',
    });
    expect([status, body.code]).toEqual([403, 'territory.not-yours']);
  });
});
