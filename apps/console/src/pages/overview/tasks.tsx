import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../api/client';
import { useIndicators } from '../../api/reference';
import { observationsOf, services, stepsOf } from '../../api/services';
import { mayDo, useSignIn } from '../../app/account';
import { usePlace } from '../../app/place';
import { useNaming, usePageWords, useSettings } from '../../app/settings';
import { FigureValue } from '../../figures/figure-value';
import { writePeriod } from '../../words/periods';
import { listed, standing, type Asked, type Found } from './concern';
import css from './overview.module.css';
import { words as both } from './words';

const many = 100;

/** What waits for whoever is signed in: figures returned to officers, figures submitted to directors. */
export function useTasks({ territory }: Asked): Found {
  const words = usePageWords(both);
  const naming = useNaming();
  const { language } = useSettings();
  const { territoryName } = usePlace();
  const { account } = useSignIn();
  const mine = (verb: string) =>
    services.filter((service) => mayDo(account, `${service}:${verb}`, territory));
  const [officer, director] = [mine('write'), mine('approve')];
  const returned = useQueries({
    queries: officer.map((service) =>
      queries.queryOptions('get', observationsOf[service], {
        params: { query: { territory: [territory], state: ['returned' as const], limit: many } },
      }),
    ),
  });
  const reasons = useQueries({
    queries: officer.map((service) =>
      queries.queryOptions('get', stepsOf[service], {
        params: { query: { territory: [territory], state: ['returned' as const], limit: many } },
      }),
    ),
  });
  const waiting = useQueries({
    queries: director.map((service) =>
      queries.queryOptions('get', observationsOf[service], {
        params: { query: { territory: [territory], state: ['submitted' as const], limit: many } },
      }),
    ),
  });
  const back = returned.flatMap(({ data }) => data?.items ?? []);
  const { data: indicators } = useIndicators(back.length > 0);
  // The newest step of an observation stands first.
  const steps = reasons.flatMap(({ data }) => data?.items ?? []);
  const reasonOf = (id: string) => steps.find(({ observation }) => observation === id)?.reason ?? '';
  const count = waiting.reduce((sum, { data }) => sum + (data?.items.length ?? 0), 0);
  const isMore = waiting.some(({ data }) => data?.next);
  return {
    ...standing([...returned, ...reasons, ...waiting]),
    concerns: [
      {
        key: 'returned',
        title: words.returned,
        items: back.slice(0, listed).map((one) => ({
          key: one.id,
          content: (
            <>
              {naming(indicators?.get(one.indicator)?.name ?? { vi: '', en: '' })}{' '}
              <FigureValue of={one} unit={one.unit} to={one.id} />
              <p className={css.because}>
                {words.returnedWhat
                  .replace('{period}', writePeriod(one.period, language))
                  .replace('{reason}', reasonOf(one.id))}
              </p>
            </>
          ),
        })),
        more: back.length - listed,
        after: <Link to="/work">{words.enter}</Link>,
      },
      {
        key: 'toApprove',
        title: words.toApprove,
        items:
          count === 0
            ? []
            : [
                {
                  key: 'count',
                  content: words.toApproveWhat
                    .replace('{count}', isMore ? `${many}+` : String(count))
                    .replace('{territory}', territoryName),
                },
              ],
        after: <Link to="/work/approvals">{words.approve}</Link>,
      },
    ],
  };
}
