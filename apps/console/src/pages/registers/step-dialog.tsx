import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Refused } from '../../api/problems';
import { usePageWords, useSettings } from '../../app/settings';
import { Button } from '../../kit/button';
import { Select } from '../../kit/choices';
import { Dialog } from '../../kit/dialog';
import { TextField } from '../../kit/fields';
import kit from '../../kit/kit.module.css';
import { readDay, readDraft, type Draft } from './draft';
import { answered, entries, type Entry, type NextStep, type RuleMet } from './entries';
import { FieldInput } from './field-input';
import { useNames } from './names/naming';
import { faultsOf, Refusal } from './refusal';
import css from './registers.module.css';
import { fieldsOf, type Shape } from './shape';
import { usualFacts } from './usual-facts';
import { words as both } from './words';

interface Props {
  shape: Shape;
  entry: Entry;
  step: NextStep;
  onClose: () => void;
  onTaken: (met: readonly RuleMet[]) => void;
}

/** Today where the departments are. */
const today = (): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());

/** What a step needs: its day, its document, its reason, and what it makes known. What forbids it is said in the same place. */
export function StepDialog({ shape, entry, step: { step, needsReason }, onClose, onTaken }: Props) {
  const words = usePageWords(both);
  const names = useNames();
  const settings = useSettings();
  // Numbers are read as they were begun, also where the language is switched meanwhile.
  const [language] = useState(settings.language);
  const asked = useQueryClient();
  const { service, register } = shape;
  /** The version that one has seen, rather than the one that is there meanwhile. */
  const [seen, setSeen] = useState(entry.version);
  const [on, setOn] = useState(today);
  const [document, setDocument] = useState('');
  const [reason, setReason] = useState('');
  const [draft, setDraft] = useState<Draft>({});
  const [added, setAdded] = useState<readonly string[]>(usualFacts[`${register}.${step}`] ?? []);
  const [unreadable, setUnreadable] = useState<readonly string[]>([]);
  const possible = fieldsOf(shape, shape.known).filter(({ kind }) => kind !== 'parts');
  const read = readDraft(possible, draft, language, true);
  const take = useMutation({
    mutationFn: async () =>
      answered(
        await entries.POST('/v1/{service}/{register}/{id}/{step}', {
          params: { path: { service, register, id: entry.id, step }, header: { 'If-Match': seen } },
          body: {
            on: readDay(on) ?? on,
            ...(document && { document }),
            ...(reason && { reason }),
            ...(Object.keys(read.facts).length > 0 && { known: read.facts }),
          },
        }),
      ),
    onSuccess: async ({ warnings }) => {
      await asked.invalidateQueries({ queryKey: [service, register] });
      onTaken(warnings);
    },
    onError: async (error) => {
      if (!(error instanceof Refused && error.problem.status === 412)) return;
      await asked.invalidateQueries({ queryKey: [service, register] });
      setSeen((before) => asked.getQueryData<Entry>([service, register, entry.id])?.version ?? before);
    },
  });
  const faults = new Map(faultsOf(take.error));
  for (const name of unreadable) faults.set(name, words.unreadable);
  const shown = possible.filter(({ name }) => added.includes(name) || faults.has(name));
  return (
    <Dialog isForm title={names.step(register, step)} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      {() => (
        <form
          className={css.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setUnreadable(read.unreadable);
            if (read.unreadable.length === 0 && !take.isPending) take.mutate();
          }}
        >
          {take.error && <Refusal error={take.error} title={words.refused} />}
          <TextField
            label={words.on}
            hint={words.dayForm}
            value={on}
            onChange={setOn}
            fault={faults.get('on')}
          />
          <TextField
            label={words.document}
            value={document}
            onChange={setDocument}
            fault={faults.get('document')}
          />
          <TextField
            label={needsReason ? words.reason : words.reasonOptional}
            value={reason}
            onChange={setReason}
            fault={faults.get('reason')}
          />
          <fieldset>
            <legend>{words.facts}</legend>
            <div className={css.fields}>
              {shown.map((field) => (
                <FieldInput
                  key={field.name}
                  register={register}
                  field={field}
                  style={language}
                  typed={draft[field.name] ?? (field.isMany ? [] : '')}
                  onChange={(typed) => setDraft((before) => ({ ...before, [field.name]: typed }))}
                  fault={faults.get(field.name)}
                />
              ))}
              <Select
                label={words.addFact}
                placeholder={words.choose}
                choices={possible
                  .filter((field) => !shown.includes(field))
                  .map((field) => ({ id: field.name, name: names.field(register, field) }))}
                value={null}
                onChange={(name) => setAdded((before) => [...before, name])}
              />
            </div>
          </fieldset>
          <div className={kit.row}>
            <Button kind="primary" type="submit">
              {take.isPending ? words.sending : words.take}
            </Button>
            <Button onPress={onClose}>{words.cancel}</Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
