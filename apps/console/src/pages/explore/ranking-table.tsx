import type { components } from '../../api/schema';
import { usePageWords, useSettings } from '../../app/settings';
import { FigureValue, useUnitName } from '../../figures/figure-value';
import kit from '../../kit/kit.module.css';
import { country, type Asked } from './asked';
import css from './explore.module.css';
import { grouped } from './grouped';
import { rounded } from '../../figures/decimals';
import type { Point } from './lines';
import { writeReason } from './rows';
import { words as both } from './words';

interface Props {
  asked: Asked;
  ranking: components['schemas']['Ranking'];
  title: string;
  reasonOf: (territory: string) => Point['refusal'];
  nameOf: (territory: string) => string;
}

/** The order in numbers, each a link to its page; below it who has none, and why. */
export function RankingTable({ asked, ranking, title, reasonOf, nameOf }: Props) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const { indicator, number, period, breakdown } = asked;
  const unit = useUnitName(number === 'value' ? indicator.unit : 'PCT');
  const lacking = grouped(ranking.missing, (id) => writeReason(reasonOf(id), language, words));
  const value = (territory: string, of: string) => (
    <FigureValue
      of={{ value: rounded(of) }}
      to={{ indicator: indicator.code, territory, period, dimensions: breakdown }}
      {...(number !== 'value' && { number })}
      signed={number === 'yoyPct'}
    />
  );
  return (
    <div className={kit.scroll} role="group" tabIndex={0} aria-label={title}>
      <table className={kit.table}>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.rank}</th>
            <th scope="col">{words.territory}</th>
            <th scope="col" className={kit.number}>
              {words[number].replace(' (%)', '')} {unit && `(${unit})`}
            </th>
          </tr>
        </thead>
        <tbody>
          {ranking.items.map(({ rank, territory, value: of }) => (
            <tr key={territory}>
              <td>{rank}</td>
              <th scope="row">{nameOf(territory)}</th>
              <td className={kit.number}>{value(territory, of)}</td>
            </tr>
          ))}
          {ranking.national !== null && (
            <tr className={css.nation}>
              <td />
              <th scope="row">{words.nation}</th>
              <td className={kit.number}>{value(country, ranking.national)}</td>
            </tr>
          )}
        </tbody>
      </table>
      {[...lacking].map(([reason, whose]) => (
        <p key={reason} className={css.lacking}>
          <strong>
            {words.missing} ({whose.length}): {reason}
          </strong>{' '}
          {whose.map(nameOf).join(', ')}
        </p>
      ))}
    </div>
  );
}
