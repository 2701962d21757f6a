import { useMutation } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { client } from '../../api/client';
import { sendingForm } from '../../api/sending-form';
import { Refused } from '../../api/problems';
import { usePageWords, useSettings } from '../../app/settings';
import { Button } from '../../kit/button';
import { Select } from '../../kit/choices';
import { DayField, unfinishedDay } from '../../kit/fields';
import kit from '../../kit/kit.module.css';
import { TroubleNotice } from '../../kit/notice';
import { Switch } from '../../kit/switch';
import { fill } from './fill';
import { words as both } from './import-words';
import type { FlowImport } from './watch-import';
import css from './work.module.css';

/** Sends an extract: it is read in the background, and written wholly or not at all. */
export function ImportForm({ onSent }: { onSent: (sent: FlowImport) => void }) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const fileId = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [isMissing, setIsMissing] = useState(false);
  const [locale, setLocale] = useState<'vi' | 'en'>(language);
  const [asOf, setAsOf] = useState('');
  const [dryRun, setDryRun] = useState(false);
  const [whole, setWhole] = useState(false);
  const [share, setShare] = useState<number | null>(null);
  const sending = useMutation({
    mutationFn: async (file: File) => {
      const form = new FormData();
      form.set('locale', locale);
      if (asOf) form.set('asOf', asOf);
      form.set('dryRun', String(dryRun));
      form.set('whole', String(whole));
      form.set('file', file);
      const { data } = await client.POST('/v1/export-import/imports', {
        body: { file: file.name, locale },
        bodySerializer: () => form,
        fetch: sendingForm(form, setShare),
      });
      return data;
    },
    onSettled: () => setShare(null),
    onSuccess: (sent) => {
      if (sent) onSent(sent);
    },
  });
  const places = sending.error instanceof Refused ? sending.error.places : undefined;
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        const file = picker.current?.files?.[0];
        setIsMissing(!file);
        if (file && asOf !== unfinishedDay) sending.mutate(file);
      }}
    >
      <div className={kit.field}>
        <label className={kit.label} htmlFor={fileId}>
          {words.file}
        </label>
        <span id={`${fileId}-hint`} className={kit.hint}>
          {words.fileHint}
        </span>
        <input
          ref={picker}
          id={fileId}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          className={kit.input}
          aria-describedby={`${fileId}-hint ${fileId}-fault`}
          aria-invalid={isMissing || places?.has('/file') === true}
          onChange={() => setIsMissing(false)}
        />
        <span id={`${fileId}-fault`} className={isMissing || places?.has('/file') ? kit.fault : undefined}>
          {isMissing ? words.fileMissing : places?.get('/file')}
        </span>
      </div>
      <div className={css.choices}>
        <Select
          label={words.locale}
          choices={[
            { id: 'vi', name: words.vi },
            { id: 'en', name: words.en },
          ]}
          value={locale}
          onChange={(id) => setLocale(id === 'vi' ? 'vi' : 'en')}
        />
        <DayField
          label={words.asOf}
          hint={words.asOfHint}
          fault={places?.get('/asOf')}
          value={asOf}
          onChange={setAsOf}
        />
      </div>
      <Switch isSelected={dryRun} onChange={setDryRun}>
        {words.dryRun}
      </Switch>
      <Switch isSelected={whole} onChange={setWhole}>
        {words.whole}
      </Switch>
      <div className={kit.row}>
        <Button kind="primary" type="submit" isDisabled={sending.isPending}>
          {sending.isPending ? words.sending : words.sendIt}
        </Button>
      </div>
      {share !== null && <Sent share={share} />}
      {sending.isError && <TroubleNotice error={sending.error} />}
    </form>
  );
}

/** How much of the file has gone: on a slow line that takes longer than reading it. */
function Sent({ share }: { share: number }) {
  const words = usePageWords(both);
  const done = share >= 1 ? words.sent : fill(words.sentSoFar, { pct: Math.floor(share * 100) });
  return (
    <div className={css.form}>
      <progress
        className={css.progress}
        aria-label={words.sendingProgress}
        aria-valuetext={done}
        value={share}
      />
      <p>{done}</p>
    </div>
  );
}
