import { parseDate } from '@internationalized/date';
import type { ReactNode } from 'react';
import {
  DateField,
  DateInput,
  DateSegment,
  FieldError,
  I18nProvider,
  Input,
  Label,
  Text,
  TextField as Plain,
  type TextFieldProps,
} from 'react-aria-components';
import { useSettings } from '../app/settings';
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

interface Day extends Said {
  /** `2025-07-01`; empty: none. */
  value: string;
  max?: string;
  onChange: (day: string) => void;
}

/** A day, typed part by part in the order of the language chosen. While a year is typed it is 0002, then 0020. */
export function DayField({ label, hint, fault, value, max, onChange }: Day) {
  const { language } = useSettings();
  return (
    <I18nProvider locale={locales[language]}>
      <DateField
        className={css.field}
        isInvalid={fault !== undefined}
        value={value === '' ? null : parseDate(value)}
        maxValue={max === undefined ? null : parseDate(max)}
        onChange={(day) => onChange(day?.toString() ?? '')}
      >
        <FieldWords label={label} hint={hint} fault={fault}>
          <DateInput className={`${css.input ?? ''} ${css.segments ?? ''}`}>
            {(segment) => <DateSegment segment={segment} className={css.segment} />}
          </DateInput>
        </FieldWords>
      </DateField>
    </I18nProvider>
  );
}
const locales = { vi: 'vi-VN', en: 'en-GB' } as const;
