import { divisions } from './divisions';
import { indicator } from './indicators/indicators';
import { products } from './products';
import { unit } from './units';

describe('the divisions of industry', () => {
  it.each([
    ['B', '05 06 07 08 09'],
    ['C', '10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33'],
    ['D', '35'],
    ['E', '36 37 38 39'],
  ])('of section %s are %s', (section, codes) => {
    const own = divisions.filter((each) => each.section === section).map(({ code }) => code);
    expect(own).toEqual(codes.split(' '));
  });

  it('have names of their own in both languages', () => {
    for (const language of ['vi', 'en'] as const)
      expect(new Set(divisions.map(({ name }) => name[language])).size).toBe(divisions.length);
  });
});

describe('key products', () => {
  it('each have a code and names of their own, a division that is there and a unit that is theirs', () => {
    const known = new Set(divisions.map(({ code }) => code));
    expect(products.length).toBeGreaterThanOrEqual(25);
    for (const of of [
      products.map(({ code }) => code),
      products.map(({ name }) => name.vi),
      products.map(({ name }) => name.en),
    ])
      expect(new Set(of).size).toBe(products.length);
    expect(products.filter(({ division }) => !known.has(division))).toEqual([]);
    expect(products.filter((each) => unit(each.unit) === null)).toEqual([]);
  });

  it('stand in the order of their divisions', () => {
    const order = products.map(({ division }) => division);
    expect(order).toEqual([...order].sort());
  });

  it('are what the catalogue lists, with no more units than a catalogue’s entry may have', () => {
    const output = indicator('PRODUCT_OUTPUT');
    expect(output?.dimensions[0]?.values).toEqual(products.map(({ code }) => code));
    expect(output?.units.length).toBeLessThanOrEqual(10);
  });
});
