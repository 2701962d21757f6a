import { Link } from '@tanstack/react-router';
import { usePageWords, useSettings } from '../../app/settings';
import { FigureValue, useUnitName } from '../../figures/figure-value';
import { fieldNames } from '../../figures/number-names';
import { useSourceName } from '../../figures/sources';
import { writeNumber } from '../../words/numbers';
import { writeDay, writeMoment } from '../../words/periods';
import { idOf, type Asked, type Lineage, type Statement } from './cell';
import { useDocumentName } from './facts';
import css from './figure.module.css';
import { words as both } from './words';

interface Props {
  asked: Asked;
  statements: readonly Statement[];
  /** The figure of record. */
  used: string | undefined;
  focal: Statement | undefined;
  /** What the source of the statement looked at prints beside it, and what follows. */
  stated: Lineage['stated'] | undefined;
}

/** Everything that was said of the cell, newest first, and what the source of this statement prints beside it. */
export function Statements({ asked, statements, used, focal, stated }: Props) {
  const words = usePageWords(both);
  const printed = Object.entries(focal?.stated ?? {});
  const isPrinted = stated ? stated.length > 0 : printed.length > 0;
  return (
    <section aria-labelledby="statements">
      <h2 id="statements">{words.statements}</h2>
      {statements.length === 0 ? (
        <p>{words.noStatements}</p>
      ) : (
        <>
          <p className={css.note}>{words.statementsWhat}</p>
          <ol className={css.statements}>
            {statements.map((one) => (
              <Told
                key={one.id}
                statement={one}
                asked={asked}
                isUsed={one.id === used}
                isFocal={one.id === focal?.id}
              />
            ))}
          </ol>
        </>
      )}
      {isPrinted && (
        <>
          <h3>{words.beside}</h3>
          <dl className={css.numbers}>
            {stated
              ? stated.map((one) => <Beside key={one.field} stated={one} />)
              : printed.map(([field, number]) => <Printed key={field} field={field} number={number} />)}
          </dl>
        </>
      )}
    </section>
  );
}

interface ToldProps {
  statement: Statement;
  asked: Asked;
  isUsed: boolean;
  isFocal: boolean;
}

function Told({ statement, asked, isUsed, isFocal }: ToldProps) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const sourceName = useSourceName();
  const documentName = useDocumentName();
  const { id, unit, state, source, asOf, recordedAt } = statement;
  const isLater = asked.asOf !== undefined && (asOf === null || asOf > asked.asOf);
  const marks = [
    isUsed && words.used,
    isFocal && words.thisOne,
    state !== 'approved' && words[state],
    isLater && words.later,
  ].filter((mark) => mark !== false);
  return (
    <li {...(isFocal && { 'aria-current': 'true' })}>
      <FigureValue of={statement} unit={unit} to={id} />
      {marks.length > 0 && <strong className={css.marks}>{marks.join(' · ')}</strong>}
      <span className={css.small}>
        {sourceName(source)}
        {', '}
        {asOf === null ? (
          words.unknownDay
        ) : (
          <>
            {writeDay(asOf, language)} (
            <Link
              to="/figures/$id"
              params={{ id: idOf(asked) }}
              search={(before) => ({ ...before, asOf, of: undefined })}
              aria-label={`${words.asOn}: ${writeDay(asOf, language)}`}
            >
              {words.asOn}
            </Link>
            )
          </>
        )}
        {' · '}
        {documentName(statement)}
        {' · '}
        {words.recorded} {writeMoment(recordedAt, language)}
      </span>
    </li>
  );
}

function Beside({ stated: { name, value, decimals, unit, implied } }: { stated: Lineage['stated'][number] }) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const unitName = useUnitName(unit);
  const impliedUnit = useUnitName(implied?.unit);
  const { low, high } = implied?.cell.interval ?? {};
  const write = (text: string) => writeNumber(text, language);
  const range = low && high ? `${write(low)} – ${write(high)}` : null;
  const follows = implied && (implied.cell.value === null ? range : write(implied.cell.value));
  return (
    <div>
      <dt>{name[language]}</dt>
      <dd>
        {writeNumber(value, language, { decimals })}
        {unitName === '%' ? '%' : unitName && ` ${unitName}`}
        {implied && follows && (
          <span className={css.small}>
            {words.follows
              .replace('{name}', implied.name[language])
              .replace('{value}', follows + (impliedUnit === '%' ? '%' : ` ${impliedUnit}`))}{' '}
            ({implied.formula[language]})
          </span>
        )}
      </dd>
    </div>
  );
}

/** The same of a statement that is not published: nothing follows from it yet. */
function Printed({ field, number }: { field: string; number: { value: string; decimals: number } }) {
  const { language } = useSettings();
  const named = fieldNames[field];
  const unitName = useUnitName(named?.unit === 'PCT' || named?.unit === 'PP' ? named.unit : undefined);
  if (!named) return null;
  return (
    <div>
      <dt>{named[language]}</dt>
      <dd>
        {writeNumber(number.value, language, { decimals: number.decimals })}
        {unitName === '%' ? '%' : unitName && ` ${unitName}`}
      </dd>
    </div>
  );
}
