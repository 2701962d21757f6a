import { Link } from '@tanstack/react-router';
import type { ColumnDef } from '@tanstack/react-table';
import { usePageWords } from '../../app/settings';
import type { Entry } from './entries';
import { useNames } from './names/naming';
import css from './registers.module.css';
import { ownFields, type Field, type Shape } from './shape';
import { words as both } from './words';
import { useWritten } from './written';

const few = 5;
const isNumber = ({ kind, isMany }: Field): boolean =>
  isMany !== true && ['whole', 'decimal', 'year'].includes(kind);

/** What is looked at first: what it must have, what it is narrowed by, what it is ordered by. */
function telling({ fields, filters, sorts, ...shape }: Shape): Field[] {
  const own = ownFields({ ...shape, fields, filters, sorts }).filter(
    ({ name, kind }) => name !== 'commune' && kind !== 'parts',
  );
  const weight = ({ name, isRequired, kind }: Field) =>
    (isRequired === true && kind !== 'prose' ? 3 : 0) +
    (filters.includes(name) ? 2 : 0) +
    (sorts.includes(name) ? 2 : 0);
  const chosen = [...own].sort((a, b) => weight(b) - weight(a)).slice(0, few);
  return own.filter((field) => chosen.includes(field));
}

/** The columns of a register: name, territory, state and a few of its own fields, or all of them. */
export function useColumns(shape: Shape, every: boolean): ColumnDef<Entry>[] {
  const names = useNames();
  const words = usePageWords(both);
  const write = useWritten(shape.register);
  const own = every ? ownFields(shape).filter(({ kind }) => kind !== 'parts') : telling(shape);
  const column = (field: Field): ColumnDef<Entry> => ({
    id: field.name,
    header: names.field(shape.register, field),
    accessorFn: (entry) => entry[field.name],
    enableSorting: shape.sorts.includes(field.name),
    ...(isNumber(field) && { meta: { kind: 'number' as const } }),
    cell: ({ row }) =>
      write(field, row.original[field.name]) ?? <span className={css.unknown}>{words.unknown}</span>,
  });
  const named = (name: string): ColumnDef<Entry>[] =>
    shape.fields.filter((field) => field.name === name).map((field) => column(field));
  return [
    {
      id: 'name',
      header: names.field(shape.register, { name: 'name', says: '' }),
      accessorFn: ({ name }) => name,
      meta: { kind: 'rowHeader' },
      cell: ({ row: { original } }) => (
        <>
          <Link
            to="/registers/$service/$register/$id"
            params={{ service: shape.service, register: shape.register, id: original.id }}
          >
            {original.name}
          </Link>
          <span className={css.code}>{original.code}</span>
        </>
      ),
    },
    ...named('territory'),
    ...named('state'),
    ...own.flatMap(({ name }) => named(name)),
  ];
}
