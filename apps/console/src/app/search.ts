/** What an address may say after its `?`: plain texts, as people could type them. */
export type Search = Readonly<Record<string, unknown>>;

export function readSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function writeSearch(search: Search): string {
  const said = Object.entries(search).flatMap(([key, value]) =>
    typeof value === 'string' && value !== '' ? [[key, value]] : [],
  );
  const text = new URLSearchParams(said).toString().replaceAll('%2F', '/').replaceAll('%2C', ',');
  return text && `?${text}`;
}

/** A text of the address; undefined where there is none, or one that is not like that. */
export function textIn(search: Search, key: string, like = /^[\s\S]{1,200}$/): string | undefined {
  const value = search[key];
  return typeof value === 'string' && like.test(value) ? value : undefined;
}

/** One of a few words; undefined where it is none of them. */
export function oneIn<T extends string>(search: Search, key: string, of: readonly T[]): T | undefined {
  return of.find((one) => one === search[key]);
}

export const day = /^\d{4}-\d\d-\d\d$/;
export const word = /^[a-z0-9-]{1,60}$/;
