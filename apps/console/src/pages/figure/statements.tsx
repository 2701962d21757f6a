import { Link } from '@tanstack/react-router';
import { usePageWords, useSettings } from '../../app/settings';
import { FigureValue, useUnitName } from '../../figures/figure-value';
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
      {stated && stated.length > 0 && (
        <>
          <h3>{words.beside}</h3>
          <dl className={css.numbers}>
            {stated.map((one) => (
              <Beside key={one.field} stated={one} />
            ))}
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
      {marks.length > 0 && <strong className={css.marks}>{marks.join(', ')}</strong>}
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
