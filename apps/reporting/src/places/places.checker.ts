import { setTimeout as sleep } from 'node:timers/promises';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { checksChanged, type CheckResult } from '@doit/contracts';
import { tell } from '@doit/events';
import { parsePeriod } from '@doit/reference';
import { query } from '@doit/runtime';
import { DataSource } from 'typeorm';
import { checkNow } from './found.sql';
import { duePlaces, keepResults } from './places.sql';

interface Due {
  territory: string;
  period: string;
  marked: number;
}

const together = 20;
const pauseMs = 150;
const afterFailureMs = 2000;

/**
 * Checks places whose figures have changed, and tells where the results differ. Replicas may check the same place at once:
 * the later marks win, and equal ones say the same.
 */
@Injectable()
export class Checker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('checks');
  private readonly ending = new AbortController();
  private working: Promise<void> = Promise.resolve();

  constructor(private readonly source: DataSource) {}

  onApplicationBootstrap(): void {
    this.working = this.work(this.ending.signal);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.ending.abort();
    await this.working;
  }

  private async work(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      let pause = pauseMs;
      try {
        const due = await query<Due>(this.source, duePlaces, [together]);
        for (const place of due) await this.check(place);
        if (due.length === together) pause = 0;
      } catch (error) {
        this.log.warn(error instanceof Error ? error.message : String(error));
        pause = afterFailureMs;
      }
      await sleep(pause, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  private async check({ territory, period, marked }: Due): Promise<void> {
    const asked = parsePeriod(period);
    const results = asked ? await checkNow(this.source, { territory, period: asked }) : [];
    await this.source.transaction(async (tx) => {
      const text = JSON.stringify(results);
      // Of an update TypeORM answers the rows returned, and how many.
      const [[kept]] = await tx.query<[{ results: string | null }[], number]>(keepResults.text, [
        territory,
        period,
        marked,
        text,
      ]);
      if (!kept || kept.results === text || (kept.results === null && results.length === 0)) return;
      const payload = JSON.stringify({ territory, period, results: results.map(verdictOf) });
      await tell(tx, checksChanged, {
        aggregate: `checks:${territory}/${period}`,
        actor: 'reporting',
        payload,
      });
    });
  }
}

function verdictOf({ code, verdict, indicators, difference }: CheckResult) {
  return { code, verdict, indicators, difference };
}
