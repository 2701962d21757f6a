import type { Language } from '../words/languages';

/** A table as a file: texts as they are, decimals written as the language's spreadsheet reads them. */
export interface FileTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | { readonly decimal: string } | null)[])[];
}

/** As the spreadsheet of the language opens it: `;` and `,` in Vietnamese, `,` and `.` in English. */
export function writeCsv({ header, rows }: FileTable, language: Language): string {
  const [between, point] = language === 'vi' ? [';', ','] : [',', '.'];
  // A cell that begins like a formula would be run as one.
  const safe = (text: string) => (/^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text);
  const quoted = (text: string) =>
    /["\n\r]/.test(text) || text.includes(between) ? `"${text.replaceAll('"', '""')}"` : text;
  const written = rows.map((row) =>
    row.map((cell) => {
      if (cell === null) return '';
      return typeof cell === 'string' ? quoted(safe(cell)) : quoted(cell.decimal.replace('.', point));
    }),
  );
  const lines = [header.map((name) => quoted(safe(name))), ...written];
  return `\ufeff${lines.map((line) => line.join(between)).join('\r\n')}\r\n`;
}
