const lineFeed = 10;
const carriageReturn = 13;
const isBreak = (byte: number | undefined): boolean => byte === lineFeed || byte === carriageReturn;
/** Its beginning is looked for together with the end of the line before. */
const endMark = Buffer.from('\n\\.');

/** A line of `\.` alone: before version 18 PostgreSQL takes it for the end of the data, and forgets what follows. */
export class EndMark extends Error {
  /** @param line its number in the file, from 1 on */
  constructor(readonly line: number) {
    super(`line ${line} is \\.`);
  }
}

/**
 * A file's pieces without the empty lines at its end, which people's files have and COPY takes for rows; one line break ends it.
 * @throws EndMark
 */
export async function* tidied(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  // Line breaks that may be the last, and the two bytes before, where an end mark may have begun.
  let held = Buffer.alloc(0);
  let lines = 1;
  let isFirst = true;
  // PostgreSQL wants all lines of a file to end alike.
  let ending: string | undefined;
  for await (const piece of pieces) {
    let bytes = Buffer.concat([held, piece]);
    if (isFirst && bytes.subarray(0, 2).equals(endMark.subarray(1))) throw new EndMark(1);
    for (let at = bytes.indexOf(endMark); at >= 0; at = bytes.indexOf(endMark, at + 1))
      if (isBreak(bytes[at + 3])) throw new EndMark(lines + breaksIn(bytes.subarray(0, at)) + 1);
    isFirst = false;
    const at = bytes.indexOf(lineFeed);
    if (at >= 0) ending ??= bytes[at - 1] === carriageReturn ? '\r\n' : '\n';
    let end = bytes.length;
    while (end > 0 && isBreak(bytes[end - 1])) end--;
    // What could be an end mark whose line goes on in the next piece.
    if (end === bytes.length && bytes.subarray(-3).equals(endMark)) end -= 3;
    else if (end === bytes.length && bytes.at(-1) === 92 && isBreak(bytes.at(-2))) end -= 2;
    while (end > 0 && isBreak(bytes[end - 1])) end--;
    held = Buffer.from(bytes.subarray(end));
    bytes = bytes.subarray(0, end);
    lines += breaksIn(bytes);
    if (bytes.length > 0) yield bytes;
  }
  const rest = held.toString('latin1').replace(/^[\r\n]+|[\r\n]+$/g, '');
  if (rest === '\\.') throw new EndMark(lines + 1);
  const end = ending ?? '\n';
  yield Buffer.from(rest === '' ? end : `${end}${rest}${end}`, 'latin1');
}

function breaksIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) count++;
  return count;
}
