import { Controller, type Type } from '@nestjs/common';
import type { Caller, ChangePage, ChangesAsCsv, ListChanges, Operation, Service } from '@doit/contracts';
import { Serves, type Json } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { csvPage, pageOf } from './answers';
import { listChanges, type ChangeRow } from './changes.sql';

interface AuditOperations {
  list: Operation<ListChanges, ChangePage>;
  export: Operation<ListChanges, ChangesAsCsv>;
}

/** The handlers of a service's `audit`. */
export function auditController({ list, export: asCsv }: AuditOperations): Type {
  @Controller()
  class AuditController {
    constructor(private readonly source: DataSource) {}

    @Serves(list)
    async list(asked: ListChanges, caller: Caller): Promise<Json<ChangePage>> {
      return pageOf(await this.changes(list.service, asked, caller), asked.limit);
    }

    @Serves(asCsv)
    async export(asked: ListChanges, caller: Caller): Promise<ChangesAsCsv> {
      return { body: csvPage(await this.changes(asCsv.service, asked, caller), asked.limit) };
    }

    private changes(service: Service, asked: ListChanges, caller: Caller): Promise<ChangeRow[]> {
      for (const territory of asked.territory ?? []) caller.requireTerritory(territory);
      const { text, values } = listChanges(service, asked, caller.territories);
      return this.source.query<ChangeRow[]>(text, values);
    }
  }
  return AuditController;
}
