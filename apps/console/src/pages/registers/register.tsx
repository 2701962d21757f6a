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
import { useAsk, useAsked, useCounts, useListing, type Asked } from './listing';
import { useNames } from './names/naming';
import { byState, type Counted } from './places';
import { RegisterMap } from './register-map';
import css from './registers.module.css';
import { country } from './scope';
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
  const ask = useAsk(shape);
  const isUnit = territory !== country;
  if (!mayRead && !pending)
    return (
      <Notice title={words.signInToRead}>
        <Button onPress={() => void signIn()}>{frame.signIn}</Button>
      </Notice>
    );
  const list = <Listed shape={shape} search={search} query={query} isAsked={mayRead && !pending} />;
  // Who reads one province's entries needs no map of them.
  const isOfAll = shape.isPublic || account?.territories.includes('*') === true;
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
      {isOfAll ? (
        <Tabs
          label={words.view}
          selected={search['view'] === 'map' ? 'map' : 'list'}
          onSelect={(view) => ask({ view: view === 'map' ? view : undefined })}
          tabs={[
            { id: 'list', name: words.list, content: list },
            { id: 'map', name: words.map, content: <RegisterMap shape={shape} query={query} /> },
          ]}
        />
      ) : (
        list
      )}
    </>
  );
}

interface ListedProps {
  shape: Shape;
  search: Asked;
  query: ListQuery;
  isAsked: boolean;
}

/** The entries, a page at a time, below how many are in which state. */
function Listed({ shape, search, query, isAsked }: ListedProps) {
  const listing = useListing(shape, query, isAsked);
  const { state: asked, ...every } = query;
  const counts = useCounts(shape, every, isAsked);
  const isBefore = listing.isPlaceholderData || counts.isPlaceholderData;
  return (
    <>
      {counts.data && (
        <Tally shape={shape} search={search} counts={byState(counts.data)} isBefore={isBefore} />
      )}
      <Answer of={listing} lines={8}>
        {({ pages }) => (
          <Found
            shape={shape}
            search={search}
            rows={pages.flatMap(({ items }) => items)}
            all={counts.data && sumOf(counts.data, asked)}
            isAll={!listing.hasNextPage}
            isBefore={isBefore}
            download={<Download shape={shape} query={query} />}
            more={() => void listing.fetchNextPage()}
          />
        )}
      </Answer>
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
  const { language } = useSettings();
  const every = search['columns'] === 'all';
  const columns = useColumns(shape, every);
  const sort = search['sort'];
  const sorting: SortingState = sort ? [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }] : [];
  const ask = useAsk(shape);
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
