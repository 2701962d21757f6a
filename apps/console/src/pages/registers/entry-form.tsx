import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Refused } from '../../api/problems';
import { useSignIn } from '../../app/account';
import { usePlace } from '../../app/place';
import { usePageWords, useSettings } from '../../app/settings';
import { Button } from '../../kit/button';
import { TextField } from '../../kit/fields';
import kit from '../../kit/kit.module.css';
import { changesOf, draftOf, readDraft, type Draft } from './draft';
import { answered, entries, type Entry } from './entries';
import { FieldInput } from './field-input';
import { grouped } from './groups';
import { faultsOf, Refusal } from './refusal';
import css from './registers.module.css';
import { fieldsOf, standing, type Shape } from './shape';
import { words as both } from './words';

interface Props {
  shape: Shape;
  /** The entry that is changed; left out: a new one is entered. */
  entry?: Entry;
  onDone: (entry: Entry) => void;
  onCancel: () => void;
  /** What is said of the draft while it is typed. */
  beside?: (draft: Draft) => ReactNode;
}

/** Enters an entry, or changes what is known of one. What it may say is told by openapi.json, what is wrong by the service. */
export function EntryForm({ shape, entry, onDone, onCancel, beside }: Props) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const { account } = useSignIn();
  const { territory } = usePlace();
  const asked = useQueryClient();
  const { service, register } = shape;
  const own = account?.territories.includes('*') ? undefined : account?.territories;
  const fields = fieldsOf(shape, entry ? shape.change : shape.enter).filter(
    ({ name, kind }) => kind !== 'parts' && !(entry && standing.includes(name)),
  );
  const [draft, setDraft] = useState<Draft>(() =>
    entry
      ? draftOf(fields, entry, language)
      : { territory: !own || own.includes(territory) ? territory : (own[0] ?? '') },
  );
  // What others change meanwhile is not taken back: only what was said otherwise than one found it is sent.
  const [found] = useState(entry);
  /** The version that one has seen, rather than the one that is there meanwhile. */
  const [seen, setSeen] = useState(entry?.version);
  const [reason, setReason] = useState('');
  const [unreadable, setUnreadable] = useState<readonly string[]>([]);
  const send = useMutation({
    mutationFn: async () => {
      const read = readDraft(fields, draft, language, entry === undefined);
      const path = { service, register };
      if (!entry)
        return answered(
          await entries.POST('/v1/{service}/{register}', { params: { path }, body: read.facts }),
        );
      const body = { ...changesOf(read.facts, found ?? entry), ...(reason && { reason }) };
      return answered(
        await entries.PATCH('/v1/{service}/{register}/{id}', {
          params: { path: { ...path, id: entry.id }, header: { 'If-Match': seen ?? entry.version } },
          body,
        }),
      );
    },
    onSuccess: async (kept) => {
      await asked.invalidateQueries({ queryKey: [service, register] });
      onDone(kept);
    },
    // The version that stands now is read at once; what was typed stays.
    onError: async (error) => {
      if (!(error instanceof Refused && error.problem.status === 412)) return;
      await asked.invalidateQueries({ queryKey: [service, register] });
      setSeen(asked.getQueryData<Entry>([service, register, entry?.id])?.version);
    },
  });
  const faults = new Map(faultsOf(send.error));
  for (const name of unreadable) faults.set(name, words.unreadable);
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const wrong = readDraft(fields, draft, language, true).unreadable;
        setUnreadable(wrong);
        if (wrong.length === 0 && !send.isPending) send.mutate();
      }}
    >
      {grouped(fields).map(({ group, fields: some }) => (
        <fieldset key={group}>
          <legend>{words[group]}</legend>
          <div className={css.fields}>
            {some.map((field) => (
              <FieldInput
                key={field.name}
                register={register}
                field={field}
                typed={draft[field.name] ?? (field.isMany ? [] : '')}
                onChange={(typed) => setDraft((before) => ({ ...before, [field.name]: typed }))}
                fault={faults.get(field.name)}
                {...(own && field.name === 'territory' && { own })}
              />
            ))}
          </div>
        </fieldset>
      ))}
      {entry && (
        <TextField
          label={words.reasonOptional}
          value={reason}
          onChange={setReason}
          fault={faults.get('reason')}
        />
      )}
      {beside?.(draft)}
      {send.error && <Refusal error={send.error} title={words.refusedEntry} />}
      <div className={kit.row}>
        <Button kind="primary" type="submit">
          {send.isPending ? words.sending : entry ? words.save : words.enterButton}
        </Button>
        <Button onPress={onCancel}>{words.cancel}</Button>
      </div>
    </form>
  );
}
