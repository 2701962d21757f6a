import { tradeRemedies } from '@doit/contracts';
import { dayPlus } from '@doit/reference';
import { todayInVietNam } from '@doit/registers';
import { entryOf, leadsAsWritten, orSaid, taken } from '../../../industry/src/test-lives';
import { tradeRemedyRules } from './trade-remedy-rules';

leadsAsWritten(
  tradeRemedies,
  tradeRemedyRules,
  {
    investigating: {
      ...{ 'determine-preliminarily': 'preliminary', impose: 'measure-in-force' },
      ...{ terminate: 'terminated', withdraw: 'withdrawn' },
    },
    preliminary: { impose: 'measure-in-force', terminate: 'terminated', withdraw: 'withdrawn' },
    'measure-in-force': { 'begin-sunset-review': 'sunset-review', expire: 'expired' },
    'sunset-review': { extend: 'measure-in-force', expire: 'expired' },
    terminated: {},
    expired: {},
    withdrawn: {},
  },
  ['terminate', 'withdraw'],
);

const started = { initiatedOn: '2020-03-10' };
const imposed = { ...started, finalOn: '2021-03-10', measureFrom: '2021-03-11' };

describe('a case', () => {
  it('has the days of its steps, where they are not known otherwise', () => {
    const preliminary = taken(tradeRemedyRules, entryOf(tradeRemedies, started), 'determine-preliminarily');
    expect(preliminary.preliminaryOn).toBe('2024-06-01');
    const inForce = taken(tradeRemedyRules, preliminary, 'impose', { on: '2024-09-01' });
    expect(inForce).toMatchObject({ finalOn: '2024-09-01', measureFrom: '2024-09-01' });
    const known = { finalOn: '2024-08-30', measureFrom: '2024-06-01' };
    expect(taken(tradeRemedyRules, preliminary, 'impose', { on: '2024-09-01', known })).toMatchObject(known);
  });

  it('that is extended begins anew, with the last day that was given for the measure before gone', () => {
    const reviewed = entryOf(tradeRemedies, { ...imposed, state: 'sunset-review', endsOn: '2026-03-10' });
    expect(taken(tradeRemedyRules, reviewed, 'extend')).toMatchObject({
      ...{ measureFrom: '2021-03-11', extendedOn: '2024-06-01', endsOn: null },
    });
    const known = { extendedOn: '2024-05-30', endsOn: '2029-05-29' };
    const again = taken(tradeRemedyRules, reviewed, 'extend', { known });
    expect(again).toMatchObject(known);
    const reviewedAgain = taken(tradeRemedyRules, again, 'begin-sunset-review');
    expect(taken(tradeRemedyRules, reviewedAgain, 'extend').extendedOn).toBe('2024-06-01');
  });

  const today = todayInVietNam();
  const tomorrow = dayPlus(today, 1);
  const outOfOrder =
    '422 trade-remedy.days-out-of-order: Days keep their order: initiated ≤ preliminary ≤ final; a measure begins with the initiation or later, and is extended or ends after that.';
  const needs = (state: string) => `422 trade-remedy.needs-day: In the state “${state}” this day is known.`;
  it.each([
    [started, 'undefined'],
    [
      { ...started, initiatedOn: tomorrow },
      `422 register.step-in-future: The day ${tomorrow} has not come yet.`,
    ],
    [{ ...imposed, endsOn: '2099-01-01' }, 'undefined'],
    [
      { ...started, preliminaryOn: '2020-03-10', finalOn: '2020-03-10', measureFrom: '2020-03-10' },
      'undefined',
    ],
    [{ ...started, preliminaryOn: '2020-03-09' }, outOfOrder],
    [{ ...started, preliminaryOn: '2020-06-01', finalOn: '2020-05-31' }, outOfOrder],
    [{ ...started, finalOn: '2020-03-09' }, outOfOrder],
    [{ ...started, measureFrom: '2020-03-09' }, outOfOrder],
    [{ ...imposed, extendedOn: '2021-03-10' }, outOfOrder],
    [{ ...imposed, endsOn: '2021-03-10' }, outOfOrder],
    [{ ...imposed, extendedOn: '2026-03-01', endsOn: '2026-02-28' }, outOfOrder],
    [{ state: 'preliminary', ...started }, needs('preliminary')],
    [{ state: 'measure-in-force', ...imposed }, 'undefined'],
    [{ state: 'measure-in-force', ...imposed, measureFrom: null }, needs('measure-in-force')],
    [{ state: 'sunset-review', ...imposed, finalOn: null }, needs('sunset-review')],
    [{ state: 'expired', ...started }, needs('expired')],
    [{ state: 'terminated', ...started }, 'undefined'],
    [{ finalRateLowPct: '0', finalRateHighPct: '0' }, 'undefined'],
    [{ preliminaryRateLowPct: '25.76' }, 'undefined'],
    [{ preliminaryRateLowPct: '9.5', preliminaryRateHighPct: '10' }, 'undefined'],
    [
      { finalRateLowPct: '25.77', finalRateHighPct: '25.76' },
      '422 trade-remedy.rates-out-of-order: The lowest rate, 25.77 %, is above the highest, 25.76 %; a single one is written as both.',
    ],
    [
      { hsCodes: [] },
      '422 trade-remedy.needs-codes: There is at least one HS code; where no more is known, the chapter (2 digits).',
    ],
    [{ hsCodes: ['03', '00'] }, '422 flow.unknown-hs: “00” is no code of the HS with 2, 4, 6 or 8 digits.'],
    [{ country: 'EU' }, 'undefined'],
    [{ country: 'UK' }, '422 country.unknown: “UK” is no country or area of two letters of ISO 3166-1.'],
  ] as const)('as %j: %s', (more, answer) => {
    const entry = entryOf(tradeRemedies, more as object);
    expect(orSaid(() => tradeRemedyRules.check?.(entry, today))).toBe(answer);
  });
});
