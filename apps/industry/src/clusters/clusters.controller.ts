import { Controller } from '@nestjs/common';
import {
  clusterChanged,
  clusterCreated,
  industry,
  Problem,
  type Caller,
  type ChangeCluster,
  type Cluster,
  type ClusterById,
  type ClusterHistory,
  type ClusterPage,
  type CreateCluster,
  type ListClusters,
} from '@doit/contracts';
import { once, tell } from '@doit/events';
import { territory as territoryOf } from '@doit/reference';
import { json, Serves, type Json } from '@doit/rpc';
import { PointReads, query, writeFor } from '@doit/runtime';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { checkAreas } from './areas';
import { ClusterRow, wordsOf } from './clusters.entity';
import { clusterHistory, clusterPage, getClusters, listClusters, type ListedClusters } from './clusters.sql';

const uniqueViolation = '23505';

/** The register of clusters. A method is the use case: load, decide, save and tell in one transaction. */
@Controller()
export class ClustersController {
  private readonly clusters: PointReads<Pick<ClusterRow, 'version' | 'body'> & { at: string }>;

  constructor(private readonly source: DataSource) {
    this.clusters = new PointReads(source, getClusters);
  }

  @Serves(industry.clusters.create)
  async create({ idempotencyKey: key, ...input }: CreateCluster, caller: Caller): Promise<Json<Cluster>> {
    const { territory, code } = input;
    if (!isProvince(territory)) {
      throw new Problem('territory.unknown', { territory }, [
        { pointer: '/territory', code: 'territory.unknown', params: { territory } },
      ]);
    }
    caller.requireTerritory(territory);
    const now = new Date();
    const row = Object.assign(new ClusterRow(), unknown, input, {
      id: uuid(),
      recordedAt: now,
      changedAt: now,
    });
    row.words = wordsOf(row);
    checkAreas(row, today(now));
    return writeFor(this.source, caller, (tx) =>
      once(tx, { actor: caller.subject, operation: industry.clusters.create.name, key }, async () => {
        await tx.insert(ClusterRow, row);
        const { body, version } = await tx.findOneByOrFail(ClusterRow, { id: row.id });
        const aggregate = aggregateOf(row.id);
        await tell(tx, clusterCreated, { aggregate, actor: caller.subject, payload: body });
        return json<Cluster>(body, version);
      }),
    ).catch((error: unknown) => {
      throw isTaken(error) ? taken(code) : error;
    });
  }

  @Serves(industry.clusters.change)
  change({ id, version, ...changes }: ChangeCluster, caller: Caller): Promise<Json<Cluster>> {
    return writeFor(this.source, caller, async (tx) => {
      const row = await tx.findOne(ClusterRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
      // Of another territory it can be read, but not be locked.
      const { territory } = row ?? (await tx.findOneBy(ClusterRow, { id })) ?? notFound();
      caller.requireTerritory(territory);
      if (!row) throw new Error(`a cluster of ${territory} cannot be written by ${caller.subject}`);
      if (row.version !== version) throw new Problem('cluster.changed-meanwhile', { current: row.version });
      const before = row.body;
      const now = new Date();
      Object.assign(row, changes, { changedAt: now });
      row.words = wordsOf(row);
      checkAreas(row, today(now));
      await tx.save(row);
      const after = await tx.findOneByOrFail(ClusterRow, { id });
      const payload = `{"cluster":${after.body},"changed":${JSON.stringify(differences(before, after.body))}}`;
      await tell(tx, clusterChanged, { aggregate: aggregateOf(id), actor: caller.subject, payload });
      return json<Cluster>(after.body, after.version);
    });
  }

  @Serves(industry.clusters.list)
  async list(input: ListClusters): Promise<Json<ClusterPage>> {
    const { statement, values, limit } = listClusters(input);
    const [found] = await query<ListedClusters>(this.source, statement, values);
    return json(clusterPage(found as ListedClusters, limit));
  }

  @Serves(industry.clusters.get)
  async get({ id }: ClusterById): Promise<Json<Cluster>> {
    const found = (await this.clusters.read(id)) ?? notFound();
    return json(found.body, found.version);
  }

  @Serves(industry.clusters.history)
  async history({ id }: ClusterById, caller: Caller): Promise<Json<ClusterHistory>> {
    const { territory } = (await this.source.manager.findOneBy(ClusterRow, { id })) ?? notFound();
    caller.requireTerritory(territory);
    const [found] = await query<{ body: string }>(this.source, clusterHistory, [aggregateOf(id)]);
    return json(found?.body ?? '{"items":[]}');
  }
}

/** What a new cluster is unless said otherwise. */
const unknown = {
  commune: null,
  state: 'planned',
  establishedOn: null,
  areaPlannedHa: null,
  areaEstablishedHa: null,
  areaDetailedPlanHa: null,
  industrialHa: null,
  leasedHa: null,
  investor: null,
} as const;

/** A cluster lies in a province or city, of today or of its day; never in a region or the country. */
const isProvince = (id: string): boolean => ['province', 'city'].includes(territoryOf(id)?.type ?? '');
const aggregateOf = (id: string): string => `cluster:${id}`;
const today = (now: Date): string => now.toISOString().slice(0, 10);

/** The names of the fields that differ, apart from those that differ with every change. */
function differences(before: string, after: string): string[] {
  const [old, now] = [JSON.parse(before), JSON.parse(after)] as [
    Record<string, unknown>,
    Record<string, unknown>,
  ];
  return Object.keys(now).filter(
    (field) => !['version', 'changedAt'].includes(field) && now[field] !== old[field],
  );
}

function notFound(): never {
  throw new Problem('cluster.not-found');
}

function isTaken(error: unknown): boolean {
  return (error as { driverError?: { code?: string } }).driverError?.code === uniqueViolation;
}

function taken(code: string): Problem {
  const params = { code };
  return new Problem('cluster.code-taken', params, [
    { pointer: '/code', code: 'cluster.code-taken', params },
  ]);
}
