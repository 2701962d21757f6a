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
import { tell } from '@doit/events';
import { isTerritory } from '@doit/reference';
import { json, Serves, type Json } from '@doit/rpc';
import { query } from '@doit/runtime';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { checkAreas } from './areas';
import { clusterOf, ClusterRow, wordsOf } from './clusters.entity';
import { clusterHistory, getCluster, listClusters } from './clusters.sql';

const uniqueViolation = '23505';

/** The register of clusters. A method is the use case: load, decide, save and tell in one transaction. */
@Controller()
export class ClustersController {
  constructor(private readonly source: DataSource) {}

  @Serves(industry.clusters.create)
  async create(input: CreateCluster, caller: Caller): Promise<Json<Cluster>> {
    const { territory, code } = input;
    if (!isTerritory(territory)) {
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
    return this.source
      .transaction(async (tx) => {
        await tx.insert(ClusterRow, row);
        return this.told(await tx.findOneByOrFail(ClusterRow, { id: row.id }), async (cluster) => {
          await tell(tx, clusterCreated, {
            aggregate: aggregateOf(row.id),
            actor: caller.subject,
            payload: cluster,
          });
        });
      })
      .catch((error: unknown) => {
        throw isTaken(error)
          ? new Problem('cluster.code-taken', { code }, [
              { pointer: '/code', code: 'cluster.code-taken', params: { code } },
            ])
          : error;
      });
  }

  @Serves(industry.clusters.change)
  change({ id, version, ...changes }: ChangeCluster, caller: Caller): Promise<Json<Cluster>> {
    return this.source.transaction(async (tx) => {
      const row = await tx.findOne(ClusterRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!row) throw new Problem('cluster.not-found');
      caller.requireTerritory(row.territory);
      if (row.version !== version) throw new Problem('cluster.changed-meanwhile', { current: row.version });
      const before = clusterOf(row);
      const now = new Date();
      Object.assign(row, changes, { changedAt: now });
      row.words = wordsOf(row);
      checkAreas(row, today(now));
      await tx.save(row);
      return this.told(await tx.findOneByOrFail(ClusterRow, { id }), async (cluster) => {
        const changed = (Object.keys(changes) as (keyof Cluster)[]).filter(
          (field) => before[field] !== cluster[field],
        );
        const payload = { cluster, changed };
        await tell(tx, clusterChanged, { aggregate: aggregateOf(id), actor: caller.subject, payload });
      });
    });
  }

  @Serves(industry.clusters.list)
  async list(input: ListClusters): Promise<Json<ClusterPage>> {
    const { statement, values } = listClusters(input);
    const [page] = await query<{ body: string }>(this.source, statement, values);
    return json(page?.body ?? '{"items":[],"next":null}');
  }

  @Serves(industry.clusters.get)
  async get({ id }: ClusterById): Promise<Json<Cluster>> {
    const [found] = await query<{ version: number; body: string }>(this.source, getCluster, [id]);
    if (!found) throw new Problem('cluster.not-found');
    return json(found.body, found.version);
  }

  @Serves(industry.clusters.history)
  async history({ id }: ClusterById, caller: Caller): Promise<Json<ClusterHistory>> {
    const row = await this.source.manager.findOneBy(ClusterRow, { id });
    if (!row) throw new Problem('cluster.not-found');
    caller.requireTerritory(row.territory);
    const [found] = await query<{ body: string }>(this.source, clusterHistory, [aggregateOf(id)]);
    return json(found?.body ?? '{"items":[]}');
  }

  private async told(row: ClusterRow, tellIt: (cluster: Cluster) => Promise<void>): Promise<Json<Cluster>> {
    const cluster = clusterOf(row);
    await tellIt(cluster);
    return json(JSON.stringify(cluster), cluster.version);
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

const aggregateOf = (id: string): string => `cluster:${id}`;
const today = (now: Date): string => now.toISOString().slice(0, 10);

function isTaken(error: unknown): boolean {
  return (error as { driverError?: { code?: string } }).driverError?.code === uniqueViolation;
}
