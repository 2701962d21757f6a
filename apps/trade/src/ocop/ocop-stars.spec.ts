import type { Client } from 'pg';
import { councils, ocopProducts, trade, type OcopExpirings } from '@doit/contracts';
import { rules } from '@doit/reference';
import { leastEntry, people, TestInstallation, type Answer } from '@doit/testing';
import { entryOf, leadsAsWritten, orSaid, taken } from '../../../industry/src/test-lives';
import { database as options } from '../database';
import { TradeModule } from '../trade.module';
import { ocopProductRules } from './ocop-rules';
import { expirySql, starsOn, starsSql } from './ocop-stars';

leadsAsWritten(
  ocopProducts,
  ocopProductRules,
  {
    registered: { grade: 'graded', withdraw: 'withdrawn' },
    graded: { certify: 'certified', withdraw: 'withdrawn' },
    certified: { supersede: 'superseded', revoke: 'revoked' },
    superseded: {},
    revoked: {},
    withdrawn: {},
  },
  ['revoke', 'withdraw'],
);

describe('the stars of a product', () => {
  it.each<[score: string | null, ofProvince: number | null, ofCentral: number | null]>([
    ['49.99', null, null],
    ['50', 3, 3],
    ['69.99', 3, 3],
    ['70', 4, 4],
    ['89.99', 4, 4],
    // A province proposes five, which the central council gives.
    ['90', 4, 5],
    ['100', 4, 5],
    [null, null, null],
  ])('of a score of %s are %s by a province and %s by the central council, since 2019', (score, ...stars) => {
    for (const on of ['2019-08-21', '2023-02-23', '2023-02-24', '2026-01-01'])
      expect((['province', 'central'] as const).map((council) => starsOn({ score, council }, on))).toEqual(
        stars,
      );
    expect(starsOn({ score, council: 'central' }, '2019-08-20')).toBeNull();
  });

  it('follow Decision 148/QĐ-TTg since its day', () => {
    const said = rules.filter(({ id }) => id === 'ocop.5-stars-score');
    expect(said.map(({ validFrom, validTo, legalSource }) => [validFrom, validTo, legalSource.vi])).toEqual([
      ['2019-08-21', '2023-02-23', 'Quyết định 1048/QĐ-TTg năm 2019'],
      ['2023-02-24', null, 'Quyết định 148/QĐ-TTg ngày 24/02/2023'],
    ]);
  });
});

describe('a certificate', () => {
  const graded = entryOf(ocopProducts, { state: 'graded' });

  it('has the number and the day of the step that gives it, unless these are known', () => {
    const certified = taken(ocopProductRules, graded, 'certify', { document: '12/QĐ-UBND' });
    expect(certified).toMatchObject({ certificateNumber: '12/QĐ-UBND', issuedOn: '2024-06-01' });
    const known = { certificateNumber: '11/QĐ-UBND', issuedOn: '2024-05-20' };
    expect(taken(ocopProductRules, graded, 'certify', { document: 'x', known })).toMatchObject(known);
  });

  const whole = { certificateNumber: '1', issuedOn: '2024-06-01' };
  const needs =
    '422 ocop.needs-certificate: A product that is certified needs the number and the day of its certificate.';
  it.each([
    [{ state: 'certified', ...whole }, 'undefined'],
    [{ state: 'certified', ...whole, certificateNumber: null }, needs],
    [{ state: 'certified', ...whole, issuedOn: null }, needs],
    [{ state: 'graded' }, 'undefined'],
    [{ score: '100' }, 'undefined'],
    [{ score: '100.01' }, '422 ocop.score-beyond-100: A score of 100.01 is above 100.'],
    [{ state: 'certified', ...whole, score: '50' }, 'undefined'],
    [
      { state: 'certified', ...whole, score: '12' },
      '422 ocop.score-without-stars: A product of 12 points has no stars for which it could be certified.',
    ],
    [{ state: 'superseded', ...whole, score: '12' }, 'undefined'],
    // The law of that day is not known.
    [{ state: 'certified', ...whole, issuedOn: '2019-08-20', score: '12' }, 'undefined'],
    [{ issuedOn: '9999-12-31' }, '422 register.step-in-future: The day 9999-12-31 has not come yet.'],
  ] as const)('as %j: %s', (more, answer) => {
    const entry = entryOf(ocopProducts, more);
    expect(orSaid(() => ocopProductRules.check?.(entry, '2024-06-01'))).toBe(answer);
  });
});

describe('products in the register', () => {
  let house: TestInstallation;
  let database: Client;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database: options });
    database = await house.as('trade');
  });
  afterAll(async () => {
    await database.end();
    await house.stop();
  });

  it('have by SQL the stars of their rule, on each side of every boundary', async () => {
    const cases = [null, '0', '49.99', '50', '69.99', '70', '89.99', '90', '100'].flatMap((score) =>
      [null, ...councils].flatMap((council) =>
        ['2019-08-20', '2019-08-21', '2023-02-23', '2023-02-24'].map((issued_on) => ({
          score,
          council,
          issued_on,
        })),
      ),
    );
    const { rows } = await database.query<{ stars: number | null }>(
      `select ${starsSql()('p')} as stars from json_to_recordset($1)
         as p(nth int, score numeric, council text, issued_on date) order by nth`,
      [JSON.stringify(cases.map((one, nth) => ({ nth, ...one })))],
    );
    expect(rows.map(({ stars }) => stars)).toEqual(cases.map((one) => starsOn(one, one.issued_on)));
  });

  it.each([
    ['2019-08-20', null],
    ['2019-08-21', '2022-08-21'],
    ['2023-02-24', '2026-02-24'],
    ['2024-02-29', '2027-02-28'],
    ['2023-08-31', '2026-08-31'],
  ])('certified on %s are valid to %s', async (day, expected) => {
    const sql = `select ${expirySql()('p')}::text as last from (select $1::date as issued_on) p`;
    expect((await database.query<{ last: string | null }>(sql, [day])).rows).toEqual([{ last: expected }]);
  });

  it('are answered with both, listed by stars, and those that end soon by day', async () => {
    const certified = { state: 'certified', council: 'province', score: '75', certificateNumber: '1' };
    const items = [
      { code: 'ENDED', issuedOn: '2021-01-10' },
      { code: 'ENDED-LATER', issuedOn: '2021-05-31' },
      { code: 'LAST-DAY', issuedOn: '2021-06-01' },
      { code: 'IN-180', issuedOn: '2021-11-28', territory: 'kien-giang' },
      { code: 'IN-181', issuedOn: '2021-11-29' },
      { code: 'LATER', issuedOn: '2024-06-02' },
      { code: 'REVOKED', issuedOn: '2021-06-01', state: 'revoked' },
    ].map((more) => leastEntry(ocopProducts, { ...certified, ...more }));
    const made = await house.ask(trade.ocopProducts.createMany, people.admin, { body: { items } });
    expect([made.status, made.body.errors]).toEqual([200, undefined]);
    const expiring = async (query: string): Promise<(string | number)[][]> => {
      const { status, body } = await house.ask(trade.ocopProducts.expiring, null, { query });
      expect(status).toBe(200);
      const found = body as unknown as OcopExpirings;
      return found.items.map(({ code, stars, expiresOn, daysLeft }) => [
        code,
        stars ?? 0,
        expiresOn,
        daysLeft,
      ]);
    };
    // After years those that ended are many, and wait behind those about which something can be done.
    expect(await expiring('on=2024-06-01')).toEqual([
      ['LAST-DAY', 4, '2024-06-01', 0],
      ['IN-180', 4, '2024-11-28', 180],
      ['ENDED-LATER', 4, '2024-05-31', -1],
      ['ENDED', 4, '2024-01-10', -143],
    ]);
    expect(await expiring('on=2024-06-01&within=0&territory=nghe-an')).toHaveLength(3);
    // Its land went to An Giang of 2025.
    expect(await expiring('on=2024-06-01&territory=an-giang-2025')).toEqual([
      ['IN-180', 4, '2024-11-28', 180],
    ]);
    const listed = ({ body }: Answer) => (body['items'] as { code: string }[]).map(({ code }) => code);
    const list = (query: string) => house.ask(trade.ocopProducts.list, null, { query });
    expect(listed(await list('stars=4&state=certified'))).toHaveLength(6);
    expect(listed(await list('stars=3,5'))).toEqual([]);
    const unknown = await house.ask(trade.ocopProducts.expiring, null, { query: 'territory=nowhere' });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'territory.unknown']);
  });
});
