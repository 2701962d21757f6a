import type { Decimal, Tally } from '@doit/reference';

/** What a tally is asked of: entries of these territories, of a day or as they stand now. */
export interface TallyAsked {
  readonly tally: Tally;
  readonly territories: readonly string[];
  /** An entry that counts since a later day is left out; null: as the register stands now. */
  readonly day: string | null;
}

/** What a register comes to. */
export interface Tallied extends TallyAsked {
  /** Entries that count. */
  readonly counted: number;
  /** Of these, entries whose field to be added is not known: what they would add is missing, not zero. */
  readonly lacking: number;
  /** Of these, entries of which nothing says that they counted on the day already. */
  readonly undated: number;
  /** Of the entries whose field is known; null: of none, or nothing to divide by. */
  readonly value: Decimal | null;
  /** The same without the undated; null: of none. */
  readonly sure: Decimal | null;
}
