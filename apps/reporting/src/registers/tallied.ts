import type { Decimal, Tally } from '@doit/reference';

/** What a tally is asked of: entries of these territories, of a day or as they stand now. */
export interface TallyAsked {
  readonly tally: Tally;
  /** The unit first, then the others whose land it holds: their entries stay in their names. */
  readonly territories: readonly string[];
  /** An entry that counts since a later day is left out; null: as the register stands now. */
  readonly day: string | null;
  /** The period whose entries are added, as they stand now, where the tally is of a flow. */
  readonly period?: string | number;
  /** Likewise the first and the last day, where entries say a day. */
  readonly days?: readonly [string, string];
}

/** What a register comes to. */
export interface Tallied extends TallyAsked {
  /** Entries that count: that do now, and that ceased to after the day. */
  readonly counted: number;
  /** Of these, entries whose field to be added is not known: what they would add is missing, not zero. */
  readonly lacking: number;
  /** Entries, of these or others, of which nothing says whether they counted on the day. */
  readonly undated: number;
  /** Of the entries whose field is known; null: of none, or nothing to divide by. */
  readonly value: Decimal | null;
  /** The same of those that counted on the day for certain; null: of none. A name in several units is surely one. */
  readonly sure: Decimal | null;
  /** The most that it may have come to: with all that may have counted on the day. Null: a field of theirs is not known. */
  readonly possible: Decimal | null;
  /** Since when the register is declared complete for the whole unit; null: it is not. */
  readonly completeOn: string | null;
  /** Whether the day, or the last of the period, has come: before it entries may come and go. */
  readonly isOver: boolean;
}
