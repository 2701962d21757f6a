export { observationTableV1, observationColumns, observationJson, observationNames } from './table';
export { ObservationRow } from './observation.entity';
export { readObservation } from './rules';
export { vintageOf, contentOf } from './vintage';
export type { StatedObservation } from './vintage';
export { recordObservations } from './record';
export { listObservations, pageOfObservations } from './list';
