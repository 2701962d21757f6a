import { Link } from '@tanstack/react-router';
import type { components } from '../../api/schema';
import { usePageWords, useSettings, useWords } from '../../app/settings';
import type { NumberOfCell } from '../../figures/figure-key';
import { StatusMark, useUnitName } from '../../figures/figure-value';
import { numberNames } from '../../figures/number-names';
import { Notice } from '../../kit/notice';
import { writeNumber } from '../../words/numbers';
import { writeDay } from '../../words/periods';
import { idOf, type Asked, type Item, type Statement } from './cell';
import css from './figure.module.css';
import { useMissing } from './missing';
import { words as both } from './words';

type Cell = components['schemas']['Cell'];
/** A statement, a figure made of its parts, or a derived number: what they have in common. */
interface Shown extends Pick<Cell, 'value'>, Partial<Pick<Cell, 'interval' | 'refusal'>> {
  readonly decimals?: number;
  readonly status?: Statement['status'];
  readonly comparator?: Statement['comparator'];
  readonly state?: Statement['state'];
}

interface Props {
  item: Item | null | undefined;
  number: NumberOfCell | undefined;
  focal: Statement | undefined;
  unit: string | undefined;
}

/** The number itself, large; in its place the sentence that says why there is none. */
export function Value({ item, number, focal, unit }: Props) {
  const words = usePageWords(both);
  const frame = useWords();
  const { language } = useSettings();
  const shown: Shown = (number ? item?.[number] : (focal ?? item?.actual ?? item?.made)) ?? {
    value: null,
    ...(item?.refusal && { refusal: item.refusal }),
  };
  const counted = number ? numberNames[number].unit : 'own';
  const own = item?.unit ?? focal?.unit ?? unit;
  const unitName = useUnitName(counted === 'own' ? own : counted);
  const { value, interval, refusal, status, comparator, state, decimals } = shown;
  const missing = useMissing(refusal?.missing ?? []);
  const signed = number !== undefined && numberNames[number].signed === true;
  const write = (text: string) =>
    writeNumber(text, language, { signed, ...(decimals !== undefined && { decimals }) });
  const range =
    interval?.low && interval.high ? { low: write(interval.low), high: write(interval.high) } : null;
  const between = (sentence: string) =>
    sentence.replace('{low}', range?.low ?? '').replace('{high}', range?.high ?? '');
  if (value === null && !range)
    return (
      <div className={css.value}>
        <p className={css.refused}>{refusal ? refusal.message[language] : frame.noFigure}</p>
        {missing && <p>{words.missingOf.replace('{names}', missing)}</p>}
      </div>
    );
  const how = comparator === 'ge' ? words.atLeast : comparator === 'about' ? words.about : '';
  return (
    <div className={css.value}>
      <p className={css.number}>
        {how && <span className={css.how}>{how} </span>}
        {value === null ? between(frame.between) : write(value)}
        <span className={css.unit}>{unitName === '%' ? '%' : unitName && ` ${unitName}`}</span>
      </p>
      <p>
        {status && <StatusMark status={status} />}
        {state && state !== 'approved' && <strong className={css.state}>{words[state]}</strong>}
      </p>
      {value !== null && range && interval?.low !== interval?.high && (
        <p className={css.note}>{between(words.within)}</p>
      )}
    </div>
  );
}

/** Where the page looks with the knowledge of another day, or on another map. */
export function AsKnown({ asked }: { asked: Asked }) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const { on, asOf } = asked;
  if (!on && !asOf) return null;
  return (
    <Notice>
      <p>
        {asOf && words.asKnown.replace('{day}', writeDay(asOf, language))}{' '}
        {on && words.onMap.replace('{day}', writeDay(on, language))}{' '}
        <Link
          to="/figures/$id"
          params={{ id: asked.statement?.id ?? idOf(asked) }}
          search={(before) => ({ ...before, on: undefined, asOf: undefined })}
        >
          {words.asNow}
        </Link>
      </p>
    </Notice>
  );
}
