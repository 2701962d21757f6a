import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/client';
import { PageHeading } from '../../app/heading';
import { usePlace } from '../../app/place';
import { usePageWords, useSettings } from '../../app/settings';
import { writeFigureKey } from '../../figures/figure-key';
import { Answer } from '../../kit/answer';
import { Notice, Skeleton } from '../../kit/notice';
import { writePeriodWithin } from '../../words/periods';
import { Attention } from './attention';
import type { Asked } from './concern';
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
  const title = period && `${territoryName}, ${writePeriodWithin(period, language)}`;
  return (
    <>
      <PageHeading title={title ? `${words.title}: ${title}` : words.title}>{words.title}</PageHeading>
      {period ? <Content territory={territory} period={period} /> : <Skeleton lines={6} />}
    </>
  );
}

function Content(asked: Asked) {
  const words = usePageWords(both);
  const { territoryName } = usePlace();
  const comparisons = useQuery(
    queries.queryOptions('get', '/v1/reporting/comparisons', { params: { query: { ...asked } } }),
  );
  const heads = comparisons.data?.items.filter(isHead) ?? [];
  const planned = heads.filter(isPlanned);
  const others = heads.filter((item) => !isPlanned(item));
  return (
    <div className={css.page}>
      <Answer of={comparisons} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Notice title={words.nothing.replace('{territory}', territoryName)}>
              <p>{words.nothingToDo}</p>
            </Notice>
          ) : (
            <section className={css.section} aria-labelledby="progress">
              <h2 id="progress">{words.progress}</h2>
              {planned.length === 0 ? (
                <p>{words.noPlan}</p>
              ) : (
                <ul className={css.headlines}>
                  {planned.map((item) => (
                    <Headline key={writeFigureKey({ ...item, ...asked })} item={item} {...asked} />
                  ))}
                </ul>
              )}
            </section>
          )
        }
      </Answer>
      <Attention {...asked} />
      {others.length > 0 && (
        <section className={css.section} aria-labelledby="others">
          <h2 id="others">{words.others}</h2>
          <OtherIndicators items={others} {...asked} />
        </section>
      )}
    </div>
  );
}
