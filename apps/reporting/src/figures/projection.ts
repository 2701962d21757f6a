import { services } from '@doit/contracts';
import type { Source } from '@doit/events';
import { applyFiguresOf } from './apply';

/** The tables that the listeners fill and a rebuild makes anew. */
export const figureTables = [
  'figure',
  'cell',
  'fact',
  'place',
  'registered',
  'register_declaration',
  'flow_cell',
] as const;

/** Where figures come from: all four services. Reporting listens to itself too, so that plans take the same road. */
export const figureSources: readonly Source[] = services.map((teller) => ({
  teller,
  projection: 'figures',
  apply: applyFiguresOf(teller),
}));
