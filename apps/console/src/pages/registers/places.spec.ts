import type { Territory } from '../../api/reference';
import { byState, inOrder, placesOf, unitOfToday } from './places';
import type { Shape } from './shape';

const unit = (id: string, validTo: string | null, successors: string[]) =>
  [id, { id, validTo, successors } as unknown as Territory] as const;
const territories = new Map([
  unit('ha-tay', '2008-07-31', ['ha-noi']),
  unit('ha-noi', null, []),
  unit('kien-giang', '2025-06-30', ['an-giang-2025']),
  unit('an-giang', '2025-06-30', ['an-giang-2025']),
  unit('an-giang-2025', null, []),
  unit('viet-nam', null, []),
]);
const counted = [
  { territory: 'an-giang', state: 'operating', count: 2 },
  { territory: 'an-giang-2025', state: 'planned', count: 1 },
  { territory: 'ha-noi', state: 'operating', count: 5 },
  { territory: 'ha-tay', state: 'operating', count: 4 },
  { territory: 'kien-giang', state: 'operating', count: 3 },
  { territory: 'viet-nam', state: 'planned', count: 7 },
];

describe('entries by unit of today', () => {
  it.each([
    ['ha-tay', 'ha-noi'],
    ['ha-noi', 'ha-noi'],
    ['kien-giang', 'an-giang-2025'],
    ['viet-nam', 'viet-nam'],
    ['nowhere', 'nowhere'],
  ])('%s is %s today', (id, today) => {
    expect(unitOfToday(id, territories)).toBe(today);
  });

  it('are added up for the unit that others went into, the most first', () => {
    expect(
      placesOf(counted, territories).map(({ states, ...place }) => [place, Object.fromEntries(states)]),
    ).toEqual([
      [{ territory: 'ha-noi', count: 9 }, { operating: 9 }],
      [{ territory: 'viet-nam', count: 7 }, { planned: 7 }],
      [
        { territory: 'an-giang-2025', count: 6 },
        { operating: 5, planned: 1 },
      ],
    ]);
  });

  it('are added up by state, in the order of a life', () => {
    const shape = { fields: [{ name: 'state', values: ['planned', 'closed', 'operating'] }] };
    expect(inOrder(shape as unknown as Shape, byState(counted))).toEqual([
      { state: 'planned', count: 8 },
      { state: 'operating', count: 14 },
    ]);
  });
});
