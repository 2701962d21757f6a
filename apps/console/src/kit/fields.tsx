import { parseDate, type CalendarDate } from '@internationalized/date';
import { useRef, useState, type ReactNode } from 'react';
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
import { useSettings, useWords } from '../app/settings';
import css from './kit.module.css';
import { firstKnownYear } from '../words/periods';

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

/** In the place of a day of which only a part was typed. */
export const unfinishedDay = 'unfinished';

interface Day extends Said {
  /** `2025-07-01`; empty: none. */
  value: string;
  max?: string;
  /** Told of a whole day, of none, and once somebody leaves what he typed in part, of `unfinishedDay`. */
  onChange: (day: string) => void;
}

/** A day, typed part by part in the order of the language chosen. */
export function DayField({ label, hint, fault, value, max, onChange }: Day) {
  const { language } = useSettings();
  const words = useWords();
  const place = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState(() => dayIn(value));
  const [told, setTold] = useState(value);
  if (told !== value) {
    setTold(value);
    if (value !== unfinishedDay) setTyped(dayIn(value));
  }
  const tell = (day: string): void => {
    setTold(day);
    onChange(day);
  };
  const isUnfinished = (): boolean => {
    const parts = [...(place.current?.querySelectorAll('[role=spinbutton]') ?? [])];
    const empty = parts.filter((part) => part.hasAttribute('data-placeholder'));
    return empty.length < parts.length && (empty.length > 0 || !typed || typed.year < firstKnownYear);
  };
  return (
    <I18nProvider locale={locales[language]}>
      <DateField
        ref={place}
        className={css.field}
        isInvalid={fault !== undefined || value === unfinishedDay}
        value={typed}
        maxValue={max === undefined ? null : dayIn(max)}
        onChange={(day) => {
          setTyped(day);
          // While a year is typed it is 0002, then 0020.
          if (day === null || day.year >= firstKnownYear) tell(day?.toString() ?? '');
        }}
        onFocusChange={(isWithin) => {
          if (!isWithin && isUnfinished()) tell(unfinishedDay);
        }}
        onKeyDown={({ key }) => {
          if (key !== 'Enter') return;
          if (isUnfinished()) tell(unfinishedDay);
          else place.current?.closest('form')?.requestSubmit();
        }}
      >
        <FieldWords
          label={label}
          hint={hint}
          fault={fault ?? (value === unfinishedDay ? words.dayUnfinished : undefined)}
        >
          <DateInput className={`${css.input ?? ''} ${css.segments ?? ''}`}>
            {(segment) => <DateSegment segment={segment} className={css.segment} />}
          </DateInput>
        </FieldWords>
      </DateField>
    </I18nProvider>
  );
}
const locales = { vi: 'vi-VN', en: 'en-GB' } as const;

/** Null where it is none: an address may say anything. */
function dayIn(text: string): CalendarDate | null {
  try {
    return parseDate(text);
  } catch {
    return null;
  }
}
