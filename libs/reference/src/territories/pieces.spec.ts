import { groups } from './groups';
import { piecesOf, splitOffAfter, successorOn, unitsHeldBy, unitsOn } from './pieces';
import { allTerritories, territoriesOn } from './territories';

const OLD = '2025-06-30';
const NEW = '2025-07-01';
const always = { from: null, to: null };
const idsOn = (day: string) => territoriesOn(day).map((each) => each.id);
const unitsOf = (id: string, on: string) => piecesOf(id, on).map((piece) => piece.territory);

describe('the units held by a territory', () => {
  it.each([
    ['an-giang-2025', ['an-giang', 'an-giang-2025', 'kien-giang']],
    ['kien-giang', ['kien-giang']],
    ['ha-noi', ['ha-noi', 'ha-tay']],
    ['ha-tay', ['ha-tay']],
    ['nghe-an', ['nghe-an']],
    ['nowhere', ['nowhere']],
  ])('of %s are, on the map of today or of its last day, %j', (id, units) => {
    expect(unitsHeldBy(id, '2026-01-01').sort()).toEqual(units);
  });

  it('of a merged unit are known before its day by its successor alone', () => {
    expect(unitsHeldBy('an-giang-2025', '2025-06-30')).toEqual(['an-giang-2025']);
  });
});

describe('the pieces of a territory', () => {
  it('are the merged units and itself', () => {
    expect(piecesOf('an-giang-2025', NEW)).toEqual([
      { territory: 'an-giang', from: null, to: OLD },
      { territory: 'kien-giang', from: null, to: OLD },
      { territory: 'an-giang-2025', from: NEW, to: null },
    ]);
    expect(piecesOf('nghe-an', NEW)).toEqual([{ territory: 'nghe-an', ...always }]);
  });

  it('partition the 63 of the last day before the mergers among the 34', () => {
    const current = idsOn(NEW);
    expect(current).toHaveLength(34);
    const until = current.flatMap((id) =>
      piecesOf(id, NEW).filter(({ from, to }) => from !== NEW && to !== '2008-07-31'),
    );
    expect(until.map((piece) => piece.territory).sort()).toEqual(idsOn(OLD));
    expect(current.flatMap((id) => unitsOn(id, NEW, OLD)).sort()).toEqual(idsOn(OLD));
    expect(current.flatMap((id) => unitsOn(id, NEW, NEW))).toEqual(current);
  });

  it('have Hà Tây in Hà Nội, and nowhere else', () => {
    for (const on of ['2008-08-01', OLD, NEW]) {
      expect(piecesOf('ha-noi', on)).toEqual([
        { territory: 'ha-noi', ...always },
        { territory: 'ha-tay', from: null, to: '2008-07-31' },
      ]);
      const others = idsOn(on).filter((id) => id !== 'ha-noi');
      expect(others.filter((id) => unitsOf(id, on).includes('ha-tay'))).toEqual([]);
    }
  });

  it('end where the land goes into a larger unit, and begin where a part of it split off', () => {
    expect(piecesOf('an-giang', OLD)).toEqual([{ territory: 'an-giang', from: null, to: OLD }]);
    expect(piecesOf('ha-noi', '2008-07-31')).toEqual([{ territory: 'ha-noi', from: null, to: '2008-07-31' }]);
    expect(piecesOf('lai-chau', NEW)).toEqual([{ territory: 'lai-chau', from: '2004-01-01', to: null }]);
    expect(piecesOf('dien-bien', NEW)).toEqual([{ territory: 'dien-bien', from: '2004-01-01', to: null }]);
    // Before 2004 Cần Thơ held Hậu Giang, which is in the new Cần Thơ too.
    expect(piecesOf('can-tho-2025', NEW)).toContainEqual({ territory: 'can-tho', from: null, to: OLD });
  });

  it('are none for a unit of another map', () => {
    for (const id of ['an-giang', 'ha-tay', 'nowhere']) expect(piecesOf(id, NEW)).toEqual([]);
    expect(piecesOf('an-giang-2025', OLD)).toEqual([]);
  });

  it('of the country are all units of all times', () => {
    const all = allTerritories.filter((each) => each.code !== null);
    const days = all.map(({ id, validFrom, validTo }) => ({ territory: id, from: validFrom, to: validTo }));
    for (const on of ['2003-12-31', OLD, NEW]) {
      const pieces = [...piecesOf('viet-nam', on)];
      expect(pieces.sort((a, b) => (a.territory < b.territory ? -1 : 1))).toEqual(days);
    }
  });
});

describe('the pieces of a group', () => {
  it('are those of its members on the day', () => {
    expect(unitsOn('south-20-2024', OLD, OLD)).toHaveLength(20);
    expect(unitsOn('south-20-2024', OLD, '2003-12-31')).toHaveLength(19);
    expect(unitsOn('rrd-2024', OLD, '2008-07-31')).toHaveLength(12);
    expect(unitsOn('mrd-2025', '2025-10-05', OLD)).toHaveLength(12);
  });

  it('are none on a map on which it would take part of a unit', () => {
    const kept = groups.filter((each) => each.id.endsWith('-2024') && piecesOf(each.id, NEW).length > 0);
    expect(kept.map((each) => each.id)).toEqual(['nc-2024']);
    expect(piecesOf('nc-2024', NEW)).toEqual(piecesOf('nc-2025', '2025-10-05'));
    expect(unitsOn('south-20-2024', OLD, NEW)).toEqual([]);
  });

  it('make up the country, region by region, in every year, on either map', () => {
    const regions = (of: string) =>
      groups.filter((each) => each.type === 'region' && !each.within && each.id.endsWith(of));
    for (const day of ['2000-12-31', '2005-12-31', '2010-12-31', OLD]) {
      for (const [list, on] of [
        [regions('-2024'), OLD],
        [regions('-2025'), NEW],
      ] as const) {
        expect(list).toHaveLength(6);
        expect(list.flatMap((each) => unitsOn(each.id, on, day)).sort()).toEqual(idsOn(day));
      }
    }
  });
});

describe('where the land of a unit lies', () => {
  it.each([
    ['an-giang', NEW, 'an-giang-2025'],
    ['an-giang', OLD, 'an-giang'],
    ['nghe-an', NEW, 'nghe-an'],
    ['ha-tay', '2008-07-31', 'ha-tay'],
    ['ha-tay', NEW, 'ha-noi'],
    ['dien-bien', '2003-12-31', 'lai-chau'],
    ['an-giang-2025', OLD, null],
    ['mrd-2025', NEW, null],
    ['viet-nam', NEW, null],
    ['nowhere', NEW, null],
  ])('%s on %s: %s', (unit, on, expected) => {
    expect(successorOn(unit, on)).toBe(expected);
  });
});

describe('the members of a group that split off later', () => {
  it.each([
    ['ch-2024', '2003-12-31', ['dak-nong']],
    ['ch-2024', '2004-01-01', []],
    ['viet-nam', '2003-12-31', ['dak-nong', 'dien-bien', 'hau-giang']],
    ['viet-nam', OLD, []],
    ['se-2024', '2003-12-31', []],
    ['dak-lak', '2003-12-31', []],
  ])('%s after %s: %j', (group, day, expected) => {
    expect(splitOffAfter(group, day)).toEqual(expected);
  });
});
