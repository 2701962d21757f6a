import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../api/client';
import { useIndicators } from '../../api/reference';
import type { components } from '../../api/schema';
import { services, submissionsOf } from '../../api/services';
import { mayDo, useSignIn } from '../../app/account';
import { useNaming, usePageWords, useSettings } from '../../app/settings';
import { Sentence } from '../../figures/sentence';
import { periodKey, readPeriod, writeDay, writePeriod } from '../../words/periods';
import { listed, standing, type Asked, type Found } from './concern';
import { words as both } from './words';

type Submission = components['schemas']['Submission'];

/** What the department owes for the period: for whom its unpublished figures are open. */
export function useSubmissions({ territory, period }: Asked): Found {
  const words = usePageWords(both);
  const naming = useNaming();
  const { language } = useSettings();
  const { account } = useSignIn();
  const asked = reportedPeriod(period);
  const found = useQueries({
    queries: services.map((service) => ({
      ...queries.queryOptions('get', submissionsOf[service], {
        params: { query: { territory: [territory], period: asked, verdict: ['missing', 'late'] } },
      }),
      enabled: mayDo(account, `${service}:read`, territory),
    })),
  });
  const items = found.flatMap(({ data }) => data?.items ?? []);
  const { data: indicators } = useIndicators(items.length > 0);
  const names = (of: Submission[]): string => {
    const some = of.slice(0, listed).flatMap(({ indicator }) => {
      const name = indicators?.get(indicator)?.name;
      return name ? [naming(name)] : [];
    });
    const more = of.length - listed;
    return some.join('; ') + (more > 0 ? `; ${words.more.replace('{count}', String(more))}` : '');
  };
  const missing = items.filter(({ verdict }) => verdict === 'missing');
  const late = items.filter(({ verdict, state }) => verdict === 'late' && state !== 'approved');
  const done = items.length - missing.length - late.length;
  const dueOn = found.map(({ data }) => data?.dueOn).find((day) => day);
  const due = words.dueOn
    .replace('{period}', writePeriod(asked, language))
    .replace('{day}', dueOn ? writeDay(dueOn, language) : '…');
  const lines = [
    ...(missing.length > 0
      ? [{ key: 'missing', content: <Sentence of={words.missing} with={{ names: names(missing) }} /> }]
      : []),
    ...(late.length > 0
      ? [{ key: 'late', content: <Sentence of={words.late} with={{ names: names(late) }} /> }]
      : []),
  ];
  const writes = services.some((service) => mayDo(account, `${service}:write`, territory));
  return {
    ...standing(found),
    concerns: [
      {
        key: 'submissions',
        title: words.submissions,
        items: lines.length > 0 ? [{ key: 'due', content: due }, ...lines] : [],
        ...(writes && { after: <Link to="/work">{words.enter}</Link> }),
      },
    ],
    ...(done > 0 && { note: <p>{words.lateDone.replace('{count}', String(done))}</p> }),
  };
}

/** Reports are of months, quarters, halves and years: of another run its last month is due. */
function reportedPeriod(period: string): string {
  const span = readPeriod(period);
  if (!span || [1, 3, 6, 12].includes(span.months)) return period;
  const last = span.month + span.months - 2;
  return periodKey({ year: span.year + Math.floor(last / 12), month: (last % 12) + 1, months: 1 });
}
