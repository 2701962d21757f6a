import type { BothLanguages, Cell, RefusalCode } from '@doit/contracts';
import { decimalText, toWire, unitOfDecimals, type Decimal, type Interval } from '@doit/reference';
import { inputsOf, quoteOf, type Known, type Quote } from './quotes';

/** Percentages and points that we compute are shown with two decimals. */
export const shownPlaces = 2;

/** A number recomputed from figures: rounded only to show, with every value that the roundings allow. */
export function computed(
  value: Decimal,
  interval: Interval | null,
  places: number,
  formula: string,
  from: readonly Quote[],
): Cell {
  return {
    value: decimalText(value, places),
    ...(interval && { interval: toWire(interval, places + 1) }),
    basis: 'computed',
    formula,
    lineage: inputsOf(from),
  };
}

/** A number as the source prints it. */
export function stated(quote: Quote): Cell {
  return {
    value: decimalText(quote.value, quote.decimals),
    interval: toWire(quote.interval, quote.decimals + 1),
    basis: 'stated',
    lineage: [...quote.inputs],
  };
}

/** A figure beside another one: as printed, or as it was made. */
export function shown(figure: Known): Cell {
  const { made, decimals } = figure;
  return made
    ? computed(made.value, made.interval, decimals, made.formula, made.from)
    : stated(quoteOf(figure));
}

/**
 * A number that follows from what the source prints beside another one. It has a value only where the interval pins it
 * to within one unit of the last printed decimal; values are never invented.
 */
export function implied(interval: Interval, decimals: number, formula: string, from: readonly Quote[]): Cell {
  const middle = middleOf(interval);
  const isPinned = middle !== null && decimals >= 0 && halfWidth(interval)?.lte(unitOfDecimals(decimals));
  return {
    value: isPinned ? decimalText(middle, decimals) : null,
    interval: toWire(interval, decimals + 1),
    basis: 'implied',
    formula,
    lineage: inputsOf(from),
  };
}

/** No number, and why. */
export function refused(code: RefusalCode, missing: readonly string[] = []): Cell {
  return {
    value: null,
    basis: 'computed',
    refusal: { code, message: { ...reasons[code] }, missing: [...missing] },
    lineage: [],
  };
}

/** The middle of an interval bounded on both sides. */
export function middleOf({ low, high }: Interval): Decimal | null {
  return low && high ? low.plus(high).div(2) : null;
}

/** Half of what an interval leaves open; null where that is without bound. */
export function halfWidth({ low, high }: Interval): Decimal | null {
  return low && high ? high.minus(low).div(2) : null;
}

/** Why there is no number, as a clerk would say it. */
const reasons: Record<RefusalCode, BothLanguages> = {
  'no-plan': {
    vi: 'Chưa ghi nhận kế hoạch và nguồn không in số nào để suy ra kế hoạch.',
    en: 'No plan is recorded, and the source prints nothing that implies one.',
  },
  'no-figure': { vi: 'Chưa có số thực hiện của kỳ này.', en: 'There is no figure for this period yet.' },
  'base-unknown': {
    vi: 'Chưa có số làm gốc so sánh, và nguồn không in mức tăng, giảm.',
    en: 'The figure that the change is measured from is not known, and the source prints no change.',
  },
  'non-positive-base': {
    vi: 'Gốc so sánh bằng không hoặc âm nên tỷ lệ không có nghĩa.',
    en: 'The base is zero or negative, so a percentage has no meaning.',
  },
  'incomplete-months': {
    vi: 'Kỳ này không gồm đủ các tháng mà phép so sánh cần.',
    en: 'The period lacks months that this comparison needs.',
  },
  'incomplete-members': {
    vi: 'Chưa đủ số của các địa bàn hợp thành nên không cộng được.',
    en: 'Figures of some members are missing, so there is no sum of them.',
  },
  'needs-weights': {
    vi: 'Không đủ quyền số để gộp chỉ số của các địa bàn.',
    en: 'The weights that would put the members’ indices together are missing.',
  },
  'period-over': {
    vi: 'Kỳ kế hoạch đã kết thúc, không còn tháng nào phía trước.',
    en: 'The plan’s period is over; it has no months ahead.',
  },
  'series-break': {
    vi: 'Chuỗi số liệu đổi cách tính giữa hai kỳ nên không so được.',
    en: 'The series was computed in another way in between, so the two levels are not compared.',
  },
  'different-definition': {
    vi: 'Hai số tính bằng đơn vị hoặc theo định nghĩa khác nhau.',
    en: 'The two numbers have different units or definitions.',
  },
  'not-comparable': {
    vi: 'Chỉ tiêu hoặc kỳ này không so theo cách đó.',
    en: 'This indicator or period is not compared in that way.',
  },
  'overlapping-groups': {
    vi: 'Các nhóm có chung đối tác nên cộng lại sẽ tính trùng.',
    en: 'The groups share partners, so that a sum would count those twice.',
  },
};
