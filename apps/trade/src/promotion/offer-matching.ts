import type {
  DemandRequestFields,
  Entry,
  OfferMatch,
  OfferReason,
  RequestMatch,
  SupplyOfferFields,
} from '@doit/contracts';
import { decimal, foldAccents } from '@doit/reference';
import { sectorWords } from './promotion-names';

type Request = Entry<DemandRequestFields>;
type Offer = Entry<SupplyOfferFields>;

const of = { product: 30, sector: 20, standards: 15, quantity: 15, time: 10, verified: 5, place: 5 } as const;

/** How well offers meet a request, the best first, equals by code; what shares neither product nor sector is left out. */
export function matchOffers(request: Request, offers: readonly Offer[], limit: number): OfferMatch[] {
  const found = offers.flatMap((offer): OfferMatch[] => {
    const { id, code, producer, territory } = offer;
    const met = meeting(request, offer);
    return met ? [{ id, code, producer, territory, product: offer.product, ...met }] : [];
  });
  return bestOf(found, limit);
}

/** How well an offer meets requests, in the same way. */
export function matchRequests(offer: Offer, requests: readonly Request[], limit: number): RequestMatch[] {
  const found = requests.flatMap((request): RequestMatch[] => {
    const { id, code, distributor, territory } = request;
    const met = meeting(request, offer);
    return met ? [{ id, code, distributor, territory, product: request.product, ...met }] : [];
  });
  return bestOf(found, limit);
}

/** Null: they share neither product nor sector. */
function meeting(request: Request, offer: Offer): Pick<OfferMatch, 'points' | 'reasons'> | null {
  const [ofProduct, ofSector] = [product(request, offer), sector(request, offer)];
  if (ofProduct.points + ofSector.points === 0) return null;
  const reasons = [ofProduct, ofSector, held(request, offer), quantity(request, offer), time(request, offer)];
  reasons.push(verified(offer), place(request, offer));
  return { points: reasons.reduce((sum, each) => sum + each.points, 0), reasons };
}

function bestOf<M extends Pick<OfferMatch, 'id' | 'code' | 'points'>>(found: M[], limit: number): M[] {
  return found
    .sort(
      (a, b) => b.points - a.points || (a.code < b.code ? -1 : a.code > b.code ? 1 : a.id < b.id ? -1 : 1),
    )
    .slice(0, limit);
}

const wordsOf = (text: string): string[] =>
  foldAccents(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1);

/** The share of the words asked for that the offered product has, accents apart. */
function product(request: Request, offer: Offer): OfferReason {
  const [asked, offered] = [new Set(wordsOf(request.product)), new Set(wordsOf(offer.product))];
  const common = [...asked].filter((word) => offered.has(word)).length;
  return reason(
    'product',
    asked.size === 0 ? 0 : Math.round((of.product * common) / asked.size),
    `${common} trong ${asked.size} từ của sản phẩm cần tìm có trong “${offer.product}”`,
    `${common} of ${asked.size} words of the product are in “${offer.product}”`,
  );
}

function sector(request: Request, offer: Offer): OfferReason {
  const words = sectorWords(offer.sector);
  return request.sector === offer.sector
    ? reason('sector', of.sector, `Cùng ngành hàng: ${words.vi}`, `The same sector: ${words.en}`)
    : reason('sector', 0, `Ngành hàng khác: ${words.vi}`, `Another sector: ${words.en}`);
}

function held(request: Request, offer: Offer): OfferReason {
  const asked = request.standards ?? [];
  if (asked.length === 0)
    return reason('standards', of.standards, 'Không yêu cầu tiêu chuẩn', 'No standard is asked for');
  const missing = asked.filter((standard) => !offer.standards?.includes(standard));
  const points = Math.round((of.standards * (asked.length - missing.length)) / asked.length);
  return missing.length === 0
    ? reason('standards', points, `Có đủ ${asked.join(', ')}`, `Has ${asked.join(', ')}`)
    : reason('standards', points, `Thiếu ${missing.join(', ')}`, `Lacks ${missing.join(', ')}`);
}

/** What is free against what is asked for, in the same unit; else nothing can be told. */
function quantity({ monthlyQuantity: asked, unit }: Request, offer: Offer): OfferReason {
  const free = offer.monthlyQuantity;
  const isSameUnit = unit !== null && offer.unit !== null && foldAccents(unit) === foldAccents(offer.unit);
  if (asked === null || free === null || !isSameUnit)
    return reason('quantity', 0, 'Chưa so được số lượng', 'Quantities cannot be compared');
  const share = decimal(asked).isZero() ? decimal('1') : decimal(free).dividedBy(asked);
  const points = share.greaterThanOrEqualTo(1)
    ? of.quantity
    : Math.floor(share.times(of.quantity).toNumber());
  return reason(
    'quantity',
    points,
    `Có ${free} ${unit}/tháng, cần ${asked}`,
    `${free} ${unit} a month are offered, ${asked} are needed`,
  );
}

/** Whether it is there all the time that it is needed, for a part of it, or not at all. */
function time({ neededFrom, neededTo }: Request, { availableFrom, availableTo }: Offer): OfferReason {
  const [from, to] = [neededFrom ?? '', neededTo ?? '9999-12-31'];
  const [first, last] = [availableFrom ?? '', availableTo ?? '9999-12-31'];
  const said = `${availableFrom ?? '…'} – ${availableTo ?? '…'}`;
  if (first <= from && to <= last)
    return reason('time', of.time, `Có suốt thời gian cần (${said})`, `There all the time (${said})`);
  return first <= to && from <= last
    ? reason(
        'time',
        of.time / 2,
        `Chỉ có một phần thời gian (${said})`,
        `There for a part of the time (${said})`,
      )
    : reason('time', 0, `Không đúng thời gian (${said})`, `Not there at that time (${said})`);
}

const verified = ({ state }: Offer): OfferReason =>
  state === 'verified'
    ? reason('verified', of.verified, 'Sở đã xác minh', 'Verified by its department')
    : reason('verified', 0, 'Chưa xác minh', 'Not verified yet');

const place = (request: Request, offer: Offer): OfferReason =>
  request.territory === offer.territory
    ? reason('place', of.place, 'Cùng địa phương', 'In the same territory')
    : reason('place', 0, 'Khác địa phương', 'In another territory');

function reason(criterion: OfferReason['criterion'], points: number, vi: string, en: string): OfferReason {
  return { criterion, points, of: of[criterion], reason: { vi, en } };
}
