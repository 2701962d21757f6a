import { useNaming, usePageWords } from '../../app/settings';
import { sectionOf, type Check, type Section } from './answer';
import { NumbersIn } from './numbers-in';
import css from './report.module.css';
import { words as both } from './words';

const verdicts = ['contradicts', 'cannot-tell', 'agrees'] as const;
const marks = { contradicts: '≠', 'cannot-tell': '?', agrees: '=' };

/** What was found of the figures of a section, beside its paragraph: what does not add up in full, the rest to be opened. */
export function ChecksBeside({ section, checks }: { section: Section; checks: readonly Check[] }) {
  const words = usePageWords(both);
  const naming = useNaming();
  if (checks.length === 0) return null;
  return (
    <aside className={css.checks} aria-label={words.checks.replace('{section}', naming(section.title))}>
      {verdicts.map((verdict) => {
        const found = checks.filter((check) => check.verdict === verdict);
        if (found.length === 0) return null;
        const list = (
          <ul>
            {found.map((check, n) => (
              <li key={n}>
                <CheckSentence check={check} />
              </li>
            ))}
          </ul>
        );
        const title = (
          <>
            <span aria-hidden="true">{marks[verdict]}</span>{' '}
            {words.counted.replace('{verdict}', words[verdict]).replace('{count}', String(found.length))}
          </>
        );
        return verdict === 'contradicts' ? (
          <div key={verdict} className={css.contradicts}>
            <p className={css.verdict}>{title}</p>
            {list}
          </div>
        ) : (
          <details key={verdict}>
            <summary>{title}</summary>
            {list}
          </details>
        );
      })}
    </aside>
  );
}

function CheckSentence({ check }: { check: Check }) {
  const naming = useNaming();
  return (
    <>
      <strong>
        <NumbersIn text={naming(check.statement)} check={check} />
      </strong>
      <br />
      <NumbersIn text={naming(check.message)} check={check} />
    </>
  );
}

/** All of them once more: how many came out how, and what each is about; in full where no section shows its figures. */
export function AllChecks({ checks, sections }: { checks: readonly Check[]; sections: readonly Section[] }) {
  const words = usePageWords(both);
  const naming = useNaming();
  if (checks.length === 0) return <p>{words.nothingToCheck}</p>;
  return (
    <>
      {verdicts.map((verdict) => {
        const found = checks.filter((check) => check.verdict === verdict);
        if (found.length === 0) return null;
        return (
          <div key={verdict}>
            <h3>
              <span aria-hidden="true">{marks[verdict]}</span>{' '}
              {words.counted.replace('{verdict}', words[verdict]).replace('{count}', String(found.length))}
            </h3>
            <ul>
              {found.map((check, n) => {
                const beside = sectionOf(check, sections);
                return (
                  <li key={n}>
                    {beside ? naming(check.statement) : <CheckSentence check={check} />}
                    {beside && (
                      <>
                        {' '}
                        (
                        <a href={`#${beside.key}`}>
                          {words.besideSection.replace('{section}', naming(beside.title))}
                        </a>
                        )
                      </>
                    )}
                  </li>
                );
              })}
            </ul>
          </div>
        );
      })}
    </>
  );
}
