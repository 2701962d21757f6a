/** What the runtime hands to the rooms by injection. */
export const Config = Symbol('Config');
export const Nats = Symbol('Nats');
