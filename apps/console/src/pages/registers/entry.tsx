import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { mayDo, useSignIn } from '../../app/account';
import { PageHeading } from '../../app/heading';
import { usePageWords } from '../../app/settings';
import { useTerritories } from '../../api/reference';
import { useNaming } from '../../app/settings';
import { Answer } from '../../kit/answer';
import { Button } from '../../kit/button';
import { Skeleton } from '../../kit/notice';
import { answered, entries, type Entry } from './entries';
import { EntryForm } from './entry-form';
import { Facts } from './facts';
import { History } from './history';
import { Life } from './life';
import { useNames } from './names/naming';
import { OverlapsOf } from './overlaps-of';
import css from './registers.module.css';
import { useShape, type Shape } from './shape';
import { words as both } from './words';

const route = '/registers/$service/$register/$id';

/** One entry: where it stands in its life, what is known of it, and what happened to it. */
export default function EntryPage() {
  const words = usePageWords(both);
  const { service, register, id } = useParams({ from: route });
  const shape = useShape(service, register);
  const { pending } = useSignIn();
  const path = { service, register, id };
  const entry = useQuery({
    queryKey: [service, register, id],
    enabled: !pending,
    queryFn: async () => answered(await entries.GET('/v1/{service}/{register}/{id}', { params: { path } })),
  });
  if (shape === undefined) return <Skeleton lines={6} />;
  if (shape === null) return <PageHeading title={words.noRegister} />;
  return <Answer of={entry}>{(found) => <Found shape={shape} entry={found} />}</Answer>;
}

function Found({ shape, entry }: { shape: Shape; entry: Entry }) {
  const words = usePageWords(both);
  const names = useNames();
  const naming = useNaming();
  const navigate = useNavigate();
  const { act } = useSearch({ from: route });
  const { account } = useSignIn();
  const { data: territories } = useTerritories();
  const { service, register } = shape;
  const path = { service, register, id: entry.id };
  const readsAll = mayDo(account, `${service}:read`, entry.territory);
  const mayWrite = mayDo(account, `${service}:write`, entry.territory);
  const steps = useQuery({
    queryKey: [service, register, entry.id, 'steps', entry.version],
    queryFn: async () =>
      answered(await entries.GET('/v1/{service}/{register}/{id}/steps', { params: { path } })),
    placeholderData: (before) => before,
  });
  const history = useQuery({
    queryKey: [service, register, entry.id, 'history', entry.version],
    enabled: readsAll,
    queryFn: async () =>
      answered(
        await entries.GET('/v1/{service}/{register}/{id}/history', {
          params: { path, query: { limit: 500 } },
        }),
      ),
    placeholderData: (before) => before,
  });
  const go = (to: string | undefined) =>
    void navigate({ to: route, params: path, search: (before) => ({ ...before, act: to }) });
  const unit = territories?.get(entry.territory);
  const where = [entry.code, unit && naming(unit.name)].filter(Boolean).join(' · ');
  return (
    <>
      <p className={css.crumbs}>
        <Link to="/registers/$service/$register" params={shape}>
          {names.register(register)}
        </Link>
      </p>
      <PageHeading title={entry.name} />
      <p className={css.subtitle}>{where}</p>
      {act === 'edit' && mayWrite ? (
        <section className={css.section} aria-labelledby="edit">
          <h2 id="edit">{words.editing}</h2>
          <EntryForm
            shape={shape}
            entry={entry}
            onDone={() => go(undefined)}
            onCancel={() => go(undefined)}
          />
        </section>
      ) : (
        <>
          <Answer of={steps} lines={3}>
            {({ items }) => (
              <Life shape={shape} entry={entry} steps={items} events={history.data?.items ?? []} act={act} />
            )}
          </Answer>
          {register === 'promotion-events' && <OverlapsOf id={entry.id} version={entry.version} />}
          <Facts shape={shape} entry={entry} readsAll={readsAll} />
          {mayWrite && (
            <div className={css.acts}>
              <Button onPress={() => go('edit')}>{words.edit}</Button>
            </div>
          )}
          {readsAll && (
            <Answer of={history}>{({ items }) => <History shape={shape} events={items} />}</Answer>
          )}
        </>
      )}
    </>
  );
}
