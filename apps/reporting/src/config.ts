import { serviceConfig } from '@doit/runtime';

export const config = serviceConfig('reporting', process.env);
