import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../api/client';
import type { components } from '../../api/schema';
import { mayDo, useSignIn } from '../../app/account';
import { usePageWords, useSettings } from '../../app/settings';
import { writeNumber } from '../../words/numbers';
import { writeDay } from '../../words/periods';
import { listed, standing, type Asked, type Found } from './concern';
import css from './overview.module.css';
import { words as both } from './words';

type Licence = components['schemas']['LicenceDue'];
type Delay = components['schemas']['GridDelay'];
const within = 60;

/** What the registers remind of today: licences, for whoever may read them, and grid projects, for everybody. */
export function useDeadlines({ territory }: Asked): Found {
  const words = usePageWords(both);
  const { account, pending } = useSignIn();
  const licences = useQuery({
    ...queries.queryOptions('get', '/v1/trade/outlets/licences-due', {
      params: { query: { territory: [territory], within } },
    }),
    enabled: mayDo(account, 'trade:read', territory),
  });
  const delays = useQuery({
    ...queries.queryOptions('get', '/v1/industry/grid-projects/delays', {
      params: { query: { territory: [territory] } },
    }),
    enabled: !pending,
  });
  const due = licences.data?.items ?? [];
  const delayed = delays.data?.items ?? [];
  return {
    ...standing([licences, delays]),
    concerns: [
      {
        key: 'licences',
        title: words.licences,
        items: due.slice(0, listed).map((one) => ({ key: one.id, content: <LicenceDue licence={one} /> })),
        more: due.length - listed,
      },
      {
        key: 'projects',
        title: words.projects,
        items: delayed.slice(0, listed).map((one) => ({ key: one.id, content: <Delayed project={one} /> })),
        more: delayed.length - listed,
      },
    ],
  };
}

function LicenceDue({ licence: { id, name, holder, daysLeft, expiresOn } }: { licence: Licence }) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const left = daysLeft < 0 ? words.ended : daysLeft === 0 ? words.endsToday : words.daysLeft;
  return (
    <>
      <Link to="/registers/$service/$register/$id" params={{ service: 'trade', register: 'licences', id }}>
        {name}
      </Link>
      <p className={css.because}>
        {holder && `${holder}, `}
        {left.replace('{count}', String(daysLeft)).replace('{day}', writeDay(expiresOn, language))}
      </p>
    </>
  );
}

function Delayed({ project: { id, name, daysDelayed, plannedOn, blockedBy } }: { project: Delay }) {
  const words = usePageWords(both);
  const { language } = useSettings();
  return (
    <>
      <Link
        to="/registers/$service/$register/$id"
        params={{ service: 'industry', register: 'grid-projects', id }}
      >
        {name}
      </Link>
      <p className={css.because}>
        {words.daysDelayed
          .replace('{count}', writeNumber(String(daysDelayed), language))
          .replace('{day}', writeDay(plannedOn, language))}
        {blockedBy && `; ${words.blockedBy.replace('{what}', blockedBy)}`}
      </p>
    </>
  );
}
