import { Link } from '@tanstack/react-router';
import { usePageWords, useSettings } from '../../app/settings';
import { numbersOfCell, writeFigureKey, type NumberOfCell } from '../../figures/figure-key';
import { FigureValue } from '../../figures/figure-value';
import { numberNames } from '../../figures/number-names';
import type { Asked, Item } from './cell';
import css from './figure.module.css';
import { words as both } from './words';

interface Props {
  item: Item;
  asked: Asked;
  number: NumberOfCell | undefined;
}

/** What the cell is beside its plan, its pace and the year before: each number with a page of its own. */
export function CellNumbers({ item, asked: { key }, number }: Props) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const shown = numbersOfCell.flatMap((name) => {
    const cell = name === 'actual' ? (item.actual ?? item.made) : item[name];
    return cell && !('refusal' in cell && cell.refusal) ? [{ name, cell }] : [];
  });
  const refused = refusedOf(item);
  if (shown.length + refused.size === 0) return null;
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers">{words.numbers}</h2>
      <dl className={css.numbers}>
        {shown.map(({ name, cell }) => {
          const { unit, signed = false } = numberNames[name];
          return (
            <div key={name} {...(name === (number ?? 'actual') && { 'aria-current': 'true' })}>
              <dt>{numberNames[name][language]}</dt>
              <dd>
                <FigureValue
                  of={cell}
                  unit={unit === 'own' ? item.unit : unit}
                  to={key}
                  signed={signed}
                  {...(name !== 'actual' && { number: name })}
                />
              </dd>
            </div>
          );
        })}
      </dl>
      {refused.size > 0 && <h3>{words.refused}</h3>}
      <dl className={css.refusals}>
        {[...refused.values()].map(({ message, names }) => (
          <div key={message.vi}>
            <dt>{message[language]}</dt>
            {names.map((name) => (
              <dd key={name}>
                <Link
                  to="/figures/$id"
                  params={{ id: writeFigureKey(key) }}
                  search={(before) => ({ ...before, of: name })}
                >
                  {numberNames[name][language]}
                </Link>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

type Refusal = NonNullable<Item['refusal']>;

/** What cannot be said, by the reason; what such an indicator is never asked about says nothing. */
function refusedOf(item: Item): Map<string, { message: Refusal['message']; names: NumberOfCell[] }> {
  const found = new Map<string, { message: Refusal['message']; names: NumberOfCell[] }>();
  for (const name of numbersOfCell) {
    const refusal = name === 'actual' ? undefined : item[name]?.refusal;
    if (!refusal || refusal.code === 'not-comparable') continue;
    const { names } = found.get(refusal.message.vi) ?? { names: [] };
    found.set(refusal.message.vi, { message: refusal.message, names: [...names, name] });
  }
  return found;
}
