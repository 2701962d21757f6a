import { Link } from '@tanstack/react-router';
import { useUnits } from '../api/reference';
import type { components } from '../api/schema';
import { useSettings, useWords } from '../app/settings';
import { writeNumber } from '../words/numbers';
import { shortUnits } from '../words/units';
import css from './figures.module.css';
import { writeFigureKey, type FigureKey, type NumberOfCell } from './figure-key';

type Cell = components['schemas']['Cell'];
type Status = components['schemas']['Figure']['status'];

interface Props {
  /** A figure or a computed cell, as the API answers it. */
  of: Pick<Cell, 'value'> &
    Partial<Pick<Cell, 'interval' | 'refusal'>> & { status?: Status; decimals?: number };
  unit?: string | undefined;
  /** Where the number leads: a cell and which of its numbers, or one observation. */
  to: FigureKey | string;
  number?: NumberOfCell;
  /** With a plus above zero. */
  signed?: boolean;
}

/** A number with unit and status, a link to its page; in its place the sentence that says why there is none. */
export function FigureValue({ of, unit, to, number, signed = false }: Props) {
  const words = useWords();
  const { language } = useSettings();
  const unitName = useUnitName(unit);
  const { value, interval, refusal, status, decimals } = of;
  const write = (given: string) =>
    writeNumber(given, language, { signed, ...(decimals !== undefined && { decimals }) });
  const range =
    interval?.low && interval.high
      ? words.between.replace('{low}', write(interval.low)).replace('{high}', write(interval.high))
      : null;
  const text = value === null ? range : write(value);
  if (text === null)
    return <span className={css.refusal}>{refusal ? refusal.message[language] : words.noFigure}</span>;
  const id = typeof to === 'string' ? to : writeFigureKey(to);
  return (
    <span className={css.figure}>
      <Link
        to="/figures/$id"
        className={value === null ? css.range : undefined}
        params={{ id }}
        search={(before) => ({ ...before, of: number })}
      >
        {text}
        {unitName && <span className={css.unit}>{unitName === '%' ? '%' : ` ${unitName}`}</span>}
      </Link>
      {status && <StatusMark status={status} />}
    </span>
  );
}

/** How final a figure is, by mark and word. */
export function StatusMark({ status }: { status: Status }) {
  const words = useWords();
  const marks = { estimate: '≈', preliminary: '◐', official: '●' };
  return (
    <span className={css.status}>
      <span aria-hidden="true">{marks[status]}</span> {words[status]}
    </span>
  );
}

/** A unit as it stands beside a number. */
export function useUnitName(code: string | undefined): string {
  const { language } = useSettings();
  const { data } = useUnits();
  if (code === undefined) return '';
  return (shortUnits[code] ?? data?.get(code))?.[language] ?? '';
}
