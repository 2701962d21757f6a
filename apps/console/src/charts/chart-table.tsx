import { useSettings, useWords } from '../app/settings';
import kit from '../kit/kit.module.css';
import type { Language } from '../words/languages';
import { writeNumber } from '../words/numbers';
import type { ChartOf } from './chart-of';

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

/** As the spreadsheet of the language opens it: `;` and `,` in Vietnamese, `,` and `.` in English. */
export function csvOf({ unit, categories, series }: ChartOf, language: Language): string {
  const [between, point] = language === 'vi' ? [';', ','] : [',', '.'];
  const cell = (text: string) => (/["\n;,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const header = ['', ...series.map(({ name }) => (unit ? `${name} (${unit})` : name))];
  const rows = categories.map((category, n) => [
    category,
    ...series.map(({ values }) => (values[n] ?? '').replace('.', point)),
  ]);
  const lines = [
    header.map(cell),
    ...rows.map(([first = '', ...numbers]) => [cell(first), ...numbers.map(cell)]),
  ];
  return `\ufeff${lines.map((line) => line.join(between)).join('\r\n')}\r\n`;
}
