import type {
  Entry,
  MobileSaleFields,
  StabilisationCommitmentFields,
  StabilisationPointFields,
} from '@doit/contracts';
import type { Naming } from './in-programme';

/** A commitment is as long as its programme. */
export const commitmentNaming = ({ programmeCode, state }: Entry<StabilisationCommitmentFields>): Naming => ({
  programmeCode,
  state,
  days: null,
});

/** A point takes part on its own days. */
export const pointNaming = ({
  programmeCode,
  state,
  startsOn,
  endsOn,
}: Entry<StabilisationPointFields>): Naming => ({
  programmeCode,
  state,
  days: { from: startsOn, to: endsOn, fields: ['startsOn', 'endsOn'] },
});

/** A trip is of one day. */
export const tripNaming = ({ programmeCode, state, heldOn }: Entry<MobileSaleFields>): Naming => ({
  programmeCode,
  state,
  days: { from: heldOn, to: heldOn, fields: ['heldOn', 'heldOn'] },
});
