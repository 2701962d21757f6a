import type { vi } from '../words/vi';
import type { components } from './schema';

type Problem = components['schemas']['Problem'];

/** What a service answered instead of what was asked: its own sentence, in the language asked for. */
export class Refused extends Error {
  constructor(
    readonly problem: Problem,
    readonly method: string,
  ) {
    super(problem.title);
  }

  /** Wrong places by their pointer (`/items/0/value`), for fields to show beside themselves. */
  get places(): ReadonlyMap<string, string> {
    return new Map(this.problem.errors?.map(({ pointer, message }) => [pointer, message]));
  }
}

/** The gateway could not be asked at all, or answered with what is no problem of ours. */
export class Unreachable extends Error {
  constructor(
    readonly method: string,
    cause: unknown,
    /** Whether it may have reached somebody all the same. */
    readonly wasSent = true,
  ) {
    super('unreachable', { cause });
  }
}

export interface Trouble {
  readonly what: string;
  /** Whether anything was stored; only of what would store something. */
  readonly stored?: string;
  readonly toDo?: string;
}

/** What happened, whether anything was stored, and what to do. */
export function troubleOf(error: unknown, words: typeof vi | Record<keyof typeof vi, string>): Trouble {
  if (error instanceof Unreachable) {
    const writes = error.method !== 'GET';
    return {
      what: words.unreachable,
      ...(writes && { stored: error.wasSent ? words.perhapsStored : words.notStored }),
      toDo: words.waitAndRetry,
    };
  }
  if (!(error instanceof Refused)) return { what: words.broken, toDo: words.brokenWhat };
  const { status, title, type } = error.problem;
  const stored =
    error.method === 'GET' ? {} : { stored: status === 504 ? words.perhapsStored : words.notStored };
  if (status === 401) return { what: words.signInAgain, ...stored };
  const toDo =
    status === 403
      ? type.endsWith('own-approval')
        ? words.anotherApproves
        : words.askForRight
      : status === 409 || status === 412
        ? words.someoneElse
        : status >= 500
          ? words.waitAndRetry
          : error.method === 'GET'
            ? undefined
            : words.correctAndResend;
  return { what: title, ...stored, ...(toDo && { toDo }) };
}

/** Whether asking again may help without anybody doing anything. */
export const passes = (error: unknown): boolean =>
  error instanceof Unreachable ||
  (error instanceof Refused && [429, 502, 503, 504].includes(error.problem.status));
