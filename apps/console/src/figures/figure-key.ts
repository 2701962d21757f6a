import { fromPath, inPath } from '../words/periods';

/** What a cell of the house is: an indicator of a territory and period, broken down or not. */
export interface FigureKey {
  readonly indicator: string;
  readonly territory: string;
  readonly period: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** Which number of a cell is meant: the figure itself, its plan, a comparison. As the API names them. */
export const numbersOfCell = [
  ...['actual', 'plan', 'previous', 'yoyPct', 'momPct', 'planPct', 'overPlanPct', 'excess', 'expectedPct'],
  ...['gapPp', 'plannedGrowthPct', 'requiredGrowthPct', 'annualAverageGrowthPct'],
  ...['sharePct', 'shareChangePp', 'contributionPp'],
] as const;
export type NumberOfCell = (typeof numbersOfCell)[number];

const observation = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What stands in `/figures/$id`: one recorded observation, or a cell; null where it is neither. */
export type FigureAddress = { readonly observationId: string } | FigureKey;

/** `RETAIL~nghe-an~2023-01--P5M`, and its breakdown after it: `~component=goods`. */
export function writeFigureKey({ indicator, territory, period, dimensions }: FigureKey): string {
  const parts = Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1));
  return [indicator, territory, inPath(period), ...parts.map(([name, value]) => `${name}=${value}`)].join(
    '~',
  );
}

export function readFigureId(id: string): FigureAddress | null {
  if (observation.test(id)) return { observationId: id };
  const [indicator, territory, period, ...parts] = id.split('~');
  if (!indicator || !territory || !period) return null;
  const dimensions = parts.map((part): [string, string] => {
    const [name = '', ...value] = part.split('=');
    return [name, value.join('=')];
  });
  return { indicator, territory, period: fromPath(period), dimensions: Object.fromEntries(dimensions) };
}
