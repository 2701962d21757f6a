import { services } from '@doit/contracts';
import type { Source } from '@doit/events';
import { noteNewsOf } from '../news/noted';
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

/** The same as it is listened to: what is learned is news, what a rebuild applies again is not. */
export const listenedSources: readonly Source[] = figureSources.map((source) => {
  const note = noteNewsOf(source.teller);
  const apply: Source['apply'] = async (tx, events) => {
    await source.apply(tx, events);
    await note(tx, events);
  };
  return { ...source, apply };
});
