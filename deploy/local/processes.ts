import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readJson, writeJson } from './files';

/** A process that cannot be mistaken for another: pids are given again, a pid and its start are not. */
export interface KnownProcess {
  pid: number;
  started: string;
}

/** When the process began, as a text to compare; null where no such process lives. */
export function startOf(pid: number): string | null {
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
    }
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the command in brackets and may itself hold blanks and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, started] = [fields[0], fields[19]];
    if (started === undefined || state === 'Z') return null;
    // The start counts ticks since boot, so it says nothing without the boot.
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${started}`;
  } catch {
    return null;
  }
}

/** @throws Error where the process is already gone. */
export function known(pid: number | undefined): KnownProcess {
  const started = pid === undefined ? null : startOf(pid);
  if (pid === undefined || started === null) throw new Error('The process ended as soon as it began.');
  return { pid, started };
}

export const isAlive = (process: KnownProcess): boolean => startOf(process.pid) === process.started;

/** The command line, blanks between its words; '' where it cannot be known. */
export function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** Asks the process to stop, and after `graceMs` makes it. Resolves when it is gone. */
export async function end(
  target: KnownProcess,
  { signal = 'SIGTERM', graceMs = 10_000 }: { signal?: NodeJS.Signals; graceMs?: number } = {},
): Promise<void> {
  send(target, signal);
  const patience = Date.now() + graceMs;
  while (isAlive(target)) {
    if (Date.now() > patience) send(target, 'SIGKILL');
    await sleep(20);
  }
}

function send(target: KnownProcess, signal: NodeJS.Signals): void {
  if (!isAlive(target)) return;
  try {
    process.kill(target.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** What a start leaves in `<home>/processes.json`, for the next one to find whatever a kill left behind. */
export type ProcessBook = Record<string, KnownProcess & { port?: number; config?: string }>;

const bookOf = (home: string): string => join(home, 'processes.json');

export const readBook = (home: string): ProcessBook => (readJson(bookOf(home)) ?? {}) as ProcessBook;

/** Writes a process down under its name; `null` strikes it out. */
export function record(home: string, name: string, entry: ProcessBook[string] | null): void {
  const others = Object.entries(readBook(home)).filter(([other]) => other !== name);
  writeJson(bookOf(home), Object.fromEntries(entry === null ? others : [...others, [name, entry]]));
}
