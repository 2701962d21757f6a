import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { inPath } from '../../words/periods';
import type { Of } from './answer';

/**
 * A report has its territory and period in its path, other pages have them in the search: the one chosen last holds. Who
 * chooses another place on top of the page is led to its report.
 */
export function usePlaceOfPath({ territory, period }: Of): void {
  const search = useSearch({ from: '__root__' });
  const navigate = useNavigate();
  const before = useRef<string | null>(null);
  const asked = JSON.stringify([search.territory, search.period]);
  useEffect(() => {
    const isChosen = before.current !== null && before.current !== asked;
    before.current = asked;
    if (search.territory === territory && search.period === period) return;
    const chosen = { territory: search.territory ?? territory, period: search.period ?? period };
    if (isChosen)
      void navigate({
        to: '/reports/$territory/$period',
        params: { territory: chosen.territory, period: inPath(chosen.period) },
        search: (all) => ({ ...all, ...chosen }),
        replace: true,
      });
    else {
      before.current = JSON.stringify([territory, period]);
      void navigate({ to: '.', search: (all) => ({ ...all, territory, period }), replace: true });
    }
  }, [asked, search.territory, search.period, territory, period, navigate]);
}
