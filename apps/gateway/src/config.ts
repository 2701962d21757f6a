import { processConfig } from '@doit/runtime';

export const config = { ...processConfig('gateway', process.env), port: Number(process.env['PORT'] ?? 8080) };
