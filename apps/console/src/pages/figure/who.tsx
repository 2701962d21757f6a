import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/client';
import type { components } from '../../api/schema';
import { auditOf, stepsOf, type Service } from '../../api/services';
import { mayDo, useSignIn } from '../../app/account';
import { useAccountName } from '../../app/account-name';
import { usePageWords, useSettings } from '../../app/settings';
import { writeNumber } from '../../words/numbers';
import { writeMoment } from '../../words/periods';
import type { Statement } from './cell';
import css from './figure.module.css';
import { words as both } from './words';

type Change = components['schemas']['Change'];

const stepNames = {
  draft: 'stepDraft',
  submitted: 'stepSubmitted',
  approved: 'stepApproved',
  returned: 'stepReturned',
} as const;

interface Props {
  statement: Statement;
  owner: Service;
}

/** Who recorded, submitted, returned and approved it, and when; to whom that is open. */
export function Who({ statement, owner }: Props) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const { account } = useSignIn();
  const nameOf = useAccountName();
  const { id, territory, recordedAt, recordedBy } = statement;
  const isOpen = mayDo(account, `${owner}:read`, territory);
  const steps = useQuery({
    ...queries.queryOptions('get', stepsOf[owner], { params: { query: { observation: [id], limit: 100 } } }),
    enabled: isOpen,
  });
  const told = [...(steps.data?.items ?? [])].reverse();
  return (
    <section aria-labelledby="who">
      <h2 id="who">{words.who}</h2>
      <ol className={css.steps}>
        <li>
          {recordedBy === null ? words.recordedAt : words.recordedBy.replace('{by}', nameOf(recordedBy))}
          <span className={css.small}>{writeMoment(recordedAt, language)}</span>
        </li>
        {told.map(({ state, at, by, reason }, n) => (
          <li key={n}>
            {words.stepBy.replace('{step}', words[stepNames[state]]).replace('{by}', nameOf(by))}
            <span className={css.small}>
              {writeMoment(at, language)}
              {reason !== null && <> · {words.reason.replace('{reason}', reason)}</>}
            </span>
          </li>
        ))}
      </ol>
      {!isOpen && <p className={css.note}>{words.whoClosed}</p>}
      {mayDo(account, `${owner}:audit`, territory) && <Log id={id} owner={owner} />}
    </section>
  );
}

/** All that its source said of the cell, from what to what: for those who audit. */
function Log({ id, owner }: { id: string; owner: Service }) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const nameOf = useAccountName();
  const { data } = useQuery(
    queries.queryOptions('get', auditOf[owner], {
      params: { query: { record: `observation:${id}`, limit: 100 } },
    }),
  );
  if (!data || data.items.length === 0) return null;
  const what = ({ what: type }: Change) =>
    type.includes('.submitted.')
      ? words.logSubmitted
      : type.includes('.approved.')
        ? words.logApproved
        : type.includes('.returned.')
          ? words.logReturned
          : words.logRecorded;
  const valueOf = (given: unknown): string | null =>
    typeof given === 'object' && given !== null && 'value' in given && typeof given.value === 'string'
      ? writeNumber(given.value, language)
      : null;
  return (
    <details className={css.log}>
      <summary>{words.log.replace('{count}', String(data.items.length))}</summary>
      <ol className={css.steps}>
        {data.items.map((change) => {
          const [after, before] = [valueOf(change.after), valueOf(change.before)];
          return (
            <li key={change.position}>
              {nameOf(change.actor)}: {what(change)} {after}
              {before !== null && ` (${words.logWas.replace('{before}', before)})`}
              <span className={css.small}>{writeMoment(change.occurredAt, language)}</span>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
