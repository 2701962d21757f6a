// One replica as a process of its own, to be killed. Started by events-replicas.ts; its task is in the environment.
import { Listener, Relay, Replay } from '@doit/events';
import { connect, type ConnectionOptions } from 'nats';
import { Pool, type ClientConfig } from 'pg';
import { hear } from '../../libs/events/src/test-hear';

export interface Task {
  part: 'teller' | 'listener';
  connection: ClientConfig;
  login: ConnectionOptions;
}

const log = { log: () => undefined, warn: () => undefined, error: () => undefined };

async function main(): Promise<void> {
  const { part, connection, login } = JSON.parse(process.env['TASK'] ?? '') as Task;
  const nats = await connect({ ...login, maxReconnectAttempts: -1, reconnectTimeWait: 100 });
  const common = { namespace: 'doit', nats, log } as const;
  if (part === 'teller') {
    const pool = new Pool({ ...connection, max: 2 });
    pool.on('error', () => undefined);
    new Replay({ ...common, service: 'industry', pool }).start();
    new Relay({ ...common, service: 'industry', connection }).start();
  } else {
    new Listener({
      ...common,
      listener: 'reporting',
      teller: 'industry',
      projection: 'notes',
      connection,
      // Long enough inside the transaction to be killed there.
      apply: async (tx, events) => {
        await hear(tx, events);
        await tx.query('select pg_sleep(0.005)');
      },
    }).start();
  }
  process.send?.('up');
}

void main();
