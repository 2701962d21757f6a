import type { components } from '../../api/schema';

/** An indicator of the place beside its plan, its pace and the year before. */
export type Item = components['schemas']['ComparisonItem'];
