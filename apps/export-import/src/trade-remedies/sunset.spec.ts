import type { Client } from 'pg';
import { rules, ruleOn } from '@doit/reference';
import { TestInstallation } from '@doit/testing';
import { database as options } from '../database';
import { ExportImportModule } from '../export-import.module';
import { sunsetOf, sunsetSql, type Measured } from './sunset';

const cases: [
  Measured['instrument'],
  measureFrom: string | null,
  extendedOn: string | null,
  endsOn: string | null,
  expected: string | null,
][] = [
  ['anti-dumping', '2020-03-10', null, null, '2025-03-10'],
  ['anti-dumping', '2020-02-29', null, null, '2025-02-28'],
  ['anti-dumping', '2020-03-10', '2025-09-01', null, '2030-09-01'],
  ['anti-dumping', '2020-03-10', '2025-09-01', '2027-01-31', '2027-01-31'],
  ['anti-dumping', null, null, null, null],
  ['anti-dumping', null, null, '2027-01-31', '2027-01-31'],
  ['countervailing', '2021-12-31', null, null, '2026-12-31'],
  ['countervailing', '2016-02-29', '2024-02-29', null, '2029-02-28'],
  ['safeguard', '2020-02-29', null, null, '2024-02-29'],
  ['safeguard', '2020-03-10', '2024-03-10', null, '2028-03-10'],
  // No duty on what is only carried around another one ends by itself.
  ['anti-circumvention', '2020-03-10', null, null, null],
  ['anti-circumvention', '2020-03-10', null, '2025-03-10', '2025-03-10'],
  // Before there was the WTO no rule of it said anything.
  ['anti-dumping', '1994-12-31', null, null, null],
  ['anti-dumping', '1995-01-01', null, null, '2000-01-01'],
  ['safeguard', '1994-12-31', '1998-01-01', null, null],
];

describe('the sunset of a measure', () => {
  it.each(cases)(
    'of %s from %s, extended %s, ending %s: %s',
    (instrument, measureFrom, extendedOn, endsOn, expected) => {
      expect(sunsetOf({ instrument, measureFrom, extendedOn, endsOn })).toBe(expected);
    },
  );

  it('follows articles of the WTO’s agreements that were not read in the official text', () => {
    const said = rules.filter(({ id }) => id.startsWith('trade-remedy.'));
    expect(said.map(({ id, value, legalSource, verified }) => [id, value, legalSource.en, verified])).toEqual(
      [
        ['trade-remedy.anti-dumping-years', '5', 'WTO Anti-Dumping Agreement, article 11.3', false],
        [
          'trade-remedy.countervailing-years',
          '5',
          'WTO Agreement on Subsidies and Countervailing Measures, article 21.3',
          false,
        ],
        ['trade-remedy.safeguard-years', '4', 'WTO Agreement on Safeguards, article 7', false],
        ['trade-remedy.safeguard-total-years', '8', 'WTO Agreement on Safeguards, article 7', false],
      ],
    );
  });

  describe('in SQL', () => {
    let house: TestInstallation;
    let client: Client;
    beforeAll(async () => {
      house = await TestInstallation.create();
      await house.start('export-import', { module: ExportImportModule, database: options });
      client = await house.as('export-import');
    });
    afterAll(async () => {
      await client.end();
      await house.stop();
    });

    const other = rules.map((rule) =>
      rule.id === 'trade-remedy.anti-dumping-years' ? { ...rule, validTo: '2020-03-10' } : rule,
    );
    const changed = [
      ...other,
      {
        ...(ruleOn('trade-remedy.anti-dumping-years', '2020-01-01') as (typeof rules)[number]),
        value: '3',
        validFrom: '2020-03-11',
      },
    ];
    it.each([
      ['as the law is', rules],
      ['as it would be if it changed', changed],
    ])('is the same, %s', async (_, law) => {
      const days = ['2020-03-09', '2020-03-10', '2020-03-11', '2020-03-12'];
      const more = days.map((day): (typeof cases)[number] => ['anti-dumping', day, null, null, null]);
      const measured = [...cases, ...more].map(([instrument, measureFrom, extendedOn, endsOn]) => ({
        ...{ instrument, measureFrom, extendedOn, endsOn },
      }));
      const { rows } = await client.query<{ sunset: string | null }>(
        `select (${sunsetSql(law)('r')})::text as sunset
           from json_to_recordset($1) as sent("measureFrom" date, "extendedOn" date, "endsOn" date, instrument text)
          cross join lateral (select "measureFrom" as measure_from, "extendedOn" as extended_on, "endsOn" as ends_on,
                                     instrument) as r`,
        [JSON.stringify(measured)],
      );
      expect(rows.map(({ sunset }) => sunset)).toEqual(measured.map((one) => sunsetOf(one, law)));
    });
  });
});
