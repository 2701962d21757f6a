import { Day, Id, Instant, OneOf, Part, Text, Whole } from './fields';
import { event } from './event';
import { operation } from './operation';

/** Which of a trader's contacts; one each. */
export const contactRoles = ['management', 'export', 'import', 'logistics', 'origin'] as const;
/** What a contact may be used for; nothing else is consented to. */
export const contactPurposes = [
  'trade-promotion',
  'market-warnings',
  'obstacles',
  'origin-procedures',
  'surveys',
] as const;
type ContactRole = (typeof contactRoles)[number];
type ContactPurpose = (typeof contactPurposes)[number];

const reachable = { optional: true, nullable: true } as const;
const email = { max: 200, pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/ } as const;
const phone = { max: 20, pattern: /^\+?[\d .()-]{6,20}$/ } as const;

/** Whom to ask at a trader, and what consent that rests on. */
export class TraderContact {
  @OneOf('Which contact', contactRoles) role: ContactRole;
  @Text('Name, of a person or a department') name: string;
  @Text('Telephone', { ...phone, nullable: true }) phone: string | null;
  @Text('E-mail', { ...email, nullable: true }) email: string | null;
  @Day('The day of the consent') consentOn: string;
  @OneOf('What was consented to', contactPurposes, { many: 5 }) purposes: ContactPurpose[];
  @Instant('Entered') recordedAt: string;
  @Text('Account that entered it') recordedBy: string;
}

export class PutTraderContact {
  @Id('The trader') id: string;
  @OneOf('Which contact; one that stands is replaced', contactRoles) role: ContactRole;
  @Text('Name, of a person or a department') name: string;
  @Text('Telephone', { ...phone, ...reachable }) phone?: string | null;
  @Text('E-mail', { ...email, ...reachable }) email?: string | null;
  @Day('The day of the consent; nothing is kept without', { optional: true }) consentOn?: string;
  @OneOf('What was consented to; nothing is kept without', contactPurposes, { many: 5, optional: true })
  purposes?: ContactPurpose[];
}

export class ReadTraderContacts {
  @Id('The trader') id: string;
}

export class TraderContactByRole {
  @Id('The trader') id: string;
  @OneOf('Which contact', contactRoles) role: ContactRole;
}

export class TraderContacts {
  @Part('By their roles', () => TraderContact, { many: 5 }) items: TraderContact[];
}

export class TraderContactRemoved {
  @Whole('How many were deleted; 0: there was none', { max: 1 }) removed: number;
}

/** What is told of a contact: never whose it is. */
export class TraderContactTold {
  @Id('The trader') trader: string;
  @Text('Its territory', { max: 60 }) territory: string;
  @OneOf('Which contact', contactRoles) role: ContactRole;
}
export class TraderContactConsented extends TraderContactTold {
  @Day('The day of the consent') consentOn: string;
  @OneOf('What was consented to', contactPurposes, { many: 5 }) purposes: ContactPurpose[];
}

const scoped = ['register.not-found', 'territory.not-yours'] as const;

/**
 * Contacts of traders: personal data, kept beside the register and shown nowhere else (Law on Personal Data Protection
 * 91/2025/QH15; until 2025 Decree 13/2023/NĐ-CP). No `Idempotency-Key`: what a request was answered would be kept, too.
 */
export const traderContactOperations = {
  contacts: operation({
    route: 'GET /traders/:id/contacts',
    summary: 'The contacts of a trader, for readers of its territory',
    access: 'export-import:read',
    input: ReadTraderContacts,
    output: TraderContacts,
    errors: [...scoped],
  }),
  putContact: operation({
    route: 'PUT /traders/:id/contacts/:role',
    summary: 'Keep a contact of a trader with the consent that it rests on',
    access: 'export-import:write',
    input: PutTraderContact,
    output: TraderContact,
    errors: [
      ...scoped,
      'trader.contact-without-consent',
      'trader.contact-unreachable',
      'register.step-in-future',
    ],
  }),
  removeContact: operation({
    route: 'DELETE /traders/:id/contacts/:role',
    summary: 'Delete a contact whose consent was withdrawn, or whose purpose has ended',
    access: 'export-import:write',
    input: TraderContactByRole,
    output: TraderContactRemoved,
    errors: [...scoped],
  }),
};

export const traderContactEvents = {
  traderContactKept: event(
    'export-import.trader-contact.kept',
    1,
    'A contact of a trader was kept, with consent',
    TraderContactConsented,
  ),
  traderContactRemoved: event(
    'export-import.trader-contact.removed',
    1,
    'A contact of a trader was deleted',
    TraderContactTold,
  ),
};
