import { setTimeout as sleep } from 'node:timers/promises';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Caller, exportImportEvents } from '@doit/contracts';
import { tell } from '@doit/events';
import { approvesOwn } from '@doit/observations';
import { todayInVietNam } from '@doit/registers';
import { query, writeFor } from '@doit/runtime';
import { DataSource, type EntityManager } from 'typeorm';
import { overlapsWithin } from '../flows/disjoint.sql';
import { writeStated, type RowFault, type Written } from '../flows/lines.sql';
import { beginAttempt, endImport, jobOf, nextImport, progress, takeImport } from './imports.sql';
import { readRaw, readWords, shownFault } from './reading.sql';
import { explained, type FoundFault } from './row-faults';
import { countStated, listFaults, makeStated } from './staged.sql';

interface Job {
  id: string;
  document: string;
  sha256: string;
  file: string;
  locale: 'vi' | 'en';
  source: string;
  asOf: string;
  lineStatus: string;
  isWhole: boolean;
  isDryRun: boolean;
  state: 'submitted' | 'approved';
  mayApprove: boolean;
  allowed: string[];
  attempts: number;
  sentBy: string;
  actor: string;
}

/** What became of a job, as `endImport` writes it. */
interface Ended {
  status: 'done' | 'failed';
  state: 'submitted' | 'approved';
  rows: number;
  accepted: number;
  rejected: number;
  faults: readonly RowFault[];
  outcome: Written | null;
  territories: readonly string[];
}

const pauseMs = 500;
const mostAttempts = 5;
const mostFaults = 1000;
const toldEveryMs = 300;

/**
 * Carries out imports, one after the other: in one transaction a file is read, checked, written, rolled up and told, or
 * nothing of it. A process that dies leaves its job as it was, and another one, or itself again, begins it anew.
 */
@Injectable()
export class Importer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('imports');
  private readonly ending = new AbortController();
  private working: Promise<void> = Promise.resolve();
  private wake = new AbortController();

  constructor(private readonly source: DataSource) {}

  onApplicationBootstrap(): void {
    this.working = this.work(this.ending.signal);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.ending.abort();
    this.wake.abort();
    await this.working;
  }

  /** There is something to do: not only at the next look. */
  nudge(): void {
    this.wake.abort();
  }

  private async work(signal: AbortSignal): Promise<void> {
    let failures = 0;
    for (;;) {
      if (signal.aborted) return;
      this.wake = new AbortController();
      let pause = pauseMs;
      try {
        const [waiting]: { id: string }[] = await this.source.query(nextImport);
        if (waiting && (await this.carryOut(waiting.id))) {
          failures = 0;
          continue;
        }
      } catch (error) {
        this.log.error(error instanceof Error ? error.stack : String(error));
        // What ails the database or the disk may pass: half a second, two, eight, thirty-two.
        pause = pauseMs * 4 ** Math.min(failures++, 3);
      }
      await sleep(pause, undefined, { signal: this.wake.signal }).catch(() => undefined);
    }
  }

  /** @returns false where another replica is at it */
  private async carryOut(id: string): Promise<boolean> {
    const [allowed]: { allowed: string[] }[] = await this.source.query(
      'select allowed from flow_import where id = $1',
      [id],
    );
    return writeFor(this.source, { territories: allowed?.allowed ?? [] }, async (tx) => {
      const [lock]: { taken: boolean }[] = await tx.query(takeImport, [id]);
      if (!lock?.taken) return false;
      const [, begun]: [unknown, number] = await this.source.query(beginAttempt, [id]);
      if (begun === 0) return true;
      const [job]: Job[] = await tx.query(jobOf, [id]);
      if (!job) return true;
      // A file is read for as long as it takes; keys are put in order in memory.
      await tx.query(`select set_config('statement_timeout', '0', true), set_config('work_mem', '192MB', true),
        set_config('jit', 'off', true)`);
      const ended =
        job.attempts > mostAttempts
          ? failed(job, [{ row: 0, column: '', code: 'import.failed', params: { attempts: mostAttempts } }])
          : await this.attempt(tx, job);
      await this.end(tx, job, ended);
      return true;
    });
  }

  private async attempt(tx: EntityManager, job: Job): Promise<Ended> {
    await tx.query('savepoint nothing');
    const ended = await this.read(tx, job);
    // What a faulty file would have written is taken back; what is wrong with it is kept.
    if (ended.status === 'failed') await tx.query('rollback to savepoint nothing');
    return ended;
  }

  private async read(tx: EntityManager, job: Job): Promise<Ended> {
    const { id, locale, allowed } = job;
    let toldAt = 0;
    let saying: Promise<void> = Promise.resolve();
    const seen = (lines: number): void => {
      if (Date.now() - toldAt < toldEveryMs) return;
      toldAt = Date.now();
      saying = this.say(id, 'reading', lines, null).catch(() => undefined);
    };
    const raw = await readRaw(this.source, tx, job.document, seen);
    await saying;
    if ('faults' in raw) return failed(job, raw.faults);
    await this.say(id, 'checking', raw.rows, raw.rows);
    await readWords(tx, allowed);
    await tx.query(makeStated(locale), [job.source, job.asOf, job.lineStatus]);
    const [counted]: { rows: number; faulty: number; territories: string[] }[] = await tx.query(countStated);
    const { rows = 0, faulty = 0, territories = [] } = counted ?? {};
    const read = { rows, territories };
    if (faulty > 0) {
      const found: FoundFault[] = await tx.query(listFaults(locale), [mostFaults]);
      const asked = { locale, allowed, today: todayInVietNam() };
      return failed(
        job,
        found.map((one) => explained(one, asked)),
        { ...read, rejected: faulty },
      );
    }
    const twice: { row: number; code: RowFault['code']; other: string }[] = await tx.query(overlapsWithin, [
      mostFaults,
    ]);
    if (twice.length > 0)
      return failed(
        job,
        twice.map(({ row, code, other }) => ({ row, column: 'hs', code, params: { other } })),
        {
          ...read,
          rejected: twice.length,
        },
      );
    const done = { status: 'done', ...read, accepted: rows, rejected: 0, faults: [] } as const;
    if (job.isDryRun || !(await this.isApproved(tx, job, territories)))
      return { ...done, state: 'submitted', outcome: null };
    await this.say(id, 'writing', rows, rows);
    const { actor, isWhole } = job;
    const written = await writeStated(tx, { import: id, actor, isWhole });
    if ('faults' in written) return failed(job, written.faults, { ...read, rejected: written.faults.length });
    return { ...done, state: 'approved', outcome: written };
  }

  /** Approved by somebody, or sent by who may approve what he sends in all its territories. */
  private async isApproved(tx: EntityManager, job: Job, territories: readonly string[]): Promise<boolean> {
    if (job.state === 'approved') return true;
    if (!job.mayApprove) return false;
    const sender = new Caller(job.sentBy, ['export-import:approve', 'export-import:write'], job.allowed, 0);
    const own = await approvesOwn(tx, 'export-import', sender, territories);
    return territories.every(own);
  }

  private async say(id: string, status: string, read: number | null, total: number | null): Promise<void> {
    await query(this.source, progress, [id, status, read, total]);
  }

  private async end(tx: EntityManager, job: Job, ended: Ended): Promise<void> {
    const { status, state, rows, accepted, rejected, faults, outcome, territories } = ended;
    await tx.query(endImport, [
      ...[
        job.id,
        status,
        state,
        rows,
        accepted,
        rejected,
        JSON.stringify(faults.slice(0, mostFaults).map(shownFault)),
      ],
      ...[outcome && JSON.stringify(outcome), territories],
    ]);
    await tell(tx, exportImportEvents.flowImportChanged, {
      aggregate: `flow-import:${job.id}`,
      actor: job.actor,
      payload: {
        ...{ import: job.id, status, state, file: job.file, sha256: job.sha256, source: job.source },
        ...{ territories: [...territories], accepted, reason: null },
      },
    });
  }
}

function failed(
  job: Job,
  faults: readonly RowFault[],
  {
    rows = 0,
    rejected = 0,
    territories = [],
  }: { rows?: number; rejected?: number; territories?: readonly string[] } = {},
): Ended {
  const accepted = rows - rejected;
  return { status: 'failed', state: job.state, rows, accepted, rejected, faults, outcome: null, territories };
}
