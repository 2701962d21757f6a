import type { Client } from 'pg';

/** Full registers of a service, and what is asked of them. */
export interface Filled {
  readonly service: 'industry' | 'trade';
  /** What is asked, its address below the service's, and the bare statement that finds the same. */
  readonly questions: readonly (readonly [what: string, path: string, sql: string])[];
  readonly fill: (client: Client) => Promise<void>;
  /** A CSV of 100,000 rows, and the statement of its rows. */
  readonly download: { readonly path: string; readonly sql: string };
}
