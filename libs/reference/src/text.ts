/** The same words in the platform's two languages: `vi` as a Vietnamese document prints them, `en` in English. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

/**
 * Lower case without Vietnamese accents, for searching and comparing names: `Đắk Lắk`, `Đăk Lăk` and
 * `Dak Lak` become `dak lak`. The answer is the same whether the text was composed (NFC) or decomposed (NFD).
 */
export function foldAccents(text: string): string {
  // đ is a letter of its own and does not decompose; older files write it with the Icelandic ð.
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[đð]/g, 'd');
}
