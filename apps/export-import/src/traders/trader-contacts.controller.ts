import { Controller } from '@nestjs/common';
import {
  exportImport,
  Problem,
  traderContactEvents,
  type Caller,
  type PutTraderContact,
  type ReadTraderContacts,
  type TraderContact,
  type TraderContactByRole,
  type TraderContactRemoved,
  type TraderContacts,
} from '@doit/contracts';
import { tell, type Transaction } from '@doit/events';
import { Serves } from '@doit/rpc';
import { writeFor } from '@doit/runtime';
import { DataSource } from 'typeorm';
import { requireConsent } from './consent';

/** Contacts of traders: read and written by who may in the trader's territory; what is told of them never says whose they are. */
@Controller()
export class TraderContactsController {
  constructor(private readonly source: DataSource) {}

  @Serves(exportImport.traders.contacts)
  async contacts({ id }: ReadTraderContacts, caller: Caller): Promise<TraderContacts> {
    await territoryOf(this.source, id, caller);
    return {
      items: await this.source.query<TraderContact[]>(
        `select ${wire} from trader_contact where trader = $1 order by role`,
        [id],
      ),
    };
  }

  @Serves(exportImport.traders.putContact)
  async putContact(contact: PutTraderContact, caller: Caller): Promise<TraderContact> {
    const { id, role, name, phone, email } = contact;
    const territory = await territoryOf(this.source, id, caller);
    requireConsent(contact);
    const { consentOn } = contact;
    const purposes = [...new Set(contact.purposes)];
    return writeFor(this.source, caller, async (tx) => {
      const values = [id, role, territory, name, phone ?? null, email ?? null, consentOn];
      const [kept] = await tx.query<TraderContact[]>(keep, [
        ...values,
        JSON.stringify(purposes),
        caller.subject,
      ]);
      if (!kept) throw new Error('a contact was not kept');
      await tell(tx, traderContactEvents.traderContactKept, {
        aggregate: aggregateOf(id, role),
        actor: caller.subject,
        payload: { trader: id, territory, role, consentOn, purposes },
      });
      return kept;
    });
  }

  @Serves(exportImport.traders.removeContact)
  async removeContact({ id, role }: TraderContactByRole, caller: Caller): Promise<TraderContactRemoved> {
    const territory = await territoryOf(this.source, id, caller);
    return writeFor(this.source, caller, async (tx) => {
      const [, removed] = await tx.query<[unknown, number]>(
        'delete from trader_contact where trader = $1 and role = $2',
        [id, role],
      );
      if (removed > 0)
        await tell(tx, traderContactEvents.traderContactRemoved, {
          aggregate: aggregateOf(id, role),
          actor: caller.subject,
          payload: { trader: id, territory, role },
        });
      return { removed };
    });
  }
}

const aggregateOf = (trader: string, role: string): string => `trader-contact:${trader}:${role}`;

/** @throws Problem register.not-found, territory.not-yours */
async function territoryOf(source: Transaction, id: string, caller: Caller): Promise<string> {
  const [found] = (await source.query('select territory from trader where id = $1', [id])) as {
    territory: string;
  }[];
  if (!found) throw new Problem('register.not-found');
  caller.requireTerritory(found.territory);
  return found.territory;
}

const wire = `role, name, phone, email, consent_on::text as "consentOn", purposes, recorded_by as "recordedBy",
  to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt"`;
const keep = `
  insert into trader_contact as c (trader, role, territory, name, phone, email, consent_on, purposes, recorded_at, recorded_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, now(), $9)
  on conflict (trader, role) do update set name = excluded.name, phone = excluded.phone, email = excluded.email,
    consent_on = excluded.consent_on, purposes = excluded.purposes, recorded_at = excluded.recorded_at,
    recorded_by = excluded.recorded_by
  returning ${wire}`;
