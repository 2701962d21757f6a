import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type NatsConnection } from 'nats';
import type { ProcessConfig } from './config';

/** Connects to the broker as this process' user, and keeps trying for ever: the broker may come and go. */
export function connectNats(config: ProcessConfig): Promise<NatsConnection> {
  return connect({
    servers: config.natsUrl.split(','),
    name: config.user,
    inboxPrefix: `_INBOX.${config.user}`,
    ...(config.natsPassword !== undefined && { user: config.natsUser, pass: config.natsPassword }),
    // Asked for by the address: then a broker without a certificate that holds is none.
    ...(config.natsUrl.includes('tls://') && { tls: config.natsCaFile ? { caFile: config.natsCaFile } : {} }),
    waitOnFirstConnect: true,
    maxReconnectAttempts: -1,
    // A broker that refuses us twice may be told of us yet: a connection given up would leave a process alive and deaf.
    ignoreAuthErrorAbort: true,
    reconnectTimeWait: 250,
    reconnectJitter: 250,
    // Two missed pings of 5 s: a broker that hangs is left within 10 s.
    pingInterval: 5000,
    maxPingOut: 2,
  });
}

/** Whether something answers within a second and a half; what hangs is down. */
export function answers(asked: Promise<unknown>): Promise<'ok' | 'down'> {
  const answered = asked.then(
    () => 'ok' as const,
    () => 'down' as const,
  );
  return Promise.race([answered, sleep(1500, 'down' as const, { ref: false })]);
}
