import { useState } from 'react';
import { usePageWords, useSettings } from '../../app/settings';
import { Button } from '../../kit/button';
import { DayField, unfinishedDay } from '../../kit/fields';
import { Slider } from '../../kit/switch';
import { writeDay } from '../../words/periods';
import { useChange, type Asked } from './asked';
import css from './explore.module.css';

import { words as both } from './words';

const today = (): string => new Date().toISOString().slice(0, 10);
/** The last day of a month counted through from year 0. */
const endOf = (month: number): string =>
  new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).toISOString().slice(0, 10);
const monthOfDay = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** What was known on a day: a month by the slider, a day by the field; at the right end, today. */
export function AsOf({ asked: { asOf, from } }: { asked: Asked }) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const change = useChange();
  const [least, most] = [from * 12, monthOfDay(today())];
  const known = asOf === undefined ? most : Math.min(Math.max(monthOfDay(asOf), least), most);
  const [sliding, setSliding] = useState<number | null>(null);
  const dayAt = (month: number): string | undefined => (month >= most ? undefined : endOf(month));
  const write = (month: number): string => {
    const day = month === known && sliding === null ? asOf : dayAt(month);
    return day === undefined ? words.asOfNow : writeDay(day, language);
  };
  return (
    <div className={css.asOf}>
      <Slider
        label={words.asOf}
        value={sliding ?? known}
        min={Math.min(least, most - 1)}
        max={most}
        write={write}
        onChange={setSliding}
        onChangeEnd={(month) => {
          setSliding(null);
          change({ asOf: dayAt(month) });
        }}
      />
      <div className={css.fields}>
        <DayField
          label={words.asOfDay}
          value={asOf ?? ''}
          max={today()}
          onChange={(day) => day !== unfinishedDay && change({ asOf: day || undefined })}
        />
        {asOf !== undefined && <Button onPress={() => change({ asOf: undefined })}>{words.asOfClear}</Button>}
      </div>
      <p className={css.small}>{words.asOfWhat}</p>
    </div>
  );
}
