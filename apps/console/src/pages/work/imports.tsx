import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ColumnDef } from '@tanstack/react-table';
import { queries } from '../../api/client';
import { mayDo, useSignIn } from '../../app/account';
import { useAccountName } from '../../app/account-name';
import { PageHeading } from '../../app/heading';
import { usePageWords, useSettings } from '../../app/settings';
import { Answer } from '../../kit/answer';
import { Notice, Skeleton } from '../../kit/notice';
import { Table } from '../../kit/table';
import { writeNumber } from '../../words/numbers';
import { writeMoment } from '../../words/periods';
import { ImportForm } from './import-form';
import { ImportState } from './import-state';
import { words as both } from './import-words';
import type { FlowImport } from './watch-import';
import css from './work.module.css';

/** Extracts of the customs: sent, watched, decided on. */
export default function Imports() {
  const words = usePageWords(both);
  const { account, pending } = useSignIn();
  const { import: id } = useSearch({ from: '/work/imports' });
  const navigate = useNavigate();
  const cache = useQueryClient();
  const show = async (sent: FlowImport) => {
    await navigate({ to: '.', search: (before) => ({ ...before, import: sent.id }) });
    await cache.invalidateQueries({ queryKey: ['get', '/v1/export-import/imports'] });
  };
  return (
    <>
      <PageHeading title={words.title} />
      {pending && <Skeleton lines={4} />}
      {!pending && !account && <Notice title={words.signIn} />}
      {id !== undefined && account && <ImportState key={id} id={id} />}
      {mayDo(account, 'export-import:write') && (
        <section className={css.section} aria-labelledby="send">
          <h2 id="send">{words.send}</h2>
          <ImportForm onSent={(sent) => void show(sent)} />
        </section>
      )}
      {mayDo(account, 'export-import:read') && <Earlier />}
    </>
  );
}

function Earlier() {
  const words = usePageWords(both);
  const { language } = useSettings();
  const accountName = useAccountName();
  const read = useQuery(
    queries.queryOptions('get', '/v1/export-import/imports', { params: { query: { limit: 20 } } }),
  );
  const columns: ColumnDef<FlowImport>[] = [
    {
      id: 'name',
      header: words.name,
      meta: { kind: 'rowHeader' },
      cell: ({ row: { original } }) => (
        <Link to="/work/imports" search={(before) => ({ ...before, import: original.id })}>
          {original.file?.name}
        </Link>
      ),
    },
    { id: 'at', header: words.sentAt, cell: ({ row }) => writeMoment(row.original.sentAt, language) },
    { id: 'by', header: words.sentBy, cell: ({ row }) => accountName(row.original.sentBy) },
    {
      id: 'standing',
      header: words.standing,
      cell: ({ row: { original } }) => {
        const { status, state, dryRun } = original;
        if (status !== 'done') return words[status];
        return dryRun ? words.onlyChecked : words[state];
      },
    },
    {
      id: 'rows',
      header: words.count,
      meta: { kind: 'number' },
      cell: ({ row }) => writeNumber(String(row.original.rowsRead), language),
    },
  ];
  return (
    <section className={css.section} aria-labelledby="earlier">
      <h2 id="earlier">{words.earlier}</h2>
      <Answer of={read} lines={3}>
        {({ items }) => {
          const files = items.filter(({ file }) => file);
          return files.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <Table caption={words.earlier} columns={columns} rows={files} />
          );
        }}
      </Answer>
    </section>
  );
}
