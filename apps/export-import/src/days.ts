import { refuseFuture } from '@doit/registers';

/** What happened has happened. @throws Problem register.step-in-future */
export function refuseFutureDays<F extends string>(
  entry: Readonly<Record<F, string | null>>,
  fields: readonly F[],
): void {
  for (const field of fields) {
    const on = entry[field];
    if (on !== null) refuseFuture(on, `/${field}`);
  }
}
