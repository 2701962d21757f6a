import type { ColumnDef } from '@tanstack/react-table';
import { useAccountName } from '../../app/account-name';
import { usePageWords, useSettings } from '../../app/settings';
import { Table } from '../../kit/table';
import { writeDay, writeMoment } from '../../words/periods';
import type { Entry, EntryEvent } from './entries';
import { useNames } from './names/naming';
import { toldEntry, toldText } from './past';
import css from './registers.module.css';
import type { Shape } from './shape';
import { words as both } from './words';
import { useWritten } from './written';

interface Row {
  readonly event: EntryEvent;
  readonly before: Entry | undefined;
  readonly after: Entry | undefined;
}
const silent = ['version', 'changedAt', 'recordedAt', 'id'];

/** What happened to an entry, the latest first: when, who, what, and from what to what. */
export function History({ shape, events }: { shape: Shape; events: readonly EntryEvent[] }) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const accountName = useAccountName();
  const rows: Row[] = events.map((event, n) => ({
    event,
    after: toldEntry(event),
    before:
      n === 0
        ? undefined
        : events
            .slice(0, n)
            .map(toldEntry)
            .findLast((one) => one !== undefined),
  }));
  const columns: ColumnDef<Row>[] = [
    {
      id: 'when',
      header: words.when,
      meta: { kind: 'rowHeader' },
      cell: ({ row }) => writeMoment(row.original.event.occurredAt, language),
    },
    {
      id: 'who',
      header: words.who,
      cell: ({ row: { original } }) => accountName(original.event.actor),
    },
    { id: 'what', header: words.what, cell: ({ row }) => <What shape={shape} row={row.original} /> },
    {
      id: 'changes',
      header: words.changes,
      cell: ({ row }) => <Changes shape={shape} before={row.original.before} after={row.original.after} />,
    },
  ];
  return (
    <section className={css.section} aria-labelledby="history">
      <h2 id="history">{words.history}</h2>
      <Table caption={words.history} columns={columns} rows={rows.reverse()} />
    </section>
  );
}

function What({ shape, row: { event, before } }: { shape: Shape; row: Row }) {
  const words = usePageWords(both);
  const names = useNames();
  const { language } = useSettings();
  const step = toldText(event, 'step');
  const on = toldText(event, 'on');
  const said = [toldText(event, 'document'), toldText(event, 'reason')].flatMap((one) => one ?? []);
  return (
    <>
      {step ? names.step(shape.register, step) : before ? words.changed : words.created}
      {on && `, ${writeDay(on, language)}`}
      {said.length > 0 && <span className={css.small}>{said.join('; ')}</span>}
    </>
  );
}

/** Fields that became another value: from what to what. */
export function Changes({ shape, before, after }: { shape: Shape } & Omit<Row, 'event'>) {
  const words = usePageWords(both);
  const names = useNames();
  const write = useWritten(shape.register);
  if (!before || !after) return null;
  const changed = shape.fields.filter(
    ({ name }) => !silent.includes(name) && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  return (
    <ul className={css.reasons}>
      {changed.map((field) => (
        <li key={field.name}>
          {names.field(shape.register, field)}
          {field.kind !== 'parts' &&
            `: ${write(field, before[field.name]) ?? words.nothingBefore} → ${write(field, after[field.name]) ?? words.nothingBefore}`}
        </li>
      ))}
    </ul>
  );
}
