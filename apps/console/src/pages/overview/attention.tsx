import { useSignIn } from '../../app/account';
import { usePageWords } from '../../app/settings';
import { Skeleton, TroubleNotice } from '../../kit/notice';
import type { Asked, Concern } from './concern';
import { useContradictions } from './contradictions';
import { useDeadlines } from './deadlines';
import css from './overview.module.css';
import { useSubmissions } from './submissions';
import { useTasks } from './tasks';
import { words as both } from './words';

/** What needs somebody, grouped, as far as whoever looks may know it. */
export function Attention(asked: Asked) {
  const words = usePageWords(both);
  const { account } = useSignIn();
  const found = [useTasks(asked), useContradictions(asked), useSubmissions(asked), useDeadlines(asked)];
  const concerns = found.flatMap((one) => one.concerns.filter(({ items }) => items.length > 0));
  const trouble = found.map((one) => one.trouble).find((one) => one !== null);
  const isPending = found.some((one) => one.isPending);
  return (
    <section className={css.attention} aria-labelledby="attention">
      <h2 id="attention">{words.attention}</h2>
      {concerns.map((concern) => (
        <Group key={concern.key} concern={concern} />
      ))}
      {trouble !== undefined && <TroubleNotice error={trouble} />}
      {isPending && <Skeleton lines={3} />}
      {!isPending && trouble === undefined && concerns.length === 0 && <p>{words.calm}</p>}
      <div className={css.notes}>
        {found.map(({ note }, n) => note && <div key={n}>{note}</div>)}
        {!account && <p>{words.signInForMore}</p>}
      </div>
    </section>
  );
}

function Group({ concern: { key, title, items, more = 0, after } }: { concern: Concern }) {
  const words = usePageWords(both);
  return (
    <section className={css.concern} aria-labelledby={`concern-${key}`}>
      <h3 id={`concern-${key}`}>{title}</h3>
      <ul>
        {items.map((item) => (
          <li key={item.key}>{item.content}</li>
        ))}
      </ul>
      {more > 0 && <p>{words.more.replace('{count}', String(more))}</p>}
      {after && <p>{after}</p>}
    </section>
  );
}
