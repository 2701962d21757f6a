import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useSyncExternalStore, type ReactNode } from 'react';
import { useTerritories } from '../../api/reference';
import { mayDo, useSignIn } from '../../app/account';
import { PageHeading } from '../../app/heading';
import { usePlace } from '../../app/place';
import { usePageWords, useSettings } from '../../app/settings';
import { Answer } from '../../kit/answer';
import { Select } from '../../kit/choices';
import { Notice, Skeleton } from '../../kit/notice';
import { writePeriod } from '../../words/periods';
import { EntryForm } from '../registers/entry-form';
import { useNames } from '../registers/names/naming';
import { country, useScope } from '../registers/scope';
import { useShape } from '../registers/shape';
import { TerritoryField } from '../registers/territory-field';
import { Agenda } from './agenda';
import css from './calendar.module.css';
import { addMonths, thisMonth } from './days';
import { DraftOverlaps } from './draft-overlaps';
import { useEvents, useOverlaps } from './events';
import { Month } from './month';
import { words as both } from './words';

const register = { service: 'trade', register: 'promotion-events' };

/** Who holds what and when, and what should better be one. */
export default function Calendar() {
  const words = usePageWords(both);
  const { act } = useSearch({ from: '/calendar' });
  const { account } = useSignIn();
  const isNew = act === 'new' && mayDo(account, 'trade:write');
  return (
    <>
      <PageHeading title={isNew ? words.registering : words.title} />
      {isNew ? <NewEvent /> : <Events />}
    </>
  );
}

function NewEvent() {
  const navigate = useNavigate();
  const shape = useShape(register.service, register.register);
  if (!shape) return <Skeleton lines={6} />;
  return (
    <EntryForm
      shape={shape}
      onDone={({ id }) =>
        void navigate({ to: '/registers/$service/$register/$id', params: { ...register, id } })
      }
      onCancel={() => void navigate({ to: '/calendar', search: (before) => ({ ...before, act: undefined }) })}
      beside={(draft) => <DraftOverlaps draft={draft} />}
    />
  );
}

function Events() {
  const words = usePageWords(both);
  const { language } = useSettings();
  const { account } = useSignIn();
  const { month: asked, view, sector } = useSearch({ from: '/calendar' });
  const month = asked ?? thisMonth();
  const { listing, events } = useEvents(month, useScope());
  const shown = events.filter(({ sectors }) => sector === undefined || sectors.some((one) => one === sector));
  const overlaps = useOverlaps(shown);
  const isNarrow = useNarrow();
  const name = writePeriod(month, language);
  return (
    <>
      <nav className={css.months} aria-label={name}>
        <MonthLink month={addMonths(month, -1)}>← {words.previous}</MonthLink>
        <h2 aria-live="polite">{name}</h2>
        <MonthLink month={addMonths(month, 1)}>{words.following} →</MonthLink>
        {month !== thisMonth() && <MonthLink month={thisMonth()}>{words.today}</MonthLink>}
      </nav>
      <Chosen isNarrow={isNarrow} />
      <p className={css.links}>
        <Subscribe />
        {mayDo(account, 'trade:write') && (
          <Link to="/calendar" search={(before) => ({ ...before, act: 'new' as const })}>
            {words.register}
          </Link>
        )}
      </p>
      <Answer of={listing} lines={8}>
        {() =>
          shown.length === 0 ? (
            <Notice title={words.none.replace('{month}', name.toLocaleLowerCase(language))}>
              <p>{words.noneToDo}</p>
            </Notice>
          ) : view === 'agenda' || isNarrow ? (
            <Agenda events={shown} overlaps={overlaps} />
          ) : (
            <Month month={month} events={shown} overlaps={overlaps} />
          )
        }
      </Answer>
    </>
  );
}

function MonthLink({ month, children }: { month: string; children: ReactNode }) {
  return (
    <Link to="/calendar" search={(before) => ({ ...before, month })} resetScroll={false}>
      {children}
    </Link>
  );
}

/** Territory, sector and the way to look at it. */
function Chosen({ isNarrow }: { isNarrow: boolean }) {
  const words = usePageWords(both);
  const names = useNames();
  const navigate = useNavigate();
  const place = usePlace();
  const { view, sector } = useSearch({ from: '/calendar' });
  const shape = useShape(register.service, register.register);
  const sectors = shape?.fields.find(({ name }) => name === 'sectors')?.values ?? [];
  const views = [
    { id: 'month', name: words.month },
    { id: 'agenda', name: words.agenda },
  ];
  const all = { id: 'all', name: words.any };
  return (
    <search className={css.filters}>
      <TerritoryField
        label={words.territory}
        value={place.territory}
        all={{ id: 'viet-nam', name: words.country }}
        groups
        onChange={(territory) => place.choose({ territory })}
      />
      <Select
        label={words.sector}
        choices={[all, ...sectors.map((id) => ({ id, name: names.value('sectors', id) }))]}
        value={sector ?? all.id}
        onChange={(id) =>
          void navigate({
            to: '/calendar',
            search: (before) => ({ ...before, sector: id === all.id ? undefined : id }),
          })
        }
      />
      {!isNarrow && (
        <Select
          label={words.view}
          choices={views}
          value={view ?? 'month'}
          onChange={(id) =>
            void navigate({
              to: '/calendar',
              search: (before) => ({ ...before, view: id === 'agenda' ? 'agenda' : undefined }),
            })
          }
        />
      )}
    </search>
  );
}

/** The same events for one's own calendar, narrowed as one sees them. */
function Subscribe() {
  const words = usePageWords(both);
  const { language } = useSettings();
  const { territory } = usePlace();
  const { data: all } = useTerritories();
  const { sector } = useSearch({ from: '/calendar' });
  const type = all?.get(territory)?.type;
  const isGroup = type === 'region' || type === 'conference-group';
  const asked = new URLSearchParams({
    lang: language,
    ...(sector && { sector }),
    ...(territory !== country && (isGroup ? { group: territory } : { territory })),
  });
  return <a href={`/v1/trade/promotion-events/calendar.ics?${asked.toString()}`}>{words.subscribe}</a>;
}

const narrow = '(max-width: 46rem)';
const watch = (changed: () => void) => {
  const list = matchMedia(narrow);
  list.addEventListener('change', changed);
  return () => list.removeEventListener('change', changed);
};
/** Where a month of seven columns could not be read. */
const useNarrow = (): boolean => useSyncExternalStore(watch, () => matchMedia(narrow).matches);
