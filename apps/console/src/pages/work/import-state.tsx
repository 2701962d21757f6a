import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { useEffect, useState } from 'react';
import { client } from '../../api/client';
import { mayDo, useSignIn } from '../../app/account';
import { useNaming, usePageWords, useSettings } from '../../app/settings';
import { Button } from '../../kit/button';
import kit from '../../kit/kit.module.css';
import { Notice, Skeleton, TroubleNotice } from '../../kit/notice';
import { Table } from '../../kit/table';
import { writeNumber } from '../../words/numbers';
import { fill } from './fill';
import { words as both } from './import-words';
import { ReturnDialog } from './return-dialog';
import { isOver, useImport, type FlowImport } from './watch-import';
import css from './work.module.css';

/** One extract: how far it is, what is wrong in it, what became of it, and the decision on it. */
export function ImportState({ id }: { id: string }) {
  const words = usePageWords(both);
  const [round, setRound] = useState(0);
  const cache = useQueryClient();
  const { state, isAway, error } = useImport(id, round);
  const status = state?.status;
  useEffect(() => {
    // The list of extracts says how each stands, too.
    if (status) void cache.invalidateQueries({ queryKey: ['get', '/v1/export-import/imports'] });
  }, [cache, status]);
  if (error !== null) return <TroubleNotice error={error} />;
  if (!state) return <Skeleton lines={3} />;
  return (
    <section className={css.section} aria-labelledby="import">
      <h2 id="import">{fill(words.one, { name: state.file?.name ?? '' })}</h2>
      {isAway && <Notice title={words.away} />}
      <Progress of={state} />
      <div aria-live="polite">
        <Outcome of={state} />
      </div>
      {state.errors.length > 0 && <Faults of={state} />}
      <Decision of={state} onDecided={() => setRound((before) => before + 1)} />
    </section>
  );
}

function Progress({ of: { status, rowsRead, rowsTotal, accepted, rejected } }: { of: FlowImport }) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const write = (n: number) => writeNumber(String(n), language);
  const isKnown = rowsTotal !== null;
  const count = isKnown
    ? fill(words.rows, { read: write(rowsRead), total: write(rowsTotal) })
    : fill(words.rowsSoFar, { read: write(rowsRead) });
  return (
    <div className={css.form}>
      <progress
        className={css.progress}
        aria-label={words.progress}
        aria-valuetext={`${words[status]}: ${count}`}
        {...(isKnown && { max: Math.max(1, rowsTotal), value: rowsTotal === 0 ? 1 : rowsRead })}
      />
      <p>
        <strong>{words[status]}</strong>: {count}, {fill(words.accepted, { n: write(accepted) })},{' '}
        {fill(words.rejected, { n: write(rejected) })}
      </p>
    </div>
  );
}

const counts = ['added', 'changed', 'unchanged', 'older', 'withdrawn', 'cells'] as const;

function Outcome({ of }: { of: FlowImport }) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const { outcome, dryRun, state, status, reason } = of;
  if (!isOver(of)) return null;
  if (status === 'failed') return <Notice title={words.outcomeFailed} />;
  if (dryRun) return <Notice title={words.outcomeDryRun} />;
  if (state === 'returned') return <Notice title={fill(words.outcomeReturned, { reason: reason ?? '' })} />;
  if (state === 'submitted' || !outcome) return <Notice title={words.outcomeWaits} />;
  return (
    <Notice title={words.outcomeWritten}>
      <dl className={css.counts}>
        {counts.map((name) => (
          <div key={name}>
            <dt>{words[name]}</dt>
            <dd>{writeNumber(String(outcome[name]), language)}</dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}

type Fault = FlowImport['errors'][number];

function Faults({ of: { errors } }: { of: FlowImport }) {
  const words = usePageWords(both);
  const naming = useNaming();
  const { language } = useSettings();
  const columns: ColumnDef<Fault>[] = [
    {
      id: 'row',
      header: words.row,
      cell: ({ row: { original } }) =>
        original.row === 0 ? words.wholeFile : writeNumber(String(original.row), language),
      meta: { kind: 'rowHeader' },
    },
    { id: 'column', header: words.column, cell: ({ row }) => row.original.column },
    { id: 'what', header: words.what, cell: ({ row }) => naming(row.original.message) },
  ];
  return (
    <>
      <h3>{words.faults}</h3>
      {errors.length >= 1000 && <p>{fill(words.faultsFirst, { n: errors.length })}</p>}
      <Table caption={words.faults} columns={columns} rows={errors} />
    </>
  );
}

/** Approves what was checked, or returns it, on the version that is seen. */
function Decision({ of, onDecided }: { of: FlowImport; onDecided: () => void }) {
  const words = usePageWords(both);
  const { account } = useSignIn();
  const { id, version, state, status, dryRun, territories } = of;
  const params = { path: { id }, header: { 'If-Match': version } };
  const deciding = useMutation({
    mutationFn: async (reason: string | null) => {
      if (reason === null) await client.POST('/v1/export-import/imports/{id}/approve', { params });
      else await client.POST('/v1/export-import/imports/{id}/return', { params, body: { reason } });
    },
    onSuccess: onDecided,
  });
  const mayDecide = territories.every((one) => mayDo(account, 'export-import:approve', one));
  const isWaiting = status === 'done' && state === 'submitted' && !dryRun;
  if (!isWaiting || !mayDecide || !mayDo(account, 'export-import:approve')) return null;
  return (
    <>
      <div className={kit.row}>
        <Button kind="primary" isDisabled={deciding.isPending} onPress={() => deciding.mutate(null)}>
          {words.approve}
        </Button>
        <ReturnDialog
          label={words.sendBack}
          isDisabled={deciding.isPending}
          onReturn={(reason) => deciding.mutate(reason)}
        />
      </div>
      {deciding.isError && <TroubleNotice error={deciding.error} />}
    </>
  );
}
