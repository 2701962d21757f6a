import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/client';
import { PageHeading } from '../../app/heading';
import { usePlace } from '../../app/place';
import { usePageWords, useSettings } from '../../app/settings';
import { writeFigureKey } from '../../figures/figure-key';
import { Answer } from '../../kit/answer';
import { Notice, Skeleton } from '../../kit/notice';
import { writePeriod } from '../../words/periods';
import { Attention } from './attention';
import { Headline } from './headline';
import type { Item } from './item';
import { OtherIndicators } from './others';
import css from './overview.module.css';
import { words as both } from './words';

const isPlanned = ({ planPct }: Item): boolean =>
  planPct.value !== null || Boolean(planPct.interval?.low ?? planPct.interval?.high);
/** Totals; of what has no total (clusters by stage), its parts. */
const isHead = ({ dimensions, indicator }: Item, _n: number, all: Item[]): boolean =>
  Object.keys(dimensions).length === 0 ||
  !all.some((one) => one.indicator === indicator && Object.keys(one.dimensions).length === 0);

/** Are we on plan, and what needs me? */
export default function Overview() {
  const words = usePageWords(both);
  const { territory, territoryName, period } = usePlace();
  const { language } = useSettings();
  const title = period && `${territoryName}, ${writePeriod(period, language).replace(/^./, lower)}`;
  return (
    <>
      <PageHeading title={title ? `${words.title}: ${title}` : words.title}>{words.title}</PageHeading>
      {period ? (
        <div className={css.page}>
          <div className={css.figures}>
            <Figures period={period} />
          </div>
          <Attention territory={territory} period={period} />
        </div>
      ) : (
        <Skeleton lines={6} />
      )}
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
        const heads = items.filter(isHead);
        const headlines = heads.filter(isPlanned);
        const others = heads.filter((item) => !isPlanned(item));
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
                    <Headline
                      key={writeFigureKey({ ...item, territory, period })}
                      item={item}
                      territory={territory}
                      period={period}
                    />
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
