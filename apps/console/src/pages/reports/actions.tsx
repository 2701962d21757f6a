import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { usePageWords, useSettings } from '../../app/settings';
import { Button } from '../../kit/button';
import { Select } from '../../kit/choices';
import { DayField, unfinishedDay } from '../../kit/fields';
import { inPath, writeDay } from '../../words/periods';
import type { Of } from './answer';
import css from './report.module.css';
import { words as both } from './words';

const today = '2025-07-01';
const own = 'own';

interface Props {
  of: Of;
  on: string | undefined;
  asOf: string | undefined;
}

/** How the report is to be seen, and printing it. None of this is printed. */
export function Actions({ of, on, asOf }: Props) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const navigate = useNavigate();
  const [day, setDay] = useState(asOf ?? '');
  const choose = (change: { on?: string | undefined; asOf?: string | undefined }) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...change }) });
  const maps = [
    { id: own, name: words.ownTime },
    { id: today, name: words.todaysMap },
    ...(on && on !== today ? [{ id: on, name: words.mapOf.replace('{day}', writeDay(on, language)) }] : []),
  ];
  const query = new URLSearchParams({ lang: language, ...(on && { on }), ...(asOf && { asOf }) });
  return (
    <div className={`${css.actions ?? ''} not-printed`} role="group" aria-label={words.actions}>
      <Select
        label={words.map}
        choices={maps}
        value={on ?? own}
        onChange={(id) => choose({ on: id === own ? undefined : id })}
      />
      <form
        className={css.asOf}
        onSubmit={(event) => {
          event.preventDefault();
          if (day !== unfinishedDay) choose({ asOf: day || undefined });
        }}
      >
        <DayField label={words.asOf} hint={words.asOfHint} value={day} onChange={setDay} />
        <Button type="submit">{words.show}</Button>
      </form>
      <div className={css.buttons}>
        <Button kind="primary" onPress={() => window.print()}>
          {words.print}
        </Button>
        <a href={`/v1/reporting/reports/${of.territory}/${inPath(of.period)}.html?${query.toString()}`}>
          {words.ready}
        </a>
        <Link to="/reports">{words.allReports}</Link>
      </div>
    </div>
  );
}
