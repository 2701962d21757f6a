import { useState } from 'react';
import { useTerritories, type Territory } from '../api/reference';
import { Button } from '../kit/button';
import { Search, Select, type ChoiceGroup } from '../kit/choices';
import { Dialog } from '../kit/dialog';
import kit from '../kit/kit.module.css';
import { periodKey, readPeriod, writePeriod } from '../words/periods';
import css from './layout.module.css';
import type { Place } from './place';
import { useNaming, useSettings, useWords } from './settings';

const firstOffered = 2015;

/** Asks for a territory and a period. */
export default function PlacePicker({ place, close }: { place: Place; close: () => void }) {
  const words = useWords();
  const { language } = useSettings();
  const territories = useTerritoryChoices();
  const given = readPeriod(place.period ?? '') ?? { year: new Date().getFullYear(), month: 1, months: 12 };
  const [territory, setTerritory] = useState(place.territory);
  const [year, setYear] = useState(given.year);
  const [span, setSpan] = useState(spanKey(given));
  const spans = spansOf().map((one) => ({
    id: spanKey(one),
    name: one.months === 12 ? words.wholeYear : writePeriod(periodKey({ ...one, year }), language),
  }));
  const years = Array.from({ length: new Date().getFullYear() + 1 - firstOffered }, (_, n) =>
    String(firstOffered + n),
  );
  const [month = 1, months = 12] = span.split('+').map(Number);
  return (
    <Dialog title={words.chooseContext} isOpen onOpenChange={(isOpen) => !isOpen && close()}>
      {() => (
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            place.choose({ territory, period: periodKey({ year, month, months }) });
            close();
          }}
        >
          <Search label={words.territory} choices={territories} value={territory} onChange={setTerritory} />
          <div className={css.two}>
            <Select
              label={words.year}
              choices={years.reverse().map((id) => ({ id, name: id }))}
              value={String(year)}
              onChange={(id) => setYear(Number(id))}
            />
            <Select label={words.span} choices={spans} value={span} onChange={setSpan} />
          </div>
          <div className={kit.row}>
            <Button kind="primary" type="submit">
              {words.apply}
            </Button>
            <Button onPress={close}>{words.cancel}</Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

const spanKey = ({ month, months }: { month: number; months: number }): string => `${month}+${months}`;

/** The year, its runs from January on, quarters and months: what departments report. */
function spansOf() {
  const upTo = Array.from({ length: 10 }, (_, n) => ({ month: 1, months: 11 - n }));
  const quarters = [1, 4, 7, 10].map((month) => ({ month, months: 3 }));
  const months = Array.from({ length: 12 }, (_, n) => ({ month: n + 1, months: 1 }));
  const all = [{ month: 1, months: 12 }, ...upTo, { month: 7, months: 6 }, ...quarters, ...months];
  return all.filter((one, n) => all.findIndex((other) => spanKey(other) === spanKey(one)) === n);
}

/** Units of today, those of before, regions and groups. */
function useTerritoryChoices(): ChoiceGroup[] {
  const words = useWords();
  const naming = useNaming();
  const { data } = useTerritories();
  const all = [...(data?.values() ?? [])];
  const group = (name: string, has: (one: Territory) => boolean): ChoiceGroup => ({
    name,
    choices: all
      .filter(has)
      .map(({ id, name: both }) => ({ id, name: naming(both) }))
      .sort((a, b) => a.name.localeCompare(b.name, 'vi')),
  });
  const isUnit = ({ type }: Territory) => type === 'province' || type === 'city';
  return [
    group(words.today, (one) => isUnit(one) && one.validTo === null),
    group(words.before, (one) => isUnit(one) && one.validTo !== null),
    group(words.groupings, (one) => !isUnit(one)),
  ];
}
