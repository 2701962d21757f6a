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
import { query, writeFor } from '@doit/runtime';
import { DataSource } from 'typeorm';
import { linesOf } from './answers';
import { answerNow } from './found.sql';
import { duePlaces, keepAnswers, markOtherRules } from './places.sql';

interface Due {
  territory: string;
  period: string;
  marked: number;
}

const together = 20;
const pauseMs = 150;
const afterFailureMs = 2000;
/** While the database answers for one, another is worked on; more would take readers' connections. */
const atOnce = 2;
const rulesEveryMs = 300_000;
const againAfterMs = 5_000;

/**
 * Checks places whose figures have changed, keeps what is answered about them, and tells where the results differ. Replicas may check the same place at once:
 * the later marks win, and equal ones say the same.
 */
@Injectable()
export class Checker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('checks');
  private readonly ending = new AbortController();
  private working: Promise<void> = Promise.resolve();
  /** Places that failed, and when they are tried again. */
  private readonly failed = new Map<string, number>();

  constructor(private readonly source: DataSource) {}

  onApplicationBootstrap(): void {
    this.working = this.work(this.ending.signal);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.ending.abort();
    await this.working;
  }

  private async work(signal: AbortSignal): Promise<void> {
    let rulesSeen = 0;
    while (!signal.aborted) {
      let pause = pauseMs;
      try {
        // Again and again, since a replica of the version before may still answer for a while.
        if (Date.now() - rulesSeen > rulesEveryMs) {
          await query(this.source, markOtherRules, []);
          rulesSeen = Date.now();
        }
        const due = await query<Due>(this.source, duePlaces, [together + this.failed.size]);
        const worth = due.filter((place) => (this.failed.get(nameOf(place)) ?? 0) < Date.now());
        for (let at = 0; at < worth.length; at += atOnce)
          await Promise.all(worth.slice(at, at + atOnce).map((place) => this.tried(place)));
        if (worth.length >= together) pause = 0;
      } catch (error) {
        this.log.warn(error instanceof Error ? error.message : String(error));
        pause = afterFailureMs;
      }
      await sleep(pause, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** One place that fails, for whatever reason, does not keep the others waiting. */
  private async tried(place: Due): Promise<void> {
    try {
      await this.check(place);
      this.failed.delete(nameOf(place));
    } catch (error) {
      this.log.warn(`${nameOf(place)}: ${error instanceof Error ? error.message : String(error)}`);
      this.failed.set(nameOf(place), Date.now() + againAfterMs);
    }
  }

  private async check({ territory, period, marked }: Due): Promise<void> {
    const asked = parsePeriod(period);
    if (!asked) throw new Error(`a place of no period: ${period}`);
    const { answers, results } = await answerNow(this.source, { territory, period: asked });
    await writeFor(this.source, { territories: [territory] }, async (tx) => {
      // Of an update TypeORM answers the rows returned, and how many.
      const [[kept]] = await tx.query<[{ results: string | null }[], number]>(keepAnswers.text, [
        ...[territory, period, marked, answers.results, linesOf(answers), answers.knownAt],
      ]);
      if (!kept || kept.results === answers.results || (kept.results === null && results.length === 0))
        return;
      const payload = JSON.stringify({ territory, period, results: results.map(verdictOf) });
      await tell(tx, checksChanged, {
        aggregate: `checks:${territory}/${period}`,
        actor: 'reporting',
        payload,
      });
    });
  }
}

const nameOf = ({ territory, period }: Due): string => `${territory}/${period}`;

function verdictOf({ code, verdict, indicators, difference }: CheckResult) {
  return { code, verdict, indicators, difference };
}
