import { Controller } from '@nestjs/common';
import { industry, type AuditDue, type AuditsDue, type Caller, type ListAuditsDue } from '@doit/contracts';
import { ruleOn } from '@doit/reference';
import { todayInVietNam } from '@doit/registers';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';

/** Reminders of energy audits. */
@Controller()
export class AuditsController {
  constructor(private readonly source: DataSource) {}

  @Serves(industry.energyUsers.auditsDue)
  async auditsDue({ territory, on, within = 60 }: ListAuditsDue, caller: Caller): Promise<AuditsDue> {
    for (const each of territory ?? []) caller.requireTerritory(each);
    const day = on ?? todayInVietNam();
    const rule = ruleOn('energy-user.audit-years', day);
    if (!rule) return { source: '–', everyYears: 0, items: [] };
    const everyYears = Number(rule.value);
    const items = await this.source.query<AuditDue[]>(due, [
      caller.territories,
      territory ?? null,
      day,
      within,
      everyYears,
    ]);
    return { source: rule.legalSource.vi, everyYears, items };
  }
}

const due = `
  select id, code, name, territory, last_on::text as "lastAuditOn", due_on::text as "dueOn",
         case when due_on < $3::date then $3::date - due_on end as "daysOverdue"
    from energy_user
   cross join lateral (select max(audit ->> 'on')::date as last_on
                         from jsonb_array_elements(coalesce(nullif(audits, 'null'), '[]')) as audit
                        where (audit ->> 'on')::date <= $3::date) audited
   cross join lateral (select (last_on + make_interval(years => $5::int))::date as due_on) next
   where state = 'designated' and ('*' = any($1::text[]) or territory = any($1))
     and ($2::text[] is null or territory = any($2)) and (due_on is null or due_on <= $3::date + $4::int)
   order by due_on nulls first, code limit 1000`;
