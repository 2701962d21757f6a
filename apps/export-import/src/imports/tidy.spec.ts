import { EndMark, tidied } from './tidy';

const tidy = async (text: string, size: number): Promise<string> => {
  async function* pieces() {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += size)
      yield await Promise.resolve(bytes.subarray(at, at + size));
  }
  const out: Buffer[] = [];
  for await (const piece of tidied(pieces())) out.push(piece);
  return Buffer.concat(out).toString();
};

describe.each([1, 2, 3, 4, 5, 7, 1000])('a file in pieces of %i bytes', (size) => {
  it.each([
    ['a\nb\n', 'a\nb\n'],
    ['a\nb', 'a\nb\n'],
    ['a\nb\n\n\r\n\n', 'a\nb\n'],
    ['a\r\nb\r\n\r\n', 'a\r\nb\r\n'],
    ['a\r\nb', 'a\r\nb\r\n'],
    ['a\n\nb\n', 'a\n\nb\n'],
    ['a\n\\.b\n', 'a\n\\.b\n'],
    ['a\\.\nb\n', 'a\\.\nb\n'],
    ['a\n\\', 'a\n\\\n'],
    ['', '\n'],
    ['ă\nễ\n', 'ă\nễ\n'],
  ])('%j is read as %j', async (text, expected) => {
    expect(await tidy(text, size)).toBe(expected);
  });

  it.each([
    ['a\n\\.\nb\n', 2],
    ['a\nb\n\\.\r\nc', 3],
    ['a\nb\n\\.', 3],
    ['a\nb\n\\.\n\n', 3],
  ])('%j is refused at line %i, behind which PostgreSQL would read nothing', async (text, line) => {
    await expect(tidy(text, size)).rejects.toThrow(new EndMark(line));
  });
});
