/** What went wrong, as HTTP says it. */
export type ProblemStatus =
  400 | 401 | 403 | 404 | 405 | 408 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 431 | 500 | 503 | 504;

export interface BothLanguages {
  readonly vi: string;
  readonly en: string;
}

/** A problem: its status and its sentence. */
export const is = (status: ProblemStatus, vi: string, en: string) => ({ status, vi, en });
