/** What the edge bears before it refuses. Each is told by an environment variable (docs/gateway.md); these are the defaults. */
export interface Limits {
  /** Requests within ten seconds from one address, and of one account; 0: any number. Each replica counts for itself. */
  readonly ratePerAddress: number;
  readonly ratePerAccount: number;
  /** Proxies (addresses, CIDR) whose `X-Forwarded-For` is believed; none: the address is the connection's. */
  readonly trustedProxies: readonly string[];
  /** Open connections; one more is closed at once. */
  readonly connections: number;
  /** Seconds for a request's headers, for the whole of it, and without a byte in either direction. */
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  readonly idleTimeout: number;
  /** Seconds for a request that brings a file. */
  readonly uploadTimeout: number;
  /** Requests of one service under way, and megabytes of bodies being held for all. */
  readonly inFlight: number;
  readonly bodiesMb: number;
  /** Milliseconds by which the event loop may run late, on average of a second. */
  readonly eventLoopDelay: number;
  /** Bytes from which an answer is compressed. */
  readonly compressAbove: number;
  /** Origins whose pages may ask; none: no CORS headers at all. */
  readonly corsOrigins: readonly string[];
  /** One line per request on standard output. */
  readonly accessLog: boolean;
}

/** @throws Error naming the variable that is not a number */
export function limitsFrom(env: Readonly<Record<string, string | undefined>>): Limits {
  const number = (name: string, otherwise: number): number => {
    const value = Number(env[name] || otherwise);
    if (!Number.isFinite(value) || value < 0) throw new Error(`${name} is not a number: ${env[name]}`);
    return value;
  };
  const list = (name: string): string[] => (env[name] ?? '').split(',').flatMap((one) => one.trim() || []);
  return {
    ratePerAddress: number('RATE_PER_ADDRESS', 3000),
    ratePerAccount: number('RATE_PER_ACCOUNT', 600),
    trustedProxies: list('TRUSTED_PROXIES'),
    connections: number('MAX_CONNECTIONS', 2000),
    headersTimeout: number('HEADERS_TIMEOUT', 10),
    requestTimeout: number('REQUEST_TIMEOUT', 30),
    idleTimeout: number('IDLE_TIMEOUT', 60),
    uploadTimeout: number('UPLOAD_TIMEOUT', 900),
    inFlight: number('MAX_IN_FLIGHT', 32),
    bodiesMb: number('MAX_BODIES_MB', 32),
    eventLoopDelay: number('MAX_EVENT_LOOP_DELAY', 100),
    compressAbove: number('COMPRESS_ABOVE', 1400),
    corsOrigins: list('CORS_ORIGINS'),
    accessLog: env['ACCESS_LOG'] !== 'off',
  };
}
