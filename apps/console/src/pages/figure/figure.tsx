import { useSearch } from '@tanstack/react-router';
import { useIndicators } from '../../api/reference';
import { PageHeading } from '../../app/heading';
import { useNaming, usePageWords, useSettings } from '../../app/settings';
import { useBreakdown } from '../../figures/breakdown';
import { FigureValue } from '../../figures/figure-value';
import { numberNames } from '../../figures/number-names';
import { usePlaceName } from '../../figures/place-name';
import { Sentence } from '../../figures/sentence';
import { Skeleton, TroubleNotice } from '../../kit/notice';
import { writePeriod } from '../../words/periods';
import { useItem, useLineage, useOwner, useStatements, type Asked, type Item, type Statement } from './cell';
import { CellChecks } from './cell-checks';
import { CellNumbers } from './cell-numbers';
import { Derivation } from './derivation';
import { Facts } from './facts';
import css from './figure.module.css';
import { Further } from './further';
import { meanings } from './meanings';
import { Neighbours } from './neighbours';
import { Statements } from './statements';
import { AsKnown, Value } from './value';
import { Who } from './who';
import { words as both } from './words';

/** The page of a cell, of one of its numbers, or of one statement of it. */
export function Figure({ asked }: { asked: Asked }) {
  const words = usePageWords(both);
  const naming = useNaming();
  const { language } = useSettings();
  const { of } = useSearch({ from: '/figures/$id' });
  const number = asked.statement || of === 'actual' ? undefined : of;
  const { key, measure } = asked;
  const place = usePlaceName(key.territory);
  const breakdown = useBreakdown();
  const { data: indicators } = useIndicators();
  const item = useItem(asked);
  const owner = useOwner(asked);
  const found = useStatements(asked, owner, item.data?.actual?.period);
  const statements = found.data ?? [];
  const focal = focalOf(asked, item.data, statements);
  const pending = statements.filter(({ id, state }) => state !== 'approved' && id !== focal?.id);
  const lineage = useLineage(focal?.state === 'approved' ? focal.id : undefined);

  const indicator = indicators?.get(key.indicator);
  const parts = breakdown(key.indicator, key.dimensions);
  const known = indicator?.name ?? item.data?.name;
  const name = known ? naming(known) + (parts && ` (${parts})`) : words.title;
  const isWaiting = item.isLoading || found.isLoading || indicators === undefined;
  const what = number ? numberNames[number][language] : measure === 'actual' ? '' : words[measure];
  const where = [place, writePeriod(key.period, language), what].filter((text) => text !== '');
  return (
    <>
      <PageHeading title={`${name}: ${where.join(', ')}`}>{name}</PageHeading>
      <p className={css.where}>{where.join(' · ')}</p>
      <AsKnown asked={asked} />
      {isWaiting && <Skeleton lines={6} />}
      {!isWaiting && item.error !== null && focal === undefined && <TroubleNotice error={item.error} />}
      {!isWaiting && (item.error === null || focal !== undefined) && (
        <>
          <Value item={item.data} number={number} focal={focal} unit={indicator?.unit} />
          {pending.length > 0 && (
            <p>
              <Sentence
                of={words.pending}
                with={{
                  values: pending.map((one) => (
                    <span key={one.id} className={css.pending}>
                      <FigureValue of={one} unit={one.unit} to={one.id} />, {words[one.state]}
                    </span>
                  )),
                }}
              />
            </p>
          )}
          {number && <p className={css.definition}>{meanings[number][language]}</p>}
          {!number && indicator && (
            <p className={css.definition}>
              {naming(indicator.definition)}{' '}
              <span className={css.legal}>
                {words.whatLegal.replace('{source}', naming(indicator.legalSource))}
              </span>
            </p>
          )}
          <div className={css.page}>
            <div className={css.aside}>
              {focal && !number && (
                <Facts statement={focal} record={asked.asOf ? undefined : lineage.data?.record} />
              )}
              {focal && owner && !number && <Who statement={focal} owner={owner} />}
              <Further asked={asked} focal={focal} />
            </div>
            <div className={css.main}>
              {item.data && <Derivation item={item.data} number={number} lineage={lineage.data} />}
              <CellChecks asked={asked} statements={statements} ofFocal={lineage.data?.checks} />
              {item.data && <CellNumbers item={item.data} asked={asked} number={number} />}
              {measure === 'actual' && <Neighbours asked={asked} name={name} place={place} />}
              <Statements
                asked={asked}
                statements={statements}
                used={item.data?.actual?.observationId ?? lineage.data?.record.observationId}
                focal={focal}
                stated={lineage.data?.stated}
              />
            </div>
          </div>
        </>
      )}
    </>
  );
}

/** What the page speaks of: the statement asked for, the figure of record, else the newest that is not published yet. */
function focalOf(
  { statement, asOf }: Asked,
  item: Item | null | undefined,
  statements: readonly Statement[],
): Statement | undefined {
  if (statement) return statement;
  const used = item?.actual?.observationId;
  if (used !== undefined) return statements.find(({ id }) => id === used);
  return item?.made || asOf !== undefined ? undefined : statements.find(({ state }) => state !== 'approved');
}
