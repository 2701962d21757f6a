import { RegisterFields } from './entry';
import { Day, Decimal, OneOf, Part, Text, Whole } from './fields';
import { operation } from './operation';
import { register } from './register';

export const destinations = [
  'rural-commune',
  'mountain',
  'island',
  'industrial-park',
  'export-processing-zone',
  'workers-housing',
] as const;

/** A trip of mobile sales (chuyến bán hàng lưu động). */
export class MobileSaleFields extends RegisterFields {
  @Day('Day of the trip; while it is planned, the day planned') heldOn: string;
  @OneOf('Where to', destinations) destination: (typeof destinations)[number];
  @Text('Commune, industrial park, zone or housing by its name', { max: 200 }) place: string;
  @Whole('Vehicles', { nullable: true }) vehicles: number | null;
  @Text('Enterprises that sell', { max: 200, many: 50, nullable: true }) enterprises: string[] | null;
  @Text('Code of the stabilisation programme that it belongs to, in the same territory; null: none', {
    max: 40,
    nullable: true,
  })
  programmeCode: string | null;
  @Decimal('Revenue, VND millions; null: not known', { places: 3, min: 0, nullable: true }) revenueMn:
    string | null;
}

export const mobileSales = register({
  service: 'trade',
  noun: 'mobile-sale',
  path: 'mobile-sales',
  words: 'trip of mobile sales',
  fields: MobileSaleFields,
  states: ['planned', 'held', 'reported', 'cancelled'],
  steps: ['hold', 'report', 'cancel'],
  filters: ['destination', 'programmeCode'],
  sorts: ['heldOn', 'vehicles'],
  // What was sold on a trip is mostly what one enterprise sold.
  publicFields: ['heldOn', 'destination', 'place', 'vehicles', 'enterprises', 'programmeCode'],
  errors: [
    'stabilisation.programme-not-open',
    'stabilisation.outside-programme',
    'mobile-sale.revenue-before-held',
    'mobile-sale.needs-revenue',
    'mobile-sale.not-yet',
  ],
});

/** Trips that were held, to destinations of one kind; what is not known of a trip is missing and not zero. */
export class TripsTo {
  @OneOf('Where to', destinations) destination: (typeof destinations)[number];
  @Whole('Trips that were held') trips: number;
  @Whole('Their vehicles; null: of trips, and of none is it known', {
    max: Number.MAX_SAFE_INTEGER,
    nullable: true,
  })
  vehicles: number | null;
  @Whole('Trips of which the vehicles are not known') withoutVehicles: number;
  @Decimal('Their revenue, VND millions; null: of trips, and of none is it known, or it is not shown', {
    places: 3,
    nullable: true,
  })
  revenueMn: string | null;
  @Whole('Trips of which the revenue is not known') withoutRevenue: number;
}

export class ReadMobileSales {
  @Text('Territory; one that others were merged into counts their trips too', { max: 60, example: 'nghe-an' })
  territory: string;
  @Text('Period: `2024`, `2024-Q1`, `2024-01`, `2024-01/P5M`', { max: 20, example: '2024' }) period: string;
}

/** Trips of mobile sales in a period. */
export class MobileSalesSummary {
  @Text('Territory') territory: string;
  @Day('First day') from: string;
  @Day('Last day') to: string;
  @Whole('Trips that were held') trips: number;
  @Whole('Trips that are still planned') planned: number;
  @Whole('Trips that were cancelled') cancelled: number;
  @Whole('Of those held, trips that belong to no programme') withoutProgramme: number;
  @Whole('Of those held, trips that name a programme which their territory does not have')
  ofUnknownProgramme: number;
  @Decimal(
    'Revenue, VND millions; null: of trips, and of none is it known, or the reader has no right to all whose trips are counted',
    { places: 3, nullable: true },
  )
  revenueMn: string | null;
  @Whole('Trips of which the revenue is not known') withoutRevenue: number;
  @Part('By where to; every kind is named', () => TripsTo, { many: 10 }) destinations: TripsTo[];
}

/** How often, where to and with what revenue goods were taken to who lives far from markets. */
export const mobileSalesSummary = operation({
  route: 'GET /mobile-sales/summary',
  summary: 'Trips of mobile sales in a period, by where to, with vehicles and revenue',
  access: 'public',
  input: ReadMobileSales,
  output: MobileSalesSummary,
  errors: ['territory.unknown', 'period.unreadable'],
});
