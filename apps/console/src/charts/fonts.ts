/** The page's own letters as a style sheet that carries them, for a drawing that leaves the page: only those it uses. */
export async function embeddedFonts(text: string): Promise<string> {
  const faces = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule),
  );
  const used = faces.filter(({ style }) => covers(style.getPropertyValue('unicode-range'), text));
  const written = await Promise.all(used.map(faceOf));
  return written.join('\n');
}

async function faceOf({ style, parentStyleSheet }: CSSFontFaceRule): Promise<string> {
  const [, file] = /url\("?([^")]+\.woff2)"?\)/.exec(style.getPropertyValue('src')) ?? [];
  if (!file) return '';
  const answer = await fetch(new URL(file, parentStyleSheet?.href ?? location.href));
  const letters = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.onerror = () => reject(new Error('The letters could not be read.'));
    void answer.blob().then((blob) => reader.readAsDataURL(blob));
  });
  const said = ['font-family', 'font-style', 'font-weight', 'unicode-range'].map(
    (name) => `${name}:${style.getPropertyValue(name)};`,
  );
  return `@font-face{${said.join('')}src:url(${letters}) format("woff2")}`;
}

/** Whether a sheet's `U+0-FF, U+102-103` has any letter of the text. */
function covers(ranges: string, text: string): boolean {
  const codes = [...new Set(text)].map((letter) => letter.codePointAt(0) ?? 0);
  return ranges.split(',').some((range) => {
    const [, first = '', last = first] = /U\+([0-9A-F]+)(?:-([0-9A-F]+))?/i.exec(range) ?? [];
    const [from, to] = [parseInt(first, 16), parseInt(last, 16)];
    return codes.some((code) => from <= code && code <= to);
  });
}
