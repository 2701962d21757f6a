/** The initials of a name, for tiles that are too small for it: “Bà Rịa - Vũng Tàu” is BRVT. */
export const letters = (name: string): string =>
  name
    .split(/[\s-]+/)
    .map((word) => word.slice(0, 1))
    .join('');

/** A name in so many lines at most, of about as many letters as the width holds; what is too long ends with “…”. */
export function linesOf(name: string, most: number, width: number): string[] {
  const fits = Math.floor((width - 8) / 6);
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= fits)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  const rest = lines.slice(most - 1).join(' ');
  return [...lines.slice(0, most - 1), rest.length > fits ? `${rest.slice(0, fits - 1)}…` : rest];
}
