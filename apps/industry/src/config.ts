import { serviceConfig } from '@doit/runtime';

export const config = serviceConfig('industry', process.env);
