import type { EventContract } from '@doit/contracts';

/** One event as a listener receives it, numbered by its teller. */
export interface ToldEvent {
  /** UUIDv7, given when it was told. */
  readonly id: string;
  /** 1, 2, 3 … without gaps per teller and epoch. */
  readonly position: number;
  /** `industry.cluster.established.v1`; a listener ignores types it does not know. */
  readonly type: string;
  /** What it happened to. Events of one aggregate are applied in order, or parked together. */
  readonly aggregate: string;
  /** The account that did it. */
  readonly actor: string;
  /** ISO instant, UTC, microseconds. */
  readonly occurredAt: string;
  /** The payload's JSON text exactly as told: set-based SQL hands it to PostgreSQL unparsed. */
  readonly payload: string;
}

/** The payload of an event as its contract's class describes it. Throws when the event is of another type. */
export function payloadOf<P extends object>(contract: EventContract<P>, told: ToldEvent): P {
  if (told.type !== contract.type) throw new TypeError(`${told.type} is not ${contract.type}`);
  return JSON.parse(told.payload) as P;
}

/** Where a teller stands: which life of its event table this is, and the last position it has given. */
export interface Head {
  readonly epoch: string;
  readonly head: number;
}

/** What relays and listeners say to operations; Nest's Logger fits. */
export interface Log {
  log(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
