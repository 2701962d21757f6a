import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { queries } from '../../api/client';
import { useNaming, usePageWords, useSettings } from '../../app/settings';
import { Button } from '../../kit/button';
import { Dialog } from '../../kit/dialog';
import { readBlock } from '../../kit/grid/block';
import { Grid } from '../../kit/grid/grid';
import type { CellNote } from '../../kit/grid/grid-props';
import type { Step } from '../../kit/grid/history';
import { otherStyle, speaksAgainst, type NumberStyle } from '../../kit/grid/written-number';
import kit from '../../kit/kit.module.css';
import { Notice } from '../../kit/notice';
import { writeMoment } from '../../words/periods';
import { useColumns } from './columns';
import { entryOf, textOfEntry, type Entry } from './entry';
import { fill } from './fill';
import { notesOf } from './judge';
import type { Line } from './lines';
import { SendBar } from './send-bar';
import type { Service } from '../../api/services';
import type { Observation } from '../../api/observations';
import type { useEntries } from './use-entries';
import type { Month } from './use-month';
import css from './work.module.css';
import { words as both } from './words';

interface Props {
  label: string;
  service: Service;
  territory: string;
  period: string;
  month: Month;
  style: NumberStyle;
  status: Observation['status'];
  entered: ReturnType<typeof useEntries>;
  onSent: () => Promise<unknown>;
}

/** The grid of a month, what its checks say, and the way to send it. */
export function EntryGrid(props: Props) {
  const { label, month, style, status, period, territory, entered } = props;
  const { entries } = entered;
  const words = usePageWords(both);
  const { language } = useSettings();
  const keysId = useId();
  const [said, setSaid] = useState('');
  const [asked, setAsked] = useState<{ cells: string[]; from: number; against: string } | null>(null);
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map());
  const contradictions = useContradictions(territory, period);
  const columns = useColumns(period, month, entries, style);
  const standing = ({ key }: Line) => month.own.get(key)?.value;

  const enterTexts = (texts: Iterable<readonly [Line, string]>, as: NumberStyle) => {
    const step: Record<string, Entry | undefined> = {};
    for (const [line, text] of texts) step[line.key] = entryOf(text, as, standing(line));
    entered.enter(step satisfies Step<Entry>);
    setRefusals(new Map([...refusals].filter(([key]) => !(key in step))));
  };
  const pasteCells = (cells: readonly string[], from: number, as: NumberStyle) => {
    enterTexts(
      cells.flatMap((cell, n) => {
        const line = month.lines[from + n];
        return line ? [[line, cell] as const] : [];
      }),
      as,
    );
    setSaid(fill(words.pasted, { n: cells.length }));
  };
  const paste = (text: string, from: number) => {
    const rows = readBlock(text);
    const width = Math.max(0, ...rows.map((row) => row.length));
    const cells = rows.map(([cell = '']) => cell);
    const left = month.lines.length - from;
    const against = speaksAgainst(cells, style);
    if (width > 1) setSaid(fill(words.manyColumns, { n: width }));
    else if (cells.length > left) setSaid(fill(words.tooLong, { n: cells.length, left }));
    else if (against !== null) setAsked({ cells, from, against });
    else if (cells.length > 0) pasteCells(cells, from, style);
  };

  const notes = (line: Line, typed?: string): CellNote[] => {
    const { key } = line;
    const stands = month.own.get(key);
    const beside = {
      period,
      stands,
      before: month.before.get(key),
      yearBefore: month.yearBefore.get(key),
      status,
    };
    const given = typed === undefined ? { entry: entries[key] } : { typed };
    const refusal = typed === undefined ? refusals.get(key) : undefined;
    const why = stands?.state === 'returned' ? month.reasons.get(stands.id) : undefined;
    return [
      ...(refusal === undefined ? [] : [{ kind: 'fault' as const, text: refusal }]),
      ...notesOf(line, given, beside, { words, language, style }),
      ...(why === undefined
        ? []
        : [{ kind: 'warning' as const, text: fill(words.returnedWhy, { reason: why }) }]),
      ...(Object.keys(line.dimensions).length === 0 ? (contradictions.get(line.indicator.code) ?? []) : []),
    ];
  };

  return (
    <>
      {entered.offered && (
        <Notice
          title={fill(words.offer, {
            n: Object.keys(entered.offered.entries).length,
            at: writeMoment(entered.offered.at, language),
          })}
        >
          <div className={kit.row}>
            <Button kind="primary" onPress={entered.takeUp}>
              {words.takeUp}
            </Button>
            <Button onPress={entered.discard}>{words.discard}</Button>
          </div>
        </Notice>
      )}
      <p id={keysId} className={css.small}>
        {words.keys}
      </p>
      <Grid
        label={label}
        describedBy={keysId}
        rows={month.lines}
        rowKey={({ key }) => key}
        columns={columns}
        textOf={(line) => textOfEntry(entries[line.key], standing(line), style)}
        notesOf={notes}
        isLocked={() => false}
        onEnter={(texts) => {
          setSaid('');
          enterTexts(texts, style);
        }}
        onPaste={paste}
        onUndo={() => {
          entered.undo();
          setSaid(words.undone);
        }}
        onRedo={() => {
          entered.redo();
          setSaid(words.redone);
        }}
      />
      <p className={css.said} aria-live="polite">
        {said}
      </p>
      <SendBar {...props} onRefused={setRefusals} />
      <Dialog
        title={words.askTitle}
        isOpen={asked !== null}
        onOpenChange={(isOpen) => !isOpen && setAsked(null)}
      >
        {(close) => (
          <>
            <p>{asked && fill(words.askWhat, { text: asked.against })}</p>
            <div className={kit.row}>
              {[otherStyle(style), style].map((one) => (
                <Button
                  key={one}
                  kind={one === style ? 'plain' : 'primary'}
                  onPress={() => {
                    if (asked) pasteCells(asked.cells, asked.from, one);
                    close();
                  }}
                >
                  {one === 'vi' ? words.styleVi : words.styleEn}
                </Button>
              ))}
            </div>
          </>
        )}
      </Dialog>
    </>
  );
}

/** What the checks say contradicts itself, were everything submitted approved: by the indicator that it is about first. */
function useContradictions(territory: string, period: string): ReadonlyMap<string, CellNote[]> {
  const naming = useNaming();
  const params = { params: { query: { territory, period, state: 'submitted' as const } } };
  const { data } = useQuery(queries.queryOptions('get', '/v1/reporting/checks', params));
  const found = new Map<string, CellNote[]>();
  for (const { verdict, indicators, message } of data?.items ?? []) {
    const [about] = indicators;
    if (verdict !== 'contradicts' || about === undefined) continue;
    found.set(about, [...(found.get(about) ?? []), { kind: 'warning', text: naming(message) }]);
  }
  return found;
}
