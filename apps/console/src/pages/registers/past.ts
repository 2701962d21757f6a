import type { Entry, EntryEvent, Value } from './entries';

const isEntry = (value: Value | undefined): value is Entry =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  'state' in value &&
  'version' in value &&
  'code' in value;

/** The entry as an event tells it: all of it when it was entered, a part named after its noun later. */
export function toldEntry({ payload }: EntryEvent): Entry | undefined {
  return isEntry(payload) ? payload : Object.values(payload).find(isEntry);
}

export interface Passed {
  readonly state: string;
  readonly on: string | null;
}

/** The states that an entry was in, one after the other, and since when. */
export function passedStates(events: readonly EntryEvent[]): Passed[] {
  const passed: Passed[] = [];
  for (const event of events) {
    const told = toldEntry(event);
    if (told && passed.at(-1)?.state !== told.state) passed.push({ state: told.state, on: told.stateOn });
  }
  return passed;
}

/** A text of what an event tells. */
export function toldText({ payload }: EntryEvent, part: string): string | undefined {
  const value = payload[part];
  return typeof value === 'string' ? value : undefined;
}
