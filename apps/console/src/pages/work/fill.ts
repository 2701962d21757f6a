/** A sentence with its places filled in: `{n}` of a page's words. */
export const fill = (sentence: string, parts: Readonly<Record<string, string | number>>): string =>
  Object.entries(parts).reduce((text, [name, part]) => text.replaceAll(`{${name}}`, String(part)), sentence);
