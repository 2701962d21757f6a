import { goodsGroups } from './goods-groups';
import { checkDimensions, indicator } from './indicators/indicators';

describe('the groups of goods', () => {
  it('are twelve, each with a code and names of its own in both languages', () => {
    expect(goodsGroups).toHaveLength(12);
    for (const of of [
      goodsGroups.map(({ code }) => code),
      goodsGroups.map(({ name }) => name.vi),
      goodsGroups.map(({ name }) => name.en),
    ]) {
      expect(new Set(of).size).toBe(12);
      expect(of.filter((text) => text.trim() === '')).toEqual([]);
    }
    expect(goodsGroups.filter(({ name }) => name.vi === name.en)).toEqual([]);
  });

  it('end with what is left over and with repair, as tables print them', () => {
    expect(goodsGroups.slice(-2).map(({ code }) => code)).toEqual(['other-goods', 'vehicle-repair']);
  });

  it('break down goods alone, and nothing else that is recorded', () => {
    const goods = indicator('RETAIL_GOODS');
    expect(goods?.dimensions).toMatchObject([{ name: 'goodsGroup', required: false }]);
    expect(goods?.dimensions[0]?.values).toEqual(goodsGroups.map(({ code }) => code));
    expect(goods?.dimensions[0]?.names?.['cars']).toEqual({
      vi: 'Ô tô con (dưới 9 chỗ ngồi)',
      en: 'Passenger cars (under 9 seats)',
    });
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['RETAIL_GOODS', {}, []],
    ['RETAIL_GOODS', { goodsGroup: 'food' }, []],
    ['RETAIL_GOODS', { goodsGroup: 'vehicle-repair' }, []],
    ['RETAIL_GOODS', { goodsGroup: 'Food' }, ['dimension.not-allowed']],
    ['RETAIL_GOODS', { goodsGroup: 'fuel' }, ['dimension.not-allowed']],
    ['RETAIL', { goodsGroup: 'food' }, ['dimension.unknown']],
    ['RETAIL_GOODS', { component: 'travel' }, ['dimension.unknown']],
  ])('of %s with %j', (code, dimensions, expected) => {
    expect(checkDimensions(code, dimensions).map((each) => each.code)).toEqual(expected);
  });
});
