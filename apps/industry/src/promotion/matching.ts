import type { ComponentNeedFields, Entry, MatchReason, SupplierFields, SupplierMatch } from '@doit/contracts';
import { decimal, foldAccents } from '@doit/reference';

type Need = Entry<ComponentNeedFields>;
type Supplier = Entry<SupplierFields>;

const of = { product: 35, industry: 20, standards: 15, capacity: 15, verified: 10, place: 5 } as const;

/** How well suppliers meet a need, the best first, equals by code; who shares neither product nor industry is left out. */
export function matchSuppliers(need: Need, suppliers: readonly Supplier[], limit: number): SupplierMatch[] {
  return suppliers
    .flatMap((supplier) => {
      const reasons = [
        product(need, supplier),
        industry(need, supplier),
        held(need, supplier),
        capacity(need, supplier),
        verified(supplier),
        place(need, supplier),
      ];
      const [sameProduct, sameIndustry] = reasons;
      if ((sameProduct?.points ?? 0) + (sameIndustry?.points ?? 0) === 0) return [];
      const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
      const { id, code, name, territory } = supplier;
      return [{ id, code, name, territory, product: supplier.product, points, reasons }];
    })
    .sort((a, b) => b.points - a.points || (a.code < b.code ? -1 : 1))
    .slice(0, limit);
}

const wordsOf = (text: string): string[] =>
  foldAccents(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1);

/** The share of the words asked for that the supplier's product has, accents apart. */
function product(need: Need, supplier: Supplier): MatchReason {
  const [asked, offered] = [new Set(wordsOf(need.product)), new Set(wordsOf(supplier.product))];
  const common = [...asked].filter((word) => offered.has(word));
  const points = asked.size === 0 ? 0 : Math.round((of.product * common.length) / asked.size);
  return reason(
    'product',
    points,
    `${common.length} trong ${asked.size} từ của sản phẩm cần tìm có trong “${supplier.product}”`,
    `${common.length} of ${asked.size} words of the product are in “${supplier.product}”`,
  );
}

/** How many digits of VSIC agree from the left: a division is two, a class four. */
function industry(need: Need, supplier: Supplier): MatchReason {
  let digits = 0;
  while (digits < 5 && need.vsic[digits] !== undefined && need.vsic[digits] === supplier.vsic[digits])
    digits++;
  const points = digits < 2 ? 0 : Math.round((of.industry * digits) / need.vsic.length);
  return reason(
    'industry',
    Math.min(points, of.industry),
    `Mã ngành ${supplier.vsic} trùng ${digits} chữ số với ${need.vsic}`,
    `Industry ${supplier.vsic} has ${digits} digits in common with ${need.vsic}`,
  );
}

function held(need: Need, supplier: Supplier): MatchReason {
  const asked = need.standards ?? [];
  if (asked.length === 0)
    return reason('standards', of.standards, 'Không yêu cầu tiêu chuẩn', 'No standard is asked for');
  const missing = asked.filter((standard) => !supplier.standards?.includes(standard));
  const points = Math.round((of.standards * (asked.length - missing.length)) / asked.length);
  return missing.length === 0
    ? reason('standards', points, `Có đủ ${asked.join(', ')}`, `Has ${asked.join(', ')}`)
    : reason('standards', points, `Thiếu ${missing.join(', ')}`, `Lacks ${missing.join(', ')}`);
}

/** Free capacity against the quantity, in the same unit; else nothing can be told. */
function capacity(need: Need, supplier: Supplier): MatchReason {
  const { monthlyQuantity: asked, unit } = need;
  const free = supplier.freeCapacity;
  if (
    asked === null ||
    free === null ||
    unit === null ||
    foldAccents(unit) !== foldAccents(supplier.unit ?? '')
  )
    return reason('capacity', 0, 'Chưa so được năng lực còn trống', 'Free capacity cannot be compared');
  const share = decimal(asked).isZero() ? decimal('1') : decimal(free).dividedBy(asked);
  const points = share.greaterThanOrEqualTo(1)
    ? of.capacity
    : Math.floor(share.times(of.capacity).toNumber());
  return reason(
    'capacity',
    points,
    `Còn trống ${free} ${unit}/tháng, cần ${asked}`,
    `${free} ${unit} a month are free, ${asked} are needed`,
  );
}

const verified = ({ state }: Supplier): MatchReason =>
  state === 'verified'
    ? reason('verified', of.verified, 'Sở đã xác minh', 'Verified by its department')
    : reason('verified', 0, 'Chưa xác minh', 'Not verified yet');

const place = (need: Need, supplier: Supplier): MatchReason =>
  need.territory === supplier.territory
    ? reason('place', of.place, 'Cùng địa phương', 'In the same territory')
    : reason('place', 0, 'Khác địa phương', 'In another territory');

function reason(criterion: MatchReason['criterion'], points: number, vi: string, en: string): MatchReason {
  return { criterion, points, of: of[criterion], reason: { vi, en } };
}
