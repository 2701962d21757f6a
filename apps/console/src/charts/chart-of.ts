/** One line, or one colour of bars. */
export interface ChartSeries {
  readonly name: string;
  /** `actual` is full, `plan` dashed, `scenario` dotted, `comparison` (nation, last year) grey. */
  readonly style?: 'actual' | 'plan' | 'scenario' | 'comparison';
  /** Decimals as the API gives them; null: no figure, which stays a gap. One for each of `categories`. */
  readonly values: readonly (string | null)[];
  /** Before which of `categories` a line is cut, since what follows cannot be compared with what was before. */
  readonly cuts?: readonly number[];
}

export interface ChartOf {
  readonly kind: 'line' | 'bar' | 'ranking';
  /** The sentence that the chart shows; also what it is called to those who cannot see it, and as a file. */
  readonly title: string;
  readonly unit: string;
  /** Periods or territories, in words. */
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  /** A line across (plan, nation), labelled. */
  readonly mark?: { readonly name: string; readonly value: string };
  /** Where a series was broken: a labelled mark at that category. */
  readonly breaks?: readonly { readonly at: number; readonly name: string }[];
  readonly height?: number;
  /** Which of `categories` or `series` was pressed. */
  readonly onPress?: (at: { category: number; series: number }) => void;
}

/** As high as asked for, or so that names beside lines and bars have room under each other. */
export function heightOf({ kind, height, series, categories }: ChartOf): number {
  if (height !== undefined) return height;
  if (kind === 'ranking') return Math.max(200, 72 + categories.length * 26);
  return kind === 'line' ? Math.max(360, 90 + series.length * 24) : 360;
}
