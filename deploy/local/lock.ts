import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, known, type KnownProcess } from './processes';

/**
 * Takes the lock, or says which living process holds it. A dead holder's lock is taken over. The lock is a
 * link to a file already written: a lock made by open-then-write can be read empty, and be stolen.
 */
export function takeLock(file: string): { release: () => void } | { heldBy: KnownProcess } {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify(known(process.pid)));
  try {
    for (;;) {
      try {
        linkSync(mine, file);
        return { release: () => rmSync(file, { force: true }) };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = holderOf(file);
      if (holder !== null && isAlive(holder)) return { heldBy: holder };
      if (holder !== null) removeIfStill(file, holder);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Runs `work` under the lock, waiting for whoever holds it. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const lock = takeLock(file);
    if ('release' in lock) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    await sleep(50);
  }
}

function holderOf(file: string): KnownProcess | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as KnownProcess;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Two may find the same dead holder: the later must not remove the lock that the earlier has just taken. */
function removeIfStill(file: string, dead: KnownProcess): void {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
    if (holderOf(aside)?.started !== dead.started) linkSync(aside, file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}
