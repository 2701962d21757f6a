import { Controller } from '@nestjs/common';
import {
  Problem,
  reporting,
  type AgreementList,
  type IndicatorList,
  type ListTerritories,
  type TerritoryById,
  type TerritoryEntry,
  type TerritoryPage,
  type UnitList,
} from '@doit/contracts';
import { agreements, indicators, isTerritory, searchTerritories, territory, units } from '@doit/reference';
import { json, Serves, type Json } from '@doit/rpc';

// Answers that never vary while the process lives.
const allIndicators = json<IndicatorList>(JSON.stringify({ items: indicators }));
const allUnits = json<UnitList>(JSON.stringify({ items: units.map(({ code, name }) => ({ code, name })) }));
const allAgreements = json<AgreementList>(JSON.stringify({ items: agreements }));

/** What the law fixes: territories, indicators, units, agreements. */
@Controller()
export class CatalogueController {
  @Serves(reporting.catalogue.territories)
  territories(asked: ListTerritories): Promise<Json<TerritoryPage>> {
    const { group } = asked;
    if (group !== undefined && !isTerritory(group)) {
      const params = { territory: group };
      const fault = { pointer: '/group', code: 'territory.unknown', params } as const;
      return Promise.reject(new Problem('territory.unknown', params, [fault]));
    }
    return Promise.resolve(json(JSON.stringify(searchTerritories(asked))));
  }

  @Serves(reporting.catalogue.territory)
  territory({ id }: TerritoryById): Promise<Json<TerritoryEntry>> {
    const found = territory(id);
    if (!found) return Promise.reject(new Problem('territory.not-found', { territory: id }));
    return Promise.resolve(json(JSON.stringify(found)));
  }

  @Serves(reporting.catalogue.indicators)
  indicators(): Promise<Json<IndicatorList>> {
    return Promise.resolve(allIndicators);
  }

  @Serves(reporting.catalogue.units)
  units(): Promise<Json<UnitList>> {
    return Promise.resolve(allUnits);
  }

  @Serves(reporting.catalogue.agreements)
  agreements(): Promise<Json<AgreementList>> {
    return Promise.resolve(allAgreements);
  }
}
