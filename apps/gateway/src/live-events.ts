import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem, reporting, type Caller, type LiveEvent, type News, type NewsItem } from '@doit/contracts';
import type { Circuits } from './circuits';

const everyMs = 1000;
/** A line of nothing, so that nobody between takes the silence for the end. */
const aliveMs = 15_000;
const page = 500;
/** Bytes that wait for a watcher; one who has more of them before him when something new comes is let go, and resumes where he was. */
const mostWaiting = 64 * 1024;
/** Watchers at once; of these visitors, so that they never keep those out who work here; and of one account. */
const most = { all: 500, visitors: 250, ofAccount: 20 };

/** Longer ones would fire at once; no token lasts that long. */
const longestTimer = 2 ** 31 - 1;

interface Watcher {
  readonly caller: Caller;
  readonly stream: Readable;
  /** What he was told up to; null: a little before wherever we are when we know it. */
  position: number | null;
  toldAt: number;
  end: () => void;
}

/**
 * Tells watchers what has changed. While somebody watches, reporting is asked once a second for all of them, from where the
 * last of them is; each is told only what he may read. While reporting is away nothing is lost: the next question
 * begins where the last answer ended.
 */
export class LiveEvents {
  private readonly watchers = new Set<Watcher>();
  private readonly ending = new AbortController();
  private asking: Promise<void> | undefined;

  constructor(private readonly circuits: Circuits) {}

  /**
   * What a caller is told from a little before now on, or from after a position, until his token ends.
   * @throws Problem gateway.busy
   */
  watch(caller: Caller, after: number | null): Readable {
    if (this.ending.signal.aborted || !this.hasRoom(caller)) throw new Problem('gateway.busy');
    const stream = new Readable({ read: () => undefined, highWaterMark: mostWaiting });
    const left = caller.isKnown ? caller.expiresAt * 1000 - Date.now() : undefined;
    const ended =
      left === undefined
        ? undefined
        : setTimeout(() => watcher.end(), Math.min(Math.max(0, left), longestTimer));
    const watcher: Watcher = {
      ...{ caller, stream, position: after, toldAt: Date.now() },
      end: () => {
        this.watchers.delete(watcher);
        clearTimeout(ended);
        if (!stream.destroyed) stream.push(null);
      },
    };
    stream.once('close', watcher.end);
    this.watchers.add(watcher);
    this.asking ??= this.ask().finally(() => (this.asking = undefined));
    return stream;
  }

  /** Nobody watches any more. */
  async close(): Promise<void> {
    this.ending.abort();
    for (const { end } of [...this.watchers]) end();
    await this.asking;
  }

  private hasRoom({ isKnown, subject }: Caller): boolean {
    const all = [...this.watchers].map(({ caller }) => caller);
    if (all.length >= most.all) return false;
    const alike = all.filter((other) => other.isKnown === isKnown && other.subject === subject);
    return alike.length < (isKnown ? most.ofAccount : most.visitors);
  }

  private async ask(): Promise<void> {
    const { signal } = this.ending;
    while (this.watchers.size > 0 && !signal.aborted) {
      const from = this.lowest();
      const news = await this.news(from);
      if (news) for (const watcher of this.watchers) this.tell(watcher, news, from);
      this.keepAlive();
      // Somebody is far behind: he is not told a page a second.
      if (news?.items.length === page) continue;
      await sleep(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** From where it is asked, so that nobody misses anything; null: nobody knows yet where he is. */
  private lowest(): number | null {
    const known = [...this.watchers].flatMap(({ position }) => position ?? []);
    return known.length > 0 ? Math.min(...known) : null;
  }

  private async news(after: number | null): Promise<News | undefined> {
    const query = after === null ? `limit=${page}` : `after=${after}&limit=${page}`;
    // Reporting, or the broker, may be away for a moment.
    const answer = await this.circuits.ask(reporting.news.list, { query }).catch(() => undefined);
    if (answer?.status !== 200) return undefined;
    return JSON.parse(Buffer.from(answer.data).toString()) as News;
  }

  private tell(watcher: Watcher, { items, first, last, recent = last }: News, from: number | null): void {
    const { position, caller } = watcher;
    if (position === null) {
      this.place(watcher, 'ready', recent);
      return;
    }
    // He came while it was asked from further on: he is told with the next answer.
    if (from === null || position < from) return;
    // What followed is not kept any more; or what is kept is not what he knows.
    if (position < first - 1 || position > last) {
      this.place(watcher, 'reset', last);
      return;
    }
    const news = items.filter((item) => item.position > position);
    const told = news.filter((item) => mayKnow(caller, item)).map(eventOf);
    watcher.position = news.at(-1)?.position ?? position;
    if (told.length > 0) this.push(watcher, told.map(written).join(''));
  }

  /** Tells a watcher where he is. */
  private place(watcher: Watcher, type: 'ready' | 'reset', position: number): void {
    watcher.position = position;
    const name = type === 'reset' ? 'event: reset\n' : '';
    this.push(
      watcher,
      `${name}${written({ type, territory: null, indicator: null, period: null, position })}`,
    );
  }

  private keepAlive(): void {
    for (const watcher of this.watchers) {
      // With where he is, though he was told nothing of it, so that he resumes from there.
      const id = watcher.position === null ? '' : `id: ${watcher.position}\n`;
      if (Date.now() - watcher.toldAt > aliveMs) this.push(watcher, `:\n${id}\n`);
    }
  }

  private push(watcher: Watcher, text: string): void {
    watcher.toldAt = Date.now();
    if (watcher.stream.readableLength > mostWaiting) watcher.stream.destroy();
    else watcher.stream.push(text);
  }
}

function mayKnow(caller: Caller, { readers, territory }: NewsItem): boolean {
  if (readers === 'everybody') return true;
  const territories = caller.readsUnpublished(readers);
  return territories.includes('*') || (territory !== null && territories.includes(territory));
}

const eventOf = ({ type, territory, indicator, period, position }: NewsItem): LiveEvent => ({
  ...{ type, territory, indicator, period, position },
});

const written = (event: LiveEvent): string => `id: ${event.position}\ndata: ${JSON.stringify(event)}\n\n`;
