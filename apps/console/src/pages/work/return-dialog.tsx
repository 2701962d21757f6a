import { useState } from 'react';
import { usePageWords, useWords } from '../../app/settings';
import { Button } from '../../kit/button';
import { Dialog } from '../../kit/dialog';
import { TextField } from '../../kit/fields';
import kit from '../../kit/kit.module.css';
import { words as both } from './queue-words';
import css from './work.module.css';

interface Props {
  label: string;
  isDisabled: boolean;
  onReturn: (reason: string) => void;
}

/** Nothing is returned without saying why. */
export function ReturnDialog({ label, isDisabled, onReturn }: Props) {
  const words = usePageWords(both);
  const frame = useWords();
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  return (
    <Dialog isForm title={words.sendBackTitle} trigger={<Button isDisabled={isDisabled}>{label}</Button>}>
      {(close) => (
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim() === '') {
              setIsMissing(true);
              return;
            }
            onReturn(reason.trim());
            setReason('');
            close();
          }}
        >
          <TextField
            label={words.reason}
            hint={words.reasonHint}
            fault={isMissing && reason.trim() === '' ? words.reasonMissing : undefined}
            value={reason}
            onChange={setReason}
            maxLength={1000}
          />
          <div className={kit.row}>
            <Button kind="primary" type="submit">
              {label}
            </Button>
            <Button onPress={close}>{frame.cancel}</Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
