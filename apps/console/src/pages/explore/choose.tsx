import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import kit from '../../kit/kit.module.css';
import css from './explore.module.css';

interface Props<T extends string> {
  label: string;
  value: T;
  choices: readonly { readonly id: T; readonly name: string; readonly isDisabled?: boolean }[];
  onChange: (id: string) => void;
}

/** One of a few that are all seen. */
export function Choose<T extends string>({ label, value, choices, onChange }: Props<T>) {
  return (
    <RadioGroup className={css.choose ?? ''} orientation="horizontal" value={value} onChange={onChange}>
      <Label className={kit.label ?? ''}>{label}</Label>
      <div className={css.choices}>
        {choices.map(({ id, name, isDisabled = false }) => (
          <RadioField key={id} value={id} isDisabled={isDisabled}>
            <RadioButton className={css.choice ?? ''}>{name}</RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
