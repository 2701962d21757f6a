import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../api/client';
import type { components } from '../../api/schema';
import { services } from '../../api/services';
import { mayDo, useSignIn } from '../../app/account';
import { usePageWords, useSettings } from '../../app/settings';
import { inPath } from '../../words/periods';
import { listed, standing, type Asked, type Concern, type Found } from './concern';
import css from './overview.module.css';
import { words as both } from './words';

type Check = components['schemas']['CheckResult'];

/** What contradicts now, and what would if it were approved: each leads to the figure that says so. */
export function useContradictions({ territory, period }: Asked): Found {
  const words = usePageWords(both);
  const { account, pending } = useSignIn();
  const judges = services.some(
    (service) =>
      mayDo(account, `${service}:write`, territory) || mayDo(account, `${service}:approve`, territory),
  );
  const asked = { params: { query: { territory, period } } };
  const approved = useQuery({
    ...queries.queryOptions('get', '/v1/reporting/checks', asked),
    enabled: !pending,
  });
  const submitted = useQuery({
    ...queries.queryOptions('get', '/v1/reporting/checks', {
      params: { query: { territory, period, state: 'submitted' as const } },
    }),
    enabled: judges,
  });
  const wrong = (approved.data?.items ?? []).filter(contradicts);
  const known = new Set(wrong.map(told));
  const coming = (submitted.data?.items ?? []).filter((one) => contradicts(one) && !known.has(told(one)));
  const untold = (approved.data?.items ?? []).filter(({ verdict }) => verdict === 'cannot-tell').length;
  const report = (
    <Link to="/reports/$territory/$period" params={{ territory, period: inPath(period) }}>
      {words.seeReport}
    </Link>
  );
  const concern = (key: string, title: string, of: readonly Check[]): Concern => ({
    key,
    title,
    items: of
      .slice(0, listed)
      .map((check) => ({ key: told(check), content: <Contradiction check={check} /> })),
    more: of.length - listed,
    ...(of.length > listed && { after: report }),
  });
  return {
    ...standing([approved, submitted]),
    concerns: [
      concern('contradictions', words.contradictions, wrong),
      concern('coming', words.ifApproved, coming),
    ],
    ...(untold > 0 && {
      note: (
        <p>
          {words.untold.replace('{count}', String(untold))} {report}
        </p>
      ),
    }),
  };
}

const contradicts = ({ verdict }: Check): boolean => verdict === 'contradicts';
const told = ({ code, statement, message }: Check): string => `${code} ${statement.vi} ${message.vi}`;

function Contradiction({ check: { statement, message, lineage, indicators } }: { check: Check }) {
  const { language } = useSettings();
  const stating = lineage.find(({ indicator }) => indicators.includes(indicator)) ?? lineage[0];
  return (
    <>
      {stating ? (
        <Link to="/figures/$id" params={{ id: stating.observationId }}>
          {statement[language]}
        </Link>
      ) : (
        <strong>{statement[language]}</strong>
      )}
      <p className={css.because}>{message[language]}</p>
    </>
  );
}
