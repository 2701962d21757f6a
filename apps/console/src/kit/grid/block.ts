/** The rows and cells of what a spreadsheet put on the clipboard: tabs, line ends, and cells in quotes where they have either. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  const signs = text.replaceAll(/\r\n?/g, '\n');
  for (let at = 0; at < signs.length; at++) {
    const sign = signs.charAt(at);
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (signs[at + 1] === '"') cell += signs.charAt(++at);
      else isQuoted = false;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === '\t') endCell();
    else if (sign === '\n') endRow();
    else cell += sign;
  }
  // A spreadsheet ends its last line, too: that is no further row.
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}

/** The same the other way: cells that would fall apart are put in quotes. */
export function writeBlock(rows: readonly (readonly string[])[]): string {
  const write = (cell: string) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(write).join('\t')).join('\n');
}
