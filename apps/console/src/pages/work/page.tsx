import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { mayDo, useSignIn } from '../../app/account';
import { PageHeading } from '../../app/heading';
import { usePlace } from '../../app/place';
import { usePageWords, useSettings, useWords } from '../../app/settings';
import { useIndicators } from '../../api/reference';
import { Answer } from '../../kit/answer';
import { Select } from '../../kit/choices';
import { Notice, Skeleton } from '../../kit/notice';
import { writePeriod } from '../../words/periods';
import { DueList } from './due-list';
import { EntryGrid } from './entry-grid';
import { fill } from './fill';
import { breakdownsOf } from './lines';
import { useNumberStyle } from './number-style';
import { periodsToEnter, today } from './periods';
import { services, type Service } from '../../api/services';
import { useEntries } from './use-entries';
import { useMonth } from './use-month';
import css from './work.module.css';
import { words as both } from './words';

/** What must I hand in today? */
export default function Work() {
  const words = usePageWords(both);
  const frame = useWords();
  const { account, pending } = useSignIn();
  const { territory, territoryName } = usePlace();
  const writes = services.filter((service) => mayDo(account, `${service}:write`, territory));
  const approves = services.some((service) => mayDo(account, `${service}:approve`));
  return (
    <>
      <PageHeading title={territoryName ? `${words.title}: ${territoryName}` : words.title}>
        {words.title}
      </PageHeading>
      {pending && <Skeleton lines={6} />}
      {!pending && !account && (
        <Notice title={words.forOfficers}>
          <p>{words.forOfficersWhat}</p>
        </Notice>
      )}
      {account && (
        <nav aria-label={words.elsewhere} className={css.links}>
          {approves && <Link to="/work/approvals">{words.toApprovals}</Link>}
          {mayDo(account, 'export-import:read') && <Link to="/work/imports">{frame.imports}</Link>}
        </nav>
      )}
      {account && writes.length === 0 && !approves && (
        <Notice title={fill(words.notYours, { territory: territoryName })}>
          <p>{words.notYoursWhat}</p>
        </Notice>
      )}
      {account && writes.length > 0 && (
        <>
          <section className={css.section} aria-labelledby="due">
            <h2 id="due">{words.due}</h2>
            <DueList services={writes} territory={territory} />
          </section>
          <Enter writes={writes} territory={territory} />
        </>
      )}
    </>
  );
}

const statuses = ['estimate', 'preliminary', 'official'] as const;

/** Which grid it is: domain, period, what it is broken down by, and how sure its figures are; all in the address. */
function Enter({ writes, territory }: { writes: readonly Service[]; territory: string }) {
  const words = usePageWords(both);
  const frame = useWords();
  const { language } = useSettings();
  const search = useSearch({ from: '/work' });
  const navigate = useNavigate();
  const service = writes.find((one) => one === search.service) ?? writes[0] ?? 'industry';
  const choices = periodsToEnter(today());
  const period = search.period ?? choices.months[0] ?? '';
  const [style, setStyle] = useNumberStyle();
  const { data: indicators } = useIndicators();
  const breakdowns = breakdownsOf([...(indicators?.values() ?? [])].filter((one) => one.service === service));
  const by = breakdowns.find(({ name }) => name === search.by)?.name;
  const status = search.status ?? 'estimate';
  const change = (to: Partial<typeof search>) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...to }), resetScroll: false });
  const named = (id: string) => ({ id, name: writePeriod(id, language) });
  const isListed = [...choices.months, ...choices.longer].includes(period);
  return (
    <section className={css.section} aria-labelledby="grid">
      <h2 id="grid" tabIndex={-1}>
        {words.grid}
      </h2>
      <div className={css.choices}>
        <Select
          label={words.service}
          choices={writes.map((id) => ({ id, name: words[id] }))}
          value={service}
          onChange={(id) => change({ service: writes.find((one) => one === id), by: undefined })}
        />
        <Select
          label={frame.period}
          choices={[
            ...(isListed ? [] : [{ name: words.chosen, choices: [named(period)] }]),
            { name: words.months, choices: choices.months.map(named) },
            { name: words.longer, choices: choices.longer.map(named) },
          ]}
          value={period}
          onChange={(id) => change({ period: id })}
        />
        <Select
          label={words.by}
          choices={[
            { id: 'none', name: words.byNone },
            ...breakdowns.map(({ name, label }) => ({ id: name, name: label[language] })),
          ]}
          value={by ?? 'none'}
          onChange={(id) => change({ by: id === 'none' ? undefined : id })}
        />
        <Select
          label={words.status}
          choices={statuses.map((id) => ({ id, name: words[id] }))}
          value={status}
          onChange={(id) => change({ status: statuses.find((one) => one === id) })}
        />
        <Select
          label={words.style}
          choices={[
            { id: 'vi', name: words.styleVi },
            { id: 'en', name: words.styleEn },
          ]}
          value={style}
          onChange={setStyle}
        />
      </div>
      <GridOf
        key={`${service} ${territory} ${period}`}
        {...{ service, territory, period, by, status, style }}
      />
    </section>
  );
}

interface GridOfProps {
  service: Service;
  territory: string;
  period: string;
  by: string | undefined;
  status: (typeof statuses)[number];
  style: 'vi' | 'en';
}

function GridOf({ by, ...given }: GridOfProps) {
  const { service, territory, period } = given;
  const words = usePageWords(both);
  const { language } = useSettings();
  const { account } = useSignIn();
  const { territoryName } = usePlace();
  const cache = useQueryClient();
  const month = useMonth(service, territory, period, by);
  const entered = useEntries(`doit.draft ${account?.id ?? ''} ${service} ${territory} ${period}`);
  const label = fill(words.gridOf, {
    service: words[service],
    period: writePeriod(period, language),
    territory: territoryName,
  });
  const onSent = async () => {
    await cache.invalidateQueries({ queryKey: ['work'] });
    await cache.invalidateQueries({ queryKey: ['get', '/v1/reporting/checks'] });
  };
  return (
    <Answer of={month} lines={8}>
      {(data) =>
        data.lines.length === 0 ? (
          <Notice title={words.noLines} />
        ) : (
          <EntryGrid {...given} label={label} month={data} entered={entered} onSent={onSent} />
        )
      }
    </Answer>
  );
}
