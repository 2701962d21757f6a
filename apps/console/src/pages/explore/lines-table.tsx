import { usePageWords, useSettings } from '../../app/settings';
import { FigureValue, useUnitName } from '../../figures/figure-value';
import kit from '../../kit/kit.module.css';
import { writePeriod } from '../../words/periods';
import type { Asked } from './asked';
import { rounded } from '../../figures/decimals';
import type { Line } from './lines';
import { writeReason } from './rows';
import { words as both } from './words';

interface Props {
  asked: Asked;
  lines: readonly Line[];
  periods: readonly string[];
  title: string;
}

/** The numbers behind the chart, each a link to its page; where there is none, why. */
export function LinesTable({ asked, lines, periods, title }: Props) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const unit = useUnitName(lines[0]?.unit);
  const isGrowth = asked.number === 'yoyPct';
  return (
    <div className={kit.scroll} role="group" tabIndex={0} aria-label={title}>
      <table className={kit.table}>
        <caption>
          {title} {unit && `(${unit})`}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.period}</th>
            {lines.map(({ name }) => (
              <th key={name} scope="col" className={kit.number}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {periods.map((period) => (
            <tr key={period}>
              <th scope="row">{writePeriod(period, language)}</th>
              {lines.map(({ name, territory, dimensions, style, points }) => {
                const point = points.get(period);
                return (
                  <td key={name} className={kit.number}>
                    {point?.value ? (
                      <FigureValue
                        of={{
                          value: isGrowth ? point.value : rounded(point.value),
                          ...(point.status && { status: point.status }),
                        }}
                        to={{
                          ...{ indicator: asked.indicator.code, territory, dimensions },
                          period: point.period,
                        }}
                        {...(style === 'plan' && { number: 'plan' as const })}
                        {...(isGrowth && { number: 'yoyPct' as const, signed: true })}
                      />
                    ) : (
                      <span>{writeReason(point?.refusal ?? null, language, words)}</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
