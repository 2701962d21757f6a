import { Link } from '@tanstack/react-router';
import type { ColumnDef } from '@tanstack/react-table';
import { usePageWords } from '../../app/settings';
import { Table } from '../../kit/table';
import type { Place } from './places';
import { country } from './scope';
import type { Places } from './use-places';
import { words as both } from './words';

interface Props {
  places: Place[];
  as: Places;
}

/** The same as the map, in numbers. */
export function PlacesTable({ places, as: { register, write, nameOf, statesOf, linkOf } }: Props) {
  const words = usePageWords(both);
  const columns: ColumnDef<Place>[] = [
    {
      id: 'territory',
      header: words.territory,
      accessorFn: ({ territory }) => nameOf(territory),
      meta: { kind: 'rowHeader' },
      sortingFn: (a, b) => nameOf(a.original.territory).localeCompare(nameOf(b.original.territory), 'vi'),
      cell: ({ row: { original } }) =>
        original.territory === country ? (
          // Their own list is nobody's: they stand in that of each unit.
          nameOf(country)
        ) : (
          <Link {...linkOf(original.territory)}>{nameOf(original.territory)}</Link>
        ),
    },
    {
      id: 'states',
      header: words.state,
      enableSorting: false,
      cell: ({ row: { original } }) =>
        statesOf(original)
          .map(({ name, count }) => `${name} ${write(count)}`)
          .join(' · '),
    },
    {
      id: 'count',
      header: words.entriesColumn,
      accessorFn: ({ count }) => count,
      meta: { kind: 'number' },
      cell: ({ row: { original } }) => write(original.count),
    },
  ];
  return <Table caption={register} columns={columns} rows={places} />;
}
