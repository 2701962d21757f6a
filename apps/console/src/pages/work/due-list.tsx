import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ColumnDef } from '@tanstack/react-table';
import { usePageWords, useSettings } from '../../app/settings';
import { Skeleton, TroubleNotice } from '../../kit/notice';
import { Table } from '../../kit/table';
import { writeDay, writePeriod } from '../../words/periods';
import { fill } from './fill';
import { periodsDue, today } from './periods';
import type { Service } from '../../api/services';
import { listSubmissions, type Submissions } from './services';
import css from './work.module.css';
import { words as both } from './words';

interface Due {
  readonly service: Service;
  readonly period: string;
  readonly dueOn: string | null;
  readonly received: number;
  readonly of: number;
  readonly daysLate: number;
  readonly cameLate: boolean;
  readonly legalSource: string | null;
}

/** What must be handed in now: by domain and period, the latest first. */
export function DueList({ services, territory }: { services: readonly Service[]; territory: string }) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const day = today();
  const asked = services.flatMap((service) => periodsDue(day).map((period) => ({ service, period })));
  const read = useQueries({
    queries: asked.map(({ service, period }) => ({
      queryKey: ['work', 'due', service, territory, period],
      queryFn: () => listSubmissions(service, territory, period),
    })),
  });
  const trouble = read.find(({ error, data }) => error && !data)?.error;
  if (trouble) return <TroubleNotice error={trouble} />;
  if (read.some(({ isPending }) => isPending)) return <Skeleton lines={6} />;
  const all = read.flatMap(({ data }, n) => {
    const service = asked[n]?.service;
    return data && service && data.items.length > 0 ? [dueOf(service, data)] : [];
  });
  const open = all.filter(({ received, of }) => received < of);
  const late = open.filter(({ daysLate }) => daysLate > 0);
  const law = all.find(({ legalSource }) => legalSource !== null)?.legalSource;
  const parts = { day: writeDay(day, language), open: open.length, late: late.length };
  return (
    <>
      <p>{fill(open.length === 0 ? words.allDone : words.dueNow, parts)}</p>
      <DueTable rows={all.sort(byUrgency)} />
      {law && <p className={css.small}>{fill(words.rule, { source: law })}</p>}
    </>
  );
}

function dueOf(service: Service, { period, dueOn, legalSource, items }: Submissions): Due {
  return {
    service,
    period,
    dueOn,
    legalSource,
    received: items.filter(({ receivedOn }) => receivedOn !== null).length,
    of: items.length,
    daysLate: Math.max(0, ...items.map(({ verdict, daysLate }) => (verdict === 'missing' ? daysLate : 0))),
    cameLate: items.some(({ verdict }) => verdict === 'late'),
  };
}

const isOpen = ({ received, of }: Due): boolean => received < of;
/** What is due next comes first: the officer’s work of today; then what is late, the latest day first. */
const byUrgency = (a: Due, b: Due): number =>
  Number(isOpen(b)) - Number(isOpen(a)) || (b.dueOn ?? '').localeCompare(a.dueOn ?? '');

function DueTable({ rows }: { rows: Due[] }) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const columns: ColumnDef<Due>[] = [
    {
      id: 'period',
      header: words.period,
      meta: { kind: 'rowHeader' },
      cell: ({ row: { original } }) => (
        <Link
          to="/work"
          hash="grid"
          search={(before) => ({ ...before, service: original.service, period: original.period })}
          aria-label={`${fill(words.enter, { period: writePeriod(original.period, language) })}, ${words[original.service]}`}
        >
          {writePeriod(original.period, language)}
        </Link>
      ),
    },
    { id: 'service', header: words.service, cell: ({ row }) => words[row.original.service] },
    {
      id: 'due',
      header: words.deadline,
      cell: ({ row: { original } }) =>
        original.dueOn === null ? words.noDeadline : writeDay(original.dueOn, language),
    },
    {
      id: 'received',
      header: words.received,
      cell: ({ row: { original } }) => fill(words.receivedOf, { n: original.received, of: original.of }),
    },
    {
      id: 'standing',
      header: words.standing,
      cell: ({ row }) => <Standing of={row.original} />,
    },
  ];
  return <Table caption={words.due} columns={columns} rows={rows} />;
}

const dayMs = 86_400_000;

function Standing({ of }: { of: Due }) {
  const words = usePageWords(both);
  if (!isOpen(of))
    return (
      <>
        <span aria-hidden="true">●</span> {words.done}
        {of.cameLate && `, ${words.receivedLate}`}
      </>
    );
  if (of.daysLate > 0)
    return (
      <strong className={css.action}>
        <span aria-hidden="true">▲</span> {fill(words.late, { days: of.daysLate })}
      </strong>
    );
  if (of.dueOn === null) return words.noDeadline;
  const days = Math.round((Date.parse(of.dueOn) - Date.parse(today())) / dayMs);
  return (
    <>
      <span aria-hidden="true">○</span> {days === 0 ? words.today : fill(words.inDays, { days })}
    </>
  );
}
