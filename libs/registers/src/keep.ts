import {
  Problem,
  type Caller,
  type Changed,
  type CreatedMany,
  type Entered,
  type EnteredMany,
  type Entry,
  type EntryChange,
  type Fault,
  type IdempotencyKey,
  type Register,
  type StepAnswer,
  type Stepped,
} from '@doit/contracts';
import { once, tell, tellMany } from '@doit/events';
import { json, type Json } from '@doit/rpc';
import { writeFor } from '@doit/runtime';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { requireBeside } from './beside';
import { columnsOf } from './columns';
import { dayOf, isCountryWide, refuseFuture, requireFits, requireProvince, todayInVietNam } from './demands';
import { allowedSteps, newlyMet, stateAfter, type RegisterRules } from './lives';
import { refuseBroken, weigh } from './overrides.sql';
import { Rows, type KeptRow } from './rows.sql';
import { refuseTaken } from './taken.sql';

/** Writes a register: each act in one transaction with the event that tells it. */
export class Keeper {
  private readonly rows: Rows;

  constructor(
    private readonly source: DataSource,
    private readonly register: Register,
    private readonly rules: RegisterRules,
  ) {
    this.rows = new Rows(register, rules.derived);
  }

  /** @throws Problem territory.unknown, territory.not-yours, code taken, what the rules refuse */
  async create(
    { idempotencyKey: key, ...input }: Entered & { idempotencyKey?: IdempotencyKey },
    caller: Caller,
  ): Promise<Json<Entry>> {
    const entry = this.entered(input, caller);
    const operation = `${this.register.service}.${this.register.noun}.create`;
    return writeFor(this.source, caller, (tx) =>
      once(tx, { actor: caller.subject, operation, key }, async () => {
        const { body, version } = await this.rows.add(tx, entry);
        requireFits(body);
        await requireBeside(this.rules, tx, [entry], null);
        const [notice] = (await this.rules.notices?.(tx, [entry], null)) ?? [];
        await tell(tx, this.register.created, {
          aggregate: this.aggregateOf(entry.id),
          actor: caller.subject,
          payload: beside(body, notice),
        });
        return json<Entry>(body, version);
      }),
    ).catch((error: unknown) => this.refuse(error, [entry]));
  }

  /** All or none. @throws Problem as `create`, each fault with the pointer of its entry */
  async createMany({ idempotencyKey: key, items }: EnteredMany, caller: Caller): Promise<CreatedMany> {
    const entries = items.map((input, n) => at(n, () => this.entered(input, caller)));
    const operation = `${this.register.service}.${this.register.noun}.create-many`;
    return writeFor(this.source, caller, (tx) =>
      once(tx, { actor: caller.subject, operation, key }, async () => {
        const rows = await this.rows.addMany(tx, entries);
        rows.forEach(({ body }, n) => at(n, () => requireFits(body)));
        await requireBeside(this.rules, tx, entries, null, at);
        const notices = await this.rules.notices?.(tx, entries, null);
        const told = rows.map(({ id, body }, n) => ({
          aggregate: this.aggregateOf(id),
          actor: caller.subject,
          payload: beside(body, notices?.[n]),
        }));
        await tellMany(tx, this.register.created, told);
        return { items: entries.map(({ id, code }) => ({ id, code })) };
      }),
    ).catch((error: unknown) => this.refuse(error, entries, (n) => `/items/${n}`));
  }

  /** What is entered as it will stand. */
  private entered(input: Entered, caller: Caller): Entry {
    if (!(this.register.isOfCountry && isCountryWide(input.territory))) requireProvince(input.territory);
    caller.requireTerritory(input.territory);
    const now = new Date().toISOString();
    const unknown = Object.fromEntries(columnsOf(this.register).map(({ field }) => [field, null]));
    const first = { state: this.register.states[0] ?? '', stateOn: null };
    const entry: Entry = {
      ...(unknown as unknown as Entry),
      ...first,
      ...input,
      ...{ id: uuid(), version: 1, recordedAt: now, changedAt: now },
    };
    if (entry.stateOn !== null) refuseFuture(entry.stateOn, '/stateOn');
    this.rules.check?.(entry, todayInVietNam());
    // Who enters what a rule does not allow enters it as it was before, and takes the step with an exception.
    refuseBroken(newlyMet(this.rules, null, entry, dayOf(entry)));
    return entry;
  }

  /** @throws Problem not found, territory.not-yours, changed meanwhile, what the rules refuse */
  async change({ id, version, reason, ...changes }: Changed, caller: Caller): Promise<Json<Entry>> {
    const stands: Entry[] = [];
    return writeFor(this.source, caller, async (tx) => {
      const { before, kept } = await this.held(tx, id, version, caller);
      const isCorrected = changes.state !== undefined && changes.state !== before.state;
      const isRedated =
        changes.stateOn !== undefined && before.stateOn !== null && changes.stateOn !== before.stateOn;
      if (changes.stateOn !== undefined) refuseFuture(changes.stateOn, '/stateOn');
      // The day was that of the state that was entered wrongly.
      const after: Entry = {
        ...before,
        ...withoutUndefined(changes),
        ...(isCorrected && { stateOn: changes.stateOn ?? null }),
      };
      const fields = this.rules.corrects?.(before, after, null) ?? [];
      if (isCorrected || isRedated || fields.length > 0)
        this.requireCorrector(caller, before, reason, fields);
      stands.push(after);
      const found = newlyMet(this.rules, before, after, todayInVietNam());
      const warnings = await weigh(tx, found, { register: this.register.noun, entry: id, step: 'change' });
      const told = { ...(reason && { reason }), ...(warnings.length > 0 && { warnings }) };
      const row = await this.save(tx, { before: kept, after, caller, told });
      return json<Entry>(row.body, row.version);
    }).catch((error: unknown) => this.refuse(error, stands));
  }

  /** @throws Problem besides, register.step-not-allowed, register.needs-reason, rule.refused */
  async step(
    { id, version, step, on, document, reason, known }: Stepped,
    caller: Caller,
  ): Promise<Json<StepAnswer<Entry>>> {
    const stands: Entry[] = [];
    return writeFor(this.source, caller, async (tx) => {
      const { before, kept } = await this.held(tx, id, version, caller);
      refuseFuture(on, '/on');
      if (before.stateOn !== null && on < before.stateOn) {
        const params = { on, since: before.stateOn };
        throw new Problem('register.step-before-last', params, [
          { pointer: '/on', code: 'register.step-before-last', params },
        ]);
      }
      const state = stateAfter(this.rules.steps, before.state, step, reason);
      const stateOn = state === before.state ? before.stateOn : on;
      const plain: Entry = { ...before, ...withoutUndefined(known ?? {}), state, stateOn };
      const after = this.rules.after?.(before, plain, step, on, document ?? null) ?? plain;
      const fields = this.rules.corrects?.(before, after, step) ?? [];
      if (fields.length > 0) this.requireCorrector(caller, before, reason, fields);
      const facts = await this.rules.facts?.(tx, after, step);
      const found = [
        ...newlyMet(this.rules, before, after, on),
        ...(this.rules.meets?.(before, after, step, on, facts) ?? []),
      ];
      const warnings = await weigh(tx, found, { register: this.register.noun, entry: id, step });
      const told = {
        step,
        on,
        ...(document && { document }),
        ...(reason && { reason }),
        ...(warnings.length > 0 && { warnings }),
      };
      stands.push(after);
      const row = await this.save(tx, { before: kept, after, caller, told, on });
      const allowed = JSON.stringify(allowedSteps(this.rules.steps, after.state));
      return json<StepAnswer<Entry>>(
        `{"entry":${row.body},"warnings":${JSON.stringify(warnings)},"allowed":${allowed}}`,
        row.version,
      );
    }).catch((error: unknown) => this.refuse(error, stands));
  }

  private async held(
    tx: EntityManager,
    id: string,
    version: number,
    caller: Caller,
  ): Promise<{ before: Entry; kept: KeptRow }> {
    const kept = await this.rows.hold(tx, id);
    if (!kept) throw new Problem(this.register.problems.notFound);
    caller.requireTerritory(kept.territory);
    if (kept.version !== version) throw await this.changedMeanwhile(tx, id, version, kept.version);
    return { before: JSON.parse(kept.body) as Entry, kept };
  }

  private async save(tx: EntityManager, { before, after, caller, told, on }: Saving): Promise<KeptRow> {
    const now = new Date().toISOString();
    this.rules.check?.(after, on ?? todayInVietNam());
    const row = await this.rows.change(tx, { ...after, version: before.version + 1, changedAt: now });
    requireFits(row.body);
    const changed = differences(before.body, row.body);
    await requireBeside(this.rules, tx, [after], JSON.parse(before.body) as Entry);
    const [notice] = (await this.rules.notices?.(tx, [after], JSON.parse(before.body) as Entry)) ?? [];
    const plain = JSON.stringify({ changed, ...told, ...notice } satisfies EntryChange);
    await tell(tx, this.register.changed, {
      aggregate: this.aggregateOf(after.id),
      actor: caller.subject,
      payload: `{"${this.register.part}":${row.body},${plain.slice(1)}`,
    });
    return row;
  }

  /** A state, or a field of a step, that was entered wrongly is set right by who may approve, and who says why. */
  private requireCorrector(
    caller: Caller,
    { territory }: Entry,
    reason: string | undefined,
    fields: readonly string[],
  ): void {
    if (!caller.mayIn(`${this.register.service}:approve`, territory)) {
      const code = 'register.correction-needs-approver';
      throw new Problem(
        code,
        {},
        fields.map((field) => ({ pointer: `/${field}`, code })),
      );
    }
    if (reason === undefined)
      throw new Problem('register.needs-reason', {}, [{ pointer: '/reason', code: 'register.needs-reason' }]);
  }

  /** Names the fields that others changed since the version that was read, and who did. */
  private async changedMeanwhile(
    tx: EntityManager,
    id: string,
    version: number,
    current: number,
  ): Promise<Problem> {
    const rows = await tx.query<{ field: string; actor: string }[]>(
      `select distinct on (field) field, e.actor
         from event e cross join lateral json_array_elements_text(e.payload -> 'changed') as field
        where e.aggregate = $1 and e.type = $2 and (e.payload -> $3 ->> 'version')::int > $4
        order by field, e.seq desc`,
      [this.aggregateOf(id), this.register.changed.type, this.register.part, version],
    );
    const faults = rows.map(({ field, actor }): Fault => ({
      pointer: `/${field}`,
      code: 'field.changed-meanwhile',
      params: { actor },
    }));
    return new Problem(this.register.problems.changedMeanwhile, { current }, faults);
  }

  private aggregateOf(id: string): string {
    return `${this.register.noun}:${id}`;
  }

  private refuse(error: unknown, entries: readonly Entry[], place?: (n: number) => string): Promise<never> {
    return refuseTaken(this.source.manager, this.register, this.rows, { error, entries, place });
  }
}

interface Saving {
  before: KeptRow;
  after: Entry;
  caller: Caller;
  told: Omit<EntryChange, 'changed'>;
  /** The day by whose rules it is judged; today where none is given. */
  on?: string;
}

/** An entry's JSON with what is told beside it. */
function beside(body: string, notice: object | null | undefined): string {
  return notice ? `${body.slice(0, -1)},${JSON.stringify(notice).slice(1)}` : body;
}

/** The names of the fields that differ, apart from those that differ with every change. */
export function differences(before: string, after: string): string[] {
  const [old, now] = [JSON.parse(before), JSON.parse(after)] as [
    Record<string, unknown>,
    Record<string, unknown>,
  ];
  const same = (field: string): boolean => JSON.stringify(now[field]) === JSON.stringify(old[field]);
  return Object.keys(now).filter((field) => !['version', 'changedAt'].includes(field) && !same(field));
}

function withoutUndefined<T extends object>(changes: T): Partial<T> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** Gives the faults of an entry of a batch their place. */
function at<T>(n: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, params, faults } = error;
    const all = faults.length > 0 ? faults : [{ pointer: '', code, params }];
    throw new Problem(
      code,
      params,
      all.map((fault) => ({ ...fault, pointer: `/items/${n}${fault.pointer}` })),
    );
  }
}
