import { spawn, type ChildProcess } from 'node:child_process';
import { logFile, withLog } from './files';
import { end, record, startOf, type KnownProcess } from './processes';

/** A Node program that is to run for as long as the platform does. */
export interface Job {
  name: string;
  program: string;
  environment: Record<string, string | undefined>;
  /** Port of its metrics, where it has one. */
  port?: number;
  /** Size of V8's semi-spaces, MB: larger costs memory and saves time in garbage collection. Default 4. */
  semiSpaceMb?: number;
}

export interface Supervised {
  readonly name: string;
  /** How often it ended by itself. */
  readonly ends: number;
  stop: () => Promise<void>;
}

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
const GOOD_LIFE = 60_000;

// 16 MB would halve the time in garbage collection, but a service could pass its 130 MB while it starts.
const flags = ({ semiSpaceMb = 4 }: Job): string[] => [
  `--max-semi-space-size=${semiSpaceMb}`,
  '--max-old-space-size=256',
];

/**
 * Keeps a job running: what ends is started again, after a pause that doubles while it keeps ending. Each
 * process is written down in `<home>/processes.json`, and logs to `<home>/logs/<name>.log`.
 */
export function supervise(home: string, job: Job, say: (line: string) => void): Supervised {
  let stopping = false;
  let ends = 0;
  let pause = FIRST_PAUSE;
  let again: NodeJS.Timeout | undefined;
  let running: KnownProcess | null = null;

  const begin = (): void => {
    const born = Date.now();
    const child = start(home, job);
    child.once('exit', (code, signal) => {
      running = null;
      record(home, job.name, null);
      if (stopping) return;
      ends += 1;
      pause = Date.now() - born > GOOD_LIFE ? FIRST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
      say(
        `${job.name} ended (${signal ?? `code ${code ?? '?'}`}) and starts again: ${logFile(home, job.name)}`,
      );
      again = setTimeout(begin, pause);
    });
    if (child.pid === undefined) throw new Error(`${job.name} could not be started.`);
    running = { pid: child.pid, started: startOf(child.pid) ?? '' };
    record(home, job.name, job.port === undefined ? running : { ...running, port: job.port });
  };
  begin();
  return {
    name: job.name,
    get ends() {
      return ends;
    },
    stop: async () => {
      stopping = true;
      clearTimeout(again);
      if (running) await end(running);
      record(home, job.name, null);
    },
  };
}

function start(home: string, job: Job): ChildProcess {
  // Detached: Ctrl-C reaches the launcher alone, which then stops everything in order.
  const child = withLog(home, job.name, (log) =>
    spawn(process.execPath, [...flags(job), job.program], {
      env: job.environment,
      detached: true,
      stdio: ['ignore', log, log],
    }),
  );
  // Without a listener a failed spawn would end the launcher; it shows as a missing pid.
  child.on('error', () => undefined);
  return child;
}
