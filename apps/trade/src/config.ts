import { serviceConfig } from '@doit/runtime';

export const config = serviceConfig('trade', process.env);
