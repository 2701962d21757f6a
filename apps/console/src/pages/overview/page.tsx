import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/client';
import { PageHeading } from '../../app/heading';
import { usePlace } from '../../app/place';
import { usePageWords, useSettings } from '../../app/settings';
import { Answer } from '../../kit/answer';
import { Notice, Skeleton } from '../../kit/notice';
import { writePeriod } from '../../words/periods';
import { Headline } from './headline';
import type { Item } from './item';
import { OtherIndicators } from './others';
import css from './overview.module.css';
import { words as both } from './words';

const isWhole = ({ dimensions }: Item): boolean => Object.keys(dimensions).length === 0;
const isPlanned = ({ planPct }: Item): boolean => planPct.value !== null;

/** Are we on plan, and what needs me? */
export default function Overview() {
  const words = usePageWords(both);
  const { territoryName, period } = usePlace();
  const { language } = useSettings();
  const title = period && `${territoryName}, ${writePeriod(period, language).replace(/^./, lower)}`;
  return (
    <>
      <PageHeading title={title ? `${words.title}: ${title}` : words.title}>{words.title}</PageHeading>
      {period ? <Figures period={period} /> : <Skeleton lines={6} />}
    </>
  );
}

const lower = (first: string): string => first.toLocaleLowerCase('vi');

function Figures({ period }: { period: string }) {
  const words = usePageWords(both);
  const { territory, territoryName } = usePlace();
  const comparisons = useQuery(
    queries.queryOptions('get', '/v1/reporting/comparisons', { params: { query: { territory, period } } }),
  );
  return (
    <Answer of={comparisons} lines={6}>
      {({ items }) => {
        const headlines = items.filter((item) => isWhole(item) && isPlanned(item));
        const others = items.filter((item) => isWhole(item) && !isPlanned(item));
        if (items.length === 0)
          return (
            <Notice title={words.nothing.replace('{territory}', territoryName)}>
              <p>{words.nothingToDo}</p>
            </Notice>
          );
        return (
          <>
            {headlines.length > 0 && (
              <section className={css.section} aria-labelledby="progress">
                <h2 id="progress">{words.progress}</h2>
                <ul className={css.headlines}>
                  {headlines.map((item) => (
                    <Headline key={item.indicator} item={item} territory={territory} period={period} />
                  ))}
                </ul>
              </section>
            )}
            {others.length > 0 && (
              <section className={css.section} aria-labelledby="others">
                <h2 id="others">{words.others}</h2>
                <OtherIndicators items={others} territory={territory} period={period} />
              </section>
            )}
          </>
        );
      }}
    </Answer>
  );
}
