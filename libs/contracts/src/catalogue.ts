import { BothLanguagesText } from './comparisons';
import { Nothing } from './health';
import { Day, Flag, Free, OneOf, Part, Text, Whole } from './fields';
import { operation } from './operation';

export const territoryTypes = ['province', 'city', 'country', 'region', 'conference-group'] as const;

export class TerritoryEntry {
  @Text('Id, for ever the same land') id: string;
  @Text('Official code; it may have meant another land before', { nullable: true }) code: string | null;
  @Part('Name', () => BothLanguagesText) name: BothLanguagesText;
  @OneOf('Type', territoryTypes) type: (typeof territoryTypes)[number];
  @Day('First day, where known', { nullable: true }) validFrom: string | null;
  @Day('Last day', { nullable: true }) validTo: string | null;
  @Text('Units it was made of', { many: 100 }) predecessors: string[];
  @Text('Units it went into', { many: 100 }) successors: string[];
  @Text('Socio-economic region', { nullable: true }) region: string | null;
}

export class ListTerritories {
  @Day('In force on that day', { optional: true }) on?: string;
  @Text('Members of a group', { max: 60, optional: true }) group?: string;
  @Text('Words of the name; accents do not matter', { max: 100, optional: true }) q?: string;
  @Whole('How many', { min: 1, max: 500, optional: true }) limit?: number;
  @Text('`next` of the page before', { max: 100, optional: true }) after?: string;
}

export class TerritoryPage {
  @Part('By id', () => TerritoryEntry, { many: 500 }) items: TerritoryEntry[];
  @Text('Cursor of the next page', { nullable: true }) next: string | null;
}

export class TerritoryById {
  @Text('Territory', { max: 60 }) id: string;
}

export class IndicatorWeights {
  @Text('Indicator whose figures weigh') indicator: string;
  @Whole('Of which year') year: number;
}

export class IndicatorTerm {
  @Text('Indicator') indicator: string;
  @Whole('1 where it is added, -1 where it is taken off', { min: -1, max: 1 }) sign: number;
}

export class IndicatorEntry {
  @Text('Code') code: string;
  @Part('Name', () => BothLanguagesText) name: BothLanguagesText;
  @Text('Unit to record in') unit: string;
  @Text('Units allowed', { many: 10 }) units: string[];
  @Text('Service that records its actual figures') service: string;
  @Text('Section of the report') section: string;
  @Text('Kind: how it behaves over months and territories') kind: string;
  @Text('Whether more is better') direction: string;
  @Text('How often it is stated') frequency: string;
  @Free('Dimensions: name, label, required, what may stand in them, what that is called and counted in', {
    type: 'array',
  })
  dimensions: unknown;
  @Part('Definition', () => BothLanguagesText) definition: BothLanguagesText;
  @Part('Legal source', () => BothLanguagesText) legalSource: BothLanguagesText;
  @Free('Stretches computed in one way; levels of two are never compared', { type: 'array' })
  seriesVersions: unknown;
  @Part('By what levels of several territories are weighted', () => IndicatorWeights, { optional: true })
  weights?: IndicatorWeights;
  @Part('Of what it is made up where nothing is stated for it', () => IndicatorTerm, {
    many: 10,
    optional: true,
  })
  derivedFrom?: IndicatorTerm[];
  @Flag('Levels of all provinces and cities add up to that of the country', { optional: true })
  addsToCountry?: boolean;
  @OneOf('The only measure that it is recorded as, where nobody can have measured it', ['scenario'], {
    optional: true,
  })
  onlyAs?: 'scenario';
}

export class IndicatorList {
  @Part('In the order of reports', () => IndicatorEntry, { many: 1000 }) items: IndicatorEntry[];
}

export class UnitEntry {
  @Text('Code') code: string;
  @Part('Name', () => BothLanguagesText) name: BothLanguagesText;
}

export class UnitList {
  @Part('Units', () => UnitEntry, { many: 100 }) items: UnitEntry[];
}

export class AgreementMembership {
  @Text('Party, ISO 3166-1') country: string;
  @Text('Since when Viet Nam and it trade under the agreement: day, month or year; null: not known', {
    nullable: true,
  })
  from: string | null;
  @Day('Last day on which it is a party', { nullable: true }) to: string | null;
  @Flag('Whether exports to it count among those that the agreement could be used for') isMarket: boolean;
  @Flag('Read in the official text') verified: boolean;
}

export class AgreementEntry {
  @Text('Id') id: string;
  @Part('Name', () => BothLanguagesText) name: BothLanguagesText;
  @Text('The other parties, ISO 3166-1', { many: 100 }) members: string[];
  @Text('In force for Viet Nam since day, month or year', { nullable: true }) inForceFrom: string | null;
  @Text('Proof of origin', { nullable: true }) certificate: string | null;
  @OneOf('A free trade area, or an arrangement that lists goods', ['free-trade', 'arrangement'])
  kind: 'free-trade' | 'arrangement';
  @Part('Each party with its own days, former ones too', () => AgreementMembership, { many: 100 })
  memberships: AgreementMembership[];
  @Flag('Read in the official text') verified: boolean;
  @Part('What is still to be read there', () => BothLanguagesText, { nullable: true })
  toVerify: BothLanguagesText | null;
}

export class AgreementList {
  @Part('Agreements', () => AgreementEntry, { many: 100 }) items: AgreementEntry[];
}

/** Reference data, for everybody. */
export const catalogueOperations = {
  territories: operation({
    route: 'GET /v1/territories',
    summary: 'Provinces, cities, regions and groups, with their time',
    access: 'public',
    input: ListTerritories,
    output: TerritoryPage,
    errors: ['territory.unknown'],
  }),
  territory: operation({
    route: 'GET /v1/territories/:id',
    summary: 'One territory',
    access: 'public',
    input: TerritoryById,
    output: TerritoryEntry,
    errors: ['territory.not-found'],
  }),
  indicators: operation({
    route: 'GET /v1/indicators',
    summary: 'The catalogue of indicators',
    access: 'public',
    input: Nothing,
    output: IndicatorList,
  }),
  units: operation({
    route: 'GET /v1/units',
    summary: 'Units',
    access: 'public',
    input: Nothing,
    output: UnitList,
  }),
  agreements: operation({
    route: 'GET /v1/agreements',
    summary: 'Free trade agreements',
    access: 'public',
    input: Nothing,
    output: AgreementList,
  }),
};
