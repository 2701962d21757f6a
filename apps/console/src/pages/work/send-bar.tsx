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
import type { Observation, Service } from './services';
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

  const sending = useMutation({
    mutationFn: async (how: 'save' | 'submit') => {
      const key = requestKey(JSON.stringify(bodyOf(batch)));
      const count = how === 'save' ? await save(batch, key) : await handIn(batch, key);
      return { how, count };
    },
    onSuccess: async () => {
      onRefused(new Map());
      setReason('');
      entered.sent();
      await onSent();
    },
    onError: async (error) => {
      onRefused(refusalsByLine(error, batch));
      if (!(error instanceof NotSubmitted)) return;
      entered.sent();
      await onSent();
    },
  });

  return (
    <div className={css.send}>
      {faults > 0 && <p className={css.action}>{fill(words.faults, { n: faults })}</p>}
      {Object.keys(entries).length > 0 && (
        <p className={css.small}>{fill(words.keptHere, { n: Object.keys(entries).length })}</p>
      )}
      {corrects && (
        <TextField label={words.reason} hint={words.reasonHint} value={reason} onChange={setReason} />
      )}
      <div className={kit.row}>
        <Button
          kind="primary"
          isDisabled={n === 0 || faults > 0 || sending.isPending}
          onPress={() => sending.mutate('submit')}
        >
          {fill(words.submit, { n })}
        </Button>
        <Button
          isDisabled={changed.length === 0 || faults > 0 || sending.isPending}
          onPress={() => sending.mutate('save')}
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
      {sending.isError && <Trouble error={sending.error} />}
    </div>
  );
}

function Trouble({ error }: { error: unknown }) {
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
      {error instanceof Unreachable && <p className={css.small}>{words.perhapsStored}</p>}
    </>
  );
}

/** The same name for the same content, so that what is sent again after an answer that never came is recorded once. */
function useRequestKey(): (content: string) => string {
  const last = useRef({ content: '', key: '' });
  return (content) => {
    if (last.current.content !== content) last.current = { content, key: crypto.randomUUID() };
    return last.current.key;
  };
}
