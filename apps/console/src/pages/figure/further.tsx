import { Link } from '@tanstack/react-router';
import { services } from '../../api/services';
import { mayDo, useSignIn } from '../../app/account';
import { usePageWords, useSettings } from '../../app/settings';
import { inPath, writePeriod } from '../../words/periods';
import { idOf, type Asked, type Statement } from './cell';
import { usePlaceName } from '../../figures/place-name';
import css from './figure.module.css';
import { words as both } from './words';

/** Where to go from here: over time, into the report, to the approval that it waits for. */
export function Further({ asked, focal }: { asked: Asked; focal: Statement | undefined }) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const { account } = useSignIn();
  const { indicator, territory, period, dimensions } = asked.key;
  const place = usePlaceName(territory);
  const breakdown = Object.entries(dimensions).map(([name, value]) => `${name}=${value}`);
  const toExplore = { territory, period, indicator, breakdown: breakdown.join('~') };
  const judges = services.some((one) => mayDo(account, `${one}:approve`, territory));
  return (
    <nav aria-labelledby="further" className={css.further}>
      <h2 id="further">{words.further}</h2>
      <ul>
        {asked.statement && asked.measure === 'actual' && (
          <li>
            <Link
              to="/figures/$id"
              params={{ id: idOf(asked) }}
              search={(before) => ({ ...before, of: undefined })}
            >
              {words.toFigure}
            </Link>
          </li>
        )}
        {focal?.state === 'submitted' && judges && (
          <li>
            <Link to="/work/approvals">{words.toWork}</Link>
          </li>
        )}
        <li>
          <Link to="/explore" search={(before) => ({ ...before, ...toExplore })}>
            {words.toExplore}
          </Link>
        </li>
        <li>
          <Link to="/reports/$territory/$period" params={{ territory, period: inPath(period) }}>
            {words.toReport.replace('{place}', place).replace('{period}', writePeriod(period, language))}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
