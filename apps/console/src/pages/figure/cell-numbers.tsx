import { usePageWords, useSettings } from '../../app/settings';
import { numbersOfCell, type NumberOfCell } from '../../figures/figure-key';
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
    if (!cell) return [];
    // What such an indicator is never asked about says nothing.
    return 'refusal' in cell && cell.refusal?.code === 'not-comparable' ? [] : [{ name, cell }];
  });
  if (shown.length === 0) return null;
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
    </section>
  );
}
