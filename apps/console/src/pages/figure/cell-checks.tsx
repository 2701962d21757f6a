import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/client';
import type { components } from '../../api/schema';
import { services } from '../../api/services';
import { mayDo, useSignIn } from '../../app/account';
import { usePageWords, useSettings } from '../../app/settings';
import { writeFormula } from '../../figures/formula';
import { useIsInForce, type Asked, type Lineage, type Statement } from './cell';
import { Inputs } from './derivation';
import css from './figure.module.css';
import { words as both } from './words';

type Check = components['schemas']['CheckResult'];

interface Props {
  asked: Asked;
  statements: readonly Statement[];
  /** Those that the statement looked at went into, of its own territory and period. */
  ofFocal: Lineage['checks'] | undefined;
}

/** Checks that rest on the cell or name it, with what came out; for who judges, also as if what is submitted counted. */
export function CellChecks({ asked: { key, on, asOf }, statements, ofFocal }: Props) {
  const words = usePageWords(both);
  const { account, pending } = useSignIn();
  const { territory, period } = key;
  const isInForce = useIsInForce(key);
  const query = { territory, period, ...(on && { on }), ...(asOf && { asOf }) };
  const place = useQuery({
    ...queries.queryOptions('get', '/v1/reporting/checks', { params: { query } }),
    // A plan may reach beyond its territory’s end: there is nothing to check then.
    enabled: !pending && isInForce,
  });
  const isOpen =
    statements.some(({ state }) => state === 'submitted') &&
    services.some(
      (one) => mayDo(account, `${one}:write`, territory) || mayDo(account, `${one}:approve`, territory),
    );
  const submitted = useQuery({
    ...queries.queryOptions('get', '/v1/reporting/checks', {
      params: { query: { territory, period, state: 'submitted' as const } },
    }),
    enabled: isOpen && !on && !asOf,
  });
  const ids = new Set(statements.map(({ id }) => id));
  const isAbout = ({ lineage, indicators }: Check): boolean => {
    if (lineage.some(({ observationId }) => ids.has(observationId))) return true;
    return (
      indicators.includes(key.indicator) && !lineage.some(({ indicator }) => indicator === key.indicator)
    );
  };
  const found = new Map<string, { check: Check; isComing: boolean }>();
  const now = [...(asOf || on ? [] : (ofFocal ?? [])), ...(place.data?.items ?? []).filter(isAbout)];
  for (const check of now) found.set(told(check), { check, isComing: false });
  for (const check of submitted.data?.items.filter(isAbout) ?? [])
    if (!found.has(told(check))) found.set(told(check), { check, isComing: true });
  const order = { contradicts: 0, agrees: 1, 'cannot-tell': 2 };
  const checks = [...found.values()].sort((a, b) => order[a.check.verdict] - order[b.check.verdict]);
  if (checks.length === 0) return null;
  return (
    <section aria-labelledby="checks">
      <h2 id="checks">{words.checks}</h2>
      <ul className={css.checks}>
        {checks.map(({ check, isComing }) => (
          <Came key={told(check)} check={check} isComing={isComing} />
        ))}
      </ul>
    </section>
  );
}

const told = ({ code, statement, message }: Check): string => `${code} ${statement.vi} ${message.vi}`;
const marks = { agrees: '✓', contradicts: '✗', 'cannot-tell': '?' };

/** How one check came out. */
function Came({ check, isComing }: { check: Check; isComing: boolean }) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const { verdict, statement, message, lineage } = check;
  const formula = writeFormula(check.formula, language);
  return (
    <li className={verdict === 'contradicts' ? css.wrong : undefined}>
      <strong>
        <span aria-hidden="true">{marks[verdict]}</span> {words[verdict]}
        {isComing && ` (${words.ifApproved})`}
      </strong>
      {': '}
      {statement[language]}
      <p>{message[language]}</p>
      {formula && (
        <p className={css.formula}>
          <span className={css.term}>{words.formula}</span> {formula}
        </p>
      )}
      {lineage.length > 0 && (
        <details>
          <summary>
            {words.inputs} ({lineage.length})
          </summary>
          <Inputs of={lineage} />
        </details>
      )}
    </li>
  );
}
