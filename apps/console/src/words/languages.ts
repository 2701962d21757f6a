export type Language = 'vi' | 'en';
export const languages: readonly Language[] = ['vi', 'en'];

/** A name as the API gives it. */
export type InBoth = Readonly<Record<Language, string>>;

/** The words of a page in one language; the other has the same keys. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : T[K] };
