import { useEffect, useState } from 'react';
import { usePlace } from '../../app/place';
import { usePageWords } from '../../app/settings';
import { Select } from '../../kit/choices';
import { TextField } from '../../kit/fields';
import { useAsk, type Asked } from './listing';
import { useNames } from './names/naming';
import css from './registers.module.css';
import { fieldsOf, type Field, type Shape } from './shape';
import { TerritoryField } from './territory-field';
import { words as both } from './words';
import { useWritten } from './written';

const any = 'any';
const pause = 350;

/** What the list is narrowed by: search, territory, state and the register's own; all of it stands in the address. */
export function Filters({ shape, search }: { shape: Shape; search: Asked }) {
  const words = usePageWords(both);
  const place = usePlace();
  const change = useAsk(shape);
  const ask = (name: string, value: string | undefined) => change({ [name]: value || undefined });
  return (
    <search className={css.filters}>
      <Typed label={words.search} hint={words.searchHint} value={search['q']} onChange={(q) => ask('q', q)} />
      <TerritoryField
        label={words.territory}
        value={place.territory}
        all={{ id: 'viet-nam', name: words.country }}
        groups
        onChange={(territory) => place.choose({ territory })}
      />
      {fieldsOf(shape, shape.filters).map((field) => (
        <Filter
          key={field.name}
          shape={shape}
          field={field}
          value={search[field.name]}
          onChange={(value) => ask(field.name, value)}
        />
      ))}
    </search>
  );
}

interface FilterProps {
  shape: Shape;
  field: Field;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

function Filter({ shape, field, value, onChange }: FilterProps) {
  const words = usePageWords(both);
  const names = useNames();
  const write = useWritten(shape.register);
  const label = names.field(shape.register, field);
  if (field.kind === 'territory')
    return <TerritoryField label={label} value={value ?? null} groups onChange={onChange} />;
  if (!field.values) return <Typed label={label} value={value} onChange={onChange} />;
  const choices = field.values.map((id) => ({ id, name: write(field, id) ?? id }));
  return (
    <Select
      label={label}
      choices={[{ id: any, name: words.any }, ...choices]}
      value={value ?? any}
      onChange={(id) => onChange(id === any ? undefined : id)}
    />
  );
}

interface TypedProps {
  label: string;
  hint?: string;
  value: string | undefined;
  onChange: (value: string) => void;
}

/** Text that is asked for once one stops typing. */
function Typed({ label, hint, value = '', onChange }: TypedProps) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setText(value);
  }
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => onChange(text), pause);
    return () => clearTimeout(timer);
  });
  return <TextField label={label} hint={hint} value={text} onChange={setText} />;
}
