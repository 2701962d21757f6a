import type { ReactNode } from 'react';
import { troubleOf } from '../api/problems';
import { useSignIn } from '../app/account';
import { useWords } from '../app/settings';
import { Refused } from '../api/problems';
import { Button } from './button';
import css from './kit.module.css';

/** Something worth knowing in the place where something else was expected: nothing there, not allowed, not yet. */
export function Notice({ title, children }: { title?: string; children?: ReactNode }) {
  return (
    <div className={css.notice}>
      {title && <strong>{title}</strong>}
      {children}
    </div>
  );
}

/** What went wrong, whether anything was stored, and what to do. */
export function TroubleNotice({ error, retry }: { error: unknown; retry?: () => void }) {
  const words = useWords();
  const { signIn } = useSignIn();
  const { what, stored, toDo } = troubleOf(error, words);
  const signedOut = error instanceof Refused && error.problem.status === 401;
  return (
    <div className={`${css.notice ?? ''} ${css.trouble ?? ''}`} role="alert">
      <strong>{what}</strong>
      {stored && <p>{stored}</p>}
      {toDo && <p>{toDo}</p>}
      {signedOut ? (
        <Button onPress={() => void signIn()}>{words.signIn}</Button>
      ) : (
        retry && <Button onPress={retry}>{words.tryAgain}</Button>
      )}
    </div>
  );
}

/** The room of what is being loaded; nothing is seen of it in the first 300 ms. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  const words = useWords();
  return (
    <div className={css.skeleton} role="status" aria-busy="true" aria-label={words.loading}>
      {Array.from({ length: lines }, (_, n) => (
        <span key={n} style={{ width: `${100 - ((n * 17) % 45)}%` }} />
      ))}
    </div>
  );
}
