import { groups } from './groups';
import { searchTerritories, territoryNamed } from './names';
import { territoriesOn, type Territory } from './territories';

const OLD = '2025-06-30';
const NEW = '2025-07-01';
const ids = (list: readonly Territory[]) => list.map((each) => each.id);

describe('a name in a file', () => {
  it.each([
    ['An Giang', OLD, 'an-giang'],
    ['An Giang', NEW, 'an-giang-2025'],
    ['Tỉnh Kiên Giang', OLD, 'kien-giang'],
    ['Kiên Giang', NEW, null],
    ['Dak Lak', OLD, 'dak-lak'],
    ['Đăk Lăk', NEW, 'dak-lak-2025'],
    ['TP.HCM', OLD, 'ho-chi-minh'],
    ['TP. Hồ Chí Minh', NEW, 'ho-chi-minh-2025'],
    ['Thành phố Hồ Chí Minh', OLD, 'ho-chi-minh'],
    ['Bà Rịa–Vũng Tàu', OLD, 'ba-ria-vung-tau'],
    ['Thừa Thiên - Huế', '2023-12-31', 'hue'],
    ['Hue City', NEW, 'hue'],
    ['Nghe An province', OLD, 'nghe-an'],
    ['Vietnam', OLD, 'viet-nam'],
    ['Cả nước', OLD, 'viet-nam'],
    ['Đồng bằng sông Hồng', OLD, 'rrd-2024'],
    ['Đồng bằng sông Hồng', '2025-12-31', 'rrd-2025'],
    ['Giang', OLD, null],
    ['', OLD, null],
  ])('%p on %s is %s', (name, lastDay, id) => {
    expect(territoryNamed(name, lastDay)?.id ?? null).toBe(id);
  });

  it('finds every unit by its own name, in either language, on its own days', () => {
    for (const day of [OLD, NEW]) {
      for (const each of territoriesOn(day)) {
        expect(territoryNamed(each.name.vi.normalize('NFD'), day)?.id).toBe(each.id);
        expect(territoryNamed(each.name.en.toUpperCase(), day)?.id).toBe(each.id);
      }
    }
  });
});

describe('searching', () => {
  it.each([
    [{ q: 'kien' }, ['kien-giang']],
    [{ q: 'Đăk Lăk', on: OLD }, ['dak-lak']],
    [{ q: 'Dak Lak' }, ['dak-lak', 'dak-lak-2025']],
    [{ q: 'tp.hcm', on: NEW }, ['ho-chi-minh-2025']],
    [{ q: 'tinh', on: OLD }, ['ha-tinh']],
    [{ q: 'thừa thiên', on: NEW }, ['hue']],
    [{ q: 'giang', on: OLD, group: 'south-20-2024' }, ['an-giang', 'hau-giang', 'kien-giang', 'tien-giang']],
    [{ group: 'south-20-2024', on: NEW }, []],
    [{ group: 'nowhere' }, []],
    [{ q: 'xyz' }, []],
  ])('%j finds %j', (search, found) => {
    expect(ids(searchTerritories(search).items)).toEqual(found);
  });

  it('shows the form of the day', () => {
    expect(searchTerritories({ q: 'hue', on: '2024-06-30' }).items[0]?.name.vi).toBe('Thừa Thiên Huế');
  });

  it('pages through everything once, in order', () => {
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page = searchTerritories({ after, limit: 7 });
      expect(page.items.length).toBeLessThanOrEqual(7);
      seen.push(...ids(page.items));
      after = page.next;
    }
    expect(seen).toEqual([...new Set(seen)].sort());
    expect(seen).toHaveLength(64 + 23 + 1 + groups.length);
  });
});
