/** RFC 4180: lines of cells, each line ended. */
export function csvOf(lines: readonly (readonly string[])[]): string {
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

/** Quoted where need be; what a spreadsheet would take for a formula, and is no number, gets an apostrophe (OWASP). */
function cell(text: string): string {
  // Most cells need nothing: one look at each.
  if (!special.test(text)) return text;
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const special = /[",\r\n]|^[=+\-@\t]/;
