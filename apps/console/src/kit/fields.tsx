import type { ReactNode } from 'react';
import {
  DateField,
  DateInput,
  DateSegment,
  FieldError,
  Input,
  Label,
  Text,
  TextField as Plain,
  type DateFieldProps,
  type DateValue,
  type TextFieldProps,
} from 'react-aria-components';
import css from './kit.module.css';

interface Said {
  label: string;
  hint?: string | undefined;
  /** What is wrong, as a sentence; where there is one the field is marked. */
  fault?: string | undefined;
}

/** What a field says of itself: above it what to enter, below it what is wrong. */
export function FieldWords({ label, hint, children, fault }: Said & { children: ReactNode }) {
  return (
    <>
      <Label className={css.label}>{label}</Label>
      {hint && (
        <Text slot="description" className={css.hint}>
          {hint}
        </Text>
      )}
      {children}
      <FieldError className={css.fault}>{fault}</FieldError>
    </>
  );
}

export function TextField({
  placeholder,
  label,
  hint,
  fault,
  ...props
}: Omit<TextFieldProps, 'className' | 'children'> & Said & { placeholder?: string }) {
  return (
    <Plain {...props} className={css.field} isInvalid={fault !== undefined}>
      <FieldWords label={label} hint={hint} fault={fault}>
        <Input className={css.input} placeholder={placeholder} />
      </FieldWords>
    </Plain>
  );
}

/** A day, typed part by part in the order of the language. Values are those of `@internationalized/date`. */
export function DayField<T extends DateValue>({
  label,
  hint,
  fault,
  ...props
}: Omit<DateFieldProps<T>, 'className' | 'children'> & Said) {
  return (
    <DateField {...props} className={css.field} isInvalid={fault !== undefined}>
      <FieldWords label={label} hint={hint} fault={fault}>
        <DateInput className={`${css.input ?? ''} ${css.segments ?? ''}`}>
          {(segment) => <DateSegment segment={segment} className={css.segment} />}
        </DateInput>
      </FieldWords>
    </DateField>
  );
}
