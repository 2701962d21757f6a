import { usePageWords, useSettings } from '../../app/settings';
import { Button } from '../../kit/button';
import { Search, Select, type Choice } from '../../kit/choices';
import { TextField } from '../../kit/fields';
import { readWritten, type NumberStyle } from '../../kit/grid/written-number';
import { writeNumber } from '../../words/numbers';
import { useNames } from './names/naming';
import css from './registers.module.css';
import type { Field } from './shape';
import { TerritoryField } from './territory-field';
import { words as both } from './words';
import { countryName, useWritten } from './written';

interface Props {
  register: string;
  field: Field;
  typed: string | readonly string[];
  onChange: (typed: string | readonly string[]) => void;
  fault?: string | undefined;
  /** How numbers are written here: says how one was read that has two readings. */
  style?: NumberStyle;
  /** Where a territory is chosen: only of these. */
  own?: readonly string[];
}

const unsaid = 'unsaid';
const letters = Array.from({ length: 26 }, (_, n) => String.fromCharCode(65 + n));
const codes = letters.flatMap((a) => letters.map((b) => a + b));

/** A field of a register as somebody enters it, of whatever kind it is. */
export function FieldInput({ register, field, typed, onChange, fault, style, own }: Props) {
  const words = usePageWords(both);
  const names = useNames();
  const write = useWritten(register);
  const { language } = useSettings();
  const label = names.field(register, field);
  const shown = { label, ...(fault !== undefined && { fault }) };
  const text = typeof typed === 'string' ? typed : '';
  const hint = field.isRequired === true ? words.needed : undefined;
  if (field.isMany)
    return (
      <Several
        {...{ register, field, onChange, fault, hint }}
        typed={typeof typed === 'string' ? [] : typed}
      />
    );
  switch (field.kind) {
    case 'choice':
    case 'flag': {
      const values = field.kind === 'flag' ? ['true', 'false'] : (field.values ?? []);
      const choices = values.map((id) => ({ id, name: write(field, id) ?? id }));
      return (
        <Select
          {...shown}
          {...(hint && { hint })}
          placeholder={words.choose}
          choices={field.isRequired ? choices : [{ id: unsaid, name: words.unknown }, ...choices]}
          value={text || (field.isRequired ? null : unsaid)}
          onChange={(id) => onChange(id === unsaid ? '' : id)}
        />
      );
    }
    case 'territory':
      return (
        <TerritoryField {...shown} value={text || null} onChange={onChange} {...(own && { only: own })} />
      );
    case 'country':
      return <Search {...shown} choices={countries(language)} value={text || null} onChange={onChange} />;
    case 'day':
    case 'month':
      return (
        <TextField
          {...shown}
          hint={field.kind === 'day' ? words.dayForm : words.monthForm}
          value={text}
          onChange={onChange}
        />
      );
    default:
      return (
        <TextField
          {...shown}
          hint={(field.kind === 'decimal' && style && readHint(text, style, words.readAs)) || hint}
          value={text}
          onChange={onChange}
          {...(['decimal', 'whole', 'year'].includes(field.kind) && { inputMode: 'decimal' as const })}
          {...(field.longest !== undefined && { maxLength: field.longest })}
        />
      );
  }
}

/** “Đọc là 74.500, không phải 74,5”, where both could be meant. */
function readHint(text: string, style: NumberStyle, said: string): string | undefined {
  const reading = readWritten(text, style);
  if (reading.kind !== 'number' || reading.otherwise === undefined) return undefined;
  return said
    .replace('{value}', writeNumber(reading.value, style))
    .replace('{other}', writeNumber(reading.otherwise, style));
}

const countries = (language: 'vi' | 'en'): Choice[] =>
  codes
    .map((id) => ({ id, name: countryName(id, language) }))
    .filter(({ id, name }) => name !== id && id !== 'VN')
    .sort((a, b) => a.name.localeCompare(b.name, language));

interface SeveralProps extends Omit<Props, 'typed' | 'style' | 'own'> {
  typed: readonly string[];
  hint: string | undefined;
}

/** Several values: chosen one after the other where they have names, else typed with commas between them. */
function Several({ register, field, typed, onChange, fault, hint }: SeveralProps) {
  const words = usePageWords(both);
  const names = useNames();
  const write = useWritten(register);
  const { language } = useSettings();
  const label = names.field(register, field);
  const shown = { label, ...(fault !== undefined && { fault }), ...(hint && { hint }) };
  const add = (id: string) => onChange([...typed.filter((one) => one !== id), id]);
  if (!['choice', 'territory', 'country'].includes(field.kind))
    return (
      <TextField
        {...shown}
        hint={words.perLine}
        value={typed.join(', ')}
        onChange={(text) => onChange(text === '' ? [] : text.split(/,\s*/))}
      />
    );
  const choices =
    field.kind === 'country'
      ? countries(language)
      : (field.values ?? []).map((id) => ({ id, name: write(field, id) ?? id }));
  return (
    <div>
      {typed.length > 0 && (
        <ul className={css.chosen} aria-label={label}>
          {typed.map((id) => (
            <li key={id}>
              <Button
                aria-label={words.remove.replace('{name}', write(field, id) ?? id)}
                onPress={() => onChange(typed.filter((one) => one !== id))}
              >
                {write(field, id) ?? id} <span aria-hidden="true">×</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {field.kind === 'territory' ? (
        <TerritoryField label={label} value={null} onChange={add} fault={fault} />
      ) : (
        <Search
          {...shown}
          key={typed.join()}
          choices={choices.filter(({ id }) => !typed.includes(id))}
          value={null}
          onChange={add}
        />
      )}
    </div>
  );
}
