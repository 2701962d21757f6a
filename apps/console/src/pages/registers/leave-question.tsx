import { useBlocker } from '@tanstack/react-router';
import { usePageWords } from '../../app/settings';
import { Button } from '../../kit/button';
import { Dialog } from '../../kit/dialog';
import kit from '../../kit/kit.module.css';
import { words as both } from './words';

/** Asks before what was typed is left behind; `isTyped` is asked when somebody goes. */
export function LeaveQuestion({ isTyped }: { isTyped: () => boolean }) {
  const words = usePageWords(both);
  const { status, proceed, reset } = useBlocker({
    // Within the page, what is typed stays where it is as long as its form does.
    shouldBlockFn: ({ current, next }) =>
      isTyped() && (current.pathname !== next.pathname || actOf(current.search) !== actOf(next.search)),
    enableBeforeUnload: isTyped,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return (
    <Dialog title={words.leaveTitle} isOpen onOpenChange={(isOpen) => !isOpen && reset()}>
      {() => (
        <>
          <p>{words.leave}</p>
          <div className={kit.row}>
            <Button kind="primary" onPress={reset}>
              {words.leaveStay}
            </Button>
            <Button onPress={proceed}>{words.leaveGo}</Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

const actOf = (search: object): unknown => ('act' in search ? search.act : undefined);
