import { useSettings, useWords } from '../app/settings';
import kit from '../kit/kit.module.css';
import { writeNumber } from '../words/numbers';
import type { ChartOf } from './chart-of';
import type { FileTable } from './csv';

/** The numbers that a chart draws. */
export function ChartTable({ title, unit, categories, series }: ChartOf) {
  const words = useWords();
  const { language } = useSettings();
  return (
    <div className={kit.scroll} role="group" tabIndex={0} aria-label={title}>
      <table className={kit.table}>
        <caption>
          {title} {unit && `(${unit})`}
        </caption>
        <thead>
          <tr>
            <td />
            {series.map(({ name }) => (
              <th key={name} scope="col" className={kit.number}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.map((category, n) => (
            <tr key={category}>
              <th scope="row">{category}</th>
              {series.map(({ name, values }) => {
                const value = values[n] ?? null;
                return (
                  <td key={name} className={kit.number}>
                    {value === null ? words.missing : writeNumber(value, language)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The same as a file, one column a series. */
export const fileOf = ({ unit, categories, series }: ChartOf): FileTable => ({
  header: ['', ...series.map(({ name }) => (unit ? `${name} (${unit})` : name))],
  rows: categories.map((category, n) => [
    category,
    ...series.map(({ values }) => {
      const value = values[n] ?? null;
      return value === null ? null : { decimal: value };
    }),
  ]),
});
