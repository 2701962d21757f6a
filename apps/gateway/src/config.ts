import { join } from 'node:path';
import { processConfig } from '@doit/runtime';
import { limitsFrom } from './limits';

const ofProcess = processConfig('gateway', process.env);

export const config = {
  ...ofProcess,
  port: Number(process.env['PORT'] ?? 8080),
  limits: limitsFrom(process.env),
  console: {
    // Beside the gateway's own programs in dist.
    folder: join(__dirname, '../../console'),
    issuer: ofProcess.issuer,
    clientId: process.env['CONSOLE_CLIENT_ID'] ?? 'console',
  },
};
