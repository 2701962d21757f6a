import { groups } from './groups';
import {
  groupsOf,
  inForce,
  isTerritory,
  membersOf,
  predecessorsOf,
  successorsOf,
  territoriesOn,
  territory,
  type Territory,
} from './territories';

const OLD = '2025-06-30';
const NEW = '2025-07-01';
const ids = (list: readonly Territory[]) => list.map((each) => each.id);

describe('the map of a day', () => {
  it('has 63 provinces and cities until 30 June 2025 and 34 the day after', () => {
    expect(territoriesOn(OLD)).toHaveLength(63);
    expect(territoriesOn(NEW)).toHaveLength(34);
    expect(territoriesOn(OLD).filter((each) => each.type === 'city')).toHaveLength(6);
    expect(territoriesOn(NEW).filter((each) => each.type === 'city')).toHaveLength(6);
  });

  it('leaves 11 units as they were', () => {
    const kept = ids(territoriesOn(OLD)).filter((id) => inForce(id, NEW));
    const names =
      'cao-bang dien-bien ha-noi ha-tinh hue lai-chau lang-son nghe-an quang-ninh son-la thanh-hoa';
    expect(kept).toEqual(names.split(' '));
  });

  it('gives seven official codes to other land', () => {
    const before = new Map(territoriesOn(OLD).map((each) => [each.code, each.name.vi]));
    const changed = territoriesOn(NEW).filter((each) => before.get(each.code) !== each.name.vi);
    expect(changed.map((each) => each.code).sort()).toEqual(['15', '24', '44', '52', '80', '82', '91']);
  });

  it('gives every new unit the code of one of the units it was made of', () => {
    for (const unit of territoriesOn(NEW).filter((each) => each.id.endsWith('-2025'))) {
      expect(predecessorsOf(unit.id).map((each) => each.code)).toContain(unit.code);
    }
  });

  it('loses no land: each of the 63 goes on or into exactly one of the 34', () => {
    const current = new Set(ids(territoriesOn(NEW)));
    const landing = territoriesOn(OLD).flatMap((each) =>
      current.has(each.id) ? each.id : [...each.successors],
    );
    expect(landing).toHaveLength(63);
    expect(new Set(landing)).toEqual(current);
  });

  it('had Hà Tây until it joined Hà Nội on 1 August 2008', () => {
    expect(inForce('ha-tay', '2008-07-31')).toBe(true);
    expect(territory('ha-tay', '2008-08-01')).toBeNull();
    expect(ids(successorsOf('ha-tay'))).toEqual(['ha-noi']);
    expect(ids(predecessorsOf('ha-noi'))).toEqual(['ha-tay']);
  });
});

describe('a territory', () => {
  it('is plain data', () => {
    expect(territory('an-giang-2025')).toEqual({
      id: 'an-giang-2025',
      code: '91',
      name: { vi: 'An Giang', en: 'An Giang' },
      type: 'province',
      validFrom: '2025-07-01',
      validTo: null,
      predecessors: ['an-giang', 'kien-giang'],
      successors: [],
      region: 'mrd-2025',
    });
    expect(territory('viet-nam')).toMatchObject({ code: null, type: 'country', validTo: null, region: null });
  });

  it('keeps its id through a renaming, with the name and type of the day', () => {
    const before = { id: 'hue', type: 'province', name: { vi: 'Thừa Thiên Huế', en: 'Thua Thien Hue' } };
    expect(territory('hue', '2024-12-31')).toMatchObject(before);
    expect(territory('hue', '2025-01-01')).toMatchObject({ id: 'hue', type: 'city', name: { vi: 'Huế' } });
  });

  it.each(['', 'Nghệ An', '91', 'constructor', 'an-giang-2026'])('is not %p', (id) => {
    expect(isTerritory(id)).toBe(false);
    expect(territory(id)).toBeNull();
    expect(inForce(id, OLD)).toBe(false);
  });
});

describe('groups', () => {
  it.each([
    ['rrd-2024', OLD, 11],
    ['nmm-2024', OLD, 14],
    ['ncc-2024', OLD, 14],
    ['ch-2024', OLD, 5],
    ['se-2024', OLD, 6],
    ['mrd-2024', OLD, 13],
    ['nc-2024', OLD, 6],
    ['south-20-2024', OLD, 20],
    ['rrd-2025', '2025-10-05', 6],
    ['nmm-2025', '2025-10-05', 9],
    ['nc-2025', '2025-10-05', 5],
    ['scch-2025', '2025-10-05', 6],
    ['se-2025', '2025-10-05', 3],
    ['mrd-2025', '2025-10-05', 5],
    ['south-20-2024', NEW, 0],
    ['rrd-2024', NEW, 0],
    ['rrd-2025', '2025-10-04', 0],
    ['rrd-2024', '2008-07-31', 12],
    ['nghe-an', OLD, 0],
    ['nowhere', OLD, 0],
  ])('%s has on %s %i members', (group, on, count) => {
    expect(membersOf(group, on)).toHaveLength(count);
  });

  it.each([
    ['binh-thuan', 'ncc-2024 south-20-2024 viet-nam'],
    ['quang-tri', 'ncc-2024 nc-2024 viet-nam'],
    ['nghe-an', 'ncc-2024 nc-2024 nc-2025 viet-nam'],
    ['ha-tay', 'rrd-2024 viet-nam'],
    ['nc-2024', ''],
    ['viet-nam', ''],
    ['nowhere', ''],
  ])('%s belongs or belonged to: %s', (unit, found) => {
    expect(groupsOf(unit).join(' ')).toBe(found);
  });

  it('name only units that exist', () => {
    expect(groups.flatMap((each) => each.members).filter((id) => !isTerritory(id))).toEqual([]);
  });

  it('put every unit into one region, except in the days between the mergers and the new regions', () => {
    expect(territoriesOn(OLD).filter((each) => !each.region?.endsWith('-2024'))).toEqual([]);
    expect(territoriesOn(NEW).filter((each) => each.region !== null)).toEqual([]);
    expect(territoriesOn('2025-10-05').filter((each) => !each.region?.endsWith('-2025'))).toEqual([]);
  });

  it('mix old regions in seven of the new units', () => {
    const regionsOf = (id: string) => new Set(predecessorsOf(id).map((each) => each.region));
    const mixed = ids(territoriesOn(NEW)).filter((id) => regionsOf(id).size > 1);
    const names = 'bac-ninh dak-lak gia-lai lam-dong phu-tho quang-ngai tay-ninh';
    expect(mixed).toEqual(names.split(' ').map((each) => `${each}-2025`));
  });
});
