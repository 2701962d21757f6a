export {
  eventTablesV1,
  eventTablesV2,
  eventTablesV3,
  carriedName,
  EventRow,
  RelayRow,
} from './telling/event-tables';
export { chainBegins, link, sealedColumns, selectSealed, type Sealed } from './telling/chain';
export { longestPayload, tell, tellMany, type Telling, type Transaction } from './telling/tell';
export { keyedRequestTableV1, KeyedRequestRow, once } from './telling/once';
export { Relay, type RelayOptions, type RelayStatus } from './telling/relay';
export type { StreamLimits } from './telling/courier';
export { Replay, type ReplayOptions, type ReplayRequest } from './telling/replay';
export { CursorRow, listenerTablesV1, ParkedEventRow } from './listening/listener-tables';
export type { Apply, Source } from './listening/batch';
export { Listener, type ListenerOptions, type ListenerStatus } from './listening/listener';
export { drain, type Drained } from './listening/drain';
export { rebuild, type RebuildOptions } from './listening/rebuild';
export { payloadOf, type Head, type Log, type ToldEvent } from './told';
export { headsFile, linesOf, signingKey, verifyingKeys, type SignedHead } from './sealing/heads';
export { Sealer, type SealerOptions } from './sealing/sealer';
export { verifyChain, type Verdict } from './sealing/verify';
export type { AuditFault } from './sealing/walk';
