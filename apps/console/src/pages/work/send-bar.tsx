import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Unreachable } from '../../api/problems';
import { usePageWords } from '../../app/settings';
import { Button } from '../../kit/button';
import { TextField } from '../../kit/fields';
import kit from '../../kit/kit.module.css';
import { Notice, TroubleNotice } from '../../kit/notice';
import { fill } from './fill';
import { today } from './periods';
import { bodyOf, changedLines, handIn, NotSubmitted, refusalsByLine, save, type Batch } from './sending';
import type { Service } from '../../api/services';
import type { Observation } from '../../api/observations';
import type { useEntries } from './use-entries';
import type { Month } from './use-month';
import css from './work.module.css';
import { words as both } from './words';

interface Props {
  service: Service;
  territory: string;
  period: string;
  month: Month;
  status: Observation['status'];
  entered: ReturnType<typeof useEntries>;
  onSent: () => Promise<unknown>;
  onRefused: (refusals: ReadonlyMap<string, string>) => void;
}
interface Sent {
  readonly how: 'save' | 'submit';
  readonly batch: Batch;
}

/** Saves and submits what was entered, and says what became of it: all of it, or nothing. */
export function SendBar({ service, territory, period, month, status, entered, onSent, onRefused }: Props) {
  const words = usePageWords(both);
  const [reason, setReason] = useState('');
  const { entries } = entered;
  const batch: Batch = { service, territory, period, status, today: today(), month, entries, reason };
  const requestKey = useRequestKey();
  const faults = Object.values(entries).filter((entry) => 'unreadable' in entry).length;
  const changed = changedLines(batch);
  const waiting = month.lines.filter(({ key }) => {
    const state = month.own.get(key)?.state;
    return !changed.some((line) => line.key === key) && (state === 'draft' || state === 'returned');
  });
  const corrects = changed.some(({ key }) => month.own.get(key)?.state === 'approved');
  const n = changed.length + waiting.length;
  const unsent = Object.keys(entries).length;

  // The batch goes with the request: what is entered until the answer comes is not part of it.
  const sending = useMutation({
    mutationFn: async ({ how, batch: sent }: Sent) => {
      const key = requestKey.of(JSON.stringify(bodyOf(sent)));
      const count = how === 'save' ? await save(sent, key) : await handIn(sent, key);
      return { how, count };
    },
    onSuccess: async (_, { batch: sent }) => {
      onRefused(new Map());
      await recorded(sent);
    },
    onError: async (error, { batch: sent }) => {
      onRefused(refusalsByLine(error, sent));
      if (error instanceof NotSubmitted) await recorded(sent);
    },
  });
  const recorded = async (sent: Batch) => {
    requestKey.forget();
    setReason((written) => (written === sent.reason ? '' : written));
    entered.sent(sent.entries);
    await onSent();
  };

  return (
    <div className={css.send}>
      {faults > 0 && <p className={css.action}>{fill(words.faults, { n: faults })}</p>}
      {unsent > 0 && entered.isKept && <p className={css.small}>{fill(words.keptHere, { n: unsent })}</p>}
      {unsent > 0 && !entered.isKept && (
        <p className={css.action} role="alert">
          {fill(words.notKept, { n: unsent })}
        </p>
      )}
      {corrects && (
        <TextField label={words.reason} hint={words.reasonHint} value={reason} onChange={setReason} />
      )}
      <div className={kit.row}>
        <Button
          kind="primary"
          isDisabled={n === 0 || faults > 0 || sending.isPending}
          onPress={() => sending.mutate({ how: 'submit', batch })}
        >
          {fill(words.submit, { n })}
        </Button>
        <Button
          isDisabled={changed.length === 0 || faults > 0 || sending.isPending}
          onPress={() => sending.mutate({ how: 'save', batch })}
        >
          {words.save}
        </Button>
        <Button isDisabled={!entered.mayUndo} onPress={entered.undo}>
          {words.undo}
        </Button>
        <Button isDisabled={!entered.mayRedo} onPress={entered.redo}>
          {words.redo}
        </Button>
      </div>
      <div aria-live="polite">
        {sending.isSuccess && (
          <Notice
            title={fill(sending.data.how === 'save' ? words.saved : words.handedIn, {
              n: sending.data.count,
            })}
          />
        )}
      </div>
      {sending.isError && <Trouble error={sending.error} isKept={entered.isKept} />}
    </div>
  );
}

function Trouble({ error, isKept }: { error: unknown; isKept: boolean }) {
  const words = usePageWords(both);
  if (error instanceof NotSubmitted)
    return (
      <>
        <Notice title={words.savedNotSubmitted} />
        <TroubleNotice error={error.why} />
      </>
    );
  return (
    <>
      <TroubleNotice error={error} />
      {error instanceof Unreachable && isKept && <p className={css.small}>{words.perhapsStored}</p>}
    </>
  );
}

/**
 * The same name for the same content, so that what is sent again after an answer that never came is recorded once. Once it
 * is recorded the name is forgotten: the same number entered again later is another request.
 */
function useRequestKey() {
  const last = useRef<{ content: string; key: string } | null>(null);
  return {
    of: (content: string): string => {
      if (last.current?.content !== content) last.current = { content, key: crypto.randomUUID() };
      return last.current.key;
    },
    forget: () => {
      last.current = null;
    },
  };
}
