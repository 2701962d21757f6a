import type { ComponentNeedFields, Entry, SupplierFields } from '@doit/contracts';
import { matchSuppliers } from './matching';

const stands = { id: 'x', stateOn: null, version: 1, recordedAt: '', changedAt: '', commune: null };
const need: Entry<ComponentNeedFields> = {
  ...{
    ...stands,
    code: 'N-1',
    name: 'Cần trục cam',
    territory: 'nghe-an',
    state: 'open',
    buyer: 'Nhà máy Vinh',
  },
  ...{ product: 'Trục cam thép', vsic: '2930', standards: ['ISO-9001', 'IATF-16949'], unit: 'cái' },
  ...{ monthlyQuantity: '1000', neededBy: null, supplierCode: null },
};
const supplier = (code: string, more: Partial<Entry<SupplierFields>> = {}): Entry<SupplierFields> => ({
  ...{
    ...stands,
    code,
    name: code,
    territory: 'phu-tho',
    state: 'listed',
    product: 'Trục cam thép',
    vsic: '2930',
  },
  ...{ standards: ['ISO-9001', 'IATF-16949'], unit: 'cái', monthlyCapacity: '2000', freeCapacity: '1000' },
  ...{ localContentPct: null, customers: null },
  ...more,
});
const pointsOf = (more: Partial<Entry<SupplierFields>>): Record<string, number> =>
  Object.fromEntries(
    (matchSuppliers(need, [supplier('S', more)], 1)[0]?.reasons ?? []).map(({ criterion, points }) => [
      criterion,
      points,
    ]),
  );

describe('suppliers are matched to a need', () => {
  it('with all points where everything fits', () => {
    const [match] = matchSuppliers(need, [supplier('S', { state: 'verified', territory: 'nghe-an' })], 1);
    expect(match?.points).toBe(100);
    expect(match?.reasons.reduce((sum, { of }) => sum + of, 0)).toBe(100);
  });

  it.each<[string, Partial<Entry<SupplierFields>>, string, number]>([
    ['words of the product, accents apart', { product: 'truc khuyu THEP' }, 'product', 23],
    ['another product of the industry', { product: 'Gương' }, 'product', 0],
    ['the division alone', { vsic: '2910' }, 'industry', 10],
    ['a shorter code', { vsic: '29' }, 'industry', 10],
    ['another division', { vsic: '2592' }, 'industry', 0],
    ['one standard of two', { standards: ['ISO-9001'] }, 'standards', 8],
    ['no standard', { standards: null }, 'standards', 0],
    ['half the quantity', { freeCapacity: '500' }, 'capacity', 7],
    ['more than the quantity', { freeCapacity: '5000' }, 'capacity', 15],
    ['another unit', { unit: 'kg' }, 'capacity', 0],
    ['a department that looked at it', { state: 'verified' }, 'verified', 10],
    ['the same territory', { territory: 'nghe-an' }, 'place', 5],
  ])('by %s', (_what, more, criterion, points) => {
    expect(pointsOf(more)[criterion]).toBe(points);
  });

  it('the best first, equals by code, and without who shares neither product nor industry', () => {
    const found = matchSuppliers(
      need,
      [
        supplier('C', { freeCapacity: null }),
        supplier('B'),
        supplier('A'),
        supplier('D', { product: 'Gạo', vsic: '1061' }),
      ],
      3,
    );
    expect(found.map(({ code }) => code)).toEqual(['A', 'B', 'C']);
  });

  it('and says of each criterion why, in both languages', () => {
    const [match] = matchSuppliers(need, [supplier('S', { standards: ['ISO-9001'] })], 1);
    expect(match?.reasons[2]?.reason).toEqual({ vi: 'Thiếu IATF-16949', en: 'Lacks IATF-16949' });
  });
});
