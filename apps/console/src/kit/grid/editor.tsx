import { useEffect, useRef } from 'react';
import css from './grid.module.css';

interface Props {
  label: string;
  describedBy: string;
  typing: { text: string };
  onChange: (text: string) => void;
}

/** The field within a cell while one types. Its keys are those of the grid. */
export function Editor({ label, describedBy, typing, onChange }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const input = field.current;
    input?.focus();
    input?.setSelectionRange(input.value.length, input.value.length);
  }, []);
  return (
    <input
      ref={field}
      className={css.editor}
      aria-label={label}
      aria-describedby={describedBy}
      inputMode="decimal"
      autoComplete="off"
      value={typing.text}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
