import { processConfig } from '@doit/runtime';
import { limitsFrom } from './limits';

export const config = {
  ...processConfig('gateway', process.env),
  port: Number(process.env['PORT'] ?? 8080),
  limits: limitsFrom(process.env),
};
