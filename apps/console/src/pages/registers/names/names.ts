/** What a word of the API is called: in Vietnamese, in English. `clusters.planned` is what `planned` means there. */
export type Names = Readonly<Record<string, readonly [vi: string, en: string]>>;
