import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { SortingState } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import { mayDo, useSignIn } from '../../app/account';
import { PageHeading } from '../../app/heading';
import { usePlace } from '../../app/place';
import { usePageWords, useSettings, useWords } from '../../app/settings';
import { Answer } from '../../kit/answer';
import { Button } from '../../kit/button';
import kit from '../../kit/kit.module.css';
import { Notice, Skeleton } from '../../kit/notice';
import { Switch } from '../../kit/switch';
import { Table } from '../../kit/table';
import { Tabs } from '../../kit/tabs';
import { fill } from '../../words/fill';
import { writeNumber } from '../../words/numbers';
import { useColumns } from './columns';
import { Download } from './download';
import type { Entry, ListQuery } from './entries';
import { EntryForm } from './entry-form';
import { Filters } from './filters';
import { useAsked, useCounts, useListing, type Asked } from './listing';
import { useNames } from './names/naming';
import { byState, type Counted } from './places';
import { RegisterMap } from './register-map';
import css from './registers.module.css';
import { useShape, type Shape } from './shape';
import { Tally } from './tally';
import { words as both } from './words';

/** What do we have, in which state: one register as a table, or the form of a new entry. */
export default function RegisterPage() {
  const words = usePageWords(both);
  const names = useNames();
  const { service, register } = useParams({ from: '/registers/$service/$register' });
  const search = useSearch({ from: '/registers/$service/$register' });
  const shape = useShape(service, register);
  if (shape === undefined) return <Skeleton lines={6} />;
  if (shape === null) return <PageHeading title={words.noRegister} />;
  const name = names.register(register);
  const isNew = search['act'] === 'new';
  return (
    <>
      <p className={css.crumbs}>
        {isNew ? (
          <Link to="/registers/$service/$register" params={shape}>
            {name}
          </Link>
        ) : (
          <Link to="/registers">{words.title}</Link>
        )}
      </p>
      <PageHeading title={isNew ? words.entering.replace('{register}', name) : name} />
      {isNew ? <NewEntry shape={shape} /> : <List shape={shape} search={search} />}
    </>
  );
}

function NewEntry({ shape }: { shape: Shape }) {
  const words = usePageWords(both);
  const navigate = useNavigate();
  const { account, pending } = useSignIn();
  const { service, register } = shape;
  const params = { service, register };
  if (pending) return <Skeleton lines={6} />;
  if (!mayDo(account, `${service}:write`)) return <Notice title={words.signInToWrite} />;
  return (
    <EntryForm
      shape={shape}
      onDone={({ id }) =>
        void navigate({ to: '/registers/$service/$register/$id', params: { ...params, id } })
      }
      onCancel={() => void navigate({ to: '/registers/$service/$register', params, search: {} })}
    />
  );
}

function List({ shape, search }: { shape: Shape; search: Asked }) {
  const words = usePageWords(both);
  const frame = useWords();
  const { account, pending, signIn } = useSignIn();
  const { territory } = usePlace();
  const query = useAsked(shape, search);
  const mayRead = shape.isPublic || account !== null;
  const isAsked = mayRead && !pending;
  const listing = useListing(shape, query, isAsked);
  const { state: asked, ...every } = query;
  const counts = useCounts(shape, every, isAsked);
  const navigate = useNavigate();
  const isUnit = territory !== 'viet-nam';
  if (!mayRead && !pending)
    return (
      <Notice title={words.signInToRead}>
        <Button onPress={() => void signIn()}>{frame.signIn}</Button>
      </Notice>
    );
  return (
    <>
      <Filters shape={shape} search={search} />
      {mayDo(account, `${shape.service}:write`, isUnit ? territory : undefined) && (
        <p>
          <Link
            to="/registers/$service/$register"
            params={shape}
            search={(before) => ({ ...before, act: 'new' })}
          >
            {words.enter}
          </Link>
        </p>
      )}
      <Tabs
        label={words.view}
        selected={search['view'] === 'map' ? 'map' : 'list'}
        onSelect={(view) =>
          void navigate({
            to: '/registers/$service/$register',
            params: shape,
            search: (before) => ({ ...before, view: view === 'map' ? view : undefined }),
            replace: true,
          })
        }
        tabs={[
          {
            id: 'list',
            name: words.list,
            content: (
              <>
                {counts.data && <Tally shape={shape} search={search} counts={byState(counts.data)} />}
                <Answer of={listing} lines={8}>
                  {({ pages }) => (
                    <Found
                      shape={shape}
                      search={search}
                      rows={pages.flatMap(({ items }) => items)}
                      all={counts.data && sumOf(counts.data, asked)}
                      isAll={!listing.hasNextPage}
                      isBefore={listing.isPlaceholderData}
                      download={<Download shape={shape} query={query} />}
                      more={() => void listing.fetchNextPage()}
                    />
                  )}
                </Answer>
              </>
            ),
          },
          { id: 'map', name: words.map, content: isAsked && <RegisterMap shape={shape} query={query} /> },
        ]}
      />
    </>
  );
}

const sumOf = (counted: Counted, asked: ListQuery[string]): number =>
  counted.reduce(
    (sum, { state, count }) => (Array.isArray(asked) && !asked.includes(state) ? sum : sum + count),
    0,
  );

interface FoundProps {
  shape: Shape;
  search: Asked;
  rows: Entry[];
  /** How many there are in all; undefined while that is not known. */
  all: number | undefined;
  isAll: boolean;
  /** Still what was asked before. */
  isBefore: boolean;
  download: ReactNode;
  more: () => void;
}

function Found({ shape, search, rows, all, isAll, isBefore, download, more }: FoundProps) {
  const words = usePageWords(both);
  const names = useNames();
  const navigate = useNavigate();
  const { language } = useSettings();
  const every = search['columns'] === 'all';
  const columns = useColumns(shape, every);
  const sort = search['sort'];
  const sorting: SortingState = sort ? [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }] : [];
  const ask = (change: Asked) =>
    void navigate({
      to: '/registers/$service/$register',
      params: shape,
      search: (before) => ({ ...before, ...change }),
      replace: true,
    });
  if (rows.length === 0)
    return (
      <Notice title={words.none}>
        <p>{words.noneToDo}</p>
      </Notice>
    );
  const write = (n: number) => writeNumber(String(n), language);
  const count = isAll
    ? fill(words.shownAll, { n: write(rows.length) })
    : fill(all === undefined ? words.shown : words.shownOf, { n: write(rows.length), all: write(all ?? 0) });
  return (
    <>
      <div className={css.bar}>
        <span aria-live="polite" className={css.count}>
          {isBefore ? words.reading : count}
        </span>
        <Switch isSelected={every} onChange={(on) => ask({ columns: on ? 'all' : undefined })}>
          {words.allColumns}
        </Switch>
        {download}
      </div>
      <Table
        caption={names.register(shape.register)}
        columns={columns}
        rows={rows}
        sorting={sorting}
        onSortingChange={([by]) => ask({ sort: by && `${by.desc ? '-' : ''}${by.id}` })}
        sortedElsewhere
      />
      {!isAll && (
        <div className={kit.row}>
          <Button onPress={more}>{words.more}</Button>
        </div>
      )}
    </>
  );
}
