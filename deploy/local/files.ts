import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The file's value; null where there is none, or where a start that was killed left half of one. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Written whole or not at all; mode 0600, as most of what is kept here is nobody else's business. */
export function writeJson(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  const whole = `${file}.${process.pid}`;
  writeFileSync(whole, JSON.stringify(value, null, 2) + '\n', { mode: 0o600 });
  renameSync(whole, file);
}

const LONG_LOG = 10 * 1024 * 1024;

/**
 * Runs `use` with `<home>/logs/<name>.log` open for appending. The process started there keeps the file by
 * itself: it must not lose its stderr when the launcher is killed. A long log becomes `<name>.log.1`.
 */
export function withLog<T>(home: string, name: string, use: (descriptor: number) => T): T {
  const file = logFile(home, name);
  mkdirSync(dirname(file), { recursive: true });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LONG_LOG) renameSync(file, `${file}.1`);
  const descriptor = openSync(file, 'a');
  try {
    return use(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

export const logFile = (home: string, name: string): string => join(home, 'logs', `${name}.log`);

/** The last lines of a log, indented, for an error that must show why. */
export function logTail(home: string, name: string, lines = 12): string {
  try {
    const text = readFileSync(logFile(home, name), 'utf8').trimEnd().split('\n').slice(-lines);
    return text.map((line) => `    ${line}`).join('\n');
  } catch {
    return '    (no log)';
  }
}
