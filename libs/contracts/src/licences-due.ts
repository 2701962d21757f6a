import { Day, Id, OneOf, Part, Text, Whole } from './fields';
import { operation } from './operation';
import { licenceKinds } from './outlets';

export class ListLicencesDue {
  @Text(
    'Territories; one that others were merged into has their licences too. Default: those of the caller',
    {
      max: 60,
      many: 100,
      optional: true,
    },
  )
  territory?: string[];
  @Day('As of this day. Default: today', { optional: true }) on?: string;
  @Whole('Expiring within so many days, and after these those that have expired. Default: 60', {
    max: 1096,
    optional: true,
  })
  within?: number;
}

export const reminders = ['in-60-days', 'in-30-days', 'expired'] as const;

/** A licence that is in force and about to expire, or that expired and was not renewed. */
export class LicenceDue {
  @Id('The licence') id: string;
  @Text('Its code') code: string;
  @Text('Its name') name: string;
  @Text('Its territory') territory: string;
  @OneOf('For what', licenceKinds) kind: (typeof licenceKinds)[number];
  @Text('Its number', { nullable: true }) number: string | null;
  @Text('Who holds it', { nullable: true }) holder: string | null;
  @Text('Code of the outlet that it is for', { nullable: true }) outletCode: string | null;
  @Text('Name of that outlet, where the register has it', { nullable: true }) outlet: string | null;
  @Day('Last day on which it is valid') expiresOn: string;
  @Whole('Days to that day; below 0: since', { min: -4_000_000 }) daysLeft: number;
  @OneOf('The reminder that is due: 60 or 30 days before; null: neither yet', reminders, { nullable: true })
  reminder: (typeof reminders)[number] | null;
}

export class LicencesDue {
  @Day('As of this day; the licences are as they stand now') on: string;
  @Part(
    'Those that have not ended yet, the soonest first; then those that have, the latest first',
    () => LicenceDue,
    { many: 1000 },
  )
  items: LicenceDue[];
}

/** Licences of petrol and LPG stations are reminded of 60 and 30 days before they expire. */
export const licencesDue = operation({
  route: 'GET /outlets/licences-due',
  summary: 'Licences of petrol and LPG stations that expire soon, or did',
  access: 'trade:read',
  input: ListLicencesDue,
  output: LicencesDue,
  errors: ['territory.unknown', 'territory.not-yours'],
});
