/**
 * SQL for words by which two of them are the same: whatever their case, their spaces and how their accents are written.
 * The locale of the database does not matter: under C, `lower` knows no Ư and no Đ. Compared and ordered by their bytes,
 * so that an index on it does not depend on the version of ICU.
 * @param words SQL of a text: `product`, `$1::text`
 */
export const folded = (words: string): string =>
  `(trim(lower(regexp_replace(normalize(${words} collate "und-x-icu"), '\\s+', ' ', 'g'))) collate "C")`;
