import {
  mobileSales,
  stabilisationCommitments,
  stabilisationPoints,
  stabilisationStates,
} from '@doit/contracts';
import { refusalIn, type Naming, type Programme } from './in-programme';

const programme: Programme = { code: 'BO', state: 'under-way', startsOn: '2023-12-20', endsOn: '2024-02-20' };
const point = (from: string, to: string, more: Partial<Naming> = {}): Naming => ({
  ...{ programmeCode: 'BO', state: 'operating', days: { from, to, fields: ['startsOn', 'endsOn'] } },
  ...more,
});
const trip = (on: string, more: Partial<Naming> = {}): Naming => ({
  ...{ programmeCode: 'BO', state: 'held', days: { from: on, to: on, fields: ['heldOn', 'heldOn'] } },
  ...more,
});
const whole: Naming = { programmeCode: 'BO', state: 'approved', days: null };
const said = (now: Naming, before: Naming | null, of: Programme | undefined = programme): string => {
  const found = refusalIn(of, now, before);
  return found ? `${found.code} ${found.faults[0]?.pointer}` : 'stands';
};

describe('what names a programme', () => {
  it.each<[string, Naming, string]>([
    ['a point on all its days', point('2023-12-20', '2024-02-20'), 'stands'],
    ['a point from the day before', point('2023-12-19', '2024-02-20'), '/startsOn'],
    ['a point to the day after', point('2023-12-20', '2024-02-21'), '/endsOn'],
    ['a point of other years', point('2022-01-01', '2022-01-02'), '/startsOn'],
    ['a trip on the first day', trip('2023-12-20'), 'stands'],
    ['a trip on the last day', trip('2024-02-20'), 'stands'],
    ['a trip the day before', trip('2023-12-19'), '/heldOn'],
    ['a trip the day after', trip('2024-02-21'), '/heldOn'],
    ['a commitment, which has no days', whole, 'stands'],
  ])('lies within its days: %s %j %s', (_what, now, found) => {
    expect(said(now, null)).toBe(found === 'stands' ? found : `stabilisation.outside-programme ${found}`);
    // Of a programme that is not entered nothing is known.
    expect(refusalIn(undefined, now, null)).toBeNull();
  });

  it('is asked again where its days or the programme change, and not where the programme was moved', () => {
    const late = point('2024-02-20', '2024-03-01');
    const outside = 'stabilisation.outside-programme /endsOn';
    expect([said(late, late), said({ ...late, state: 'closed' }, late)]).toEqual(['stands', 'stands']);
    expect(said(late, point('2024-02-20', '2024-02-20'))).toBe(outside);
    expect(said(late, point('2024-02-19', '2024-03-01'))).toBe(outside);
    expect(said(late, { ...late, programmeCode: 'OTHER' })).toBe(outside);
  });

  const every = (state: string): string =>
    stabilisationStates
      .map((of) => (said({ ...whole, state }, null, { ...programme, state: of }) === 'stands' ? of : '–'))
      .join(' ');
  it.each([
    ['registered', 'drafted approved under-way – – – –'],
    ['approved', '– approved under-way – – – –'],
    ['delivered', '– – under-way ended reported – –'],
    ['failed', '– approved under-way ended reported cancelled –'],
    ['withdrawn', 'drafted approved under-way ended reported cancelled withdrawn'],
    ['planned', 'drafted approved under-way – – – –'],
    ['operating', '– approved under-way – – – –'],
    ['closed', '– approved under-way ended reported cancelled –'],
    ['held', '– approved under-way ended reported cancelled –'],
    ['reported', '– approved under-way ended reported cancelled –'],
    ['cancelled', 'drafted approved under-way ended reported cancelled withdrawn'],
  ])('may come to be %s in a programme that is one of: %s', (state, found) => {
    expect(every(state)).toBe(found);
  });

  it('has no state that was forgotten', () => {
    const asked = [stabilisationCommitments, stabilisationPoints, mobileSales].flatMap(({ states }) => [
      ...states,
    ]);
    const free = [...new Set<string>(asked)].filter((state) => !every(state).includes('–'));
    expect(free.sort()).toEqual(['cancelled', 'withdrawn']);
  });

  it('stands where it does when the programme ends or stops; only another state is asked about', () => {
    for (const state of stabilisationStates)
      expect(said(whole, whole, { ...programme, state })).toBe('stands');
    const ended: Programme = { ...programme, state: 'ended' };
    const open = 'stabilisation.programme-not-open /programmeCode';
    expect(said(whole, { ...whole, state: 'registered' }, ended)).toBe(open);
    expect(said(whole, { ...whole, programmeCode: 'OTHER' }, ended)).toBe(open);
    expect(said({ ...whole, state: 'delivered' }, whole, ended)).toBe('stands');
  });

  it('is refused with what stands in the way, in words', () => {
    expect(refusalIn({ ...programme, state: 'cancelled' }, whole, null)?.message).toBe(
      'The programme “BO” is “cancelled” and takes no entry that is “approved”.',
    );
    expect(refusalIn(programme, trip('2024-03-01'), null)?.message).toBe(
      'From 2024-03-01 to 2024-03-01 does not lie within 2023-12-20 to 2024-02-20, the days of the programme “BO”.',
    );
  });
});
