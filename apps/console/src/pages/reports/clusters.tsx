import { Link } from '@tanstack/react-router';
import type { ColumnDef } from '@tanstack/react-table';
import type { components } from '../../api/schema';
import { usePageWords, useSettings } from '../../app/settings';
import { Table } from '../../kit/table';
import { writeNumber } from '../../words/numbers';
import { writeDay } from '../../words/periods';
import { clusterStates } from './cluster-states';
import css from './report.module.css';
import { words as both } from './words';

type Summary = components['schemas']['ClusterSummary'];
type Cluster = Summary['items'][number];

/** The register of clusters as it stood at the end of the period: a sentence, and the entries, each leading to its page. */
export function Clusters({ clusters }: { clusters: Summary }) {
  const words = usePageWords(both);
  const states = usePageWords(clusterStates);
  const { language } = useSettings();
  const { count, established, areaEstablishedHa, items } = clusters;
  if (count === 0) return <p>{words.noClusters}</p>;
  const said = words.clusters.replace('{count}', String(count)).replace('{established}', String(established));
  const area = areaEstablishedHa === null ? null : writeNumber(areaEstablishedHa, language);
  const columns: ColumnDef<Cluster>[] = [
    {
      ...{ id: 'name', header: words.cluster, meta: { kind: 'rowHeader' } },
      cell: ({ row: { original } }) => (
        <Link
          to="/registers/$service/$register/$id"
          params={{ service: 'industry', register: 'clusters', id: original.id }}
        >
          {original.name}
        </Link>
      ),
    },
    { id: 'commune', header: words.commune, cell: ({ row }) => row.original.commune ?? words.notKnown },
    { id: 'state', header: words.state, cell: ({ row }) => states[row.original.state] },
    {
      ...{ id: 'establishedOn', header: words.establishedOn },
      cell: ({ row: { original } }) =>
        original.establishedOn === null ? words.notKnown : writeDay(original.establishedOn, language),
    },
    {
      ...{ id: 'area', header: words.area, meta: { kind: 'number' } },
      cell: ({ row: { original } }) =>
        original.areaEstablishedHa === null
          ? words.notKnown
          : writeNumber(original.areaEstablishedHa, language),
    },
  ];
  return (
    <>
      <p>{area === null ? said : words.clustersArea.replace('{said}', said).replace('{area}', area)}.</p>
      <div className={css.table}>
        <Table caption={words.cluster} columns={columns} rows={items} />
      </div>
    </>
  );
}
