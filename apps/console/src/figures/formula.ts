import type { Language } from '../words/languages';

/** The services write formulas in English; these are their words in Vietnamese. */
const phrases: Readonly<Record<string, string>> = {
  'area established': 'diện tích đã thành lập',
  'area with detailed plan': 'diện tích có quy hoạch chi tiết',
  'business as usual': 'kịch bản phát triển bình thường',
  change: 'mức tăng, giảm',
  'clusters established': 'số cụm đã thành lập',
  'clusters with detailed plan': 'số cụm có quy hoạch chi tiết',
  'electricity saved': 'điện tiết kiệm được',
  'electricity sold in the previous year': 'điện thương phẩm năm trước',
  'electricity sold': 'điện thương phẩm',
  excess: 'phần vượt kế hoạch',
  'exports to the markets': 'xuất khẩu sang các thị trường',
  'exports with a preferential proof of origin': 'xuất khẩu có chứng từ xuất xứ ưu đãi',
  'figure of the month before': 'số tháng trước',
  'figure of the previous year': 'số năm trước',
  'figure of': 'số của năm',
  figure: 'số này',
  'growth on the previous year': 'mức tăng so với năm trước',
  'growth target': 'mục tiêu tăng trưởng',
  growth: 'mức tăng',
  'highest of its months': 'số cao nhất của các tháng',
  'implied plan': 'kế hoạch suy ra',
  index: 'chỉ số',
  'mean of its months': 'bình quân các tháng',
  'months passed': 'số tháng đã qua',
  'of its units': 'của các đơn vị hợp thành',
  'part above the plan': 'phần vượt kế hoạch',
  'part of the previous year': 'phần đó năm trước',
  part: 'phần này',
  plan: 'kế hoạch',
  'previous year as known when the plan was set': 'số năm trước biết khi lập kế hoạch',
  'previous year − its same months': 'cả năm trước − cùng kỳ năm trước',
  'scenario up to now': 'kịch bản đến kỳ này',
  'share expected by now': 'tỷ lệ phải đạt đến kỳ này',
  'share of the plan reached': 'tỷ lệ đạt kế hoạch',
  'share of the plan': 'tỷ lệ đạt kế hoạch',
  'share of the previous year': 'tỷ trọng năm trước',
  share: 'tỷ trọng',
  'sum of its months': 'tổng các tháng',
  'sum of the remaining months of the previous year': 'tổng các tháng còn lại của năm trước',
  'sum of its units': 'tổng các đơn vị hợp thành',
  'the plan’s whole period is over': 'kỳ kế hoạch đã kết thúc',
  'to the power of': 'lũy thừa',
  'total of the previous year': 'tổng số năm trước',
  total: 'tổng số',
  weight: 'quyền số',
  actual: 'thực hiện',
};

const longestFirst = Object.keys(phrases).sort((a, b) => b.length - a.length);
const known = new RegExp(longestFirst.join('|'), 'g');

/** A formula in the reader’s language; null where not all of its words are known: half a sentence helps nobody. */
export function writeFormula(formula: string | undefined, language: Language): string | null {
  if (formula === undefined || /register|lines of customs/.test(formula)) return null;
  if (language === 'en') return formula;
  if (/[a-z]{2,}/i.test(formula.replaceAll(known, ''))) return null;
  return formula.replaceAll(known, (phrase) => phrases[phrase] ?? phrase);
}
