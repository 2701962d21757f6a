/** Where a statement has what it is asked for: a parameter each. */
interface Asked {
  readonly indicators: string;
  readonly measures: string;
  readonly breakdown: string;
}

/** The cells of a piece `p` that have the breakdown asked for, and maybe more. */
export const cellsOf = ({ indicators, measures, breakdown }: Asked): string => `
        select id, indicator, dimensions, measure from cell c
         where c.territory = p.territory and c.indicator = any(${indicators}::text[]) and c.measure = any(${measures}::text[])
           and c.dimensions @> ${breakdown}::jsonb offset 0`;

/** That a cell `c` has no dimension but those its rule `r` may have here. */
export const brokenDownAs = (dimensions: string): string => `c.dimensions - ${dimensions}::text[] = '{}'`;
