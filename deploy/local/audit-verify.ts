import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaOf, services, type Service } from '../../libs/contracts/src/services';
import { headsFile, linesOf, verifyChain, verifyingKeys, type Verdict } from '@doit/events';
import { readJson } from './files';
import { connected } from './provision';
import { root } from './root';
import { wordsOf } from './words';

/** What is verified, and against what. */
interface Where {
  directory: string;
  publicKeyFile: string;
  databases: Partial<Record<Service, string>>;
}

type Environment = Record<string, string | undefined>;

/** From the environment; without it, the local platform of DOIT_HOME, while it runs. @throws Error naming what is missing */
export function whereFrom(environment: Environment): Where {
  const { AUDIT_DIR, AUDIT_PUBLIC_KEY_FILE, DATABASE_URL } = environment;
  const home = environment['DOIT_HOME'] ?? join(root, '.runtime');
  const local = readJson(join(home, 'audit.json')) as Where | null;
  const given = services.flatMap((service) => {
    const url = environment[`DATABASE_URL_${schemaOf(service).toUpperCase()}`] ?? DATABASE_URL;
    return url ? [[service, url]] : [];
  });
  const directory = AUDIT_DIR ?? local?.directory;
  const publicKeyFile = AUDIT_PUBLIC_KEY_FILE ?? local?.publicKeyFile;
  const databases = given.length > 0 ? (Object.fromEntries(given) as Where['databases']) : local?.databases;
  if (!directory || !publicKeyFile || !databases) {
    throw new Error(
      'Needed: AUDIT_DIR (folder of the signed heads), AUDIT_PUBLIC_KEY_FILE, and DATABASE_URL for all services or ' +
        `DATABASE_URL_INDUSTRY and so on for each; or a local platform that was started from ${home}.`,
    );
  }
  return { directory, publicKeyFile, databases };
}

/** Verifies one service after another and says what it found. Answers how many faults there are. */
export async function verifyAll(
  where: Where,
  only: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const keys = verifyingKeys(readFileSync(where.publicKeyFile, 'utf8'));
  const unknown = only.filter((name) => !(services as readonly string[]).includes(name));
  if (unknown.length > 0)
    throw new Error(`There is no service ${unknown.join(', ')}: ${services.join(', ')}.`);
  const wanted = services.filter((service) => only.length === 0 || only.includes(service));
  const chains = wanted.flatMap((service) => {
    const url = where.databases[service];
    return url === undefined ? [] : [{ service, url }];
  });
  const unreached = wanted.filter((service) => where.databases[service] === undefined);
  if (unreached.length > 0)
    throw new Error(
      `No database is given for ${unreached.join(', ')}: name the services to verify, or give all.`,
    );
  let faults = 0;
  for (const { service, url } of chains) {
    const lines = linesOf(headsFile(where.directory, service));
    const verdict = await connected(url, (database) => verifyChain({ service, database, lines, keys }));
    for (const line of wordsOn(verdict)) say(line);
    faults += verdict.faults.length;
  }
  return faults;
}

/** The verdict on one service in sentences. */
export function wordsOn({ service, faults, events, end, waiting, matched, sealedTo }: Verdict): string[] {
  const open = end - (sealedTo?.position ?? 0);
  return [
    `${service}: ${events} events, ${faults.length === 0 ? 'the chain holds' : `${faults.length} FAULTS`}`,
    ...faults.map(
      ({ kind, position, words }) => `  ${kind}${position === null ? '' : ` at ${position}`}: ${words}`,
    ),
    sealedTo
      ? `  sealed up to ${sealedTo.position} (${sealedTo.signedAt}); signed heads that stand in the chain: ${matched}`
      : '  no signed head stands in the chain: nothing is sealed against who recomputes it',
    ...(open > 0
      ? [
          `  the last ${open} are chained, but not sealed: an administrator could still recompute or cut them off unseen`,
        ]
      : []),
    ...(waiting > 0 ? [`  ${waiting} told, and not numbered yet`] : []),
  ];
}

/** Runs as `npm run audit:verify [-- service …]`: exit code 0 where all holds, 1 with faults, 2 where it cannot tell. */
export async function main(only: readonly string[]): Promise<void> {
  try {
    const faults = await verifyAll(whereFrom(process.env), only, (line) => console.log(line));
    console.log(faults === 0 ? 'The audit holds.' : `The audit does NOT hold: ${faults} faults.`);
    process.exitCode = faults === 0 ? 0 : 1;
  } catch (error) {
    console.error(wordsOf(error));
    process.exitCode = 2;
  }
}
