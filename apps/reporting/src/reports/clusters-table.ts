import type { ReportedCluster, ClusterSummary } from '@doit/contracts';
import { formatQuantity, type Locale } from '@doit/reference';
import { html, type Html } from './html';
import { clusterStateWords, words } from './words';

const headings = {
  code: { vi: 'Mã', en: 'Code' },
  name: { vi: 'Cụm công nghiệp', en: 'Cluster' },
  state: { vi: 'Tình trạng', en: 'State' },
  establishedOn: { vi: 'Ngày thành lập', en: 'Established on' },
  established: { vi: 'Diện tích thành lập', en: 'Area established' },
  detailed: { vi: 'Diện tích quy hoạch chi tiết', en: 'Area of the detailed plan' },
} as const;

/** The register's rows; what nobody has entered is said in words. */
export function clustersTable({ items }: ClusterSummary, language: Locale): Html | null {
  if (items.length === 0) return null;
  const area = (ha: string | null): string =>
    ha === null ? words.unknown[language] : formatQuantity(ha, 'HA', language);
  const day = (date: string | null): string =>
    date === null ? words.unknown[language] : date.split('-').reverse().join('/');
  const cell = (key: keyof typeof headings, text: string, kind = ''): Html =>
    html`<td role="cell" data-label="${headings[key][language]}" class="${kind}"><div>${text}</div></td>`;
  const row = (cluster: ReportedCluster): Html =>
    html`<tr role="row">
      <th scope="row" role="rowheader">
        ${cluster.name}${cluster.commune === null ? null : html`<small>${cluster.commune}</small>`}
      </th>
      ${cell('code', cluster.code, 'text')}
      ${cell('state', clusterStateWords[cluster.state][language], 'text')}
      ${cell('establishedOn', day(cluster.establishedOn))}
      ${cell('established', area(cluster.areaEstablishedHa))}
      ${cell('detailed', area(cluster.areaDetailedPlanHa))}
    </tr>`;
  const order = ['name', 'code', 'state', 'establishedOn', 'established', 'detailed'] as const;
  const caption = { vi: 'Sổ đăng ký cụm công nghiệp', en: 'Register of industrial clusters' };
  return html`<table role="table">
    <caption>
      ${caption[language]}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${order.map((key) => html`<th scope="col" role="columnheader">${headings[key][language]}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${items.map(row)}
    </tbody>
  </table>`;
}
