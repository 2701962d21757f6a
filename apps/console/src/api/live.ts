import { useQueryClient, type Query, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { accessToken, useSignIn } from '../app/account';
import { spokenLanguage } from '../app/settings';
import { eventReader, type Told } from './event-reader';
import type { components } from './schema';

type LiveEvent = components['schemas']['LiveEvent'];

const second = 1000;
/** The longest pause before it is tried again. */
const longest = 10 * second;
/** What is lost for a shorter time is nobody's business. */
const noticed = 2 * second;
/** How long it is said that it is there again. */
const shownFor = 6 * second;
/** What was read longer ago than this, before the first stream stood, is asked again: it is told only of ten seconds back. */
const overlap = 8 * second;
/** How long a stream may be silent: the gateway sends something every 15 s. */
const silence = 40 * second;

/** Whether changes arrive; `lost` since when they do not. */
export interface Live {
  readonly lost: string | null;
  /** It was lost, and has just come back. */
  readonly isBack: boolean;
}

/**
 * Follows what changes elsewhere and has what is shown asked again, while the page is looked at: a browser has few
 * connections, and a page in the background needs none.
 */
export function useLiveEvents(): Live {
  const queryClient = useQueryClient();
  const { account, pending } = useSignIn();
  const [live, setLive] = useState<Live>({ lost: null, isBack: false });
  const who = account?.id;

  useEffect(() => {
    if (pending) return undefined;
    const leaving = new AbortController();
    const news = new Freshener(queryClient);
    void follow(leaving.signal, news, setLive);
    return () => {
      leaving.abort();
      news.stop();
    };
  }, [queryClient, pending, who]);
  return live;
}

async function follow(signal: AbortSignal, news: Freshener, show: (live: Live) => void): Promise<void> {
  const began = Date.now();
  let position: string | null = null;
  let failures = 0;
  let since: number | null = null;
  let saidBack: number | undefined;
  const isOver = (): boolean => signal.aborted;
  const isBack = (): void => {
    failures = 0;
    if (since === null) return;
    // What failed meanwhile is asked at once; what changed is told next.
    news.retry();
    const wasNoticed = Date.now() - since > noticed;
    since = null;
    show({ lost: null, isBack: wasNoticed });
    saidBack = window.setTimeout(() => show({ lost: null, isBack: false }), shownFor);
  };
  for (;;) {
    await beingLookedAt(signal);
    if (isOver()) return;
    const connection = new AbortController();
    const leave = (): void => {
      if (document.hidden || signal.aborted) connection.abort();
    };
    document.addEventListener('visibilitychange', leave);
    signal.addEventListener('abort', leave);
    try {
      for await (const { id, data } of events(position, connection)) {
        if (id !== null && position === null && Date.now() - began > overlap) news.all();
        position = id ?? position;
        isBack();
        if (data !== null) news.heard(JSON.parse(data) as LiveEvent);
      }
    } catch {
      // Lost: tried again below.
    } finally {
      document.removeEventListener('visibilitychange', leave);
      signal.removeEventListener('abort', leave);
    }
    if (isOver()) return;
    if (document.hidden) continue;
    since ??= Date.now();
    window.clearTimeout(saidBack);
    if (failures > 0 && Date.now() - since > noticed)
      show({ lost: new Date(since).toISOString(), isBack: false });
    await pause(Math.min(250 * 2 ** failures, longest) * (0.75 + Math.random() / 2), signal);
    failures += 1;
  }
}

/** What the gateway sends, until it ends or nothing comes any more; the first is that somebody answered. */
async function* events(after: string | null, connection: AbortController): AsyncGenerator<Told> {
  const token = await accessToken();
  const response = await fetch('/v1/events', {
    cache: 'no-store',
    headers: {
      accept: 'text/event-stream',
      'accept-language': spokenLanguage,
      ...(token && { authorization: `Bearer ${token}` }),
      ...(after !== null && { 'last-event-id': after }),
    },
    signal: connection.signal,
  });
  if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`);
  yield { id: null, data: null };
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const read = eventReader();
  for (;;) {
    const late = setTimeout(() => connection.abort(), silence);
    const { value, done } = await reader.read().finally(() => clearTimeout(late));
    if (done) return;
    yield* read(value);
  }
}

/** Answers that may be other now are asked again: those in sight at once, but not more than once a second. */
class Freshener {
  private timer: number | undefined;
  private changed = new Set<'figures' | 'registers' | 'all'>();

  constructor(private readonly client: QueryClient) {}

  heard({ type }: LiveEvent): void {
    if (type === 'ready') return;
    this.note(type === 'reset' ? 'all' : type.startsWith('registers.') ? 'registers' : 'figures');
  }

  /** Something may have been missed. */
  all(): void {
    this.note('all');
  }

  retry(): void {
    void this.client.refetchQueries({ predicate: ({ state }) => state.status === 'error' });
  }

  stop(): void {
    window.clearTimeout(this.timer);
  }

  private note(what: 'figures' | 'registers' | 'all'): void {
    this.changed.add(what);
    // Not everybody in the same moment.
    this.timer ??= window.setTimeout(() => this.refresh(), second / 5 + Math.random() * second);
  }

  private refresh(): void {
    const { changed } = this;
    this.changed = new Set();
    this.timer = undefined;
    const rests = ({ queryKey }: Query): boolean => {
      const [first, path] = queryKey;
      // What is read of figures by several questions at once (pages/work), and of registers (pages/registers, pages/calendar).
      if (first === 'work') return changed.has('all') || changed.has('figures');
      if (typeof first === 'string' && keepsRegisters.has(first))
        return changed.has('all') || changed.has('registers');
      if (typeof path !== 'string' || !path.startsWith('/v1/') || isReference.test(path)) return false;
      if (changed.has('all') || path.startsWith('/v1/reporting/')) return true;
      return changed.has(isOfFigures.test(path) ? 'figures' : 'registers');
    };
    void this.client.invalidateQueries({ predicate: rests });
  }
}

const keepsRegisters: ReadonlySet<string> = new Set(['industry', 'trade', 'export-import']);
const isReference = /^\/v1\/(territories|indicators|units|agreements)\b/;
const isOfFigures = /\/(observations|submissions|flows|flow-reports|imports|periods)\b/;

function beingLookedAt(signal: AbortSignal): Promise<void> {
  if (!document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.hidden && !signal.aborted) return;
      document.removeEventListener('visibilitychange', look);
      resolve();
    };
    document.addEventListener('visibilitychange', look);
    signal.addEventListener('abort', look);
  });
}

/** Ends early when the browser is online again. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      window.clearTimeout(timer);
      window.removeEventListener('online', go);
      resolve();
    };
    const timer = window.setTimeout(go, ms);
    window.addEventListener('online', go);
    signal.addEventListener('abort', go);
  });
}
