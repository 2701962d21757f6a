import type { ColumnDef } from '@tanstack/react-table';
import { usePageWords } from '../../app/settings';
import { Table } from '../../kit/table';
import type { Entry, Value } from './entries';
import { grouped } from './groups';
import { useNames } from './names/naming';
import css from './registers.module.css';
import { standing, type Field, type Shape } from './shape';
import { words as both } from './words';
import { useWritten } from './written';

interface Props {
  shape: Shape;
  entry: Entry;
  /** Whether all fields show to whoever looks; else some are null though they are known. */
  readsAll: boolean;
}

/** What is known of an entry, in groups; what is not known is named, not left empty. */
export function Facts({ shape, entry, readsAll }: Props) {
  const words = usePageWords(both);
  const names = useNames();
  const write = useWritten(shape.register);
  const fields = shape.fields.filter(({ name }) => !['name', ...standing].includes(name));
  const isKnown = (field: Field) =>
    field.kind === 'parts' ? partsOf(entry[field.name]).length > 0 : write(field, entry[field.name]) !== null;
  const missing = fields.filter((field) => !isKnown(field));
  const known = fields.filter((field) => isKnown(field));
  return (
    <>
      <div className={`${css.section ?? ''} ${css.groups ?? ''}`}>
        {grouped(known.filter(({ kind }) => kind !== 'parts')).map(({ group, fields: some }) => (
          <section key={group} aria-label={words[group]}>
            <h2>{words[group]}</h2>
            <dl className={css.facts}>
              {some.map((field) => (
                <Fact
                  key={field.name}
                  name={names.field(shape.register, field)}
                  text={write(field, entry[field.name])}
                />
              ))}
            </dl>
          </section>
        ))}
      </div>
      {known
        .filter(({ kind }) => kind === 'parts')
        .map((field) => (
          <section key={field.name} className={css.section}>
            <Parts shape={shape} field={field} parts={partsOf(entry[field.name])} />
          </section>
        ))}
      <p className={css.subtitle}>
        {readsAll
          ? missing.length > 0 &&
            words.notKnownYet.replace(
              '{fields}',
              missing.map((field) => names.field(shape.register, field)).join(', '),
            )
          : words.hiddenFields}
      </p>
    </>
  );
}

function Fact({ name, text }: { name: string; text: string | null }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}

type Part = Readonly<Record<string, Value>>;
const isPart = (value: Value): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const partsOf = (value: Value | undefined): Part[] => (Array.isArray(value) ? value.filter(isPart) : []);

/** Several of a kind: milestones, audits, meetings. */
function Parts({ shape, field, parts }: { shape: Shape; field: Field; parts: Part[] }) {
  const words = usePageWords(both);
  const names = useNames();
  const write = useWritten(shape.register);
  const columns = (field.parts ?? []).map((part, n): ColumnDef<Part> => ({
    id: part.name,
    header: names.field(shape.register, part),
    enableSorting: false,
    ...(n === 0 && { meta: { kind: 'rowHeader' as const } }),
    cell: ({ row }) =>
      write(part, row.original[part.name]) ?? <span className={css.unknown}>{words.unknown}</span>,
  }));
  return <Table caption={names.field(shape.register, field)} captionShown columns={columns} rows={parts} />;
}
