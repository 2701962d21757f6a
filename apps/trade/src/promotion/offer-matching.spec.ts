import type { DemandRequestFields, Entry, SupplyOfferFields } from '@doit/contracts';
import { matchOffers, matchRequests } from './offer-matching';

const stands = { id: 'x', stateOn: null, version: 1, recordedAt: '', changedAt: '', commune: null };
const goods = { product: 'Gạo ST25', sector: 'rice', unit: 'tấn', monthlyQuantity: '100' } as const;
const request: Entry<DemandRequestFields> = {
  ...{ ...stands, ...goods, code: 'N-1', name: 'Gạo', territory: 'nghe-an', state: 'open' },
  ...{ distributor: 'Siêu thị Vinh', standards: ['VIETGAP', 'OCOP'] },
  ...{ neededFrom: '2026-03-01', neededTo: '2026-06-30' },
  ...{
    eventTerritory: null,
    eventCode: null,
    offerTerritory: null,
    offerCode: null,
    agreedMn: null,
    deliveredMn: null,
  },
};
const offer = (code: string, more: Partial<Entry<SupplyOfferFields>> = {}): Entry<SupplyOfferFields> => ({
  ...{ ...stands, ...goods, code, name: code, territory: 'soc-trang', state: 'listed', producer: code },
  ...{ standards: ['VIETGAP', 'OCOP'], availableFrom: null, availableTo: null },
  ...more,
});
const pointsOf = (more: Partial<Entry<SupplyOfferFields>>): Record<string, number> =>
  Object.fromEntries(
    (matchOffers(request, [offer('S', more)], 1)[0]?.reasons ?? []).map(({ criterion, points }) => [
      criterion,
      points,
    ]),
  );

describe('offers are matched to a request', () => {
  it('with all points where everything fits', () => {
    const [match] = matchOffers(request, [offer('S', { state: 'verified', territory: 'nghe-an' })], 1);
    expect(match?.points).toBe(100);
    expect(match?.reasons.reduce((sum, { of }) => sum + of, 0)).toBe(100);
  });

  it.each<[string, Partial<Entry<SupplyOfferFields>>, string, number]>([
    ['words of the product, accents apart', { product: 'GAO thơm' }, 'product', 15],
    ['another product of the sector', { product: 'Nếp' }, 'product', 0],
    ['another sector', { sector: 'ocop' }, 'sector', 0],
    ['one standard of two', { standards: ['OCOP'] }, 'standards', 8],
    ['no standard', { standards: null }, 'standards', 0],
    ['half the quantity', { monthlyQuantity: '50' }, 'quantity', 7],
    ['more than the quantity', { monthlyQuantity: '500' }, 'quantity', 15],
    ['another unit', { unit: 'kg' }, 'quantity', 0],
    ['no unit', { unit: null }, 'quantity', 0],
    ['all of the time', { availableFrom: '2026-03-01', availableTo: '2026-06-30' }, 'time', 10],
    ['a part of the time', { availableFrom: '2026-03-02' }, 'time', 5],
    ['one day of it', { availableTo: '2026-03-01' }, 'time', 5],
    ['another time', { availableFrom: '2026-07-01' }, 'time', 0],
    ['a department that looked at it', { state: 'verified' }, 'verified', 5],
    ['the same territory', { territory: 'nghe-an' }, 'place', 5],
  ])('by %s', (_what, more, criterion, points) => {
    expect(pointsOf(more)[criterion]).toBe(points);
  });

  it('the best first, equals by code, and without what shares neither product nor sector', () => {
    const others = [offer('C', { unit: null }), offer('B'), offer('A')];
    others.push(offer('D', { product: 'Tôm', sector: 'seafood' }));
    expect(matchOffers(request, others, 4).map(({ code }) => code)).toEqual(['A', 'B', 'C']);
  });

  it('and requests to an offer in the same way', () => {
    const far = { ...request, code: 'N-2', territory: 'ha-tinh' };
    const others = [far, request, { ...request, code: 'N-3', product: 'Tôm', sector: 'seafood' as const }];
    const found = matchRequests(offer('S', { territory: 'nghe-an' }), others, 3);
    expect(found.map(({ code, distributor, points }) => [code, distributor, points])).toEqual([
      ['N-1', 'Siêu thị Vinh', 95],
      ['N-2', 'Siêu thị Vinh', 90],
    ]);
  });

  it('and says of each criterion why, in both languages', () => {
    const [match] = matchOffers(request, [offer('S', { standards: ['OCOP'] })], 1);
    expect(match?.reasons[2]?.reason).toEqual({ vi: 'Thiếu VIETGAP', en: 'Lacks VIETGAP' });
  });
});
