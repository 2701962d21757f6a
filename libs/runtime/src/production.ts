/** What can be unfit for production in what a process is told. */
interface Told {
  user?: string;
  natsUrl?: string;
  natsPassword?: string | undefined;
  issuer?: string;
  databaseUrl?: string;
}

/** Passwords that stand in examples and defaults, or that somebody once thought would be replaced. */
const known = [
  'demo',
  'doit',
  'password',
  'passw0rd',
  'secret',
  'changeme',
  'change-me',
  'postgres',
  'nats',
  'admin',
  'test',
];
const leastLength = 16;

/**
 * Refuses what is good enough for a developer's machine only.
 * @throws Error with a sentence for each thing that is unfit; it never shows a password
 */
export function refuseUnfit(told: Told): void {
  const faults = [...broker(told), ...issuer(told), ...database(told)];
  if (faults.length > 0) throw new Error(`This is production (NODE_ENV): ${faults.join(' ')}`);
}

function broker({ user = '', natsUrl, natsPassword }: Told): string[] {
  if (natsUrl === undefined) return [];
  const plain = natsUrl.split(',').some((url) => !url.trim().startsWith('tls://') && !isLoopback(url));
  return [
    ...(plain ? ['NATS_URL is plain text: tls://… is needed.'] : []),
    ...weakness('NATS_PASSWORD', natsPassword ?? '', user),
  ];
}

/** The local provider knows one password for all, and its keys are on a developer's machine. */
function issuer({ issuer: url }: Told): string[] {
  if (url === undefined) return [];
  const honest = url.startsWith('https://') && !isLoopback(url);
  return honest ? [] : ['OIDC_ISSUER is the local provider of sample accounts, or is not https.'];
}

function database({ databaseUrl: text }: Told): string[] {
  if (text === undefined) return [];
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url) return ['The address of the database cannot be read.'];
  return weakness('The database role', decodeURIComponent(url.password), decodeURIComponent(url.username));
}

function weakness(what: string, password: string, user: string): string[] {
  const easy =
    password.length < leastLength || [...known, user].some((word) => repeats(password.toLowerCase(), word));
  return easy ? [`${what} has no password, a known one, or one of less than ${leastLength} characters.`] : [];
}

/** `demo`, and `demodemodemodemo`. */
function repeats(password: string, word: string): boolean {
  return word !== '' && password.replaceAll(word, '').length === 0;
}

function isLoopback(url: string): boolean {
  const text = url.includes('://') ? url : `nats://${url}`;
  const host = URL.canParse(text) ? new URL(text).hostname : '';
  return ['localhost', '[::1]'].includes(host) || host.startsWith('127.');
}
