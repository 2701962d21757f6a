import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { queries } from '../../api/client';
import { Refused } from '../../api/problems';
import { mayDo, useSignIn, type Account } from '../../app/account';
import { PageHeading } from '../../app/heading';
import { usePlace } from '../../app/place';
import { usePageWords, useSettings } from '../../app/settings';
import { Answer } from '../../kit/answer';
import { Button } from '../../kit/button';
import kit from '../../kit/kit.module.css';
import { Notice, Skeleton, TroubleNotice } from '../../kit/notice';
import { writeNumber } from '../../words/numbers';
import { writeMoment } from '../../words/periods';
import { fill } from './fill';
import { useQueue, type Waiting } from './queue';
import { QueueTable, type Check } from './queue-table';
import { words as both } from './queue-words';
import { ReturnDialog } from './return-dialog';
import { services, type Service } from '../../api/services';
import type { Observation } from '../../api/observations';
import { approve, sendBack } from './services';
import css from './work.module.css';

/** What waits for the approver, each with its difference to last time. */
export default function Approvals() {
  const words = usePageWords(both);
  const { account, pending } = useSignIn();
  const { territory, territoryName } = usePlace();
  const mine = services.filter((service) => mayDo(account, `${service}:approve`, territory));
  return (
    <>
      <PageHeading title={territoryName ? `${words.title}: ${territoryName}` : words.title}>
        {words.title}
      </PageHeading>
      {pending && <Skeleton lines={6} />}
      {!pending && mine.length === 0 && (
        <Notice title={account ? fill(words.notYours, { territory: territoryName }) : words.signIn}>
          {account && <p>{words.notYoursWhat}</p>}
        </Notice>
      )}
      {account && mine.length > 0 && (
        <Queue key={territory} services={mine} territory={territory} account={account} />
      )}
      {mine.includes('export-import') && <WaitingExtracts />}
    </>
  );
}

interface Decided {
  readonly how: 'approved' | 'returned';
  readonly n: number;
  readonly failures: readonly { service: Service; error: unknown }[];
  readonly refusals: ReadonlyMap<string, string>;
}

/** Each service takes all of its figures or none; what the one refuses does not keep the other from it. */
async function decide(items: readonly Waiting[], reason: string | null): Promise<Decided> {
  const failures: { service: Service; error: unknown }[] = [];
  const refusals = new Map<string, string>();
  let n = 0;
  for (const service of services) {
    const ids = items.filter((one) => one.service === service).map(({ figure }) => figure.id);
    if (ids.length === 0) continue;
    try {
      await (reason === null ? approve(service, ids) : sendBack(service, ids, reason));
      n += ids.length;
    } catch (error) {
      failures.push({ service, error });
      if (!(error instanceof Refused)) continue;
      for (const [pointer, sentence] of error.places) {
        const id = ids[Number(/^\/ids\/(\d+)/.exec(pointer)?.[1])];
        if (id !== undefined) refusals.set(id, sentence);
      }
    }
  }
  return { how: reason === null ? 'approved' : 'returned', n, failures, refusals };
}

interface QueueProps {
  services: readonly Service[];
  territory: string;
  account: Account;
}
function Queue({ services: mine, territory, account }: QueueProps) {
  const words = usePageWords(both);
  const { territoryName } = usePlace();
  const cache = useQueryClient();
  const { items, error, isPending } = useQueue(mine, territory, account);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const checksOf = useContradictions(items, territory);
  const picked = items.filter(({ figure }) => chosen.has(figure.id));
  const deciding = useMutation({
    mutationFn: (reason: string | null) => decide(picked, reason),
    onSuccess: async () => {
      setChosen(new Set());
      await cache.invalidateQueries({ queryKey: ['work'] });
      await cache.invalidateQueries({ queryKey: ['get', '/v1/reporting/checks'] });
    },
  });
  if (error) return <TroubleNotice error={error} />;
  if (isPending) return <Skeleton lines={6} />;
  const against = items.filter(({ figure }) => checksOf(figure).length > 0).length;
  const n = picked.length;
  // Were they approved together, what is left to others would have all of them refused.
  const mineToDecide = items.filter(({ isLeftToOthers }) => !isLeftToOthers);
  return (
    <section className={css.section} aria-label={words.title}>
      <div aria-live="polite">{deciding.data && <Outcome of={deciding.data} />}</div>
      {items.length === 0 ? (
        <Notice title={fill(words.nothing, { territory: territoryName })}>
          <p>{words.nothingWhat}</p>
        </Notice>
      ) : (
        <>
          <p>
            {fill(words.waiting, { n: items.length, territory: territoryName })}{' '}
            {against > 0 && fill(words.contradictions, { n: against })}
          </p>
          <QueueTable
            rows={items}
            chosen={chosen}
            onChoose={(id, isChosen) =>
              setChosen(new Set(isChosen ? [...chosen, id] : [...chosen].filter((one) => one !== id)))
            }
            checksOf={checksOf}
            refusals={deciding.data?.refusals ?? new Map()}
          />
          <p aria-live="polite">{fill(words.chosen, { n, of: items.length })}</p>
          <div className={kit.row}>
            <Button
              kind="primary"
              isDisabled={n === 0 || deciding.isPending}
              onPress={() => deciding.mutate(null)}
            >
              {fill(words.approve, { n })}
            </Button>
            <ReturnDialog
              label={fill(words.sendBack, { n })}
              isDisabled={n === 0 || deciding.isPending}
              onReturn={(reason) => deciding.mutate(reason)}
            />
            <Button
              isDisabled={mineToDecide.length === 0}
              onPress={() => setChosen(new Set(mineToDecide.map(({ figure }) => figure.id)))}
            >
              {mineToDecide.length < items.length ? words.allMine : words.all}
            </Button>
            <Button isDisabled={n === 0} onPress={() => setChosen(new Set())}>
              {words.none}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function Outcome({ of: { how, n, failures } }: { of: Decided }) {
  const words = usePageWords(both);
  const refused = how === 'approved' ? words.notApproved : words.notReturned;
  return (
    <>
      {n > 0 && <Notice title={fill(how === 'approved' ? words.approved : words.returned, { n })} />}
      {failures.map(({ service, error }) => (
        <div key={service}>
          <p>{fill(refused, { service: words[service] })}</p>
          <TroubleNotice error={error} />
        </div>
      ))}
    </>
  );
}

/** The checks of each period that waits, as they would come out were everything approved. */
function useContradictions(items: readonly Waiting[], territory: string) {
  const periods = [...new Set(items.map(({ figure }) => figure.period))];
  const found = useQueries({
    queries: periods.map((period) =>
      queries.queryOptions('get', '/v1/reporting/checks', {
        params: { query: { territory, period, state: 'submitted' as const } },
      }),
    ),
    combine: (read) => read.map(({ data }) => data?.items ?? []),
  });
  return ({ period, indicator, dimensions }: Observation): readonly Check[] =>
    Object.keys(dimensions).length > 0
      ? []
      : (found[periods.indexOf(period)] ?? []).filter(
          ({ verdict, indicators }) => verdict === 'contradicts' && indicators.includes(indicator),
        );
}

/** Extracts of the customs that were checked and wait; they are decided on where one sees what is in them. */
function WaitingExtracts() {
  const words = usePageWords(both);
  const { language } = useSettings();
  const params = { params: { query: { state: ['submitted' as const], status: ['done' as const] } } };
  const read = useQuery(queries.queryOptions('get', '/v1/export-import/imports', params));
  return (
    <section className={css.section} aria-labelledby="extracts">
      <h2 id="extracts">{words.extracts}</h2>
      <Answer of={read} lines={2}>
        {({ items }) => {
          const waiting = items.filter(({ file, dryRun }) => file && !dryRun);
          if (waiting.length === 0) return <p>{words.extractsNone}</p>;
          return (
            <ul className={css.plain}>
              {waiting.map(({ id, file, accepted, sentAt }) => (
                <li key={id}>
                  <Link to="/work/imports" search={(before) => ({ ...before, import: id })}>
                    {fill(words.extract, {
                      name: file?.name ?? '',
                      rows: writeNumber(String(accepted), language),
                      at: writeMoment(sentAt, language),
                    })}
                  </Link>
                </li>
              ))}
            </ul>
          );
        }}
      </Answer>
    </section>
  );
}
