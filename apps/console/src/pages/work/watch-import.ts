import { useEffect, useState } from 'react';
import { client } from '../../api/client';
import { passes } from '../../api/problems';
import { accessToken } from '../../app/account';
import type { components } from '../../api/schema';
import { eventReader } from '../../api/event-reader';

export type FlowImport = components['schemas']['FlowImport'];

interface Watched {
  readonly state: FlowImport | null;
  /** The server is out of reach for the moment. */
  readonly isAway: boolean;
  readonly error: unknown;
}

export const isOver = ({ status }: FlowImport): boolean => status === 'done' || status === 'failed';

/** An import as it goes on. @param round another number: it goes on again after it was over */
export function useImport(id: string, round: number): Watched {
  const [watched, setWatched] = useState<Watched>({ state: null, isAway: false, error: null });
  useEffect(() => {
    const leaving = new AbortController();
    void watch(id, leaving.signal, (next) => {
      if (!leaving.signal.aborted) setWatched((before) => ({ ...before, ...next }));
    });
    return () => leaving.abort();
  }, [id, round]);
  return watched;
}

const pause = (ms: number): Promise<void> => new Promise((resume) => setTimeout(resume, ms));

/** Follows the events; where they end too early, asks how it stands and follows them again. */
async function watch(id: string, signal: AbortSignal, tell: (next: Partial<Watched>) => void): Promise<void> {
  let wait = 500;
  while (!signal.aborted) {
    const asked = await ask(id, signal);
    if (asked.state) {
      wait = 500;
      tell({ state: asked.state, isAway: false, error: null });
      if (isOver(asked.state)) return;
      await follow(id, signal, (state) => tell({ state, isAway: false }));
    } else if (passes(asked.error)) {
      wait = Math.min(wait * 2, 5000);
      tell({ isAway: true });
    } else {
      tell({ error: asked.error });
      return;
    }
    await pause(wait);
  }
}

async function ask(id: string, signal: AbortSignal): Promise<{ state?: FlowImport; error?: unknown }> {
  const params = { path: { id } };
  try {
    const { data } = await client.GET('/v1/export-import/imports/{id}', { params, signal });
    return data ? { state: data } : {};
  } catch (error) {
    return { error };
  }
}

async function follow(id: string, signal: AbortSignal, tell: (state: FlowImport) => void): Promise<void> {
  const token = await accessToken();
  try {
    const answer = await fetch(`/v1/export-import/imports/${id}/events`, {
      headers: { accept: 'text/event-stream', ...(token && { authorization: `Bearer ${token}` }) },
      signal,
    });
    if (!answer.ok || !answer.body) return;
    const read = eventReader();
    const pieces = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let piece = await pieces.read(); !piece.done; piece = await pieces.read())
      for (const { data } of read(piece.value)) {
        if (data === null) continue;
        const state: unknown = JSON.parse(data);
        if (isImport(state)) tell(state);
      }
  } catch {
    // The stream broke, or never began: how it stands is asked for next.
  }
}

/** The same that a GET answers. */
const isImport = (given: unknown): given is FlowImport =>
  typeof given === 'object' &&
  given !== null &&
  'status' in given &&
  'rowsRead' in given &&
  'errors' in given;
