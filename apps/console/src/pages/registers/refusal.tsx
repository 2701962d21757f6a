import { Refused } from '../../api/problems';
import { usePageWords } from '../../app/settings';
import { Notice, TroubleNotice } from '../../kit/notice';
import css from './registers.module.css';
import { words as both } from './words';

/** The name of the field that a pointer means: `/known/areaPlannedHa` and `/sectors/0` are fields like `/name`. */
export const fieldAt = (pointer: string): string => pointer.replace(/^\/known\//, '/').split('/')[1] ?? '';

/** The faults of a refusal by their fields; the first of each. */
export function faultsOf(error: unknown): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  if (error instanceof Refused && error.problem.status !== 412)
    for (const [pointer, message] of error.places)
      if (!faults.has(fieldAt(pointer))) faults.set(fieldAt(pointer), message);
  return faults;
}

/** Why it was refused, each rule with its law, in the place where it was asked for. */
export function Refusal({ error, title }: { error: unknown; title: string }) {
  const words = usePageWords(both);
  if (!(error instanceof Refused) || error.problem.status === 401) return <TroubleNotice error={error} />;
  const { problem } = error;
  const reasons = problem.errors?.map(({ message }) => message) ?? [];
  const isMeanwhile = problem.status === 412;
  return (
    <div role="alert">
      <Notice title={isMeanwhile ? words.changedMeanwhile : title}>
        {reasons.length === 0 || problem.type === 'rule.refused' || isMeanwhile ? (
          <p>{problem.title}</p>
        ) : null}
        {reasons.length > 0 && (
          <ul className={css.reasons}>
            {[...new Set(reasons)].map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
        <p>{isMeanwhile ? words.onNewVersion : words.nothingStored}</p>
      </Notice>
    </div>
  );
}
